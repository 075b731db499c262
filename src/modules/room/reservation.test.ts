// One room, one at a time: sessions of files that cannot see each other, expert panels and clinics, all at once or in turn.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { committee } from '../committee/contract.ts'
import { counsel } from '../counsel/contract.ts'
import { mediation } from '../mediation/contract.ts'
import { room } from './contract.ts'

let street: Street
let roomId: string
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  roomId = await newRoom('RES-1')
})
beforeEach(() => setClock('2026-11-18', '09:06'))
afterAll(() => street.close())

const idOf = async (login: string) => (await street.as(login).actor()).id
const desk = () => street.as('anxiaoya')

async function newRoom(label: string): Promise<string> {
  const weekly = Array.from({ length: 7 }, () => [[540, 1080]] as [number, number][])
  const areaId = await street.areaId('清荷社区')
  const place = { areaId, kind: 'station', name: `议事室${label}`, label }
  return (await street.linli.do(room.add, { ...place, weekly, followsCalendar: false })).id
}

/** A file of the mediator's own, of a committee of his. */
async function fileOf(login: 'zhaoguilan' | 'wuchangshun'): Promise<string> {
  const { committees } = await desk().do(committee.list, {})
  const name = login === 'zhaoguilan' ? '清荷社区人民调解委员会' : '邻里街道人民调解委员会'
  const committeeId = committees.find((one) => one.name === name)!.id
  const parties = [
    { side: 'applicant' as const, name: '甲', phone: '13800001234' },
    { side: 'respondent' as const, name: '乙' },
  ]
  const { id } = await street.as('zhouxiaolan').do(mediation.apply, {
    ...{ gridId: await street.areaId('第12网格'), kind: 'RM02-02', title: '楼上夜间噪声', facts: '夜里有声音。' },
    ...{ requests: '夜里停用。', parties },
  })
  await desk().do(mediation.accept, { id, committeeId, leadId: await idOf(login) })
  return id
}

type When = { readonly day: string; readonly from: number; readonly to: number; readonly roomId?: string }
const session = (login: string, id: string, { day, from, to, roomId: at = roomId }: When) =>
  street.as(login).do(mediation.planMeeting, {
    ...{ id, mode: 'room', heldOn: day, from, until: to, place: '议事室', roomId: at },
  })
const clinic = async ({ day, from, to, roomId: at = roomId }: When) =>
  desk().do(counsel.planClinic, {
    ...{ areaId: await street.areaId('邻里街道'), kind: 'legal' as const, roomId: at, day, from, to },
    sitters: [
      (await desk().do(counsel.setSitter, { areaId: await street.areaId('邻里街道'), kind: 'lawyer', name: '会律师' }))
        .id,
    ],
  })
const panel = async (id: string, { day, from, to, roomId: at = roomId }: When) =>
  street.as('zhaoguilan').do(counsel.convenePanel, {
    ...{ mediationId: id, question: '由谁出钱，怎么分担？', summary: '当事人甲说有声音，当事人乙说没有。' },
    ...{ roomId: at, day, from, to },
    members: [
      { accountId: await idOf('songyining'), role: 'lawyer' as const },
      { accountId: await idOf('wuchangshun'), role: 'expert' as const },
    ],
  })

test('two mediators who see nothing of each other’s files do not get one room for one hour', async () => {
  const [one, other] = [await fileOf('zhaoguilan'), await fileOf('wuchangshun')]
  await session('zhaoguilan', one, { day: '2026-11-20', from: 600, to: 660 })
  const refused = session('wuchangshun', other, { day: '2026-11-20', from: 630, to: 690 })
  await expect(refused).rejects.toMatchObject({
    message: 'room.taken',
    // The times, and nothing of whose they are.
    details: { day: '2026-11-20', from: '10:00', to: '11:00' },
  })
  // The file in the way is missing to him: looking at the sessions that he may see would not have found it.
  await expect(street.as('wuchangshun').do(mediation.get, { id: one })).rejects.toThrow('door.missing')
  await session('wuchangshun', other, { day: '2026-11-20', from: 660, to: 720 })
})

