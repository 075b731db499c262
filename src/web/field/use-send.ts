// Sends a command from the field so that nothing is lost and nothing happens twice, however often the line breaks.

import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { askAgain, type Command, type Input, type Output, perform } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { newKey } from '#web/new-key.ts'
import type { Drafting } from './draft/use-draft.ts'

type Sent = Pick<Drafting<unknown>, 'key' | 'photos' | 'fail' | 'drop'>

const asFile = (photo: Blob, at: number): File => new File([photo], `photo-${at + 1}.jpg`, { type: photo.type })

/**
 * The key is the draft's, or one of this button, until the server has answered. Photos go beside the words. A lost line
 * leaves the draft marked as unsent; success drops it, and what was read before is read again without waiting for it.
 */
export function useSend<N extends Command>(name: N, onDone: (answer: Output<N>) => void, draft?: Sent) {
  const own = useRef('')
  return useMutation<Output<N>, CallProblem, Input<N>>({
    mutationFn: (input) => {
      own.current ||= newKey()
      const photos = draft?.photos.map(asFile) ?? []
      return perform(name, input, { key: draft?.key ?? own.current, files: photos.length > 0 ? { photos } : {} })
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
