// What others may count of mediation files: one row each, without anybody in it, for the figures of an area and a period.
import { type SqlBool, sql } from 'kysely'
import type { Tx } from '#kernel/database.ts'
import type { MediationState } from './lifecycle.ts'
import type { MediationRow } from './store.ts'

type Span = { readonly pos: number; readonly end: number }

/** Days are days in Shanghai, as YYYY-MM-DD. */
export type CountedFile = Pick<
  MediationRow,
  'id' | 'kind' | 'source' | 'referred_by' | 'tier' | 'outcome' | 'committee_id' | 'area_pos' | 'reopened'
> & {
  readonly state: MediationState
  readonly applied_on: string
  readonly accepted_on: string | null
  /** The day an agreement took effect, or the file was closed without one. */
  readonly over_on: string | null
  readonly handed_up: boolean
  /** Parties themselves; who speaks for one is not counted with it. */
  readonly parties: number
  readonly form: 'written' | 'oral' | null
  readonly effective_on: string | null
  readonly confirmation: 'none' | 'asked' | 'taken' | 'confirmed' | 'rejected' | null
  /** Money in the agreement that stands, in fen. */
  readonly fen: number
  readonly terms: number
  readonly kept: number
  /** The last day by which something of the agreement is due; null where no day was agreed. */
  readonly last_due: string | null
  readonly committee: string | null
  readonly committee_en: string | null
  /** The building that the address begins with, where it is one of the tree. */
  readonly building_id: string | null
  readonly building: string | null
  readonly building_en: string | null
}

const DAY = (column: ReturnType<typeof sql>) => sql`to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`

/** Files applied for from the first day to the last, both counted, inside one of the intervals. */
export const filesCounted = (
  tx: Tx,
  tenant: string,
  spans: readonly Span[],
  from: string,
  to: string,
): Promise<CountedFile[]> => {
  const inside = sql.join(
    spans.map((span) => sql<SqlBool>`m.area_pos between ${span.pos} and ${span.end}`),
    sql` or `,
  )
  return tx.all(sql<CountedFile>`
    select m.id, m.kind, m.source, m.referred_by, m.tier, m.state, m.outcome, m.committee_id, m.area_pos, m.reopened,
      ${DAY(sql`m.applied_at`)} as applied_on, ${DAY(sql`m.accepted_at`)} as accepted_on,
      coalesce(a.effective_on::text, ${DAY(sql`m.closed_at`)}) as over_on,
      exists (select 1 from mediation_handover h where h.tenant_id = ${tenant} and h.mediation_id = m.id
        and h.to_tier > h.from_tier) as handed_up,
      (select count(*)::int from mediation_party p where p.tenant_id = ${tenant} and p.mediation_id = m.id
        and p.represents is null and p.agent_of is null) as parties,
      a.form, a.effective_on::text as effective_on, a.confirmation,
      coalesce(t.fen, 0) as fen, coalesce(t.terms, 0) as terms, coalesce(t.kept, 0) as kept, t.last_due,
      c.name as committee, c.name_en as committee_en, b.id as building_id, b.name as building, b.name_en as building_en
    from mediation m
    left join lateral (select one.* from mediation_agreement one where one.tenant_id = ${tenant}
      and one.mediation_id = m.id and one.ended_at is null order by one.made_at desc limit 1) a on true
    left join lateral (select sum(term.fen)::double precision as fen, count(*)::int as terms,
      count(term.done_on)::int as kept, max(term.due_on)::text as last_due from mediation_term term
      where term.tenant_id = ${tenant} and term.agreement_id = a.id) t on true
    left join lateral (select one.id, one.name, one.name_en from area one where one.tenant_id = ${tenant}
      and one.parent_id = m.grid_id and one.level = 'building' and starts_with(m.address, one.name)
      order by length(one.name) desc limit 1) b on true
    left join mediation_committee c on c.tenant_id = ${tenant} and c.id = m.committee_id
    where m.tenant_id = ${tenant} and (${spans.length ? inside : sql`false`})
      and m.applied_at >= ${from}::timestamp at time zone 'Asia/Shanghai'
      and m.applied_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    order by m.applied_at, m.id`)
}

/** Matters that became a file since a day; nothing else of them. */
export const filesOfMatters = async (
  tx: Tx,
  tenant: string,
  spans: readonly Span[],
  from: string,
): Promise<string[]> => {
  const inside = sql.join(
    spans.map((span) => sql<SqlBool>`area_pos between ${span.pos} and ${span.end}`),
    sql` or `,
  )
  const rows = await tx.all(sql<{ matter_id: string }>`
    select matter_id from mediation where tenant_id = ${tenant} and (${spans.length ? inside : sql`false`})
      and matter_id is not null and applied_at >= ${from}::timestamp at time zone 'Asia/Shanghai'`)
  return rows.map(({ matter_id }) => matter_id)
}
