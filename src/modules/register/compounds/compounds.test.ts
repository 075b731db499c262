// 陈静 looks at 清荷苑: its buildings in three grids, who lives there, masked, and the company that manages it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Person, type Street, setClock } from '#test/street.ts'
import { register } from '../contract.ts'

let street: Street
let desk: Person
let areaId: string
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '10:00')
  desk = street.as('chenjing')
  areaId = await street.areaId('清荷社区')
})
afterAll(() => street?.close())

test('people of a compound are those of its buildings, page by page, and of no other house of its grids', async () => {
  const { compounds } = await desk.do(register.compounds, { areaId })
  const { id } = compounds.find(({ name }) => name === '清荷苑')!
  const home = async (area: string, room: string, address = '') =>
    (await desk.do(register.addHome, { areaId: await street.areaId(area), room, address })).id
  const inside = await home('清荷苑3号楼', '991')
  const outside = await home('第12网格', '', '纺织路旁平房9号')
  const enter = (homeId: string, name: string) => desk.do(register.enter, { homeId, class: 'registered', name })
  const ours = await enter(inside, '柳园里')
  const other = await enter(outside, '柳园外')

  const whole = await desk.do(register.people, { areaId, compoundId: id, limit: 200 })
  expect(whole.people.map((one) => one.id)).toContain(ours.id)
  expect(whole.people.map((one) => one.id)).not.toContain(other.id)
  const paged: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await desk.do(register.people, { areaId, compoundId: id, limit: 7, ...(after ? { after } : {}) })
    paged.push(...page.people.map((one) => one.id))
    if (!page.next) break
    after = page.next
  }
  expect(paged).toEqual(whole.people.map((one) => one.id))
  const read = await desk.do(register.compound, { areaId, id })
  expect(read.buildings.reduce((sum, { people }) => sum + people, 0)).toBe(paged.length)
  expect(JSON.stringify(whole)).not.toMatch(/园里/)
  // Her own grid's part is all that the worker sees; of a compound elsewhere there is nothing.
  const worker = street.as('zhouxiaolan')
  const part = await worker.do(register.compound, { areaId: await street.areaId('第12网格'), id })
  expect(part.buildings.length).toBeLessThan(read.buildings.length)
  await expect(worker.do(register.compound, { areaId, id })).rejects.toMatchObject({ entry: { code: 'door.missing' } })
})

test('a company manages the compound, and each home of it says so until that is over', async () => {
  const { compounds } = await desk.do(register.compounds, { areaId })
  const { id } = compounds.find(({ name }) => name === '清荷苑')!
  const company = await desk.do(register.addOrganisation, {
    ...{ areaId, class: 'property', name: '荷风物业', contactName: '柳经理', contactPhone: '13800007711' },
  })
  const homeId = (await desk.do(register.homes, { areaId: await street.areaId('清荷苑3号楼') })).homes[0]!.id
  const managed = async () => (await desk.do(register.home, { id: homeId })).managers
  const before = (await managed()).length
  await desk.do(register.manage, { id: company.id, areaId: id, fromDay: '2026-01-01' })
  expect((await managed()).find((one) => one.id === company.id)).toMatchObject({
    ...{ name: '荷风物业', contactName: '柳**', contactPhone: '138****7711', of: '清荷苑', fromDay: '2026-01-01' },
  })
  expect((await desk.do(register.compound, { areaId, id })).managers.map(({ name }) => name)).toContain('荷风物业')
  const { ties } = await desk.do(register.organisation, { id: company.id })
  expect(ties.map(({ kind, to }) => [kind, to.name])).toEqual([['manages', '清荷苑']])
  await desk.do(register.untie, { id: ties[0]!.id, version: 1, day: '2026-11-18' })
  expect(await managed()).toHaveLength(before)
})
