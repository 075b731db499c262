// Rooms of the demo street, told by those who keep them and those who come.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { area } from '#modules/area/contract.ts'
import { place } from '#modules/place/contract.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { room } from './contract.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
})
afterAll(() => street.close())

const DAY: [number, number][] = [
  [510, 720],
  [840, 1050],
]
const WEEK = [DAY, DAY, DAY, DAY, DAY, [], []]

async function open(name: string, kind = 'station', of = '清荷社区') {
  const areaId = await street.areaId(of)
  return street.as('chenjing').do(room.add, { areaId, kind, name, label: 'T-1', phone: '0370-0000-299', weekly: WEEK })
}

test('陈静 opens a station; 孙女士 scans a code at her door and reads that it is open until noon', async () => {
  const made = await open('荷风驿站')
  expect(made).toMatchObject({
    kindZh: '驿站',
    gapMinutes: 5 * 420,
    now: { open: true, until: '2026-11-18T04:00:00.000Z' },
  })
  expect(made.services.map((one) => one.zh)).toContain('借工具')

  const code = await street.codeOf('清荷苑3号楼2单元')
  const { rooms } = await street.stranger.do(room.near, { code })
  const seen = rooms.find((one) => one.id === made.id)!
  expect(seen.now.open).toBe(true)
  expect(rooms.find((one) => one.name === '清荷驿站')!.metres).toBeLessThan(200)
  expect(rooms.map((one) => one.metres)).toEqual([...rooms.map((one) => one.metres)].sort((a, b) => a! - b!))
  expect(await street.stranger.do(room.see, { id: made.id })).toMatchObject({ phone: '0370-0000-299', people: [] })
})

test('a day off for training, a public holiday, a make-up Saturday: the page says so before anybody walks in vain', async () => {
  setClock('2026-09-28', '10:00')
  const made = await open('石桥驿站')
  // National Day 2026; 10 October is a working Saturday.
  setClock('2026-10-01', '10:00')
  const feast = await street.stranger.do(room.see, { id: made.id })
  expect(feast.now).toMatchObject({ open: false, nextAt: '2026-10-08T00:30:00.000Z', today: [] })
  expect(feast.ahead.find((one) => one.day === '2026-10-10')?.spans).toEqual(DAY)
  setClock('2026-10-10', '10:00')
  expect((await street.stranger.do(room.see, { id: made.id })).now.open).toBe(true)

  setClock('2026-11-18', '09:06')
  const chenjing = street.as('chenjing')
  const changed = await chenjing.do(room.setDay, {
    ...{ id: made.id, version: made.version, day: '2026-11-18', spans: [[600, 720]], zh: '上午晚开', en: 'Late' },
  })
  expect(changed.now).toEqual({ open: false, until: null, nextAt: '2026-11-18T02:00:00.000Z', today: [[600, 720]] })
  await expect(
    chenjing.do(room.setDay, { id: made.id, version: made.version, day: '2026-11-19', spans: [] }),
  ).rejects.toMatchObject({ message: 'door.changed' })
  await expect(
    chenjing.do(room.setDay, { id: made.id, version: changed.version, day: '2026-11-17', spans: [] }),
  ).rejects.toMatchObject({ message: 'room.pastDay' })
})

