// Periods of the district: read by whoever works with files, worded by the district.
import { k } from '#kernel/database.ts'
import { keepKind } from '#kernel/keep-kind.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { mediation } from '../contract.ts'
import { keeps, mediatesSomewhere } from '../rights.ts'
import { rulesOf } from '../rules.ts'
import { fits } from '../usual-rules.ts'
import { mediationProblems } from '../words.ts'

export const rules = operation(mediation.rules, {
  permit: [mediatesSomewhere, keeps],
  async run({ tx, actor }) {
    return {
      rules: Object.values(await rulesOf(tx, actor.tenant)).map((rule) => ({ ...rule, numbers: [...rule.numbers] })),
    }
  },
})

/** What was planned by the old rule stays planned: a period that runs keeps the days it was told with. */
export const setRule = operation(mediation.setRule, {
  permit: [keeps],
  async run({ input, tx, actor }) {
    const { version: read, ...row } = input
    if (!fits(input.code, input.numbers)) throw new Problem(mediationProblems.ruleNumbers)
    const version = await keepKind(tx, read, {
      add: k
        .insertInto('mediation_rule')
        .values({ tenant_id: actor.tenant, ...row })
        .onConflict((clash) => clash.columns(['tenant_id', 'code']).doNothing())
        .returning('version'),
      change: k
        .updateTable('mediation_rule')
        .set({ ...row, version: read + 1 })
        .where('tenant_id', '=', actor.tenant)
        .where('code', '=', input.code)
        .where('version', '=', read)
        .returning('version'),
      now: async () => (await rulesOf(tx, actor.tenant))[input.code],
    })
    return { code: input.code, version }
  },
})
