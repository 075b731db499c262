// A checked row as the cells of its stage, hashed and sealed: what leaves the thread that reads a file.
import type { Keys } from '#kernel/crypto.ts'
import { newId } from '#kernel/ids.ts'
import type { Address } from '../classes/address.ts'
import type { Entry, HomeEntry, OrganisationEntry, PersonEntry, RentalEntry } from '../classes/entry.ts'
import { type PlainPerson, sealPerson, whoIs } from '../people/sealed.ts'
import type { Cell } from './copy-text.ts'
import type { Building, Within } from './places.ts'
import type { ReadingTask } from './task.ts'

/** A row ready for its chunk. `who`: by what a repeat is known; null where nothing tells it from another. */
export type ReadyRow = {
  readonly id: string
  readonly who: Buffer | null
  readonly said: Buffer
  /** After n, sheet, line and id, in the order of the stage; a person's twin is added by the caller. */
  cells(): readonly Cell[]
}

type Making = { readonly keys: Keys; readonly task: ReadingTask }

/** Floor of a room: 502室 is on the fifth, 1203室 on the twelfth. */
function floorOf(room: string): number | null {
  const digits = /^\d{3,4}/.exec(room)?.[0]
  return digits ? Number(digits.slice(0, -2)) : null
}

/** One way of writing a home's address, whoever writes it: the building as the tree names it, unit and room. */
const keyAt = (address: Address, building: Building) => building.key + address.unit + doorOf(address)
/** 502, as it stands on the door: 室 is said by nobody who writes it himself. */
const doorOf = ({ room }: Address) => (room.endsWith('室') ? room.slice(0, -1) : room)

const placeCells = (address: Address, building: Building): Cell[] => [
  ...[building.id, building.gridId, building.pos, address.text, keyAt(address, building)],
  ...[address.unit, floorOf(address.room), doorOf(address), newId()],
]

/** Keyed, so that a row's content is compared and cannot be read back. */
const said = ({ keys, task }: Making, content: unknown): Buffer =>
  keys.blind(task.tenant, 'same person', `said ${JSON.stringify(content)}`)

function personRow(making: Making, entry: PersonEntry, building: Building): ReadyRow {
  const { keys, task } = making
  const id = newId()
  const { address } = entry
  const plain: PlainPerson = {
    ...{ name: entry.name, phone: entry.phone, birth: entry.birth },
    ...{ homePlace: entry.homePlace, need: entry.need, number: entry.number },
  }
  const addressKey = keyAt(address, building)
  const who = whoIs(keys, task.tenant, plain, addressKey, entry.nameKey)
  const saidMac = said(making, [
    ...[entry.class, entry.nameKey, entry.phone, entry.birth, entry.homePlace, entry.need, entry.number, entry.paper],
    ...[entry.sex, entry.relation, entry.livesHere, addressKey, entry.household],
  ])
  return {
    id,
    who: who.number_mac ?? who.same_mac,
    said: saidMac,
    cells() {
      const { keepNumber, dry } = task
      const at = { tenant: task.tenant, id, seal: 1 }
      const sealed = dry ? undefined : sealPerson(keys, at, plain, { addressKey, keepNumber, name: entry.nameKey })
      return [
        ...placeCells(address, building),
        newId(),
        dry || !entry.household ? null : keys.blind(task.tenant, 'household', entry.household),
        entry.relation,
        ...[sealed?.name, sealed?.phone, sealed?.birth, sealed?.birth_year],
        entry.sex,
        ...[sealed?.home_place, sealed?.need],
        ...[entry.livesHere, entry.paper],
        ...[who.number_mac, sealed?.phone_mac, who.same_mac, sealed?.number],
        saidMac,
      ]
    },
  }
}

function homeRow(making: Making, entry: HomeEntry, building: Building): ReadyRow {
  const key = `${building.id} ${entry.address.unit} ${entry.address.room}`
  const facts = JSON.stringify(entry.facts)
  return {
    id: newId(),
    who: said(making, ['home', key]),
    said: said(making, [entry.use, entry.floorArea, facts]),
    cells: () => [...placeCells(entry.address, building), entry.use, entry.floorArea, facts],
  }
}

function rentalRow(making: Making, entry: RentalEntry, building: Building): ReadyRow {
  const key = `${building.id} ${entry.address.unit} ${entry.address.room}`
  const facts = JSON.stringify(entry.facts)
  return {
    id: newId(),
    who: said(making, ['rental', key]),
    said: said(making, [entry.use, entry.fromDay, entry.toDay, facts]),
    cells: () => [
      ...placeCells(entry.address, building),
      ...[entry.use, entry.fromDay || null, entry.toDay || null, facts],
    ],
  }
}

function organisationRow(making: Making, entry: OrganisationEntry, place: Building | Within | undefined): ReadyRow {
  const { keys, task } = making
  const id = newId()
  const facts = JSON.stringify(entry.facts)
  const seal = (column: string, text: string) =>
    text && !task.dry ? keys.seal(text, { tenant: task.tenant, table: 'organisation', column, row: id, seal: 1 }) : null
  const saidMac = said(making, [
    ...[entry.name, entry.code, entry.kind, entry.address.key, entry.contactName, entry.contactPhone, facts],
  ])
  return {
    id,
    who: said(making, [entry.class, entry.code || entry.name]),
    said: saidMac,
    cells: () => [
      ...[place?.id ?? task.area.id, place?.gridId ?? null, place?.pos ?? task.area.pos],
      ...[entry.name, entry.code || null, entry.kind, entry.address.text],
      ...[seal('contact_name', entry.contactName), seal('contact_phone', entry.contactPhone), facts, saidMac],
    ],
  }
}

/**
 * The row of an entry; a building was found for every class but those of organisations and special groups. An organisation
 * lies `within` what its address names, else in the area that the whole file was sent for.
 */
export function readyRow(making: Making, entry: Entry, building: Building | undefined, within?: Within): ReadyRow {
  switch (entry.class) {
    case 'registered':
    case 'floating':
      return personRow(making, entry, building!)
    case 'home':
      return homeRow(making, entry, building!)
    case 'rented':
      return rentalRow(making, entry, building!)
    case 'special': {
      const same = said(making, ['special', entry.same])
      return { id: newId(), who: same, said: same, cells: () => [same] }
    }
    default:
      return organisationRow(making, entry, building ?? within)
  }
}
