// 选聘调解员 in the browser: a committee calls, a resident applies on her phone, is shortlisted and appointed, and her seat is there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { seriousIn } from './hands.ts'

let street: Street
let town: Town
let id: string
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  id = committees.find((one) => one.name === '清荷社区人民调解委员会')!.id
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('安小雅 calls for a mediator; 邬明远 applies on his phone; he is shortlisted, appointed, and reads it by his receipt', async () => {
  const an = await town.visit('desk', 'anxiaoya')
  await an.page.goto(`${town.url}/desk/committees/${id}`)
  await an.page.getByRole('button', { name: '发布选聘' }).first().click()
  const call = an.page.getByRole('form', { name: '发布选聘' })
  await call.getByLabel('要求和待遇').fill('住在清荷一带，晚上和周末有空，愿意上门。每办结一件有补贴。')
  expect(await seriousIn(an)).toEqual([])
  await call.getByRole('button', { name: '发布选聘' }).click()
  await an.page.getByText('还没有人报名。').waitFor()

  const resident = await town.visit('phone')
  const { page } = resident
  await page.goto(`${town.url}/law`)
  const named = page.getByRole('link', { name: '邻里区' })
  if (await named.count()) await named.click()
  await page.getByRole('link', { name: '当调解员' }).click()
  await page.getByText('住在清荷一带').waitFor()
  await town.shot(page, 'mediators-360')
  await page.getByRole('link', { name: '报名' }).click()
  // What is missing is said beside its field, and nothing that was typed is lost.
  await page.getByLabel('姓名').fill('邬明远')
  await page.getByRole('button', { name: '提交报名' }).click()
  await page.getByText('请填电话').first().waitFor()
  expect(await page.getByLabel('姓名').inputValue()).toBe('邬明远')
  await page.getByLabel('电话').fill('13800007781')
  await page.getByLabel('说说您自己').fill('退休教师，在清荷住了三十年，邻居有事都来找我。')
  await page.getByLabel('我已年满 18 周岁').check()
  expect(await seriousIn(resident)).toEqual([])
  await town.shot(page, 'mediators-apply-360')
  await page.getByRole('button', { name: '提交报名' }).click()
  await page.getByRole('heading', { name: '报上名了' }).waitFor()
  await town.shot(page, 'mediators-receipt-360')

  await an.page.getByRole('button', { name: '看报名资料' }).click()
  await an.page.getByText('邬明远').waitFor()
  await an.page.getByRole('button', { name: '列入面谈' }).click()
  await an.page.getByRole('button', { name: '聘任', exact: true }).click()
  const appoint = an.page.getByRole('form', { name: '聘任' })
  await appoint.getByLabel('他的账号').fill('周晓岚')
  await an.page.getByRole('option', { name: /周晓岚/ }).click()
  await town.shot(an.page, 'committee-appoint-1440')
  expect(await seriousIn(an)).toEqual([])
  await appoint.getByRole('button', { name: '聘任' }).click()
  await an.page.getByText('已聘任').waitFor()
  await page.reload()
  await page.getByText('欢迎您！').waitFor()
  const { mediators } = await street.as('anxiaoya').do(committee.get, { id })
  expect(mediators.find(({ name }) => name === '周晓岚')).toMatchObject({ way: 'hired' })
})
