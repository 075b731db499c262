// Ways in beside a plain report: a service to order, what may be the same, a hint on numbers and names, a line that was heard, a kept question.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { matter } from './contract.ts'

let street: Street
let code: string
beforeAll(async () => {
  street = await openStreet()
  code = await street.codeOf('清荷苑3号楼2单元')
  setClock('2026-11-18', '09:06')
})
afterAll(() => street.close())

test('a service is ordered from the menu, and is a matter of that kind on its way to the worker', async () => {
  const { services } = await street.stranger.do(matter.menu, { code })
  expect(services.length).toBeGreaterThan(2)
  const { code: kind } = services[0]!
  const sent = await street.stranger.do(matter.report, { code, kind, words: '想请人来看看' })
  const mine = await street.as('zhouxiaolan').do(matter.list, { view: 'mine' })
  expect(mine.matters.find(({ id }) => id === sent.id)?.kind).toBe(kind)
})

test('what may be the same is found by place and words while one types, and never by who reported it', async () => {
  const said = { code, words: '一层楼道的灯一直不亮', name: '孙女士', phone: '13800001234' }
  const { id } = await street.stranger.do(matter.report, said)
  const near = async (words: string) =>
    (await street.stranger.do(matter.similar, { code, words })).near.map((one) => one.id)
  expect(await near('楼道的灯不亮')).toContain(id)
  // A name or number that is hers finds what one that is nobody's finds.
  expect(await near('孙女士')).toEqual(await near('欧女士'))
  expect(await near('13800001234')).toEqual(await near('13911112222'))
})

test('whoever types a number or a name is told so, and is not refused', async () => {
  const hints = async (words: string) => (await street.stranger.do(matter.preview, { code, words })).hints
  expect(await hints('楼上漏水，电话 138 0000 1234')).toEqual(['number'])
  expect(await hints('王大爷把车停在通道')).toEqual(['name'])
  expect(await hints('三号楼前的路灯不亮')).toEqual([])
})

test('陈静 notes what she heard in a line; one line becomes a matter, once', async () => {
  const desk = street.as('chenjing')
  const { rows } = await street.owner.query<{ id: string }>(`select id from area where name = '第12网格'`)
  const areaId = rows[0]!.id
  const { id, version } = await desk.do(matter.hear, { areaId, way: 'street', words: '广场的健身器材松了' })
  const raised = await desk.do(matter.raiseHeard, { id, version })
  const { heard } = await desk.do(matter.heard, { areaId })
  const line = heard.find((one) => one.id === id)!
  expect(line).toMatchObject({ outcome: 'matter', matterNo: raised.no })
  await expect(desk.do(matter.raiseHeard, { id, version })).rejects.toThrow('door.changed')
  // Nor by somebody who sees how it stands now.
  await expect(desk.do(matter.raiseHeard, { id, version: line.version })).rejects.toThrow('door.changed')
})

test('a question to the list is kept under its name, for whoever kept it', async () => {
  const desk = street.as('anxiaoya')
  const { id } = await desk.do(matter.saveFilter, { name: '快到期的', filter: { view: 'due' } })
  const names = async (login: string) => (await street.as(login).do(matter.filters, {})).filters.map(({ name }) => name)
  expect(await names('anxiaoya')).toContain('快到期的')
  expect(await names('chenjing')).not.toContain('快到期的')
  await desk.do(matter.dropFilter, { id })
  expect(await names('anxiaoya')).not.toContain('快到期的')
})
