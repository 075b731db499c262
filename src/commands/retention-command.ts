// `bin/linli retention`: what is due, held and has ended in each district; --now ends what is due. --list-lost is done by the opening.
import { parseArgs } from 'node:util'
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { type House, perform } from '#kernel/door.ts'
import { dueBefore, FIRST } from '#kernel/ending/ending.ts'
import { inScope } from '#kernel/scope.ts'
import { retentionRules, sweepRetention } from '#modules/retention/index.ts'

/** More due rows than these are not counted here. */
const MOST = 10_000

/** Rows that are due by the terms of today and have not ended. */
async function dueNow(house: House, tenant: string, purpose: string, days: number): Promise<string> {
  const ending = house.endings.all.find((one) => one.code === purpose)!
  const ask = { tenant, before: dueBefore(clock.now(), days), after: ending.first ?? FIRST, limit: MOST }
  const rows = await inScope(house.db, machine(tenant, 'retention'), (tx) => tx.all(ending.due(ask)))
  return rows.length === MOST ? `${MOST}+` : String(rows.length)
}

export async function retentionCommand(
  house: House,
  args: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { now: { type: 'boolean', default: false }, 'list-lost': { type: 'boolean', default: false } },
  })
  const { rows } = await house.db.pool.query<{ id: string; code: string; name: string }>(
    'select id, code, name from tenant order by made_at',
  )
  for (const { id: tenant, code, name } of rows) {
    say(`${code} ${name}`)
    if (values.now) {
      const swept = await sweepRetention(house, tenant, true)
      const sum = (of: (one: (typeof swept)[number]) => number) => swept.reduce((all, one) => all + of(one), 0)
      say(`  销毁 ended ${sum((one) => one.ended)}，保全 held ${sum((one) => one.held)}`)
    }
    const { rules } = await perform(house, retentionRules, machine(tenant, 'retention'), {})
    for (const { purpose, zh, en, days, signed, held, ended } of rules) {
      const due = await dueNow(house, tenant, purpose, days)
      say(`  ${purpose}  ${zh} · ${en}`)
      say(
        `    ${days} 天 days${signed ? '，签字后 when signed' : ''}：到期 due ${due}，保全 held ${held}，已销毁 ended ${ended}`,
      )
    }
  }
}
