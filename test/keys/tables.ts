// People of the register laid straight into their table, sealed as the register seals them; read and changed as it does.
import type { ClientBase, Pool } from 'pg'
import type { Keys } from '#kernel/crypto.ts'
import { newId } from '#kernel/ids.ts'
import { bindingIn, columnsOf } from '#kernel/keys/sealed.ts'
import { sealed } from '#modules/index.ts'

const person = sealed.find((one) => one.table === 'person')!
const at = (column: string) => columnsOf(person).find((one) => one.column === column)!

export type Laid = { readonly tenant: string; readonly row: string; readonly phone: string; readonly number: string }

const phoneOf = (n: number) => `139${String(n).padStart(8, '0')}`

export const nameOf = (one: Laid): string => `周${one.phone.slice(3)}`
const needOf = (one: Laid) => `行动不便 ${one.phone}`

/** What of a person's row is sealed or hashed, for the `seal`th time. */
export const personValues = (keys: Keys, one: Laid, seal: number) => ({
  name: keys.seal(nameOf(one), bindingIn(person, at('name'), one, seal)),
  phone: keys.seal(one.phone, bindingIn(person, at('phone'), one, seal)),
  need: keys.seal(needOf(one), bindingIn(person, at('need'), one, seal)),
  phone_mac: keys.blind(one.tenant, 'phone', one.phone),
  key_version: keys.version,
})

/** As many people with a phone and a need, a thousand at a time. */
export async function layPeople(pool: Pool | ClientBase, keys: Keys, tenant: string, count: number): Promise<Laid[]> {
  const people = Array.from({ length: count }, (_, n) => ({
    ...{ tenant, row: newId(), phone: phoneOf(n), number: `99${String(n).padStart(16, '0')}` },
  }))
  for (let from = 0; from < people.length; from += 1_000) {
    const some = people.slice(from, from + 1_000)
    const rows = some.map((one) => personValues(keys, one, 1))
    await pool.query(
      `insert into person (tenant_id, id, class, grid_id, area_pos, name, phone, need, phone_mac, number_mac, source, as_of, made_at, changed_at)
       select $1, u.id, 'registered', $1, 1, u.name, u.phone, u.need, u.phone_mac, u.number_mac, 'test', '2026-11-01', now(), now()
       from unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[]) u(id, name, phone, need, phone_mac, number_mac)`,
      [
        tenant,
        some.map((one) => one.row),
        rows.map((row) => row.name),
        rows.map((row) => row.phone),
        rows.map((row) => row.need),
        rows.map((row) => row.phone_mac),
        some.map((one) => keys.blind(tenant, 'id number', one.number)),
      ],
    )
  }
  return people
}

type Row = {
  readonly id: string
  readonly name: Buffer
  readonly need: Buffer
  readonly phone_mac: Buffer
  readonly seal_no: number
}
const COLUMNS = 'id, name, need, phone_mac, seal_no'

function isWhole(keys: Keys, one: Laid, row: Row): boolean {
  const opens = (column: 'name' | 'need') => keys.open(row[column], bindingIn(person, at(column), one, row.seal_no))
  return opens('name') === nameOf(one) && opens('need') === needOf(one)
}

/** How many do not open, or are not found by their phone under the newest key. */
export async function countLost(pool: Pool, keys: Keys, people: readonly Laid[]): Promise<number> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from person where tenant_id = $1`, [people[0]!.tenant])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return people.filter((one) => {
    const row = byId.get(one.row)
    return !row?.phone_mac.equals(keys.blind(one.tenant, 'phone', one.phone)) || !isWhole(keys, one, row)
  }).length
}

/** As the register reads: found by the phone under every key that may still be in use, opened with its seal number. */
export async function readByPhone(pool: Pool, keys: Keys, one: Laid): Promise<boolean> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from person where tenant_id = $1 and phone_mac = any($2)`, [
    one.tenant,
    keys.blinds(one.tenant, 'phone', one.phone),
  ])
  const row = rows.find(({ id }) => id === one.row)
  return row !== undefined && isWhole(keys, one, row)
}

/** As the register writes: the row is locked, and all that is sealed of it is sealed once more. */
export async function changePerson(pool: Pool, keys: Keys, one: Laid): Promise<boolean> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ seal_no: number }>(
      'select seal_no from person where tenant_id = $1 and id = $2 for update',
      [one.tenant, one.row],
    )
    const seal = rows[0]!.seal_no + 1
    const { name, phone, need, phone_mac, key_version } = personValues(keys, one, seal)
    await client.query(
      `update person set name = $3, phone = $4, need = $5, phone_mac = $6, key_version = $7, seal_no = $8, version = version + 1
       where tenant_id = $1 and id = $2`,
      [one.tenant, one.row, name, phone, need, phone_mac, key_version, seal],
    )
    await client.query('commit')
    return true
  } finally {
    client.release()
  }
}
