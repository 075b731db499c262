// Who could mediate a dispute, in the order of named reasons. Nobody is scored: no number is reckoned, kept or shown.

/** What speaks for somebody, the weightier first. */
export const REASONS = ['language', 'skill', 'near', 'street', 'district', 'free', 'fewer', 'full_time'] as const
export type Reason = (typeof REASONS)[number]

export type Candidate = {
  readonly accountId: string
  readonly committeeId: string
  readonly mode: 'full_time' | 'part_time' | 'invited'
  readonly skills: readonly string[]
  readonly languages: readonly string[]
  /** Of his committee's area. */
  readonly level: string
  readonly homeId: string | null
}

export type Ask = {
  /** Code of the kind of dispute. */
  readonly kind: string
  /** Language it has to be held in. */
  readonly language: string | undefined
  /** Where its parties live. */
  readonly buildings: readonly string[]
  /** Accounts of those who are a party's relative or have an interest, as somebody has declared. */
  readonly declared: readonly string[]
}

/** Open files by account; `undefined` where nobody has counted them. */
export type Load = ReadonlyMap<string, number> | undefined

/** How near the committee's area lies: its community, its subdistrict, its district. */
const NEAR: Readonly<Record<string, Reason>> = { community: 'near', subdistrict: 'street' }

/** Why somebody stays out of it, without the place: he has declared something, or he lives near. */
export const whyAvoided = (one: Candidate, { declared }: Pick<Ask, 'declared'>): 'near' | 'tied' =>
  declared.includes(one.accountId) ? 'tied' : 'near'

/**
 * Avoids whoever must not mediate: a declared relative or interest, a neighbour of the same building. One word for all
 * of them, so that asking tells nobody where a mediator lives.
 */
const avoids = (one: Candidate, { buildings, declared }: Ask): boolean =>
  declared.includes(one.accountId) || (one.homeId !== null && buildings.includes(one.homeId))

function reasonsFor(one: Candidate, ask: Ask, load: Load, usual: number): Reason[] {
  const files = load && (load.get(one.accountId) ?? 0)
  const holds: Partial<Record<Reason, boolean>> = {
    language: ask.language !== undefined && one.languages.includes(ask.language),
    skill: one.skills.includes(ask.kind),
    [NEAR[one.level] ?? 'district']: true,
    free: files === 0,
    fewer: files !== undefined && files > 0 && files < usual,
    full_time: one.mode === 'full_time',
  }
  return REASONS.filter((reason) => holds[reason])
}

/** Of two, the one with the weightier reason that the other has not. */
const before = (a: readonly Reason[], b: readonly Reason[]): number => {
  const decides = REASONS.find((reason) => a.includes(reason) !== b.includes(reason))
  return decides === undefined ? 0 : a.includes(decides) ? -1 : 1
}

export type Suggested<C> = { readonly one: C; readonly reasons: readonly Reason[] }

/** Everybody once: whoever may, the better reasons first; and whoever has to stay out of it. */
export function suggest<C extends Candidate>(
  candidates: readonly C[],
  ask: Ask,
  load: Load,
): { readonly suggested: readonly Suggested<C>[]; readonly avoided: readonly C[] } {
  const out = new Set(candidates.filter((one) => avoids(one, ask)).map((one) => one.accountId))
  const counts = candidates.map((one) => load?.get(one.accountId) ?? 0).sort((a, b) => a - b)
  const usual = counts[Math.floor(counts.length / 2)] ?? 0
  const ranked = candidates
    .map((one) => ({ one, reasons: reasonsFor(one, ask, load, usual) }))
    .sort(
      (a, b) =>
        before(a.reasons, b.reasons) ||
        (a.one.accountId + a.one.committeeId < b.one.accountId + b.one.committeeId ? -1 : 1),
    )
  const seen = new Set<string>()
  const once = ranked.filter(({ one }) => !seen.has(one.accountId) && seen.add(one.accountId))
  return {
    suggested: once.filter(({ one }) => !out.has(one.accountId)),
    avoided: once.filter(({ one }) => out.has(one.accountId)).map(({ one }) => one),
  }
}
