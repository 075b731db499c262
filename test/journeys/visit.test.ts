// A visit at the door and the same home at the desk: what is entered on the phone is there at once, masked.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { register } from '#modules/register/contract.ts'
import { openStreet, type Street } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { sees, seriousIn } from './hands.ts'

let street: Street
let town: Town
let home: string

beforeAll(async () => {
  street = await openStreet()
  const areaId = await street.areaId('清荷苑3号楼')
  const worker = street.as('zhouxiaolan')
  home = (await worker.do(register.addHome, { areaId, unit: '9单元', room: '901' })).id
  await worker.do(register.enter, { homeId: home, class: 'registered', name: '柳老伯', sex: 1, household: 'new' })
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
  await page.getByRole('button', { name: '开始走访' }).click()
  await page.getByRole('button', { name: '登记一个人' }).click()
  await page.getByLabel('姓名').fill('柳新来')
  await page.getByLabel('电话').fill('138 0000 7788')
  await page.getByRole('button', { name: '保存' }).click()
  await sees(phone, /138\*\*\*\*7788/)
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
