// The people, homes and organisations of 第12网格 that the matrix asks about, with canaries in every sealed field.
import { clock, localDay } from '#kernel/clock.ts'
import { register } from '#modules/register/contract.ts'
import type { Street } from '#test/street.ts'
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
  readonly correction: string
}

/** Everything by the grid's own worker and the community's desk, as on any day. */
export async function registerThere(street: Street, canaries: Canaries, gridId: string): Promise<RegisterWorld> {
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
  const person = await enter({ household: 'new' })
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
  const row = ({ id, version }: Versioned) => ({ id, version })
  return {
    ...{ home: row(home), emptyHome: row(emptyHome), rental: row(rental), visit: visit.id, tie: tie.id, slip },
    person: { ...row(person), household: person.householdId! },
    ...{ lodger: row(changed), died: row(gone), mergedOne: row(merged), organisation: row(organisation) },
    correction: corrections[0]!.id,
  }
}
