// Stories of the law at the doorstep: who sits when, slots that are given once, numbers without names, answers two people stand for.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clock, localDay } from '#kernel/clock.ts'
import { dayNumber, dayText, weekdayOf } from '#modules/calendar/index.ts'
import { room } from '#modules/room/contract.ts'
import { openStreet, type Street } from '#test/street.ts'
import { counsel } from './contract.ts'
import { daysOf } from './operations/rotation.ts'
import { freeSlots, slotsOf } from './slots.ts'

let street: Street
let areaId: string
let roomId: string
const today = () => localDay(clock.now())
const inDays = (days: number) => dayText(dayNumber(today()) + days)
const EVERY_DAY = Array.from({ length: 7 }, () => [[0, 1440]] as [number, number][])

const desk = () => street.as('anxiaoya')
const lawyer = async (name: string, accountId?: string) =>
  (await desk().do(counsel.setSitter, { areaId, kind: 'lawyer', name, ...(accountId ? { accountId } : {}) })).id
const plan = (sitters: string[], day: string, more: object = {}) =>
  desk().do(counsel.planClinic, { areaId, kind: 'legal', roomId, day, from: 540, to: 720, sitters, ...more })

beforeAll(async () => {
  street = await openStreet()
  areaId = await street.areaId('邻里街道')
  const made = await street.linli.do(room.add, {
    ...{ areaId: await street.areaId('清荷社区'), kind: 'station', name: '测试法律门诊室', label: 'LAW-T' },
    ...{ weekly: EVERY_DAY, followsCalendar: false },
  })
  roomId = made.id
})
afterAll(() => street.close())

describe('who sits when', () => {
  test('an Xiaoya plans a session; nobody sits twice at once, however many plan him at the same moment', async () => {
    const he = await lawyer('柏律师')
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, (_, at) => plan([he], inDays(3), { from: 540 + at, to: 700 })),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ message: 'counsel.sitsElsewhere' })
    // Right after it he may.
    await plan([he], inDays(3), { from: 780, to: 900 })
  })

  test('a time that overlaps is refused, and a cancelled session sets him free again', async () => {
    const he = await lawyer('简律师')
    const first = await plan([he], inDays(4))
    await expect(plan([he], inDays(4), { from: 600, to: 660 })).rejects.toThrow('counsel.sitsElsewhere')
    const [one] = (await desk().do(counsel.week, { areaId, from: inDays(4), days: 1 })).clinics.filter(
      (clinic) => clinic.id === first.id,
    )
    await desk().do(counsel.cancelClinic, { id: first.id, version: one!.version, zh: '律师出庭', en: 'In court' })
    await plan([he], inDays(4), { from: 600, to: 660 })
  })

  test('a day on which the room stays shut is refused, and so is a day that has passed', async () => {
    const he = await lawyer('桑律师')
    const seen = await desk().do(room.get, { id: roomId })
    await desk().do(room.setDay, { id: roomId, version: seen.version, day: inDays(5), spans: [], zh: '装修' })
    await expect(plan([he], inDays(5))).rejects.toThrow('counsel.roomShut')
    await expect(plan([he], inDays(-1))).rejects.toThrow('counsel.pastDay')
    await expect(plan([he], inDays(6), { to: 500 })).rejects.toThrow('counsel.wrongTimes')
  })

  test('four lawyers take turns every fourth week; a shut day is told, and filling twice makes nothing new', async () => {
    const four = [await lawyer('甲律师'), await lawyer('乙律师'), await lawyer('丙律师'), await lawyer('丁律师')]
    const begin = inDays(8)
    const { id } = await desk().do(counsel.setRotation, {
      ...{ areaId, roomId, kind: 'legal', weekday: weekdayOf(dayNumber(begin)), from: 540, to: 660, slotMinutes: 30 },
      ...{ fromOn: begin, turns: four.map((one) => [one]) },
    })
    const seen = await desk().do(room.get, { id: roomId })
    await desk().do(room.setDay, { id: roomId, version: seen.version, day: inDays(15), spans: [], zh: '放假' })
    const filled = await desk().do(counsel.fillRotation, { id, until: inDays(8 + 28) })
    expect(filled).toEqual({ made: 4, skipped: [{ day: inDays(15), why: 'shut' }] })
    expect(await desk().do(counsel.fillRotation, { id, until: inDays(8 + 28) })).toMatchObject({ made: 0 })
    const { clinics } = await desk().do(counsel.week, { areaId, from: inDays(8), days: 36 })
    const mine = clinics.filter((one) => one.sitters.some((who) => four.includes(who.id)))
    expect(mine.map((one) => [one.day, one.sitters[0]!.name])).toEqual([
      [inDays(8), '甲律师'],
      [inDays(22), '丙律师'],
      [inDays(29), '丁律师'],
      [inDays(36), '甲律师'],
    ])
  })

  test('turns are counted from the first week, whenever they are filled in', () => {
    const row = { weekday: 2, from_on: '2026-01-05', turns: [['a'], ['b'], ['c'], ['d']] }
    const days = daysOf(row, '2026-01-20', '2026-02-10')
    expect(days).toEqual([
      { day: '2026-01-21', people: ['c'] },
      { day: '2026-01-28', people: ['d'] },
      { day: '2026-02-04', people: ['a'] },
    ])
  })

  test('the week names communities that no session reaches', async () => {
    const { without } = await desk().do(counsel.week, { areaId, from: '2027-06-07' })
    expect(without.length).toBeGreaterThan(5)
    const dongli = without[0]!
    const he = await lawyer('巡律师')
    await desk().do(counsel.planClinic, {
      ...{ areaId: dongli.id, kind: 'touring', spotZh: '小广场凉亭', day: '2027-06-08', from: 540, to: 600 },
      sitters: [he],
    })
    const after = await desk().do(counsel.week, { areaId, from: '2027-06-07' })
    expect(after.without.map((one) => one.id)).not.toContain(dongli.id)
    expect(after.without).toHaveLength(without.length - 1)
  })
})

