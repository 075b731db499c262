// What mediators have learned, and the rules that say when something is due.
import { holds, machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { keepKind } from '#kernel/keep-kind.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { committee } from '../contract.ts'
import { mediatorLocked, seats } from '../rights.ts'
import { committeeRules } from '../training-store.ts'
import { committeeProblems } from '../words.ts'

export const train = operation(committee.train, {
  permit: [seats, machineOnly],
  sight: 'tenant',
  subject: mediatorLocked,
  async run({ input, subject, tx, actor, now, made }) {
    const row = subject!
    if (row.account_id === actor.id) throw new Problem(committeeProblems.notSelf)
    if (row.left_on) throw new Problem(committeeProblems.alreadyLeft)
    if (input.day > localDay(now)) throw new Problem(committeeProblems.notYetHeld)
    const id = newId()
    const { course, hours, certificate } = input
    await tx.all(
      k.insertInto('mediator_training').values({
        ...{ tenant_id: actor.tenant, id, mediator_id: row.id, course, hours, on_day: input.day, certificate },
        made_at: now,
      }),
    )
    made({ id: row.id, area_pos: row.area_pos })
    return { id }
  },
})

export const setRule = operation(committee.setRule, {
  permit: [holds('district_staff'), machineOnly],
  async run({ input: { code, version, days, basis }, actor: { tenant }, tx }) {
    const row = { days, basis, version: version + 1 }
    const kept = await keepKind(tx, version, {
      add: k
        .insertInto('committee_rule')
        .values({ tenant_id: tenant, code, ...row })
        .onConflict((clash) => clash.doNothing())
        .returning('version'),
      change: k
        .updateTable('committee_rule')
        .set(row)
        .where('tenant_id', '=', tenant)
        .where('code', '=', code)
        .where('version', '=', version)
        .returning('version'),
      now: async () => (await committeeRules(tx, tenant)).find((one) => one.code === code),
    })
    return { code, version: kept }
  },
})
