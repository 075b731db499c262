// Starts and stops the clocks of a matter. A clock keeps the limit it was started with, whatever the rows say later.
import { type Selectable, sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { MatterClockTable } from '#kernel/schema/tables.ts'
import { dueAt, timeAt, type WorkingTime, warnAt } from '#modules/calendar/index.ts'
import type { KindRow, Rows } from './kinds.ts'

export type ClockRow = Selectable<MatterClockTable>
export type ClockKind = ClockRow['kind']
export type Counting = ClockRow['counting']
export type Started = { kind: ClockKind; dueAt: Date; warnAt: Date; statement: Statement<unknown> }

/** Minutes of an office day as most offices keep it (calendar/store.ts); a place sets its own limits. */
const WORKING_DAY = 420

/** Where a place has not set its own: taken in 30 minutes of duty, answered within 2 hours of the clock (mission M06). */
const USUAL = {
  take: {
    limit_minutes: 30,
    counting: 'duty',
    basis: '接单时限 30 分钟（值班时间）',
    basis_en: 'To be taken within 30 minutes of duty',
  },
  sign: {
    limit_minutes: 120,
    counting: 'duty',
    basis: '分派后 2 小时内签收（值班时间）',
    basis_en: 'To be signed for within 2 hours of duty after it was handed on',
  },
  answer: {
    limit_minutes: 120,
    counting: 'always',
    basis: '接单后 2 小时内响应',
    basis_en: 'The resident is answered within 2 hours after it was taken',
  },
  check: {
    limit_minutes: WORKING_DAY,
    counting: 'work',
    basis: '办结后 1 个工作日内核查',
    basis_en: 'Checked within one working day after it was finished',
  },
  rate: {
    limit_minutes: 7 * WORKING_DAY,
    counting: 'work',
    basis: '答复后 7 个工作日内评价',
    basis_en: 'Rated within 7 working days after the reply',
  },
} as const

export const timeFor = (tx: Tx, tenant: string, pos: number, counting: Counting): Promise<WorkingTime | 'always'> =>
  counting === 'always' ? Promise.resolve('always') : timeAt(tx, tenant, pos, counting)

/** Danger does not wait for office hours: then the limit for taking counts day and night (domain 4.3, kinds 0901, 0902, 0702). */
function limitOf(kind: ClockKind, rows: Rows, of: KindRow, urgent: boolean) {
  if (kind === 'finish')
    return {
      limit_minutes: of.limit_minutes,
      counting: of.counting,
      basis: `${of.zh}（${of.code}）办结时限`,
      basis_en: `Limit for finishing: ${of.en} (${of.code})`,
    }
  const limit = rows.limits.get(kind) ?? USUAL[kind]
  if (!urgent) return limit
  return {
    ...{ ...limit, counting: 'always' as const, basis: `${limit.basis}；紧急，昼夜连续` },
    basis_en: limit.basis_en && `${limit.basis_en}; urgent, day and night`,
  }
}

type Where = { tenant: string; areaPos: number }
type Matter = Where & { id: string; round: number }

/** When a limit that starts now would run out and when it would warn. */
export async function reckon(tx: Tx, at: Where, kind: ClockKind, rows: Rows, of: KindRow, now: Date, urgent = false) {
  const limit = limitOf(kind, rows, of, urgent)
  const time = await timeFor(tx, at.tenant, at.areaPos, limit.counting)
  return { limit, due: dueAt(time, now, limit.limit_minutes), warn: warnAt(time, now, limit.limit_minutes) }
}

export async function startClock(
  tx: Tx,
  matter: Matter,
  kind: ClockKind,
  rows: Rows,
  of: KindRow,
  now: Date,
  urgent = false,
): Promise<Started> {
  const { limit, due, warn } = await reckon(tx, matter, kind, rows, of, now, urgent)
  const statement = k.insertInto('matter_clock').values({
    tenant_id: matter.tenant,
    id: newId(),
    matter_id: matter.id,
    area_pos: matter.areaPos,
    round: matter.round,
    kind,
    counting: limit.counting,
    limit_minutes: limit.limit_minutes,
    basis: limit.basis,
    basis_en: limit.basis_en,
    started_at: now,
    warn_at: warn.at!,
    due_at: due.at!,
    provisional: due.provisional,
  })
  return { kind, dueAt: due.at!, warnAt: warn.at!, statement }
}

export const stopClocks = (tenant: string, matter: string, kinds: readonly ClockKind[], now: Date) =>
  k
    .updateTable('matter_clock')
    .set({ stopped_at: now })
    .where('tenant_id', '=', tenant)
    .where('matter_id', '=', matter)
    .where('kind', 'in', kinds)
    .where('stopped_at', 'is', null)

/** Clocks of a matter, oldest first; `running` only those that still count. */
export const clocksOf = (tx: Tx, tenant: string, matter: string) =>
  tx.all(
    k
      .selectFrom('matter_clock')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('matter_id', '=', matter)
      .orderBy('started_at')
      .orderBy(sql`kind`),
  )

/** The running clock that runs out first is the one a list shows. */
export const nextOf = (running: readonly { kind: ClockKind; dueAt: Date; warnAt: Date }[]) =>
  [...running].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0]

/** A clock that runs, given another limit. */
export const moveClock = (
  row: ClockRow,
  limitMinutes: number,
  due: Date,
  warn: Date,
  provisional: boolean,
): Started => ({
  kind: row.kind,
  dueAt: due,
  warnAt: warn,
  statement: k
    .updateTable('matter_clock')
    .set({ limit_minutes: limitMinutes, due_at: due, warn_at: warn, provisional })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id),
})
