// How a file ended that did not come to an agreement: the move, and what the file is since.
import type { File } from './MediationRecord.tsx'

const ENDED: Readonly<Record<string, File['state']>> = {
  ...({ decline: 'declined', fail: 'failed', withdraw: 'withdrawn', refuse: 'refused' } as const),
  ...({ terminate: 'terminated', handOn: 'handedOn' } as const),
}

export function endingOf({ steps }: File) {
  const step = steps.findLast(({ move }) => move in ENDED)
  const state = step && ENDED[step.move]
  return step && state ? { step, state } : undefined
}
