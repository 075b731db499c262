// What the clock does by itself: warns at 80 %, climbs when a limit runs out, ends pauses, closes what nobody rates, asks later, archives.
import { sql } from 'kysely'
import { machineOnly } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { matter } from '../contract.ts'
import { ARCHIVE_DAYS, type SWEPT, TOP_LEVEL } from '../lifecycle.ts'

const DAY_MS = 86_400_000
/** Of each sort in one round; the next round takes what is left. */
const MOST = 100

type Found = { id: string; what: (typeof SWEPT)[number] }

/** One statement that names what is due, the oldest first. */
export const dueNow = (tx: Tx, tenant: string, now: Date): Promise<Found[]> => {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  return tx.all(sql<Found>`
    (select m.id, case m.state when 'dispatched' then 'climb' else 'raise' end as what from matter_clock c
      join matter m on m.tenant_id = ${tenant} and m.id = c.matter_id
      where c.tenant_id = ${tenant} and c.stopped_at is null and c.due_at <= ${now} and c.kind in ('take', 'sign', 'answer', 'finish')
        and m.state in ('reported', 'dispatched', 'handling') and m.level < ${TOP_LEVEL} and (m.raised_at is null or c.due_at > m.raised_at)
        and not (m.state = 'reported' and m.returns >= 2 and not m.ruled)
      group by m.id, m.state order by min(c.due_at) limit ${MOST})
    union all
    (select m.id, 'warn' from matter m where m.tenant_id = ${tenant} and m.clock is not null and m.warn_at <= ${now} and (m.due_at > ${now} or m.state = 'replied')
      and (m.warned_at is null or m.warned_at < m.warn_at) and m.state in ('reported', 'dispatched', 'handling', 'finished', 'replied') order by m.due_at limit ${MOST})
    union all
    (select m.id, 'resume' from matter m join matter_pause p on p.tenant_id = ${tenant} and p.matter_id = m.id and p.ended_at is null and p.until_at <= ${now}
      where m.tenant_id = ${tenant} and m.state = 'paused' limit ${MOST})
    union all
    (select m.id, 'lapse' from matter m where m.tenant_id = ${tenant} and m.state = 'replied' and m.clock = 'rate' and m.due_at <= ${now}
        and m.warned_at >= m.replied_at and m.warned_at <= ${before(1)} order by m.due_at limit ${MOST})
    union all
    (select m.id, 'askEffect' from matter m join matter_kind kind on kind.tenant_id = ${tenant} and kind.code = m.kind and kind.effect_days > 0
      where m.tenant_id = ${tenant} and m.state = 'closed' and m.effect_asked_at is null and not m.lapsed and m.solved
        and m.closed_at <= ${now}::timestamptz - make_interval(days => kind.effect_days) limit ${MOST})
    union all
    (select m.id, 'archive' from matter m where m.tenant_id = ${tenant} and m.state in ('closed', 'declined', 'merged', 'withdrawn')
      and m.closed_at <= ${before(ARCHIVE_DAYS)} and (m.effect_asked_at is null or m.effect_asked_at <= ${before(ARCHIVE_DAYS)})
      and not exists (select 1 from matter main where main.tenant_id = ${tenant} and main.id = m.merged_into and main.state <> 'archived')
      and not exists (select 1 from matter_kind kind where kind.tenant_id = ${tenant} and kind.code = m.kind and kind.effect_days > ${ARCHIVE_DAYS} and m.solved and m.effect_asked_at is null)
      order by m.closed_at limit ${MOST})`)
}

export const due = operation(matter.due, {
  permit: [machineOnly],
  async run({ tx, actor, now }) {
    return { due: (await dueNow(tx, actor.tenant, now)).map(({ id, what }) => ({ id, what })) }
  },
})
