// Lets something happen to rows and then puts them back as they were, but for planted texts.
import type { Pool } from 'pg'
import { MARK } from '../access/canaries.ts'

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

type Row = Readonly<Record<string, unknown>> & { readonly id: string }
type Seen = { readonly name: string; readonly row: Row }

/** Rows of a matter that its moves start, stop and decide. */
const OF_A_MATTER = ['matter_clock', 'matter_request']

const known = new WeakMap<Pool, string[]>()

/** Tables whose rows have an id. What is only ever added to stays out. */
async function tablesOf(owner: Pool): Promise<string[]> {
  const { rows } = known.has(owner)
    ? { rows: [] }
    : await owner.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and c.relname not in ('journal', 'seal', 'command', 'directory', 'session')`,
      )
  if (rows.length)
    known.set(
      owner,
      rows.map(({ name }) => name),
    )
  return known.get(owner)!
}

/** Columns without sealed ones: what is sealed cannot be looked into for a planted text. */
const look = async (owner: Pool, tables: readonly string[], ids: readonly string[]): Promise<Seen[]> => {
  const key = (name: string) => (OF_A_MATTER.includes(name) ? 'matter_id' : 'id')
  const one = (name: string) =>
    `select '${name}' as name, to_jsonb(t) as row from ${name} t where ${key(name)} = any($1::uuid[])`
  return (await owner.query<Seen>(tables.map(one).join(' union all '), [ids])).rows
}

const isSealed = (value: unknown) => typeof value === 'string' && value.startsWith('\\x')

/** Runs `act`, then sets the rows named in `ids` back, states, versions and times. Texts that `act` planted in them stay. */
export async function asItWas(owner: Pool, ids: string, act: () => Promise<void>): Promise<void> {
  const named = [...new Set(ids.match(UUID))]
  const tables = await tablesOf(owner)
  const before = await look(owner, tables, named)
  await act()
  const after = new Map((await look(owner, tables, named)).map(({ name, row }) => [`${name} ${row.id}`, row]))
  for (const { name, row } of before) {
    const now = after.get(`${name} ${row.id}`)
    after.delete(`${name} ${row.id}`)
    if (!now) continue
    const changed = Object.keys(row).filter((column) => {
      const [was, is] = [JSON.stringify(row[column]), JSON.stringify(now[column])]
      return was !== is && !is.includes(MARK) && !isSealed(now[column]) && !isSealed(row[column])
    })
    if (changed.length === 0) continue
    await owner.query(
      `update ${name} t set ${changed.map((one) => `${one} = x.${one}`).join(', ')} from jsonb_populate_record(null::${name}, $1) x where t.id = x.id`,
      [JSON.stringify(row)],
    )
  }
  const started = [...after.keys()].flatMap((key) => (key.startsWith('matter_clock ') ? [key.split(' ')[1]] : []))
  await owner.query('delete from matter_clock where id = any($1)', [started])
}
