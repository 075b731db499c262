// What exists on the street, by the name a field has: so that drawn requests reach rows and not only refusals.
import type { Street } from '../street.ts'
import type { Known } from './valid.ts'

/** Which table's ids a field of this name speaks of; `id` alone goes by the module. */
const TABLES: Readonly<Record<string, string>> = {
  matter: 'matter',
  into: 'matter',
  area: 'area',
  grid: 'area',
  under: 'area',
  parent: 'area',
  account: 'account',
  post: 'post',
  agency: 'agency',
  unit: 'agency',
  place: 'place',
  room: 'room',
  team: 'team',
  file: 'file',
  rule: 'routing_rule',
  notice: 'notice',
}

const MOST = 60

async function column(street: Street, query: string): Promise<unknown[]> {
  const { rows } = await street.owner.query<{ v: unknown }>(query).catch(() => ({ rows: [] }))
  return rows.map(({ v }) => v)
}

/** Looked up once; what is made later is found by chance alone. */
export async function knownOf(street: Street, operations: readonly string[]): Promise<(operation: string) => Known> {
  const ids = new Map<string, unknown[]>()
  for (const table of new Set([...Object.values(TABLES), ...operations.map((name) => name.split('.')[0]!)]))
    ids.set(table, await column(street, `select id as v from "${table}" order by id desc limit ${MOST}`))
  const named: Readonly<Record<string, readonly unknown[]>> = {
    code: await column(street, `select code as v from place where retired_at is null limit ${MOST}`),
    kind: await column(street, 'select code as v from matter_kind'),
    login: await column(street, `select login as v from account limit ${MOST}`),
    no: await column(street, `select no as v from matter limit ${MOST}`),
    version: [0, 1, 2, 3],
    limit: [1, 20],
  }
  return (operation) => (field) => {
    const module = operation.split('.')[0]!
    const stem = field === 'id' ? module : field.replace(/Ids?$/, '')
    const of = /(^id|Ids?)$/.test(field) ? (TABLES[stem] ?? stem) : undefined
    return (of ? ids.get(of) : named[field]) ?? []
  }
}