test('the drill is lent against a tag and nobody is written down; when all are out, the page says from when', async () => {
  const made = await open('望溪驿站')
  const chenjing = street.as('chenjing')
  const { tools } = await chenjing.do(room.setTools, {
    ...{ id: made.id, version: made.version, tools: [{ zh: '冲击钻', en: 'Drill', total: 2 }] },
  })
  const lend = (backBy: string) => chenjing.do(room.lend, { id: made.id, toolId: tools[0]!.id, backBy })
  expect((await lend('2026-11-20')).tag).toBe(1)
  const second = await lend('2026-11-19')
  expect(second.tag).toBe(2)
  await expect(lend('2026-11-21')).rejects.toMatchObject({ message: 'room.allOut' })
  expect((await street.stranger.do(room.see, { id: made.id })).tools).toMatchObject([{ out: 2, backBy: '2026-11-19' }])

  const now = await chenjing.do(room.get, { id: made.id })
  const fewer = {
    id: made.id,
    version: now.version,
    tools: [{ id: tools[0]!.id, zh: '冲击钻', en: 'Drill', total: 1 }],
  }
  await expect(chenjing.do(room.setTools, fewer)).rejects.toMatchObject({ message: 'room.tooFew' })
  await expect(chenjing.do(room.close, { id: made.id, version: now.version })).rejects.toMatchObject({
    message: 'room.stillOut',
  })
  await chenjing.do(room.giveBack, { id: made.id, loanId: second.id })
  expect((await lend('2026-11-21')).tag).toBe(2)

  const { rows } = await street.owner.query(
    `select column_name from information_schema.columns where table_name = 'tool_loan' and column_name ~ 'name|phone|person|account'`,
  )
  expect(rows).toEqual([])
})

test('a closed room is gone from every list, and its code leads nowhere', async () => {
  const made = await open('临时驿站')
  const code = await street.codeOf('临时驿站')
  await street.as('chenjing').do(room.close, { id: made.id, version: made.version })
  await expect(street.stranger.do(room.see, { id: made.id })).rejects.toMatchObject({ message: 'door.missing' })
  await expect(street.stranger.do(place.here, { code })).rejects.toMatchObject({ message: 'door.missing' })
  const { rooms } = await street.as('anxiaoya').do(room.list, {})
  expect(rooms.map((one) => one.id)).not.toContain(made.id)
})

test('each kind stands where it belongs: no district centre in a community, no door for a room', async () => {
  const areaId = await street.areaId('清荷社区')
  const add = (kind: string) =>
    street.as('anxiaoya').do(room.add, { areaId, kind, name: '中心', label: 'T-2', weekly: WEEK })
  await expect(add('centre_subdistrict')).rejects.toMatchObject({ message: 'room.wrongLevel' })
  await expect(add('door')).rejects.toMatchObject({ message: 'room.notARoom' })
  await expect(
    street.as('zhouxiaolan').do(room.add, { areaId, kind: 'station', name: '站', label: 'T-3', weekly: WEEK }),
  ).rejects.toMatchObject({ message: 'door.forbidden' })
})

test('a retired kind is chosen no more; the rooms that are of it keep their name and their column', async () => {
  const district = street.as('renxiaotang')
  const kind = (await district.do(place.kinds, {})).kinds.find((one) => one.code === 'chat_room')!
  await district.do(place.setKind, { ...kind, retired: true })
  await expect(open('清荷唠嗑室', 'chat_room')).rejects.toMatchObject({ message: 'place.kindRetired' })
  const { rooms } = await district.do(room.list, {})
  expect(rooms.find((one) => one.kind === 'chat_room')).toMatchObject({ kindZh: '唠嗑室' })
  const { rooms: columns } = await district.do(room.means, {})
  expect(columns.map((one) => one.code)).toContain('chat_room')
  await district.do(place.setKind, { ...kind, version: kind.version + 1 })
})

test('without a code: the districts, their subdistricts, their rooms, and nothing of another district', async () => {
  const { districts } = await street.stranger.do(area.districts, {})
  const linli = districts.find((one) => one.code === '990101')!
  const first = await street.stranger.do(room.around, { district: linli.id })
  expect(first.subdistricts.map((one) => one.name)).toEqual(['邻里街道'])
  expect(first.rooms.map((one) => one.name)).toEqual(['邻里区综治中心'])
  const whole = await street.stranger.do(room.around, { district: linli.id, subdistrict: first.subdistricts[0]!.id })
  expect(whole.rooms.length).toBeGreaterThan(12)
  expect(whole.rooms.filter((one) => one.name.includes('云湖'))).toEqual([])
  await expect(
    street.stranger.do(room.around, { district: street.otherTenant, subdistrict: first.subdistricts[0]!.id }),
  ).rejects.toMatchObject({ message: 'door.missing' })
})

