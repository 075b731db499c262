// Questions to the list that somebody keeps under a name of his own; nobody else sees them.
import { signedIn } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { Filter } from '../contract/intake.ts'
import { matter } from '../contract.ts'
import { matterProblems } from '../words.ts'

/** So many fit on a desk; more is a second list of everything. */
const MOST = 20

export const filters = operation(matter.filters, {
  permit: [signedIn],
  async run({ tx, actor }) {
    const rows = await tx.all(
      k
        .selectFrom('saved_filter')
        .select(['id', 'name', 'filter'])
        .where('tenant_id', '=', actor.tenant)
        .where('account_id', '=', actor.id)
        .orderBy('made_at'),
    )
    // A question that asks for something that is no longer asked like this is left out, and stays to be dropped.
    return {
      filters: rows.flatMap(({ filter, ...row }) => {
        const read = Filter.safeParse(filter)
        return read.success ? [{ ...row, filter: read.data }] : []
      }),
    }
  },
})

export const saveFilter = operation(matter.saveFilter, {
  permit: [signedIn],
  async run({ input, tx, actor, now }) {
    const mine = await tx.all(
      k
        .selectFrom('saved_filter')
        .select(['id', 'name'])
        .where('tenant_id', '=', actor.tenant)
        .where('account_id', '=', actor.id),
    )
    const same = mine.find((row) => row.name === input.name)
    if (!same && mine.length >= MOST) throw new Problem(matterProblems.manyFilters, { most: MOST })
    const id = same?.id ?? newId()
    const filter = JSON.stringify(input.filter)
    await tx.all(
      k
        .insertInto('saved_filter')
        .values({ tenant_id: actor.tenant, id, account_id: actor.id, name: input.name, filter, made_at: now })
        .onConflict((clash) => clash.columns(['tenant_id', 'account_id', 'name']).doUpdateSet({ filter })),
    )
    return { id }
  },
})

export const dropFilter = operation(matter.dropFilter, {
  permit: [signedIn],
  async run({ input, actor, write }) {
    write(
      k
        .deleteFrom('saved_filter')
        .where('tenant_id', '=', actor.tenant)
        .where('account_id', '=', actor.id)
        .where('id', '=', input.id),
    )
    return { id: input.id }
  },
})
