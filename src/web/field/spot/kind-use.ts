// Which kinds this phone writes down most: the most used stand first, next to those that are commonest around.
import { type Output, useAnswer } from '#web/call.ts'
import type { Kind } from '../report/KindField.tsx'

const KEPT = 'linli.kinds'
const MOST = 8
const RECENT = 50
const HOUR_MS = 3_600_000
/** One’s own habit says more than what others reported. */
const OWN = 5

type Uses = Readonly<Record<string, number>>

function uses(): Uses {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Uses
  } catch {
    return {}
  }
}

export function rememberKind(code: string): void {
  const before = uses()
  localStorage.setItem(KEPT, JSON.stringify({ ...before, [code]: (before[code] ?? 0) + 1 }))
}

export const forgetKinds = (): void => localStorage.removeItem(KEPT)

/** The likeliest kinds first. `own`: how often this phone used each; `around`: codes of what came lately. */
export function mostUsed(kinds: readonly Kind[], own: Uses, around: readonly string[]): readonly Kind[] {
  const weight = ({ code }: Kind) => OWN * (own[code] ?? 0) + around.filter((one) => one === code).length
  return kinds
    .filter(({ retired, emergency }) => !retired && !emergency)
    .map((kind) => ({ kind, weight: weight(kind) }))
    .sort((a, b) => b.weight - a.weight || a.kind.code.localeCompare(b.kind.code))
    .slice(0, MOST)
    .map(({ kind }) => kind)
}

const useKinds = (): Output<'matter.kinds'>['kinds'] =>
  useAnswer('matter.kinds', {}, { staleMs: HOUR_MS }).data?.kinds ?? []

export const useKind = (code: string): Kind | undefined => useKinds().find((kind) => kind.code === code)

export function useMostUsed(): readonly Kind[] {
  const kinds = useKinds()
  const { data } = useAnswer('matter.list', { view: 'all', sort: 'newest', limit: RECENT }, { staleMs: HOUR_MS })
  return mostUsed(kinds, uses(), data?.matters.map(({ kind }) => kind) ?? [])
}
