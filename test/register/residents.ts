// Invented residents of a building, written past the door for tests of what is shown of them; ID numbers begin with 99.
import { randomUUID } from 'node:crypto'
import { sealPerson } from '#modules/register/people/sealed.ts'
import type { Street } from '#test/street.ts'

export type Resident = {
  readonly id: string
  readonly home: string
  readonly household: string
  readonly name: string
  readonly phone: string
  readonly birth: string
  readonly number: string
  readonly building: string
  readonly room: string
}

const NAMES = ['张伟民', '王秀英', '李小兰', '单晓兰', '曾国庆', '吕桂芳', '欧阳明珠', '陈志远', '杨丽', '赵永强']
let count = 0

/** Residents of so many homes, one household each, in a building of the demo street. */
export async function settle(
  street: Street,
  building: string,
  homes: number,
  { each = 2, names = NAMES, tenant = street.tenant } = {},
): Promise<Resident[]> {
  const { rows } = await street.owner.query<{ id: string; pos: string; grid: string }>(
    `select b.id, b.area_pos as pos, g.id as grid from area b
     join area g on g.tenant_id = b.tenant_id and g.level = 'grid' and g.area_pos <= b.area_pos and g.area_end >= b.area_pos
     where b.tenant_id = $1 and b.name = $2`,
    [tenant, building],
  )
  const { id: buildingId, pos, grid } = rows[0]!
  const made: Resident[] = []
  const now = '2026-03-01T00:00:00Z'
  for (let at = 0; at < homes; at++) {
    const [home, household] = [randomUUID(), randomUUID()]
    const room = `${Math.floor(at / 4) + 1}0${(at % 4) + 1}`
    const address = `${building}1单元${room}室`
    await street.owner.query(
      `insert into home (tenant_id, id, building_id, grid_id, area_pos, address, address_key, unit, room, source, as_of, made_at, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, '1单元', $8, 'test', '2026-03-01', $9, $9)`,
      [tenant, home, buildingId, grid, pos, address, address, `${room}室`, now],
    )
    for (let one = 0; one < each; one++) {
      const no = ++count
      const id = randomUUID()
      const plain = {
        name: names[no % names.length]!,
        phone: `1397${String(1_000_000 + no * 7_919).slice(-7)}`,
        birth: `19${50 + (no % 50)}-0${1 + (no % 9)}-1${no % 9}`,
        homePlace: '',
        need: '',
        number: `9901011975${String(10_000_000 + no).slice(-8)}`,
      }
      const sealed = sealPerson(street.house.keys, { tenant, id, seal: 1 }, plain, { addressKey: address })
      await street.owner.query(
        `insert into person (tenant_id, id, class, home_id, household_id, grid_id, area_pos, name, phone, birth, birth_year,
           number_mac, phone_mac, same_mac, key_version, source, as_of, made_at, changed_at)
         values ($1, $2, 'registered', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'test', '2026-03-01', $15, $15)`,
        [
          ...[tenant, id, home, household, grid, pos, sealed.name, sealed.phone, sealed.birth, sealed.birth_year],
          ...[sealed.number_mac, sealed.phone_mac, sealed.same_mac, sealed.key_version, now],
        ],
      )
      made.push({ id, home, household, building, room, ...plain })
    }
  }
  return made
}

/** A running visit of somebody to a home. */
export async function visit(street: Street, login: string, home: string, at: Date): Promise<string> {
  const { rows } = await street.owner.query<{ id: string }>(
    `insert into home_visit (tenant_id, id, home_id, area_pos, made_by, begun_at, changed_at)
     select h.tenant_id, $1, h.id, h.area_pos, a.id, $2, $2 from home h join account a on a.tenant_id = h.tenant_id and a.login = $3
     where h.id = $4 returning id`,
    [randomUUID(), at, login, home],
  )
  return rows[0]!.id
}

/** A request of a person to correct his entry, as it stands in the table. */
export async function correctionOf(street: Street, person: string, state = 'open'): Promise<string> {
  const { rows } = await street.owner.query<{ id: string }>(
    `insert into correction (tenant_id, id, person_id, area_pos, words, state, due_at, made_at, changed_at)
     select tenant_id, $1, id, area_pos, '\\x00', $2, made_at, made_at, made_at from person where id = $3 returning id`,
    [randomUUID(), state, person],
  )
  return rows[0]!.id
}