test('of many who want it at once, one has it', async () => {
  const files = [await fileOf('zhaoguilan'), await fileOf('wuchangshun')]
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) {
    const asked = ['zhaoguilan', 'wuchangshun'].map((login, at) =>
      session(login, files[at]!, { day, from: 600, to: 660 }),
    )
    const answers = await Promise.allSettled([...asked, clinic({ day, from: 610, to: 650 })])
    const left = answers.filter((one) => one.status === 'rejected').map((one) => (one.reason as Error).message)
    expect(left).toEqual(['room.taken', 'room.taken'])
  }
})

test('the second waits for the room itself: while somebody has its row, nobody is told that it is free', async () => {
  const file = await fileOf('zhaoguilan')
  const holder = await street.owner.connect()
  try {
    await holder.query('begin')
    await holder.query('select 1 from room where id = $1 for update', [roomId])
    const asked = session('zhaoguilan', file, { day: '2026-11-26', from: 600, to: 660 })
    // Listened to from here on: it may be refused as soon as the holder commits.
    const refused = expect(asked).rejects.toThrow('room.taken')
    const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()
      and query like '%from "room"%'`
    await expect.poll(async () => (await street.owner.query(waiting)).rows.length, { timeout: 20_000 }).toBe(1)
    await holder.query(
      `insert into room_reservation select tenant_id, gen_random_uuid(), id, id, '2026-11-26', 590, 610, now() from room where id = $1`,
      [roomId],
    )
    await holder.query('commit')
    await refused
  } finally {
    holder.release()
  }
})

test('sessions, panels and clinics stand in each other’s way, and make way when they are called off, moved or over', async () => {
  const [one, other] = [await fileOf('zhaoguilan'), await fileOf('zhaoguilan')]
  const when = { day: '2026-11-27', from: 600, to: 660 }
  const { meetingId } = await session('zhaoguilan', one, when)
  await expect(clinic(when)).rejects.toThrow('room.taken')
  await expect(panel(other, when)).rejects.toThrow('room.taken')
  await street.as('zhaoguilan').do(mediation.callOff, { id: one, meetingId, words: '改天。' })
  const held = await panel(other, when)
  await expect(session('zhaoguilan', one, when)).rejects.toThrow('room.taken')
  await street.as('zhaoguilan').do(counsel.cancelPanel, { id: held.id, version: 1, words: '双方自己谈好了。' })
  const sat = await clinic(when)
  await expect(panel(other, when)).rejects.toThrow('room.taken')
  const moved = { ...when, from: 700, to: 760 }
  const said = { id: sat.id, day: moved.day, from: moved.from, to: moved.to, zh: '换时间', en: 'Moved' }
  await desk().do(counsel.moveClinic, { ...said, version: 1 })
  await session('zhaoguilan', one, when)
  await expect(session('zhaoguilan', other, moved)).rejects.toThrow('room.taken')
  await desk().do(counsel.cancelClinic, { id: sat.id, version: 2, zh: '停诊', en: 'Cancelled' })
  await session('zhaoguilan', other, moved)
})

test('a file that ends calls off what it had agreed on, and its room is free', async () => {
  const [one, other] = [await fileOf('zhaoguilan'), await fileOf('zhaoguilan')]
  const when = { day: '2026-11-30', from: 600, to: 660 }
  await session('zhaoguilan', one, when)
  await street.as('zhaoguilan').do(mediation.withdraw, { id: one, words: '不调了。' })
  const { meetings } = await street.as('zhaoguilan').do(mediation.get, { id: one })
  expect(meetings.map(({ state }) => state)).toEqual(['off'])
  await session('zhaoguilan', other, when)
})

test('a room in which something is still planned is not closed for good, and a closed one is nobody’s', async () => {
  const own = await newRoom('RES-2')
  const file = await fileOf('zhaoguilan')
  const { meetingId } = await session('zhaoguilan', file, { day: '2026-12-01', from: 600, to: 660, roomId: own })
  const { version } = await desk().do(room.get, { id: own })
  await expect(desk().do(room.close, { id: own, version })).rejects.toMatchObject({
    message: 'room.stillReserved',
    details: { count: 1 },
  })
  await street.as('zhaoguilan').do(mediation.callOff, { id: file, meetingId, words: '改天。' })
  await desk().do(room.close, { id: own, version })
  const late = session('zhaoguilan', file, { day: '2026-12-01', from: 600, to: 660, roomId: own })
  await expect(late).rejects.toThrow('room.noRoom')
})
