// All SQL of rules: a row for each purpose, its change of tomorrow, and what the last look found.
import { type Selectable, sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { Ending } from '#kernel/ending/ending.ts'
import type { RetentionRuleTable } from '#kernel/schema/tables.ts'

export type RuleRow = Selectable<RetentionRuleTable>

export const rulesOf = (tx: Tx, tenant: string): Promise<RuleRow[]> =>
  tx.all(k.selectFrom('retention_rule').selectAll().where('tenant_id', '=', tenant))

export const ruleFor = (tx: Tx, tenant: string, purpose: string): Promise<RuleRow | undefined> =>
  tx.first(
    k
      .selectFrom('retention_rule')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('purpose', '=', purpose)
      .forUpdate(),
  )

/** Days that count on a day; without a row, what the module says. */
export const daysOn = (row: RuleRow | undefined, { days }: Pick<Ending, 'days'>, day: string): number =>
  row?.next_days != null && row.next_from! <= day ? row.next_days : (row?.days ?? days)

export const seedRules = (tenant: string, all: readonly Ending[], now: Date) =>
  k
    .insertInto('retention_rule')
    .values(all.map(({ code, days }) => ({ tenant_id: tenant, purpose: code, days, changed_at: now })))
    .onConflict((clash) => clash.doNothing())

/** Changes whose day has come are the rule now. */
export const takeEffect = (tenant: string, day: string) =>
  k
    .updateTable('retention_rule')
    .set({ days: sql`next_days`, next_days: null, next_from: null })
    .where('tenant_id', '=', tenant)
    .where('next_from', '<=', day)

export const planRule = (
  row: Pick<RuleRow, 'tenant_id' | 'purpose' | 'version'>,
  change: { days: number; nextDays: number; nextFrom: string; documentNo: string; by: string; now: Date },
) =>
  k
    .updateTable('retention_rule')
    .set({
      ...{ days: change.days, next_days: change.nextDays, next_from: change.nextFrom },
      ...{ document_no: change.documentNo, changed_by: change.by, changed_at: change.now, version: row.version + 1 },
    })
    .where('tenant_id', '=', row.tenant_id)
    .where('purpose', '=', row.purpose)

export const noteEnded = (tenant: string, purpose: string, count: number) =>
  k
    .updateTable('retention_rule')
    .set({ ended: sql`ended + ${count}` })
    .where('tenant_id', '=', tenant)
    .where('purpose', '=', purpose)

export const noteLooked = (tenant: string, purpose: string, due: number, held: number, now: Date) =>
  k
    .updateTable('retention_rule')
    .set({ due, held, looked_at: now })
    .where('tenant_id', '=', tenant)
    .where('purpose', '=', purpose)

/** Rows of these that are due by what the ending says today, wherever they stand in its pages. */
export const stillDue = (
  tx: Tx,
  ending: Ending,
  ask: { tenant: string; before: Date; first: string; ids: readonly string[] },
) =>
  tx.all(
    sql<{ id: string; area_pos: number | null }>`
      select due.id, due.area_pos from (${ending.due({ tenant: ask.tenant, before: ask.before, after: ask.first, limit: 2 ** 31 - 1 }) as ReturnType<typeof sql>}) due
      where due.id = any (${[...ask.ids]}::uuid[])`,
  )
