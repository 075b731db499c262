// The bare way to a page of twenty with its total: one statement by hand, for a reader whose area is taken from his session.
import type { Pool } from 'pg'

export type ListAsked = {
  readonly view?: string
  readonly gridId?: string
  readonly state?: string
  readonly sort?: 'due' | 'newest'
}
export type Reader = { readonly tenant: string; readonly pos: number; readonly end: number }

type Row = Record<string, unknown> & { total: number }

const LIMIT = 20
const EXACT_UP_TO = 1_000

/** The same filters, order and columns as `matter.list`, and the joins that its answer needs; no rule is asked. */
function statement(reader: Reader, asked: ListAsked): { text: string; values: unknown[] } {
  const values: unknown[] = [reader.tenant, reader.pos, reader.end]
  const where = ['m.tenant_id = $1', 'm.area_pos between $2 and $3']
  const and = (text: string, value: unknown) => where.push(`${text} = $${values.push(value)}`)
  if (asked.view === 'open') where.push(`m.state in ('reported', 'handling', 'finished')`)
  if (asked.gridId) and('m.grid_id', asked.gridId)
  if (asked.state) and('m.state', asked.state)
  const order = asked.sort === 'newest' ? 'm.reported_at desc, m.id desc' : 'm.due_at nulls last, m.id'
  const matches = where.join(' and ')
  const text = `
    select m.id, m.no, m.state, m.version, m.round, m.kind, m.title, m.address, m.grid_id, m.reported_at, m.changed_at, m.photos, m.emergency,
      m.clock, m.warn_at, m.due_at, kind.zh as kind_zh, kind.en as kind_en, grid.name as grid_name, handler.name as handler_name,
      running.started_at, photo.id as cover, counted.n as total
    from (select * from matter m where ${matches} order by ${order} limit ${LIMIT + 1}) m
      cross join (select count(*)::int as n from (select 1 from matter m where ${matches} limit ${EXACT_UP_TO + 1}) x) counted
      join matter_kind kind on kind.tenant_id = $1 and kind.code = m.kind
      left join area grid on grid.tenant_id = $1 and grid.id = m.grid_id
      left join account handler on handler.tenant_id = $1 and handler.id = m.handler_id
      left join lateral (select c.started_at from matter_clock c where c.tenant_id = $1 and c.matter_id = m.id and c.kind = m.clock and c.stopped_at is null limit 1) running on true
      left join lateral (select f.id from file f where f.tenant_id = $1 and f.subject_id = m.id order by f.id limit 1) photo on true
    order by ${order}`
  // Without a name it is planned for these values: a kept plan for any values took three times as long.
  return { text, values }
}

/** The JSON that `matter.list` answers, without what the reader may do. */
export async function bareList(pool: Pool, reader: Reader, asked: ListAsked): Promise<object> {
  const { rows } = await pool.query<Row>(statement(reader, asked))
  const total = rows[0]?.total ?? 0
  return {
    matters: rows.slice(0, LIMIT).map((row) => ({
      ...{
        id: row.id,
        no: row.no,
        state: row.state,
        kind: row.kind,
        kindZh: row.kind_zh,
        kindEn: row.kind_en,
        title: row.title,
      },
      ...{ address: row.address, gridId: row.grid_id, gridName: row.grid_name ?? '', reportedAt: row.reported_at },
      ...{
        changedAt: row.changed_at,
        handlerName: row.handler_name ?? '',
        round: row.round,
        photos: row.photos,
        cover: row.cover,
      },
      ...{
        emergency: row.emergency,
        clock: row.clock,
        warnAt: row.warn_at,
        dueAt: row.due_at,
        startedAt: row.started_at,
      },
      ...{ version: row.version, can: [] },
    })),
    total: Math.min(total, EXACT_UP_TO),
    more: total > EXACT_UP_TO,
    next: rows.length > LIMIT ? [rows[LIMIT - 1]!.due_at, rows[LIMIT - 1]!.id] : null,
  }
}
