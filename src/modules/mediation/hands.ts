// Whose hand the agreement of a file needs, with their names.
import { committeeById } from '#modules/committee/index.ts'
import { type Hand, handsNeeded } from './agreement.ts'
import type { Working } from './moving.ts'
import { namesOf } from './names.ts'
import { partiesOf } from './store.ts'

export async function handsOf({ tx, keys, subject }: Pick<Working, 'tx' | 'keys' | 'subject'>): Promise<Hand[]> {
  const row = subject!
  const [parties, names, committee] = await Promise.all([
    partiesOf(tx, row),
    namesOf(tx, row.tenant_id, [row.lead_id]),
    row.committee_id ? committeeById(tx, row.tenant_id, row.committee_id) : undefined,
  ])
  return handsNeeded(keys, row, parties, names, committee?.name ?? '')
}