describe('slots', () => {
  test('of twenty who book one slot at once, one has it', async () => {
    const he = await lawyer('祝律师')
    const clinic = await plan([he], inDays(10), { slotMinutes: 30 })
    const ask = () =>
      street.stranger.do(counsel.book, {
        ...{ district: street.tenant, clinicId: clinic.id, from: 570, topic: 'labour', phone: '139 1234 5678' },
      })
    const tries = await Promise.allSettled(Array.from({ length: 20 }, ask))
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ message: 'counsel.slotTaken' })
    const { rows } = await street.owner.query('select phone from clinic_booking where clinic_id = $1', [clinic.id])
    expect(rows).toHaveLength(1)
    expect(rows[0].phone.toString('latin1')).not.toContain('13912345678')
    // Past the lock there is a net.
    const again = street.owner.query(
      `insert into clinic_booking (tenant_id, id, clinic_id, from_minute, topic, state, made_at, changed_at)
       select tenant_id, gen_random_uuid(), clinic_id, from_minute, topic, state, now(), now() from clinic_booking where clinic_id = $1`,
      [clinic.id],
    )
    await expect(again).rejects.toThrow('clinic_booking_slot')
  })

  test('the phone is masked for all, open on the day alone, and gone when the booking is dropped', async () => {
    const he = await lawyer('温律师')
    const clinic = await plan([he], inDays(11), { slotMinutes: 60 })
    const { receipt } = await street.stranger.do(counsel.book, {
      ...{ district: street.tenant, clinicId: clinic.id, from: 600, topic: 'family', phone: '13900001111' },
    })
    const seen = await desk().do(counsel.clinic, { id: clinic.id })
    expect(seen.bookings).toMatchObject([{ from: 600, phone: '139****1111', can: [] }])
    await expect(desk().do(counsel.bookedPhone, { id: seen.bookings[0]!.id })).rejects.toThrow('counsel.notYet')
    // Whoever neither keeps nor sits sees the session and nobody who comes.
    expect((await street.as('zhouxiaolan').do(counsel.clinic, { id: clinic.id })).bookings).toEqual([])
    expect(await street.stranger.do(counsel.booking, { receipt })).toMatchObject({ from: 600, booked: true })
    await street.owner.query('update clinic set day = $2 where id = $1', [clinic.id, today()])
    expect(await desk().do(counsel.bookedPhone, { id: seen.bookings[0]!.id })).toEqual({ phone: '13900001111' })
    await street.stranger.do(counsel.dropBooking, { receipt })
    expect(await street.stranger.do(counsel.booking, { receipt })).toMatchObject({ booked: false })
    const { rows } = await street.owner.query('select phone from clinic_booking where clinic_id = $1', [clinic.id])
    expect(rows).toEqual([{ phone: null }])
    await expect(street.stranger.do(counsel.booking, { receipt: '0000-0000-0000-0000-0000' })).rejects.toThrow(
      'door.missing',
    )
  })

  test('a time between slots, a cancelled session and a phone that is none are refused', async () => {
    const he = await lawyer('湛律师')
    const clinic = await plan([he], inDays(12), { slotMinutes: 30 })
    const at = (from: number, phone = '13900002222') =>
      street.stranger.do(counsel.book, {
        ...{ district: street.tenant, clinicId: clinic.id, from, topic: 'other', phone },
      })
    await expect(at(555)).rejects.toThrow('counsel.noSlot')
    await expect(at(540, '12345')).rejects.toThrow('counsel.badPhone')
    await desk().do(counsel.cancelClinic, { id: clinic.id, version: 1, zh: '律师生病', en: '' })
    await expect(at(540)).rejects.toThrow('counsel.noSlot')
  })

  test('a session that moves takes its bookings along; who finds no time any more, and who has to know, is called', async () => {
    const he = await lawyer('佟律师')
    const clinic = await plan([he], inDays(13), { slotMinutes: 60 })
    const at = async (from: number) =>
      (
        await street.stranger.do(counsel.book, {
          ...{ district: street.tenant, clinicId: clinic.id, from, topic: 'other', phone: '13900004444' },
        })
      ).receipt
    const [first, second, last] = [await at(540), await at(600), await at(660)]
    await desk().do(counsel.moveClinic, {
      ...{ id: clinic.id, version: 1, day: inDays(14), from: 600, to: 720, zh: '律师上午开庭', en: 'In court' },
    })
    expect(await street.stranger.do(counsel.booking, { receipt: first })).toMatchObject({ from: 600, booked: true })
    expect(await street.stranger.do(counsel.booking, { receipt: second })).toMatchObject({ from: 660, booked: true })
    expect(await street.stranger.do(counsel.booking, { receipt: last })).toMatchObject({ booked: false, lost: true })
    const shown = async () => (await desk().do(counsel.clinic, { id: clinic.id })).bookings
    const toCall = await shown()
    expect(toCall.map((one) => [one.from, one.toTell, one.lost])).toEqual([
      [600, true, false],
      [660, true, false],
      [660, true, true],
    ])
    // It is not the day yet, and he is called all the same; once told, a lost booking keeps no phone.
    for (const { id, can } of toCall) {
      expect(can).toEqual(['bookedPhone', 'toldBooking'])
      expect(await desk().do(counsel.bookedPhone, { id })).toEqual({ phone: '13900004444' })
      await desk().do(counsel.toldBooking, { id })
    }
    expect((await shown()).map((one) => [one.from, one.can])).toEqual([
      [600, []],
      [660, []],
    ])
    const { rows } = await street.owner.query(
      'select lost, phone is null as gone from clinic_booking where clinic_id = $1 order by lost',
      [clinic.id],
    )
    expect(rows).toEqual([
      { lost: false, gone: false },
      { lost: false, gone: false },
      { lost: true, gone: true },
    ])
  })

  test('a rest too short for a talk is no slot; what has begun is not free', () => {
    const times = { from_minute: 540, to_minute: 640, slot_minutes: 30 }
    expect(slotsOf(times)).toEqual([540, 570, 600])
    expect(freeSlots(times, [570], 540)).toEqual([600])
    expect(slotsOf({ ...times, slot_minutes: 0 })).toEqual([])
  })
})