test('only who agreed is named to residents, and only on the day of duty', async () => {
  const { rooms } = await street.as('anxiaoya').do(room.list, {})
  const guilan = rooms.find((one) => one.name === '桂兰调解室')!
  // Thursday: 赵桂兰 in the morning, 阮明哲 in the afternoon, who did not agree to be named.
  setClock('2026-11-19', '09:30')
  expect((await street.stranger.do(room.see, { id: guilan.id })).people).toMatchObject([{ name: '赵桂兰', from: 540 }])
  setClock('2026-11-20', '09:30')
  expect((await street.stranger.do(room.see, { id: guilan.id })).people).toEqual([])
  // Thursday 1 October is her weekday, and the room stays shut.
  setClock('2026-10-01', '09:30')
  expect((await street.stranger.do(room.see, { id: guilan.id })).people).toEqual([])
  setClock('2026-11-18', '09:06')
})

test('the means ledger shows its gaps, and how an amount grew', async () => {
  const anxiaoya = street.as('anxiaoya')
  const areaId = await street.areaId('邻里街道')
  const before = await anxiaoya.do(room.means, { areaId })
  const at = before.kinds.findIndex((kind) => kind.code === 'lines')
  const xinqu = () => before.areas.find((one) => one.name === '新渠社区')!
  expect(xinqu().amounts.every((one) => one === null)).toBe(true)
  expect(before.areas.filter((one) => one.amounts[at] === null)).toHaveLength(1)

  const note = { areaId: xinqu().id, kind: 'lines' }
  await anxiaoya.do(room.noteMeans, { ...note, amount: 1, asOf: '2026-10-01' })
  await street.as('zhujiahe').do(room.noteMeans, { ...note, amount: 2 })
  await expect(anxiaoya.do(room.noteMeans, { ...note, amount: 3, asOf: '2026-12-01' })).rejects.toMatchObject({
    message: 'room.tomorrow',
  })
  expect((await anxiaoya.do(room.meansOf, note)).notes).toEqual([
    { amount: 2, asOf: '2026-11-18', by: '祝家和' },
    { amount: 1, asOf: '2026-10-01', by: '安小雅' },
  ])
  const after = await anxiaoya.do(room.means, { areaId })
  expect(after.areas.find((one) => one.name === '新渠社区')!.amounts[at]).toMatchObject({ amount: 2, by: '祝家和' })
  await expect(street.as('linhuizhen').do(room.noteMeans, { ...note, amount: 9 })).rejects.toMatchObject({
    message: 'door.forbidden',
  })
})

test('a retired means leaves the table and can no longer be noted; what was noted stays', async () => {
  const district = street.as('renxiaotang')
  const areaId = await street.areaId('清荷社区')
  const asked = { areaId, level: 'community' as const }
  const { kinds } = await district.do(room.means, { ...asked, retired: true })
  const lines = kinds.find((one) => one.code === 'lines')!
  await district.do(room.setMeansKind, { ...lines, retired: true })
  expect((await district.do(room.means, asked)).kinds.map((one) => one.code)).not.toContain('lines')
  await expect(street.as('chenjing').do(room.noteMeans, { areaId, kind: 'lines', amount: 3 })).rejects.toMatchObject({
    message: 'room.meansRetired',
  })
  expect((await district.do(room.meansOf, { areaId, kind: 'lines' })).notes).not.toEqual([])
  await district.do(room.setMeansKind, { ...lines, version: lines.version + 1 })
  expect((await district.do(room.means, asked)).kinds).toContainEqual({ ...lines, version: lines.version + 2 })
})
