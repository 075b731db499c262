// A command about a room that says when it is done and puts its form away.
import { type Command, useCommand } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { roomWords } from './words.ts'

export function useSaved<N extends Command & `room.${string}`>(name: N, onDone: () => void) {
  const t = useWords(roomWords)
  return useCommand(name, {
    onDone: () => {
      tell(t('saved'))
      onDone()
    },
  })
}