describe('numbers at the door', () => {
  test('two take a number by phone, one at the desk; they are called, seen and done, and nobody has a name', async () => {
    const song = (await street.owner.query(`select id from account where login = 'songyining'`)).rows[0].id
    const she = await lawyer('宋以宁', song)
    const { id } = await plan([she], today(), { kind: 'volunteer', from: 0, to: 1440 })
    const { url } = await desk().do(counsel.clinic, { id })
    const code = url.split('/').at(-1)!
    expect(await street.stranger.do(counsel.takeNumber, { code })).toEqual({ no: 1, before: 0 })
    expect(await street.stranger.do(counsel.takeNumber, { code })).toEqual({ no: 2, before: 1 })
    expect(await desk().do(counsel.giveNumber, { id })).toMatchObject({ no: 3 })
    const numbers = await Promise.all(Array.from({ length: 8 }, () => street.stranger.do(counsel.takeNumber, { code })))
    expect(new Set(numbers.map((one) => one.no)).size).toBe(8)
    // 宋以宁 was handed the session by sitting in it.
    const sitting = street.as('songyining')
    const [first, second] = (await sitting.do(counsel.clinic, { id })).tickets
    expect(first).toMatchObject({ no: 1, state: 'waiting', can: ['callNumber', 'leaveNumber'] })
    await sitting.do(counsel.callNumber, { id: first!.id })
    await sitting.do(counsel.leaveNumber, { id: second!.id })
    await expect(sitting.do(counsel.finishNumber, { id: first!.id })).rejects.toThrow('door.wrongState')
    const shown = await street.stranger.do(counsel.queue, { code })
    expect(shown).toMatchObject({ open: true, called: [1] })
    expect(shown.waiting[0]).toBe(3)
    await sitting.do(counsel.seeNumber, { id: first!.id })
    expect((await sitting.do(counsel.finishNumber, { id: first!.id })).state).toBe('done')
    await expect(street.as('hemingyuan').do(counsel.callNumber, { id: first!.id })).rejects.toThrow('door.forbidden')
    await sitting.do(counsel.holdClinic, { id, version: 1, advised: 1, handedOn: 0 })
    await expect(street.stranger.do(counsel.takeNumber, { code })).rejects.toThrow('counsel.noQueue')
  })
})

