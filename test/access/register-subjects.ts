// The people, homes and organisations of 第12网格 that the matrix asks about, with canaries in every sealed field.
import { randomUUID } from 'node:crypto'
import { clock, localDay } from '#kernel/clock.ts'
import { idCheckSign } from '#modules/register/classes/id-number.ts'
import { register } from '#modules/register/contract.ts'
import type { Person, Street } from '#test/street.ts'
import type { Canaries, Nest } from './canaries.ts'

type Versioned = { readonly id: string; readonly version: number }
type Entered = Versioned & { readonly householdId: string | null }

export type RegisterWorld = {
  readonly home: Versioned
  readonly emptyHome: Versioned
  readonly rental: Versioned
  readonly visit: string
  /** Head of a household in `home`; the other one lives there, too, and is in none. */
  readonly person: Versioned & { readonly household: string }
  readonly lodger: Versioned
  readonly died: Versioned
  readonly mergedOne: Versioned
  readonly organisation: Versioned
  readonly tie: string
  readonly slip: string
  /** Moves between communities that wait: one to the grid, one from it to the community next door. */
  readonly coming: string
  readonly leaving: string
  readonly nextDoor: string
  readonly compound: string
  readonly correction: string
  /** What opens the entry of `person` by telephone: never over, so that each cell may try it. */
  readonly ownWay: { readonly phone: string; readonly code: string; readonly tail: string }
  /** Asked for by the grid's worker, waiting for a second person. */
  readonly exported: string
  /** Asked for by `account`, to be fetched. */
  readonly fetchable: string
}

/** A code that was sent to somebody's telephone, and the number he is known by. */
async function codeThere(street: Street, person: string, phone: string) {
  const { keys } = street.house
  const { tenant, owner } = street
  const seventeen = '99010119600101001'
  const number = seventeen + idCheckSign(seventeen)
  const [id, code] = [randomUUID(), '482613']
  await owner.query('update person set number_mac = $2 where id = $1', [
    person,
    keys.blind(tenant, 'id number', number),
  ])
  await owner.query(
    `insert into own_code (tenant_id, id, phone_mac, code_mac, ends_at, made_at) values ($1, $2, $3, $4, '2100-01-01', $5)`,
    [
      ...[tenant, id, keys.mac('own code phone', `${tenant} ${phone}`), keys.mac('own code', `${id} ${code}`)],
      clock.now(),
    ],
  )
  return { phone, code, tail: number.slice(-6) }
}

/** Somebody next door is told to move to the grid, somebody of the grid to move there. */
async function movesThere(street: Street, canaries: Canaries, gridId: string, homeId: string) {
  const [desk, next] = [street.as('chenjing'), street.as('ninghaiyan')]
  const nextDoor = await street.areaId('柳岸社区')
  const nextGrid = (
    await street.owner.query<{ id: string }>(
      `select grid.id from area grid join area up on up.tenant_id = grid.tenant_id and up.id = $1
       where grid.level = 'grid' and grid.area_pos between up.area_pos and up.area_end order by grid.area_pos limit 1`,
      [nextDoor],
    )
  ).rows[0]!.id
  const home = await next.do(register.addHome, { areaId: nextGrid, address: '柳岸平房1' })
  // Shown to nobody here in full, wherever they live.
  const nest: Nest = { subject: '', spot: 'Tinglan', district: '990101' }
  const move = async (who: Person, from: string, toAreaId: string) => {
    const entered = { homeId: from, class: 'floating', name: canaries.name(nest), birth: '1970-01-01' } as const
    const { id, version } = await who.do(register.enter, entered)
    return (await who.do(register.relocate, { id, version, toAreaId, day: localDay(clock.now()) })).id
  }
  return { coming: await move(next, home.id, gridId), leaving: await move(desk, homeId, nextDoor), nextDoor }
}

