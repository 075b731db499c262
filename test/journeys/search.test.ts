// One box: `/`, type, look, Enter; and the page with an address.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Resident, settle } from '../register/residents.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { read, sees, seriousIn } from './hands.ts'

let street: Street
let town: Town
let people: Resident[]
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  people = await settle(street, '清荷苑3号楼', 4, { each: 1, names: ['单晓兰', '吕桂芳', '欧阳明珠', '曾国庆'] })
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('陈静 finds somebody by initials and an address by its room, with the keyboard alone', async () => {
  const desk = await town.visit('desk', 'chenjing')
  const { page } = desk
  const who = people.find(({ name }) => name === '单晓兰')!
  await page.goto(`${town.url}/desk`)
  await page.getByRole('button', { name: /人、地址、编号/ }).waitFor()
  await page.keyboard.press('/')
  const box = page.getByRole('combobox')
  await box.fill('shanxiaol')
  await page
    .getByRole('option', { name: /单\*\*/ })
    .first()
    .waitFor()
  expect(await read(page)).not.toContain(who.phone)
  await town.shot(page, 'desk-find')
  await box.fill(`清荷苑三栋1单元${who.room}`)
  await page.getByRole('group', { name: '房屋' }).getByRole('option').first().waitFor()
  await box.fill('清荷')
  await page.getByRole('button', { name: '在整页上看' }).click()
  await page.waitForURL(/\/desk\/find\?q=/)
  await sees(desk, /地方 .*清荷/)
  await town.shot(page, 'desk-find-page')
  expect(await seriousIn(desk)).toEqual([])
  expect(desk.faults).toEqual([])
}, 60_000)

test('安小雅 looks up a whole number, which is written down and stands in no address', async () => {
  const desk = await town.visit('phone', 'anxiaoya')
  const { page } = desk
  await page.goto(`${town.url}/desk/find`)
  const box = page.getByLabel('找', { exact: true })
  await box.fill('单晓兰')
  await sees(desk, /按姓名只在本社区里找得到人/)
  await box.fill(people[1]!.phone)
  await page.getByRole('button', { name: '按这个号码找人' }).click()
  await sees(desk, /今天还可以按号码找 199 次/)
  await page.getByRole('link', { name: `${people[1]!.name[0]}**` }).waitFor()
  expect(page.url()).not.toContain(people[1]!.phone)
  await town.shot(page, 'desk-find-number-narrow')
  expect(await seriousIn(desk)).toEqual([])
  expect(desk.faults).toEqual([])
}, 60_000)
