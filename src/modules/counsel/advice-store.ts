// SQL of advice and of referrals to legal aid. The database gives them by the area they were noted in.
import { type Selectable, sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { AidCentreTable, LawAdviceTable } from '#kernel/schema/tables.ts'
import type { Span } from './store.ts'

export type AdviceRow = Selectable<LawAdviceTable> & Readonly<Record<'area_name' | 'area_name_en', string>>
export type CentreRow = Selectable<AidCentreTable>

const MOST = 200

const noted = (tenant: string) =>
  k
    .selectFrom('law_advice')
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'law_advice.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('law_advice')
    .select(['area.name as area_name', 'area.name_en as area_name_en'])
    .where('law_advice.tenant_id', '=', tenant)

export const adviceById = (tx: Tx, tenant: string, id: string): Promise<AdviceRow | undefined> =>
  tx.first(noted(tenant).where('law_advice.id', '=', id))

export const lockAdvice = (tx: Tx, tenant: string, id: string): Promise<AdviceRow | undefined> =>
  tx.first(noted(tenant).where('law_advice.id', '=', id).forUpdate('law_advice'))

export const adviceBetween = (tx: Tx, tenant: string, { pos, end }: Span, from: string, to: string) =>
  tx.all(
    noted(tenant)
      .where('law_advice.area_pos', '>=', pos)
      .where('law_advice.area_pos', '<=', end)
      .where('law_advice.on_day', '>=', from)
      .where('law_advice.on_day', '<=', to)
      .orderBy('law_advice.on_day', 'desc')
      .orderBy('law_advice.id', 'desc')
      .limit(MOST),
  )

/** Sent to a centre and not answered, the longest first. */
export const referredWithin = (tx: Tx, tenant: string, { pos, end }: Span): Promise<AdviceRow[]> =>
  tx.all(
    noted(tenant)
      .where('law_advice.area_pos', '>=', pos)
      .where('law_advice.area_pos', '<=', end)
      .where('law_advice.state', '=', 'referred')
      .orderBy('law_advice.referred_on')
      .orderBy('law_advice.id')
      .limit(MOST),
  )

export type AdviceCount = { readonly topic: string; readonly outcome: string; readonly count: number }

export const adviceCounts = (tx: Tx, tenant: string, { pos, end }: Span, from: string, to: string) =>
  tx.all(sql<AdviceCount>`
    select topic, outcome, count(*)::int as count from law_advice
    where tenant_id = ${tenant} and area_pos >= ${pos} and area_pos <= ${end}
      and on_day >= ${from}::date and on_day <= ${to}::date
    group by topic, outcome order by topic, outcome`)

export const changeAdvice = (
  { tenant_id, id, version }: AdviceRow,
  set: Readonly<Record<string, unknown>>,
  now: Date,
): Statement<unknown> =>
  k
    .updateTable('law_advice')
    .set({ ...set, version: version + 1, changed_at: now })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)

export const centresOf = (tx: Tx, tenant: string): Promise<CentreRow[]> =>
  tx.all(
    k
      .selectFrom('aid_centre')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .orderBy('ended_at', 'desc')
      .orderBy('id')
      .limit(100),
  )
