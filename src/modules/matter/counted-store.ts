// Matters as somebody counts them who looks at kinds, days and places: nobody is in these rows.
import { type SqlBool, sql } from 'kysely'
import type { Tx } from '#kernel/database.ts'

export type CountedMatter = {
  readonly id: string
  readonly kind: string
  readonly zh: string
  readonly en: string
  readonly reported_on: string
}
type Span = { readonly pos: number; readonly end: number }

/** Of the kinds whose code begins with these signs, reported from the first day to the last; one that was taken back or joined to another is none. */
export const mattersCounted = (
  tx: Tx,
  tenant: string,
  spans: readonly Span[],
  family: string,
  from: string,
  to: string,
): Promise<CountedMatter[]> => {
  const inside = sql.join(
    spans.map((span) => sql<SqlBool>`m.area_pos between ${span.pos} and ${span.end}`),
    sql` or `,
  )
  return tx.all(sql<CountedMatter>`
    select m.id, m.kind, kind.zh, kind.en, to_char(m.reported_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as reported_on
    from matter m
    join matter_kind kind on kind.tenant_id = ${tenant} and kind.code = m.kind
    where m.tenant_id = ${tenant} and (${spans.length ? inside : sql`false`})
      and starts_with(m.kind, ${family})
      and m.state <> 'merged' and m.state <> 'withdrawn'
      and m.reported_at >= ${from}::timestamp at time zone 'Asia/Shanghai'
      and m.reported_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
    order by m.reported_at, m.id`)
}
