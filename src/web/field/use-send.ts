// Sends a command from the field so that nothing is lost and nothing happens twice, however often the line breaks.

import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { askAgain, type Command, type Input, type Output, perform } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { newKey } from '#web/new-key.ts'
import type { Drafting } from './draft/use-draft.ts'

type Sent = Pick<Drafting<unknown>, 'key' | 'photos' | 'voices' | 'fail' | 'drop'>

const asFile = (photo: Blob, at: number): File => new File([photo], `photo-${at + 1}.jpg`, { type: photo.type })
const asVoice = (voice: Blob, at: number): File =>
  new File([voice], `voice-${at + 1}.${voice.type.split(/[/;]/)[1]}`, { type: voice.type })

/** What goes beside the words, by the field that takes it. */
const filesOf = (draft: Sent | undefined): Record<string, File[]> => ({
  ...(draft?.photos.length ? { photos: draft.photos.map(asFile) } : {}),
  ...(draft?.voices.length ? { voices: draft.voices.map(asVoice) } : {}),
})

/**
 * The key is the draft's, or one of this button, until the server has answered. Photos and recordings go beside the words. A lost line
 * leaves the draft marked as unsent; success drops it, and what was read before is read again without waiting for it.
 */
export function useSend<N extends Command>(name: N, onDone: (answer: Output<N>) => void, draft?: Sent) {
  const own = useRef('')
  return useMutation<Output<N>, CallProblem, Input<N>>({
    mutationFn: (input) => {
      own.current ||= newKey()
      return perform(name, input, { key: draft?.key ?? own.current, files: filesOf(draft) })
    },
    onSuccess: (answer) => {
      own.current = ''
      draft?.drop()
      void askAgain('matter')
      onDone(answer)
    },
    onError: (problem) => {
      if (problem.mayPass) draft?.fail()
      // Somebody else was quicker: show how it stands now.
      if (problem.status === 409 || problem.isMissing) void askAgain('matter')
    },
  })
}