/** One with a building of its name in the grid. */
const compoundOf = async (street: Street, gridId: string) =>
  (
    await street.owner.query<{ id: string }>(
      `select d.id from division d join division_part part on part.division_id = d.id and part.area_id = $1
         join area grid on grid.id = $1
         join area b on b.level = 'building' and b.area_pos between grid.area_pos and grid.area_end and starts_with(b.name, d.name)
       where d.kind = 'compound' limit 1`,
      [gridId],
    )
  ).rows[0]!.id

/** Everything by the grid's own worker and the community's desk, as on any day. */
export async function registerThere(
  street: Street,
  canaries: Canaries,
  gridId: string,
  account: string,
): Promise<RegisterWorld> {
  const [worker, desk] = [street.as('zhouxiaolan'), street.as('chenjing')]
  const nest: Nest = { subject: '', spot: 'grid 12', district: '990101' }
  const newHome = (room: string) =>
    worker.do(register.addHome, { areaId: gridId, address: `平房${room}${canaries.text('spot', nest)}`, room })
  const home = await newHome('1')
  const enter = (more: object): Promise<Entered> =>
    worker.do(register.enter, {
      ...{ homeId: home.id, class: 'registered', name: canaries.name(nest), phone: canaries.phone(nest) },
      ...{ birth: '1960-01-01', homePlace: canaries.text('inner', nest), need: canaries.text('inner', nest), ...more },
    })
  const phone = canaries.phone(nest)
  const person = await enter({ household: 'new', phone })
  const ownWay = await codeThere(street, person.id, phone)
  const lodger = await enter({ class: 'floating' })
  const died = await enter({})
  const mergedOne = await enter({})
  const gone = await worker.do(register.die, { id: died.id, version: 1, day: localDay(clock.now()) })
  const { merged } = await worker.do(register.merge, { id: mergedOne.id, version: 1, into: lodger.id, intoVersion: 1 })
  const changed = await worker.do(register.change, { id: lodger.id, version: 2, phone: canaries.phone(nest) })
  const emptyHome = await newHome('2')
  const letHome = await newHome('3')
  const rental = await worker.do(register.let, { homeId: letHome.id, fromDay: '2026-01-01' })
  const visit = await worker.do(register.beginVisit, { homeId: home.id })
  const organisation = await desk.do(register.addOrganisation, {
    ...{ areaId: gridId, class: 'property', name: '清荷物业', contactName: canaries.name(nest) },
    contactPhone: canaries.phone(nest),
  })
  const tie = await worker.do(register.tie, {
    ...{ id: person.id, kind: 'owns', toKind: 'home', toId: letHome.id, fromDay: '2020-01-01' },
  })
  const { slip } = await desk.do(register.giveSlip, { id: person.id })
  canaries.known(slip.replaceAll('-', ''), 'secret', nest)
  await street.stranger.do(register.askCorrection, { slip, words: canaries.text('words', nest) })
  const { corrections } = await desk.do(register.corrections, { areaId: gridId })
  const exporting = () =>
    worker.do(register.askExport, {
      ...{ areaId: gridId, class: 'registered', columns: ['name'], format: 'xlsx', reason: 'service' },
      for: { kind: 'document', no: '邻街办〔2026〕11 号' },
    })
  const { id: exported } = await exporting()
  const { id: fetchable } = await exporting()
  await street.owner.query('update register_export set asked_by = $2 where id = $1', [fetchable, account])
  await street.owner.query('update register_export set second = true, until = null where id = $1', [exported])
  const row = ({ id, version }: Versioned) => ({ id, version })
  return {
    ...{ home: row(home), emptyHome: row(emptyHome), rental: row(rental), visit: visit.id, tie: tie.id, slip },
    person: { ...row(person), household: person.householdId! },
    ...{ lodger: row(changed), died: row(gone), mergedOne: row(merged), organisation: row(organisation) },
    compound: await compoundOf(street, gridId),
    ...(await movesThere(street, canaries, gridId, home.id)),
    correction: corrections[0]!.id,
    ...{ exported, fetchable, ownWay },
  }
}
