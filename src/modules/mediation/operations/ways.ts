// Where a file may go from here: the committees of its place, tier by tier.
import { operation } from '#kernel/operation.ts'
import { committeesFor } from '#modules/committee/index.ts'
import { mediation } from '../contract.ts'
import { seen } from '../moving.ts'
import { readsAsMediator, readsAtDesk } from '../rights.ts'

export const committees = operation(mediation.committees, {
  permit: [readsAsMediator, readsAtDesk],
  subject: seen,
  async run({ subject, tx, actor }) {
    const row = subject!
    const rows = await committeesFor(tx, actor.tenant, row.area_pos)
    return {
      committees: rows
        .filter(({ stamp }) => stamp)
        .map(({ id, name, tier }) => ({ id, name, tier, here: id === row.committee_id })),
    }
  },
})
