// Teams, rosters, partner bodies and secondments, told by people of the demo street.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { duty } from './contract.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '19:30')
})
afterAll(() => street.close())

const EVENING: [number, number][] = [[1140, 1320]]
const COVER = Array.from({ length: 7 }, () => EVENING)
const WEDNESDAY = 2

/** 柳岸社区's patrol: its secretary and a neighbour. */
async function patrol() {
  const areaId = await street.areaId('柳岸社区')
  const team = await street.as('dinghongbo').do(duty.setTeam, {
    ...{ areaId, kind: 'patrol', name: '柳岸夜巡队', cover: COVER },
    members: [
      { name: '甘来', seat: 'head' },
      { name: '水清浅', seat: 'member' },
    ],
  })
  const [head, other] = team.members.map((one) => one.id)
  const line = (weekday: number, memberId: string) => ({ memberId, weekday, from: 1140, to: 1320 })
  const rostered = await street.as('ninghaiyan').do(duty.setRoster, {
    ...{ id: team.id, version: team.version, shifts: [line(WEDNESDAY, head!), line(3, other!)] },
  })
  return { team: rostered, head: head!, other: other! }
}

test('丁洪波 makes a patrol, 宁海燕 sets its roster: who is on duty now, and the five evenings nobody has', async () => {
  const { team, head } = await patrol()
  expect(team).toMatchObject({ onDuty: [head], gapMinutes: 5 * 180 })
  const { gaps } = await street.as('anxiaoya').do(duty.team, { id: team.id })
  expect(gaps.map((day) => day.length)).toEqual([1, 1, 0, 0, 1, 1, 1])
  setClock('2026-11-18', '22:00')
  expect((await street.as('anxiaoya').do(duty.team, { id: team.id })).team.onDuty).toEqual([])
  setClock('2026-11-18', '19:30')
})

test('the next seven days: who has each evening, who stands in, what nobody has, and the holiday by its name', async () => {
  const { team, head, other } = await patrol()
  const desk = street.as('ninghaiyan')
  const shift = (await desk.do(duty.team, { id: team.id })).shifts.find((one) => one.weekday === 3)!
  await desk.do(duty.swap, { id: team.id, shiftId: shift.id, day: '2026-11-19', memberId: head })
  const { week } = (await desk.do(duty.team, { id: team.id })).team
  expect(week.map(({ day }) => day)).toEqual([18, 19, 20, 21, 22, 23, 24].map((date) => `2026-11-${date}`))
  expect(week[0]).toMatchObject({ on: [{ memberId: head, standsInFor: null }], gaps: [] })
  expect(week[1]).toMatchObject({ on: [{ shiftId: shift.id, memberId: head, standsInFor: other }], gaps: [] })
  expect(week[2]).toEqual({ day: '2026-11-20', on: [], gaps: EVENING, zh: '', en: '' })
  setClock('2026-10-01', '19:30')
  expect((await desk.do(duty.team, { id: team.id })).team.week[0]!.zh).toContain('国庆')
  setClock('2026-11-18', '19:30')
})

test('a retired kind of team is chosen no more; a team that is of it keeps its name and can be changed', async () => {
  const { team, head } = await patrol()
  const kind = { code: 'patrol', zh: '巡逻队', en: 'Patrol team', sort: 30, version: 1 }
  const district = street.as('renxiaotang')
  await district.do(duty.setTeamKind, { ...kind, retired: true })
  const kinds = (await district.do(duty.teamKinds, {})).teams
  expect(kinds.find((one) => one.code === 'patrol')).toMatchObject({ retired: true, sort: 30 })
  await expect(patrol()).rejects.toMatchObject({ message: 'duty.kindRetired' })
  const kept = await street.as('dinghongbo').do(duty.setTeam, {
    ...{ id: team.id, version: team.version, areaId: team.areaId, kind: 'patrol', name: team.name, cover: COVER },
    members: [{ id: head, name: '甘来', seat: 'head' }],
  })
  expect(kept.kindZh).toBe('巡逻队')
  await district.do(duty.setTeamKind, { ...kind, version: 2 })
})