describe('answers that may be used again', () => {
  const propose = (who: string, more: object = {}) =>
    street.as(who).do(counsel.proposeAnswer, {
      ...{ areaId, topic: 'lending', question: '借给邻居的钱没有写借条怎么办？' },
      answer: '转账记录、聊天记录也能证明。先补一张借条，写明金额、日期和归还的日子。',
      ...{ articles: [{ law: '民法典', article: '第六百六十七条' }], checkedOn: today(), ...more },
    })
  const publicOnes = async (words = '借条') =>
    (await street.stranger.do(counsel.law, { district: street.tenant, words })).answers.map((one) => one.id)

  test('an answer is shown when a second person has read it, and no sooner', async () => {
    const { id } = await propose('anxiaoya')
    expect(await publicOnes()).not.toContain(id)
    await expect(desk().do(counsel.publishAnswer, { id, version: 1 })).rejects.toThrow('door.forbidden')
    const list = await desk().do(counsel.answers, { words: '借条' })
    expect(list.answers.find((one) => one.id === id)!.can).toEqual(['retireAnswer'])
    await street.linli.do(counsel.publishAnswer, { id, version: 1 })
    expect(await publicOnes()).toContain(id)
    expect(await publicOnes('借条 地铁')).not.toContain(id)
    await desk().do(counsel.retireAnswer, { id, version: 2 })
    expect(await publicOnes()).not.toContain(id)
  })

  test('after a year it is shown to nobody until it has been checked again', async () => {
    const { id } = await propose('anxiaoya', { checkedOn: inDays(-365) })
    await street.linli.do(counsel.publishAnswer, { id, version: 1 })
    expect(await publicOnes()).toContain(id)
    await street.owner.query('update law_answer set checked_on = checked_on - 1 where id = $1', [id])
    expect(await publicOnes()).not.toContain(id)
    const due = (await desk().do(counsel.answers, {})).answers.find((one) => one.id === id)!
    expect(due).toMatchObject({ due: true, can: ['recheckAnswer', 'retireAnswer'] })
    await desk().do(counsel.recheckAnswer, { id, version: due.version })
    expect(await publicOnes()).toContain(id)
  })

  test('what looks like somebody’s number does not come in', async () => {
    await expect(propose('anxiaoya', { answer: '请打张三的电话 13900003333 问他要钱。' })).rejects.toThrow(
      'counsel.somebodyInIt',
    )
    await expect(propose('anxiaoya', { checkedOn: inDays(1) })).rejects.toThrow('counsel.checkedAhead')
  })
})

