// Checks one row of a sheet and brings it into the one form in which it is compared, hashed, sealed and written.
import { type Address, readAddress } from './address.ts'
import type { ClassCode } from './column.ts'
import type { CheckRow, Entry, Facts, Mapping, PersonEntry } from './entry.ts'
import type { IdNumber } from './id-number.ts'
import { simplified, unspaced } from './plain-text.ts'
import * as read from './reading.ts'
import { isMapped, need, type Plan, planOf, type Row, wrong } from './reading.ts'

/** A name as it is compared and hashed: simplified, capital letters, without spaces and dots. */
export const nameKey = (name: string): string => unspaced(simplified(name)).replaceAll('·', '').toUpperCase()

const suffixed = (text: string, suffix: string): string => {
  const last = text.charCodeAt(text.length - 1)
  const isCount = (last >= 48 && last <= 57) || (last >= 65 && last <= 90) || (last >= 97 && last <= 122)
  return isCount ? text + suffix : text
}

/** The address of a row, out of one cell or of its pieces. */
function writtenAddress(row: Row): string {
  const whole = read.readText(row, 'address')
  if (row.plan.class === 'organisation' || row.plan.class === 'school' || row.plan.class === 'special') return whole
  const area = read.readText(row, 'addressArea')
  const subdistrict = read.readText(row, 'subdistrict')
  const community = read.readText(row, 'community')
  // What the address says itself is not said twice.
  const before = [area, subdistrict, community].filter((one) => one !== '' && !whole.includes(one)).join('')
  const pieces =
    read.readText(row, 'road') +
    read.readText(row, 'compound') +
    suffixed(read.readText(row, 'building'), '号楼') +
    suffixed(read.readText(row, 'unit'), '单元') +
    suffixed(read.readText(row, 'room'), '室')
  if (whole === '') return pieces === '' ? '' : before + pieces
  return pieces === '' || whole.includes(pieces) ? before + whole : before + whole + pieces
}

/** The address, which must lead to a door (`room`: to a room) inside the area that the batch is for. */
function addressOf(row: Row, exact: 'room' | 'building' | 'any'): Address {
  const address = readAddress(writtenAddress(row))
  if (address.text === '') {
    if (isMapped(row, 'address')) need(row, 'address', '')
    else wrong(row, 'address', 'missing')
  } else if (address.building === '' && exact !== 'any') wrong(row, 'address', 'address')
  else if (address.room === '' && address.building.endsWith('楼') && exact === 'room') wrong(row, 'address', 'noRoom')
  else if (row.context.isPlace && !row.context.isPlace(address)) wrong(row, 'address', 'noPlace')
  return address
}

/** The number on another paper than an identity card: nothing is known of it but that it is no sentence. */
function paperNumber(row: Row): string {
  const number = read.readText(row, 'number').replaceAll(' ', '').toUpperCase()
  if (number === '' || /^[0-9A-Z()-]{5,30}$/.test(number)) return number
  wrong(row, 'number', 'paperNumber')
  return ''
}

/** Papers whose numbers follow GB 11643. */
const NUMBERED = new Set(['', '111', '113', '553', '554'])

/** Birth day and sex against the number, which knows both. */
function compareWithNumber(row: Row, id: IdNumber | undefined, birth: string, sex: number): void {
  if (!id) return
  if (birth !== '' && birth !== id.birth) wrong(row, 'birth', 'birthNumber')
  if ((sex === 1 || sex === 2) && sex !== id.sex) wrong(row, 'sex', 'sexNumber')
}

function person(row: Row, code: 'registered' | 'floating'): PersonEntry {
  const name = read.readName(row, 'name')
  need(row, 'name', name)
  const paper = read.readChoice(row, 'paper')
  const isNumbered = NUMBERED.has(paper)
  const before = row.faults.length
  const id = isNumbered ? read.readIdCell(row, 'number') : undefined
  const number = isNumbered ? (id?.number ?? '') : paperNumber(row)
  const isNumberWrong = row.faults.length > before
  const said = read.readChoice(row, 'sex')
  const sex = (said === '' ? (id?.sex ?? 9) : Number(said)) as PersonEntry['sex']
  const birthFaults = row.faults.length
  const birth = read.readDayCell(row, 'birth')
  compareWithNumber(row, id, birth, sex)
  if (number === '' && birth === '' && !isNumberWrong && row.faults.length === birthFaults)
    wrong(row, 'number', 'whoElse')
  const isRegistered = code === 'registered'
  const since = isRegistered ? '' : read.readDayCell(row, 'since')
  const until = isRegistered ? '' : read.readDayCell(row, 'until')
  if (since !== '' && until !== '' && until < since) wrong(row, 'until', 'dayOrder')
  const headNumber = read.readText(row, 'headNumber')
  return {
    class: code,
    name,
    nameKey: nameKey(name),
    number,
    paper: paper === '' ? '111' : paper,
    sex,
    birth: birth === '' ? (id?.birth ?? '') : birth,
    phone: read.readPhoneCell(row, 'phone'),
    address: addressOf(row, 'building'),
    homePlace: homePlaceOf(row),
    relation: read.readChoice(row, 'relation'),
    household: read.readText(row, 'householdNumber') || headNumber.toUpperCase(),
    livesHere: isRegistered ? read.readYes(row, 'livesHere') : null,
    need: read.readText(row, 'need'),
    since,
    until,
  }
}

