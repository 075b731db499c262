// 回避申请书 and 回避决定书 from the rows of who asked and what was decided.
import type { Keys } from '#kernel/crypto.ts'
import type { AvoidanceRow } from '../avoidance-store.ts'
import type { FileOnPaper } from '../papers/shape.ts'
import { openIn, openJson } from '../sealed.ts'
import type { PartyRow } from '../store.ts'

type Rows = {
  readonly avoidances: readonly AvoidanceRow[]
  readonly parties: readonly PartyRow[]
  readonly names: ReadonlyMap<string, string>
}

/** `named`: a party's name as this reader may read it. */
export function avoidanceOnPaper(
  keys: Keys,
  named: (row: PartyRow) => string,
  { avoidances, parties, names }: Rows,
): FileOnPaper['avoidance'] {
  return avoidances.map((one) => {
    const asker = parties.find(({ id }) => id === one.party_id)
    const body = openJson<{ words: string }>(keys, 'mediation_avoidance', one, 'body', one.body)
    return {
      ...{ asker: asker ? named(asker) : '', of: names.get(one.mediator_id) ?? '', askedOn: one.asked_on },
      ...{ reason: body?.words ?? '', decision: openIn(keys, 'mediation_avoidance', one, 'decision', one.decision) },
      ...{ decidedOn: one.decided_on, granted: one.state === 'asked' ? null : one.state === 'granted' },
      decider: one.decided_by ? (names.get(one.decided_by) ?? '') : null,
    }
  })
}
