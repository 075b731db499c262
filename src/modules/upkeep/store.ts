// All SQL of upkeep: counts and ages, of one district where rows belong to one, of the whole machine where they do not. It reads alone.
import { sql } from 'kysely'
import type { Tx } from '#kernel/database.ts'

export type StateCount = { readonly state: string; readonly count: number }

/** Matters not over, by state. Two questions, since each has an index of its own. */
export const openMatters = (tx: Tx, tenant: string) =>
  tx.all(
    sql<StateCount>`
      select m.state, count(*)::int as count from matter m where m.tenant_id = ${tenant}
        and m.state in ('reported', 'dispatched', 'handling', 'paused', 'finished') group by m.state
      union all
      select r.state, count(*)::int from matter r where r.tenant_id = ${tenant}
        and r.state in ('finished', 'replied') and r.state = 'replied' group by r.state`,
  )

export async function lateMatters(tx: Tx, tenant: string, now: Date): Promise<number> {
  const found = await tx.first(
    sql<{ count: number }>`select count(*)::int as count from matter m where m.tenant_id = ${tenant}
      and m.state in ('reported', 'dispatched', 'handling', 'paused', 'finished') and m.due_at <= ${now}`,
  )
  return found?.count ?? 0
}

export type Waiting = { readonly count: number; readonly oldest: Date | null }

/** Moves of matters that nobody was told of yet. */
export async function untold(tx: Tx, tenant: string): Promise<Waiting> {
  const found = await tx.first(
    sql<Waiting>`select count(*)::int as count, min(n.at) as oldest from notice_move n where n.tenant_id = ${tenant}`,
  )
  return found ?? { count: 0, oldest: null }
}

export type ChannelRow = {
  readonly channel: 'sms' | 'email'
  readonly waiting: number
  /** The oldest that was due by now. */
  readonly due: Date | null
  /** Waiting to be tried again after a failure. */
  readonly failing: number
  /** Given up for a day now or less; not what its reader took back or has done meanwhile. */
  readonly lost: number
  readonly sent: Date | null
}

export const channels = (tx: Tx, tenant: string, now: Date) => {
  const yesterday = new Date(now.getTime() - 86_400_000)
  return tx.all(
    sql<ChannelRow>`select o.channel,
        count(*) filter (where o.next_at is not null)::int as waiting,
        min(o.next_at) filter (where o.next_at <= ${now}) as due,
        count(*) filter (where o.state = 'failed')::int as failing,
        count(*) filter (where o.state = 'given_up' and o.changed_at > ${yesterday}
          and o.error not in ('withdrawn', 'overtaken', 'restored'))::int as lost,
        max(o.changed_at) filter (where o.state = 'sent') as sent
      from outbox o where o.tenant_id = ${tenant} and (o.next_at is not null or o.changed_at > ${yesterday})
      group by o.channel`,
  )
}

export const outboxStates = (tx: Tx, tenant: string) =>
  tx.all(
    sql<{ channel: 'sms' | 'email'; state: string; count: number }>`
      select o.channel, o.state, count(*)::int as count from outbox o
      where o.tenant_id = ${tenant} and o.next_at is not null group by o.channel, o.state`,
  )

export type JobRow = { readonly state: string; readonly count: number; readonly due: Date | null }

/** Of the whole machine: jobs not done, and those that failed for good within a day. */
export const jobStates = (tx: Tx, now: Date) =>
  tx.all(
    sql<JobRow>`select j.state::text as state, count(*)::int as count,
        min(j.start_after) filter (where j.start_after <= ${now}) as due
      from pgboss.job j where j.name not like '\\_\\_pgboss%'
        and (j.state < 'completed' or (j.state = 'failed' and j.completed_on > ${new Date(now.getTime() - 86_400_000)}))
      group by j.state`,
  )

/** When the oldest row of the journal was written that no seal covers; of all districts. Null: everything is sealed. */
export async function oldestUnsealed(tx: Tx, tenant: string, era: number): Promise<Waiting> {
  const found = await tx.first(
    sql<Waiting>`select count(*)::int as count, min(j.at) as oldest from journal j
      where j.tenant_id = ${tenant} and j.era = ${era}
        and j.xid >= coalesce((select s.to_xid from seal s where s.era = ${era} order by s.no desc limit 1), '0'::xid8)`,
  )
  return found ?? { count: 0, oldest: null }
}

export async function appliedMigrations(tx: Tx): Promise<string[]> {
  const rows = await tx.all(sql<{ name: string }>`select name from migration order by name`)
  return rows.map((row) => row.name)
}
