// Until when a matter stands still: as it was granted last, or as long as the file of its dispute has.
import type { MatterMove } from '#modules/matter/lifecycle.ts'

type Stood = {
  readonly state: string
  readonly steps?: readonly { readonly move: string; readonly detail: Readonly<Record<string, unknown>> }[] | undefined
}

export const PAUSING: readonly string[] = ['pause', 'standForMediation'] satisfies MatterMove[]

export function pausedUntil({ state, steps }: Stood): string | undefined {
  if (state !== 'paused') return undefined
  return steps?.findLast(({ move }) => PAUSING.includes(move))?.detail.until as string | undefined
}
