// What each line about the register asks.
import { clock, localDay } from '#kernel/clock.ts'
import type { Ask } from './inputs.ts'

type Input = (ask: Ask) => Record<string, unknown>

/** The world is made on the day that the clock says, and nothing is entered before that. */
const today = () => localDay(clock.now())
const grid: Input = ({ world, id }) => ({ areaId: id(world.grid.id) })
const homeNamed: Input = ({ world, id }) => ({ id: id(world.home.id) })
const homeIn: Input = ({ world, id }) => ({ homeId: id(world.home.id) })
const person: Input = ({ world, id }) => ({ id: id(world.person.id) })
const head: Input = ({ world, id }) => ({ id: id(world.person.id), version: world.person.version })
const lodger: Input = ({ world, id }) => ({ id: id(world.lodger.id), version: world.lodger.version })
const organisation: Input = ({ world, id }) => ({ id: id(world.organisation.id), version: world.organisation.version })
const correction: Input = ({ world, id }) => ({ id: id(world.correction), version: 1, answer: '已经核对过了。' })
const coming: Input = ({ world, id }) => ({ id: id(world.coming), version: 1 })
const slip: Input = ({ world, there }) => ({ slip: there ? world.slip : '0000-0000-0000-0000' })

export const registerInputs: Readonly<Record<string, Input>> = {
  'register.shift': () => ({ pos: 1, end: 2, shift: 0 }),
  'register.people': grid,
  'register.person': person,
  'register.asOf': (ask) => ({ ...person(ask), day: today() }),
  'register.ties': person,
  'register.enter': (ask) => ({ ...homeIn(ask), class: 'floating', name: '柳十四' }),
  'register.change': (ask) => ({ ...head(ask), sex: 2 }),
  'register.moveIn': (ask) => ({ ...lodger(ask), homeId: ask.world.emptyHome.id, day: today() }),
  'register.moveOut': (ask) => ({ ...lodger(ask), day: today() }),
  'register.die': (ask) => ({ ...lodger(ask), day: today() }),
  'register.revive': ({ world, id }) => ({ id: id(world.died.id), version: world.died.version }),
  'register.merge': (ask) => ({ ...lodger(ask), into: ask.world.person.id, intoVersion: ask.world.person.version }),
  'register.unmerge': ({ world, id }) => ({ id: id(world.mergedOne.id), version: world.mergedOne.version }),
  'register.makeHousehold': lodger,
  'register.joinHousehold': (ask) => ({ ...lodger(ask), householdId: ask.world.person.household, relation: '10' }),
  'register.leaveHousehold': head,
  'register.setHead': head,
  'register.tie': (ask) => ({
    ...person(ask),
    kind: 'owns',
    toKind: 'home',
    toId: ask.world.emptyHome.id,
    fromDay: today(),
  }),
  'register.untie': ({ world, id }) => ({ id: id(world.tie), version: 1, day: today() }),
  'register.compounds': grid,
  'register.compound': (ask) => ({ ...grid(ask), id: ask.world.compound }),
  'register.relocations': grid,
  'register.relocate': (ask) => ({ ...head(ask), toAreaId: ask.world.nextDoor, day: today() }),
  'register.confirmRelocation': (ask) => ({ ...coming(ask), homeId: ask.world.emptyHome.id }),
  'register.declineRelocation': (ask) => ({ ...coming(ask), reason: 'notHere' }),
  'register.recallRelocation': ({ world, id }) => ({ id: id(world.leaving), version: 1 }),
  'register.arrive': (ask) => ({ ...person(ask), homeId: ask.world.emptyHome.id, day: today() }),
  'register.homes': grid,
  'register.home': homeNamed,
  'register.homeAsOf': (ask) => ({ ...homeNamed(ask), day: today() }),
  'register.addHome': (ask) => ({ ...grid(ask), address: '平房99' }),
  'register.changeHome': ({ world, id }) => ({ id: id(world.home.id), version: world.home.version, room: '9' }),
  'register.endHome': ({ world, id }) => ({
    id: id(world.emptyHome.id),
    version: world.emptyHome.version,
    day: today(),
  }),
  'register.let': (ask) => ({ ...homeIn(ask), fromDay: today() }),
  'register.endLet': ({ world, id }) => ({ id: id(world.rental.id), version: world.rental.version, day: today() }),
  'register.beginVisit': homeIn,
  'register.endVisit': ({ world, id }) => ({ id: id(world.visit), outcome: 'talked' }),
  'register.organisations': grid,
  'register.organisation': ({ world, id }) => ({ id: id(world.organisation.id) }),
  'register.addOrganisation': (ask) => ({ ...grid(ask), class: 'organisation', name: '新单位' }),
  'register.changeOrganisation': (ask) => ({ ...organisation(ask), name: '改名的单位' }),
  'register.endOrganisation': (ask) => ({ ...organisation(ask), day: today() }),
  'register.manage': ({ world, id }) => ({ id: id(world.organisation.id), areaId: world.grid.id, fromDay: today() }),
  'register.giveSlip': person,
  'register.mine': slip,
  'register.askCode': () => ({ phone: '13999999999' }),
  'register.enterByPhone': ({ world, there }) =>
    there ? world.ownWay : { phone: '13999999999', code: '123456', tail: '123456' },
  'register.sendCode': () => ({ phone: '13999999999', lang: 'zh' }),
  'register.tellCode': ({ world }) => ({
    ...{ id: world.person.id, phone: '13999999999', code: '123456', minutes: 10, lang: 'zh' },
  }),
  'register.openByPhone': () => ({ phone: '13999999999', code: '123456', tail: '123456' }),
  'register.ownAddress': person,
  'register.askCorrection': (ask) => ({ ...slip(ask), words: '名字写错了一个字' }),
  'register.corrections': grid,
  'register.correction': ({ world, id }) => ({ id: id(world.correction) }),
  'register.correct': correction,
  'register.decline': correction,
  'register.portrait': grid,
  'register.countPortraits': () => ({}),
  'register.counts': grid,
  'register.recount': () => ({}),
}
