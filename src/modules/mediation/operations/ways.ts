// Where a file may go from here: the committees of its place, tier by tier.
import { operation } from '#kernel/operation.ts'
import { committeesFor } from '#modules/committee/index.ts'
import { mediation } from '../contract.ts'
import { seen } from '../moving.ts'
import { readsAsMediator, readsAtDesk } from '../rights.ts'

/** community 1, subdistrict 2, the district's and specialised ones 3. */
const TIERS = { community: 1, subdistrict: 2, district: 3 } as const

export const committees = operation(mediation.committees, {
  permit: [readsAsMediator, readsAtDesk],
  subject: seen,
  async run({ subject, tx, actor }) {
    const row = subject!
    const rows = await committeesFor(tx, actor.tenant, row.area_pos)
    return {
      committees: rows
        .filter(({ stamp }) => stamp)
        .map(({ id, name, level }) => ({
          ...{ id, name, tier: TIERS[level as keyof typeof TIERS] ?? 3, here: id === row.committee_id },
        })),
    }
  },
})
