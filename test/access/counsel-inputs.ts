// What each line about sessions, bookings, numbers and answers asks.
import { randomUUID } from 'node:crypto'
import type { Ask } from './inputs.ts'

type Input = (ask: Ask) => Record<string, unknown>

const LATER = '2027-03-01'
const both = { zh: '律师开庭', en: 'In court' }
const grid: Input = ({ world, id }) => ({ areaId: id(world.grid.id) })
const clinic: Input = ({ world, id }) => ({ id: id(world.counsel.clinic.id) })
const code: Input = ({ world, there }) => ({ code: there ? world.counsel.clinic.code : '0000000000Z' })
const receipt: Input = ({ world, there }) => ({
  receipt: there ? world.counsel.booking.receipt : '0000000000000000000Z',
})
const number =
  (state: 'waiting' | 'called' | 'seen'): Input =>
  ({ world, id }) => ({ id: id(world.counsel.tickets[state]) })
const answer =
  (which: 'draft' | 'shown'): Input =>
  ({ world, id }) => ({ id: id(world.counsel[which].id), version: world.counsel[which].version })
const SHIFT = { pos: 1, end: 2, shift: 0 }

const OF_WHO_SITS = /^(holdClinic|bookedPhone|toldBooking|giveNumber|callNumber|seeNumber|finishNumber|leaveNumber)$/

const inputs: Readonly<Record<string, Input>> = {
  'counsel.law': ({ world, there }) => ({ district: there ? world.street.tenant : randomUUID() }),
  'counsel.book': ({ world, there }) => ({
    ...{ district: there ? world.street.tenant : randomUUID(), clinicId: world.counsel.later.id },
    ...{ from: 600, topic: 'lending', phone: '13912345678' },
  }),
  'counsel.booking': receipt,
  'counsel.dropBooking': receipt,
  'counsel.queue': code,
  'counsel.takeNumber': code,
  'counsel.sitters': grid,
  'counsel.setSitter': (ask) => ({ ...grid(ask), kind: 'lawyer', name: '柳三十', firm: '测试律师事务所' }),
  'counsel.endSitter': ({ world, id }) => ({ id: id(world.counsel.spare), version: 1 }),
  'counsel.advisers': (ask) => ({ ...grid(ask), from: '2026-10-01', to: '2026-12-31' }),
  'counsel.appointAdviser': (ask) => ({
    ...grid(ask),
    ...{
      sitterId: ask.world.counsel.sitter,
      role: 'savvy',
      trainedOn: '2026-10-01',
      from: '2026-11-01',
      to: '2027-10-31',
      hoursZh: '周三下午',
    },
  }),
  'counsel.endAdviser': ({ world, id }) => ({ id: id(world.counsel.lawPost), version: 1 }),
  'counsel.logService': ({ world, id }) => ({
    ...{ id: id(world.counsel.lawPost), kind: 'advice', on: '2026-11-18', minutes: 90, came: 4 },
  }),
  'counsel.advice': (ask) => ({ ...grid(ask), from: '2026-10-01', to: '2026-12-31' }),
  'counsel.noteAdvice': (ask) => ({
    ...{ ...grid(ask), on: '2026-11-18', way: 'visit', topic: 'labour', outcome: 'lawyer' },
    ...{ name: '穆青禾', phone: '13912345678' },
  }),
  'counsel.advised': ({ world, id }) => ({ id: id(world.counsel.referred.id) }),
  'counsel.referAid': ({ world, id }) => ({
    ...{ id: id(world.counsel.advice.id), version: 1, centreId: world.counsel.centre, ground: 'support' },
    ...{ on: '2026-11-18', letterNo: '邻援转〔2026〕3号', name: '穆青禾', phone: '13912345678' },
  }),
  'counsel.acceptAid': ({ world, id }) => ({ id: id(world.counsel.referred.id), version: 2, on: '2026-11-18' }),
  'counsel.refuseAid': ({ world, id }) => ({
    ...{ id: id(world.counsel.referred.id), version: 2, on: '2026-11-18', words: '收入超过当地标准。' },
  }),
  'counsel.setCentre': () => ({ zh: '测试法律援助中心', phone: '0990-8812350' }),
  'counsel.endCentre': ({ world, id }) => ({ id: id(world.counsel.oldCentre) }),
  'counsel.week': (ask) => ({ ...grid(ask), from: '2026-11-16' }),
  'counsel.clinic': clinic,
  'counsel.planClinic': (ask) => ({
    ...{ ...grid(ask), kind: 'touring', spotZh: '小广场', day: LATER, from: 540, to: 600 },
    sitters: [ask.world.counsel.sitter],
  }),
  'counsel.moveClinic': ({ world, id }) => ({
    ...{ id: id(world.counsel.later.id), version: 1, day: LATER, from: 600, to: 720, ...both },
  }),
  'counsel.cancelClinic': (ask) => ({ ...clinic(ask), version: 1, ...both }),
  'counsel.holdClinic': (ask) => ({ ...clinic(ask), version: 1, advised: 3, handedOn: 1 }),
  'counsel.rotations': grid,
  'counsel.setRotation': (ask) => ({
    ...{ ...grid(ask), roomId: ask.world.counsel.room, kind: 'legal', weekday: 1, from: 540, to: 600 },
    ...{ fromOn: LATER, turns: [[ask.world.counsel.sitter]] },
  }),
  'counsel.fillRotation': ({ world, id }) => ({ id: id(world.counsel.rotation.id), until: LATER }),
  'counsel.endRotation': ({ world, id }) => ({ id: id(world.counsel.rotation.id), version: 1 }),
  'counsel.bookedPhone': ({ world, id }) => ({ id: id(world.counsel.booking.id) }),
  'counsel.toldBooking': ({ world, id }) => ({ id: id(world.counsel.booking.id) }),
  'counsel.giveNumber': clinic,
  'counsel.callNumber': number('waiting'),
  'counsel.seeNumber': number('called'),
  'counsel.finishNumber': number('seen'),
  'counsel.leaveNumber': number('waiting'),
  'counsel.answers': () => ({}),
  'counsel.proposeAnswer': (ask) => ({
    ...{ ...grid(ask), topic: 'lending', question: '欠条和借条一样吗？', answer: '不一样，借条说明是借来的钱。' },
    ...{ articles: [{ law: '民法典', article: '第六百六十七条' }], checkedOn: '2026-03-01' },
  }),
  'counsel.publishAnswer': answer('draft'),
  'counsel.recheckAnswer': answer('shown'),
  'counsel.retireAnswer': answer('shown'),
  'counsel.shift': () => SHIFT,
}

/** Those who sit ask the same as those who keep. */
export const counselInputs: Readonly<Record<string, Input>> = {
  ...inputs,
  ...Object.fromEntries(
    Object.entries(inputs)
      .filter(([name]) => OF_WHO_SITS.test(name.slice('counsel.'.length)))
      .map(([name, input]) => [`${name} (who sits there)`, input]),
  ),
}
