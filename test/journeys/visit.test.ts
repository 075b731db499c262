// A visit at the door and the same home at the desk: what is entered on the phone is there at once, masked; without a
// network it is kept on the phone, in order, and what somebody else changed meanwhile is shown side by side.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { register } from '#modules/register/contract.ts'
import { openStreet, type Street } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { sees, seriousIn } from './hands.ts'

let street: Street
let town: Town
let home: string
let met: { id: string; version: number }
let [withHead, empty] = ['', '']

beforeAll(async () => {
  street = await openStreet()
  const areaId = await street.areaId('清荷苑3号楼')
  const worker = street.as('zhouxiaolan')
  home = (await worker.do(register.addHome, { areaId, unit: '9单元', room: '901' })).id
  await worker.do(register.enter, { homeId: home, class: 'registered', name: '柳老伯', sex: 1, household: 'new' })
  withHead = (await worker.do(register.addHome, { areaId, unit: '9单元', room: '902' })).id
  empty = (await worker.do(register.addHome, { areaId, unit: '9单元', room: '903' })).id
  met = await worker.do(register.enter, { homeId: withHead, class: 'floating', name: '柳甲', household: 'new' })
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('周晓岚 visits 901 and enters who has moved in; 陈静 sees both and moves one out', async () => {
  const [phone, desk] = await Promise.all([town.visit('phone', 'zhouxiaolan'), town.visit('desk', 'chenjing')])
  const { page } = phone
  await page.goto(`${town.url}/field/visit`)
  await page.getByRole('button', { name: '清荷苑3号楼' }).click()
  await page.getByRole('button', { name: /901/ }).click()
  await sees(phone, /柳\*\*.*还缺：电话、出生日期/)
  await page.getByRole('button', { name: '登记一个人' }).click()
  await page.getByLabel('姓名').fill('柳新来')
  await page.getByLabel('电话').fill('138 0000 7788')
  await page.getByLabel('出生日期').fill('1950')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await sees(phone, /出生日期不对/)
  await page.getByLabel('出生日期').fill('19500506')
  await page.getByText('妻', { exact: true }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await sees(phone, /妻 · 女 · 1950 年生 · 138\*\*\*\*7788/)
  await town.shot(page, 'field-visit')
  expect(await seriousIn(phone)).toEqual([])
  await page.getByRole('button', { name: '走访结束' }).click()
  await sees(phone, /清荷苑3号楼9单元901，记下了/)

  await desk.page.goto(`${town.url}/desk/homes/${home}`)
  await sees(desk, /138\*\*\*\*7788.*走访.*谈过/)
  await town.shot(desk.page, 'desk-home')
  await desk.page.getByRole('listitem').filter({ hasText: '138****7788' }).getByRole('link').click()
  await desk.page.getByRole('button', { name: '迁出' }).first().click()
  await desk.page.getByRole('form', { name: '迁出' }).getByRole('button', { name: '迁出' }).click()
  await sees(desk, /已迁出/)
  await town.shot(desk.page, 'desk-person')
  expect(await seriousIn(desk)).toEqual([])
  expect([...phone.faults, ...desk.faults]).toEqual([])
  const { inside } = await street.as('chenjing').do(register.home, { id: home })
  expect(inside).toHaveLength(1)
}, 60_000)

test('without a network a family is entered in order; what 陈静 changed meanwhile is decided by 周晓岚', async () => {
  const phone = await town.visit('phone', 'zhouxiaolan')
  const { context } = phone
  let { page } = phone
  // The name is asked first, without a tap into its field.
  const asked = () => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name)
  const type = async (name: string) => {
    await expect.poll(asked, { timeout: 10_000 }).toBe('name')
    await page.keyboard.type(name)
  }
  const next = async () => {
    await page.getByRole('button', { name: '存好，下一个人' }).click()
    await expect.poll(() => page.getByLabel('姓名').inputValue(), { timeout: 10_000 }).toBe('')
  }
  const at = (room: string) => page.getByRole('button', { name: new RegExp(room) }).click()
  await page.goto(`${town.url}/field/visit`)
  await page.getByRole('button', { name: '清荷苑3号楼' }).click()
  await at('903')
  await sees(phone, /这一套还没有登记人/)
  await page.getByRole('button', { name: '换一套' }).click()
  await at('902')
  await sees(phone, /还缺：电话/)

  await context.setOffline(true)
  await page.getByRole('button', { name: '补充、更正' }).click()
  await page.getByLabel('电话').fill('13800007702')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await sees(phone, /还没有发出.*更正：柳\*\*/)
  // The second of a family follows the first without another tap; the word for her says that she is a woman.
  await page.getByRole('button', { name: '登记一个人' }).click()
  await type('柳乙')
  await page.getByText('妻', { exact: true }).click()
  expect(await page.getByRole('group', { name: '性别' }).count()).toBe(0)
  await next()
  await type('柳丙')
  await page.getByText('子', { exact: true }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await sees(phone, /登记：柳乙.*登记：柳丙/)
  await town.shot(page, 'field-visit-offline')
  expect(await seriousIn(phone)).toEqual([])
  await page.getByRole('button', { name: '走访结束' }).click()
  await sees(phone, /902，记在手机里/)
  await at('903')
  await page.getByRole('button', { name: '登记一个人' }).click()
  await type('柳丁')
  await next()
  await type('柳戊')
  await page.getByText('女', { exact: true }).first().click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await sees(phone, /登记：柳丁.*登记：柳戊/)
  await page.close()

  const desk = street.as('chenjing')
  expect((await desk.do(register.home, { id: withHead })).inside).toHaveLength(1)
  await desk.do(register.change, { id: met.id, version: met.version, phone: '13800007799' })
  await context.setOffline(false)
  page = await context.newPage()
  const back = { ...phone, page }
  await page.goto(`${town.url}/field`)
  await sees(back, /没有发出去：走访 清荷苑3号楼9单元902/)
  const inEmpty = async () => (await desk.do(register.home, { id: empty })).inside
  const said = async () => (await inEmpty()).map(({ relation, sex }) => `${relation} ${sex}`)
  await expect.poll(said, { timeout: 20_000 }).toEqual(['02 9', '30 2'])
  const family = await inEmpty()
  expect(new Set(family.map(({ householdId }) => householdId)).size).toBe(1)
  await page.getByRole('link', { name: '打开' }).click()
  await sees(back, /别人改了他的登记.*电话 13800007702 138\*\*\*\*7799/)
  await town.shot(page, 'field-visit-conflict')
  expect(await seriousIn(back)).toEqual([])
  await page.getByRole('button', { name: '照我写的改' }).click()
  await sees(back, /138\*\*\*\*7702.*妻 · 女.*子 · 男/)
  const now = await desk.do(register.home, { id: withHead })
  expect([now.inside.length, now.visits.map(({ outcome }) => outcome)]).toEqual([3, ['talked']])
  expect(new Set(now.inside.map(({ householdId }) => householdId)).size).toBe(1)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBeGreaterThan(0)
  expect(phone.faults).toEqual([])
}, 60_000)
