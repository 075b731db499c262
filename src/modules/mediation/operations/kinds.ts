// Kinds of disputes: what they are called here and how long each may take.
import { k } from '#kernel/database.ts'
import { keepKind } from '#kernel/keep-kind.ts'
import { operation } from '#kernel/operation.ts'
import { mediation } from '../contract.ts'
import { usualKinds } from '../dispute-kinds.ts'
import { kindsOf } from '../kinds.ts'
import { keeps, mediatesSomewhere } from '../rights.ts'

export const kinds = operation(mediation.kinds, {
  permit: [mediatesSomewhere, keeps],
  async run({ tx, actor }) {
    return { kinds: [...(await kindsOf(tx, actor.tenant)).values()] }
  },
})

export const setKind = operation(mediation.setKind, {
  permit: [keeps],
  async run({ input, tx, actor }) {
    const { version: read, ...row } = input
    const version = await keepKind(tx, read, {
      add: k
        .insertInto('dispute_kind')
        .values({ tenant_id: actor.tenant, ...row })
        .onConflict((clash) => clash.columns(['tenant_id', 'code']).doNothing())
        .returning('version'),
      change: k
        .updateTable('dispute_kind')
        .set({ ...row, version: read + 1 })
        .where('tenant_id', '=', actor.tenant)
        .where('code', '=', input.code)
        .where('version', '=', read)
        .returning('version'),
      now: async () => (await kindsOf(tx, actor.tenant)).get(input.code) ?? usualKinds.get(input.code),
    })
    return { code: input.code, version }
  },
})