describe('one legal adviser per community', () => {
  test('a community without one is a gap; with one, what he did is counted; a term that is over is a gap again', async () => {
    const community = await street.areaId('清荷社区')
    const quarter = { areaId, from: inDays(-80), to: today() }
    const told = async () =>
      (await desk().do(counsel.advisers, quarter)).communities.find(({ id }) => id === community)!
    expect((await told()).posts).toEqual([])
    const sitterId = await lawyer('顾问柏律师')
    const term = { areaId: community, sitterId, from: inDays(-60), to: inDays(300) }
    const { id } = await desk().do(counsel.appointAdviser, { ...term, role: 'adviser', hoursZh: '周三下午' })
    await street.as('chenjing').do(counsel.logService, { id, kind: 'advice', on: inDays(-3), minutes: 90, came: 7 })
    await street.as('chenjing').do(counsel.logService, { id, kind: 'lecture', on: today(), minutes: 60, came: 30 })
    expect(await told()).toMatchObject({ services: 2, minutes: 150, came: 37, last: today() })
    // Before his term and after today nothing was done.
    for (const on of [inDays(-61), inDays(1)])
      await expect(
        street.as('chenjing').do(counsel.logService, { id, kind: 'advice', on, minutes: 90, came: 1 }),
      ).rejects.toThrow('counsel.notThatDay')
    // Residents see who it is and when he is there; nothing of what was asked.
    const { advisers } = await street.stranger.do(counsel.law, { district: street.tenant })
    expect(advisers).toContainEqual(
      expect.objectContaining({ name: '顾问柏律师', areaName: '清荷社区', hoursZh: '周三下午' }),
    )
    // A law-savvy resident was trained, and no service is recorded of him.
    await expect(desk().do(counsel.appointAdviser, { ...term, role: 'savvy' })).rejects.toThrow('counsel.notTrained')
    const savvy = await desk().do(counsel.appointAdviser, { ...term, role: 'savvy', trainedOn: inDays(-90) })
    await expect(
      desk().do(counsel.logService, { id: savvy.id, kind: 'advice', on: today(), minutes: 30, came: 1 }),
    ).rejects.toThrow('counsel.noAdviser')
    // One at a time, however many are appointed at once; what was done stays counted when he goes.
    const other = await lawyer('顾问松律师')
    const appoint = (who: string) => desk().do(counsel.appointAdviser, { ...term, sitterId: who, role: 'adviser' })
    await expect(appoint(other)).rejects.toThrow('counsel.adviserThere')
    await desk().do(counsel.endAdviser, { id, version: 1 })
    expect((await told()).posts.map(({ role }) => role)).toEqual(['savvy'])
    expect(await told()).toMatchObject({ services: 2, came: 37 })
    const asked = await Promise.allSettled([other, sitterId, other].map(appoint))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(desk().do(counsel.appointAdviser, { ...term, role: 'adviser', to: inDays(-61) })).rejects.toThrow(
      'counsel.wrongTerm',
    )
  })
})
