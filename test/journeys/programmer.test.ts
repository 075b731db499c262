// Somebody who writes a program: a token from her own page, tried on the page of an operation before a line of code is written.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { seriousIn } from './hands.ts'

let street: Street
let town: Town

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('陈静 makes a token that may read matters: it reads on the page, changes nothing, and is refused by name', async () => {
  const desk = await town.visit('desk', 'chenjing')
  const { page } = desk
  await page.goto(`${town.url}/desk/me`)
  await page.getByRole('button', { name: '新建令牌' }).click()
  await page.getByLabel('做什么用').fill('社区大屏')
  await page.getByLabel('事项: 看').check()
  await page.getByRole('button', { name: '生成令牌' }).click()
  const token = await page.getByRole('textbox', { name: '接口令牌' }).inputValue()
  expect(token).toMatch(/^linli_/)

  const programmer = await town.visit('desk')
  const tried = programmer.page
  const answer = tried.locator('.answer')
  const status = tried.locator('[data-status]')
  await tried.goto(`${town.url}/api-docs/matter.counts`)
  await tried.getByText('没有登录，按外人来问').waitFor()
  await tried.getByLabel('送进去的 JSON').fill('{')
  await tried.getByRole('button', { name: '问一次' }).click()
  await tried.getByText('这不是有效的 JSON').waitFor()
  await tried.getByLabel('送进去的 JSON').fill('{}')
  await tried.getByRole('button', { name: '问一次' }).click()
  await expect.poll(() => status.textContent()).toMatch(/^401/)
  await tried.locator('summary', { hasText: '换成令牌' }).click()
  await tried.locator('#token').fill(token)
  await tried.getByRole('button', { name: '问一次' }).click()
  await expect.poll(() => status.textContent()).toMatch(/^200/)
  expect(JSON.parse((await answer.locator('code').textContent())!)).toHaveProperty('open')
  await town.shot(tried, 'api-tried')

  await tried.goto(`${town.url}/api-docs/matter.comment`)
  await tried.locator('summary', { hasText: '换成令牌' }).click()
  await tried.locator('#token').fill(token)
  const rows = () => street.owner.query('select count(*)::int as n from journal').then(({ rows: [one] }) => one.n)
  const before = await rows()
  await tried.getByRole('button', { name: '发出这次改动' }).click()
  await tried.getByRole('button', { name: '先不发' }).click()
  expect(await answer.isVisible()).toBe(false)
  await tried.getByRole('button', { name: '发出这次改动' }).click()
  await tried.getByRole('button', { name: '确定，发出' }).click()
  await expect.poll(() => status.textContent()).toMatch(/^403/)
  expect(await answer.textContent()).toContain('matter.change')
  expect(await rows()).toBe(before)
  expect(await Promise.all([seriousIn(desk), seriousIn(programmer)])).toEqual([[], []])
  expect([...desk.faults, ...programmer.faults]).toEqual([])
}, 60_000)
