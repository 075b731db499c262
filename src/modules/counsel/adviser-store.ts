// SQL of who stands by an area with the law, and of what he did there.
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { LawPostTable } from '#kernel/schema/tables.ts'
import type { Span } from './store.ts'

export type PostRow = Selectable<LawPostTable> &
  Readonly<Record<'name' | 'name_en' | 'firm' | 'area_name' | 'area_name_en', string>>
export type ServiceSum = {
  readonly area_pos: number
  readonly services: number
  readonly minutes: number
  readonly came: number
  readonly last: string
}

const posts = (tenant: string) =>
  k
    .selectFrom('law_post')
    .innerJoin('sitter', (join) =>
      join.onRef('sitter.id', '=', 'law_post.sitter_id').on('sitter.tenant_id', '=', tenant),
    )
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'law_post.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('law_post')
    .select(['sitter.name', 'sitter.name_en', 'sitter.firm', 'area.name as area_name', 'area.name_en as area_name_en'])
    .where('law_post.tenant_id', '=', tenant)
    .where('law_post.ended_at', 'is', null)

/** In office on that day, of this area, of one above it or below; the adviser before the residents. */
export const postsOver = (tx: Tx, tenant: string, { pos, end }: Span, day: string): Promise<PostRow[]> =>
  tx.all(
    posts(tenant)
      .where('law_post.area_pos', '<=', end)
      .where('law_post.area_end', '>=', pos)
      .where('law_post.from_on', '<=', day)
      .where('law_post.to_on', '>=', day)
      .orderBy('law_post.role')
      .orderBy('law_post.from_on')
      .orderBy('law_post.id')
      .limit(1000),
  )

export const lockPostOf = (tx: Tx, tenant: string, id: string): Promise<PostRow | undefined> =>
  tx.first(posts(tenant).where('law_post.id', '=', id).forUpdate('law_post'))

/** What was done in an area from one day to another, by the place it was done for: whoever did it, in office still or not. */
export const servicesIn = (tx: Tx, tenant: string, { pos, end }: Span, from: string, to: string) =>
  tx.all(sql<ServiceSum>`
    select area_pos::float8 as area_pos, count(*)::int as services, sum(minutes)::int as minutes, sum(came)::int as came,
      max(on_day)::text as last
    from law_service where tenant_id = ${tenant} and area_pos >= ${pos} and area_pos <= ${end}
      and on_day >= ${from}::date and on_day <= ${to}::date
    group by area_pos`)

/** Whose term as the adviser of this very area meets these days. Asked while the area is held (holdArea). */
export const advisersIn = (tx: Tx, tenant: string, area: string, from: string, to: string): Promise<PostRow[]> =>
  tx.all(
    posts(tenant)
      .where('law_post.area_id', '=', area)
      .where('law_post.role', '=', 'adviser')
      .where('law_post.from_on', '<=', to)
      .where('law_post.to_on', '>=', from),
  )

/** One appointment in an area at a time: two that come at once do not both find it free. */
export const holdArea = (tx: Tx, tenant: string, area: string) =>
  tx.all(sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant}/law_post/${area}`}, 0))`)

export const endPost = ({ tenant_id, id, version }: PostRow, now: Date): Statement<unknown> =>
  k
    .updateTable('law_post')
    .set({ ended_at: now, version: version + 1, changed_at: now })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