function homePlaceOf(row: Row): string {
  const area = read.readText(row, 'homePlaceArea')
  const place = read.readText(row, 'homePlace')
  return area === '' || place.includes(area) ? place : area + place
}

/** Facts that the row has, by column code; `kinds` says how each is read. */
function factsOf(row: Row, kinds: Readonly<Record<string, 'choice' | 'number' | 'text' | 'yes'>>): Facts {
  const facts: Record<string, string | number | boolean> = {}
  for (const code in kinds) {
    if (!isMapped(row, code)) continue
    const kind = kinds[code]
    const value =
      kind === 'choice'
        ? read.readChoice(row, code)
        : kind === 'number'
          ? read.readNumber(row, code)
          : kind === 'yes'
            ? read.readYes(row, code)
            : read.readText(row, code)
    if (value !== null && value !== '') facts[code] = value
  }
  return facts
}

const HOME_FACTS = { homeNumber: 'text', ownership: 'choice', builtIn: 'number' } as const
const RENTAL_FACTS = { hazard: 'choice', rooms: 'number' } as const
const ORGANISATION_FACTS = { workers: 'number', dangerousGoods: 'yes', partyBranch: 'yes', union: 'yes' } as const
const SCHOOL_FACTS = { students: 'number' } as const

function home(row: Row): Entry {
  return {
    class: 'home',
    address: addressOf(row, 'room'),
    use: read.readChoice(row, 'use') || 'residence',
    floorArea: read.readNumber(row, 'floorArea'),
    facts: factsOf(row, HOME_FACTS),
  }
}

function rented(row: Row): Entry {
  const fromDay = read.readDayCell(row, 'fromDay')
  const toDay = read.readDayCell(row, 'toDay')
  if (fromDay !== '' && toDay !== '' && toDay < fromDay) wrong(row, 'toDay', 'dayOrder')
  const address = addressOf(row, 'room')
  return {
    class: 'rented',
    address,
    use: read.readChoice(row, 'use'),
    fromDay,
    toDay,
    facts: factsOf(row, RENTAL_FACTS),
  }
}

/** What makes two rows of a special group the same; it is hashed at once and the row is gone. */
function special(row: Row): Entry {
  const name = read.readName(row, 'name')
  const id = read.readIdCell(row, 'number')
  const birth = read.readDayCell(row, 'birth')
  if (!id && (name === '' || birth === '') && row.faults.length === 0) wrong(row, 'number', 'whoElse')
  const same = id ? id.number : `${nameKey(name)}|${birth}|${readAddress(writtenAddress(row)).key}`
  return { class: 'special', same }
}

function organisation(row: Row, code: 'organisation' | 'school'): Entry {
  const name = read.readText(row, 'name')
  need(row, 'name', name)
  return {
    class: code,
    name,
    code: read.readCredit(row, 'code'),
    kind: read.readChoice(row, 'kind'),
    address: addressOf(row, 'any'),
    contactName: read.readName(row, 'contactName'),
    contactPhone: read.readPhoneCell(row, 'contactPhone'),
    facts: factsOf(row, code === 'school' ? SCHOOL_FACTS : ORGANISATION_FACTS),
  }
}

function entryOf(row: Row, code: ClassCode): Entry {
  switch (code) {
    case 'registered':
    case 'floating':
      return person(row, code)
    case 'home':
      return home(row)
    case 'rented':
      return rented(row)
    case 'special':
      return special(row)
    default:
      return organisation(row, code)
  }
}

const plans = new WeakMap<Mapping, Plan>()

function planFor(code: ClassCode, mapping: Mapping): Plan {
  const known = plans.get(mapping)
  if (known) return known
  const plan = planOf(code, mapping)
  plans.set(mapping, plan)
  return plan
}

/** Whether a row says more than its headings: then its cells have most likely slipped. */
function isShifted(row: Row): boolean {
  for (let at = row.plan.width; at < row.cells.length; at++) if (row.cells[at]!.trim() !== '') return true
  return false
}

export const checkRow: CheckRow = (code, mapping, cells, context) => {
  const row: Row = { plan: planFor(code, mapping), cells, context, faults: [], warnings: [] }
  if (isShifted(row))
    return { ok: false, faults: [{ column: '', index: row.plan.width, value: '', reason: 'shifted' }] }
  const entry = entryOf(row, code)
  return row.faults.length > 0 ? { ok: false, faults: row.faults } : { ok: true, entry, warnings: row.warnings }
}