test('tonight 水清浅 stands in; next week nobody does; a swap is taken back by giving the shift to its owner', async () => {
  const { team, head, other } = await patrol()
  const desk = street.as('ninghaiyan')
  const { shifts } = await desk.do(duty.team, { id: team.id })
  const shift = shifts.find((one) => one.weekday === WEDNESDAY)!
  const swap = (day: string, memberId: string | null) =>
    desk.do(duty.swap, { id: team.id, shiftId: shift.id, day, memberId })
  const onDuty = async () => (await desk.do(duty.team, { id: team.id })).team.onDuty
  await swap('2026-11-18', other)
  expect(await onDuty()).toEqual([other])
  await swap('2026-11-18', null)
  expect(await onDuty()).toEqual([])
  await swap('2026-11-18', head)
  expect(await onDuty()).toEqual([head])
  expect((await desk.do(duty.team, { id: team.id })).swaps).toEqual([])
  await expect(swap('2026-11-19', other)).rejects.toMatchObject({ message: 'duty.otherWeekday' })
  await expect(swap('2026-11-11', other)).rejects.toMatchObject({ message: 'duty.otherWeekday' })
})

test('who leaves a team takes his shifts along; an older reading changes nothing', async () => {
  const { team, head } = await patrol()
  const secretary = street.as('dinghongbo')
  const input = {
    ...{ id: team.id, areaId: team.areaId, kind: 'patrol', name: team.name, cover: COVER },
    members: [{ id: head, name: '甘来', seat: 'head' as const }],
  }
  await expect(secretary.do(duty.setTeam, { ...input, version: team.version - 1 })).rejects.toMatchObject({
    message: 'door.changed',
  })
  expect((await secretary.do(duty.setTeam, { ...input, version: team.version })).gapMinutes).toBe(6 * 180)
  await expect(
    street.as('linhuizhen').do(duty.setRoster, { id: team.id, version: team.version + 1, shifts: [] }),
  ).rejects.toMatchObject({ message: 'door.forbidden' })
})

test('a law firm lends a lawyer; it cannot leave while she is here; when her term is over she is not listed', async () => {
  const anxiaoya = street.as('anxiaoya')
  const areaId = await street.areaId('邻里街道')
  const body = await anxiaoya.do(duty.setBody, {
    areaId,
    kind: 'law_firm',
    name: '明镜律师事务所',
    phone: '0370-0000-399',
  })
  const sent = await anxiaoya.do(duty.second, {
    ...{ areaId, bodyId: body.id, name: '言有信', taskZh: '法律咨询', from: '2026-11-01', to: '2026-11-20' },
  })
  const names = async () => (await anxiaoya.do(duty.seconded, { areaId })).people.map((one) => one.name)
  expect(await names()).toContain('言有信')
  await expect(anxiaoya.do(duty.endBody, { id: body.id })).rejects.toMatchObject({ message: 'duty.stillSeconded' })
  setClock('2026-11-21', '09:00')
  expect(await names()).not.toContain('言有信')
  setClock('2026-11-18', '19:30')
  await anxiaoya.do(duty.endSecondment, { id: sent.id })
  await anxiaoya.do(duty.endBody, { id: body.id })
  expect((await anxiaoya.do(duty.bodies, { areaId })).bodies.map((one) => one.id)).not.toContain(body.id)
})

test('names and work phones of outsiders stay out of the journal', async () => {
  const { rows } = await street.owner.query<{ input: unknown }>(
    `select input from journal where operation in ('duty.setTeam', 'duty.setBody', 'duty.second') and input::text ~ '言有信|甘来|水清浅|祁振宇|0370-0000-399|13800005101'`,
  )
  expect(rows).toEqual([])
})
