// Whom a matter lies with, from its report to its end, as lists and the whole file say it to people of the demo street.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAgency } from '#test/agencies.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { matter } from './contract.ts'

let street: Street
let code: string
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(() => street.close())

const report = (words: string) => street.stranger.do(matter.report, { code, words, kind: '0401' })
/** Both say the same. */
async function lies(id: string) {
  const desk = street.as('chenjing')
  const [whole, { matters }] = await Promise.all([
    desk.do(matter.get, { id }),
    desk.do(matter.list, { view: 'all', sort: 'newest' }),
  ])
  expect(matters.find((one) => one.id === id)?.liesWith).toEqual(whole.liesWith)
  return whole.liesWith
}

test('the grid and its worker, who took it, the desk, the reporter, nobody', async () => {
  const { id, receipt } = await report('路灯不亮')
  const grid = { unit: '第12网格', unitEn: 'Grid 12' }
  expect(await lies(id)).toMatchObject({ who: 'grid', unit: grid.unit, person: '周晓岚', taken: false })
  const worker = street.as('zhouxiaolan')
  await worker.do(matter.take, { id })
  expect(await lies(id)).toMatchObject({ who: 'person', person: '周晓岚', taken: true })
  const { ids: photos, uploads } = await street.photo()
  await worker.do(matter.finish, { id, result: 'solved', done: '换了灯', photos }, { uploads })
  expect(await lies(id)).toMatchObject({ who: 'desk', unit: '清荷社区', person: '', taken: true })
  await street.as('chenjing').do(matter.verify, { id, reply: '灯换好了。' })
  expect(await lies(id)).toMatchObject({ who: 'reporter' })
  await street.stranger.do(matter.rate, { receipt: receipt!, satisfaction: 5 })
  expect(await lies(id)).toBeNull()
  expect(await street.as('chenjing').do(matter.get, { id })).toMatchObject({ firstName: '周晓岚', deskName: null })
})

test('an agency that has not signed, then its clerk; the first who signed stays named', async () => {
  const lamps = await openAgency(street, '路灯所', 'Street Lamp Service')
  const { id } = await report('灯杆歪了')
  await street.as('chenjing').do(matter.dispatch, { id, agencyId: lamps.id })
  expect(await lies(id)).toMatchObject({ who: 'agency', unit: '路灯所', unitEn: 'Street Lamp Service', taken: false })
  expect((await street.as('chenjing').do(matter.get, { id })).firstName).toBeNull()
  await lamps.clerk.do(matter.sign, { id })
  expect(await lies(id)).toMatchObject({ who: 'agency', unit: '路灯所', taken: true })
  const seen = await street.as('chenjing').do(matter.get, { id })
  expect(seen).toMatchObject({
    firstName: '路灯所',
    firstNameEn: 'Street Lamp Service',
    agencyNameEn: 'Street Lamp Service',
  })
})

test('passed up it lies with a desk by name, and where nobody works the grid with the community, taken by nobody', async () => {
  const { id } = await report('要动电缆')
  await street.as('zhouxiaolan').do(matter.take, { id })
  await street.as('zhouxiaolan').do(matter.raise, { id, why: '要动电缆' })
  expect(await lies(id)).toMatchObject({ who: 'desk', unit: '清荷社区', taken: false })
  expect(await street.as('chenjing').do(matter.get, { id })).toMatchObject({
    deskName: '清荷社区',
    firstName: '周晓岚',
  })
  const { id: alone } = await report('没有人的网格')
  await street.owner.query(`update post set ended_at = now() where role = 'grid_worker'`)
  expect(await lies(alone)).toMatchObject({ who: 'desk', unit: '清荷社区', person: '', taken: false })
})

test('what a limit rests on is said in both languages', async () => {
  const { id } = await report('灯又灭了')
  const told = await street.as('chenjing').do(matter.explain, { id, clock: 'take' })
  expect(told.basis).toEqual({
    zh: '接单时限 30 分钟，按值班时间',
    en: 'To be taken within 30 minutes, counted in hours of duty',
  })
  expect(told.hours.en).toBe('hours of duty, by the working calendar')
})
