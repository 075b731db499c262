// What a schema must be so that it can be spread over many machines (distributed.md 1, rules 1 to 8), read from the database itself.
import type { Pool, PoolClient } from 'pg'
import { BY_HASH, NODE, SHARED } from './kinds.ts'

type Row = {
  name: string
  columns: { name: string; type: string; notNull: boolean; identity: string; fallback: string | null }[]
  keys: { kind: 'p' | 'u' | 'x'; columns: string[] }[]
  references: { to: string; columns: string[]; toColumns: string[]; onDelete: string; onUpdate: string }[]
  triggers: string[]
  secured: boolean
  policies: number
}

const READ = `
  with names as (select a.attrelid as rel, a.attnum, a.attname from pg_attribute a where a.attnum > 0 and not a.attisdropped)
  select c.relname as name, c.relrowsecurity as secured, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'notNull', a.attnotnull,
        'identity', a.attidentity, 'fallback', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(json_agg(json_build_object('kind', case when i.indisprimary then 'p' when i.indisexclusion then 'x' else 'u' end,
        'columns', (select json_agg(n.attname order by k.at) from unnest(i.indkey::int2[]) with ordinality k (num, at) join names n on n.rel = c.oid and n.attnum = k.num))), '[]')
      from pg_index i where i.indrelid = c.oid and (i.indisunique or i.indisexclusion)) as keys,
    (select coalesce(json_agg(json_build_object('to', k.confrelid::regclass::text, 'onDelete', k.confdeltype, 'onUpdate', k.confupdtype,
        'columns', (select json_agg(n.attname order by u.at) from unnest(k.conkey) with ordinality u (num, at) join names n on n.rel = k.conrelid and n.attnum = u.num),
        'toColumns', (select json_agg(n.attname order by u.at) from unnest(k.confkey) with ordinality u (num, at) join names n on n.rel = k.confrelid and n.attnum = u.num))), '[]')
      from pg_constraint k where k.conrelid = c.oid and k.contype = 'f') as references,
    (select coalesce(json_agg(t.tgname), '[]') from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers
  from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by c.relname`

const CONTRIB = ['plpgsql', 'pg_trgm', 'btree_gin', 'btree_gist']
const FALLS_BACK_TO = /^(pg_current_xact_id\(\)|now\(\)|'[^']*'::[\w[\]" ]+|true|false|-?\d+)$/

function tenantFaults(table: Row): string[] {
  const faults: string[] = []
  const first = table.columns[0]!
  if (first.name !== 'tenant_id' || first.type !== 'uuid' || !first.notNull)
    faults.push('does not begin with tenant_id uuid not null')
  if (!table.keys.some((key) => key.kind === 'p')) faults.push('has no primary key')
  for (const key of table.keys) if (key.columns[0] !== 'tenant_id') faults.push(`has a key on ${key.columns}`)
  for (const { to, columns, toColumns, onDelete, onUpdate } of table.references) {
    if (SHARED.includes(to) || NODE.includes(to)) faults.push(`refers to ${to}`)
    if (columns[0] !== 'tenant_id' || toColumns[0] !== 'tenant_id') faults.push(`refers to ${to} by ${columns}`)
    if (!['a', 'r', 'c'].includes(onDelete) || !['a', 'r'].includes(onUpdate))
      faults.push(`refers to ${to} with SET NULL or a cascade of updates`)
  }
  if (!table.secured || table.policies === 0) faults.push('has no row-level security')
  return faults
}

function anyFaults(table: Row): string[] {
  const faults = table.triggers.map((trigger) => `has the trigger ${trigger}`)
  for (const { name, identity, fallback } of table.columns) {
    if (identity) faults.push(`numbers ${name} by itself`)
    if (fallback && !FALLS_BACK_TO.test(fallback)) faults.push(`fills ${name} with ${fallback}`)
  }
  if (SHARED.includes(table.name) || NODE.includes(table.name))
    for (const { to } of table.references) if (!SHARED.includes(to)) faults.push(`refers to ${to}`)
  return faults
}

export async function schemaFaults(database: Pool | PoolClient): Promise<string[]> {
  const { rows: tables } = await database.query<Row>(READ)
  const { rows: odd } = await database.query<{ what: string }>(
    `select 'type ' || typname as what from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
     union all select 'sequence ' || relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
     union all select 'extension ' || extname from pg_extension where extname <> all ($1)`,
    [CONTRIB],
  )
  const faults = tables.flatMap((table) => {
    const plain = SHARED.includes(table.name) || NODE.includes(table.name) || table.name in BY_HASH
    return [...(plain ? [] : tenantFaults(table)), ...anyFaults(table)].map((fault) => `${table.name} ${fault}`)
  })
  return [...faults, ...odd.map(({ what }) => `there is ${what}`)]
}

/** Tables that a migration makes without saying how they are spread. */
export function spreadFaults(migrations: readonly { name: string; sql: string }[]): string[] {
  return migrations.flatMap(({ name, sql }) =>
    [...sql.matchAll(/create table (?:if not exists )?(\w+)/gi)]
      .map(([, table]) => table!)
      .filter((table) => !NODE.includes(table) && !new RegExp(`select (distribute|reference)\\('${table}'`).test(sql))
      .map((table) => `${name} does not spread ${table}`),
  )
}
