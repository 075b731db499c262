// Two neighbours come to terms on the stairs: one form on the phone, well under two minutes, and the follow-ups are planned.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('周晓岚 settles a quarrel about a parked car: eight taps and two names', async () => {
  const field = await town.visit('phone', 'zhouxiaolan')
  const { page } = field
  await page.goto(`${town.url}/field`)
  await page.getByRole('link', { name: '就地调解' }).click()
  await page.getByRole('heading', { name: '就地调好了，记一件' }).waitFor()
  await page.getByRole('button', { name: '第12网格', pressed: true }).waitFor()
  await page.getByRole('button', { name: '停车占道' }).click()
  await page.getByLabel('一方：姓名或单位', { exact: true }).fill('单女士')
  await page.getByLabel('另一方：姓名或单位').fill('鲁先生')
  await page.getByRole('button', { name: '车挡了别人的路。' }).click()
  await page.getByRole('button', { name: '把车挪开，以后不停这里。' }).click()
  await page.getByRole('button', { name: '今天', exact: true }).click()
  await sees(field, /还差：双方都同意/)
  expect(await seriousIn(field)).toEqual([])
  await page.getByRole('checkbox', { name: /双方都同意这样办/ }).check()
  await town.shot(page, 'settle-ready')
  await send(page, page.getByRole('button', { name: '记成口头协议' }))
  await sees(field, /口头协议记下了 案卷 .+协议今天生效。接下来由您回访，第一次 .*，到那天会提醒您/)
  await town.shot(page, 'settle-sent')
  expect(field.faults).toEqual([])
}, 120_000)

test('a matter that was a quarrel is settled from its own page: nothing of it is typed again', async () => {
  const areaId = await street.areaId('清荷苑3号楼')
  const reporter = { name: '梁小舟', phone: '13800004321' }
  const worker = street.as('zhouxiaolan')
  const { id } = await worker.do(matter.report, { areaId, words: '楼上夜里拖椅子，说了也不听。', ...reporter })
  await worker.do(matter.take, { id })
  const field = await town.visit('phone', 'zhouxiaolan')
  const { page } = field
  await page.goto(`${town.url}/field/matters/${id}?do=more`)
  await page.getByRole('link', { name: /就地调解/ }).click()
  await sees(field, /从事项 LL-2026-\d{5} 来：地方、情况都带过来了/)
  await sees(field, /一方 梁\*/)
  expect(await page.getByLabel('怎么回事').inputValue()).toBe('楼上夜里拖椅子，说了也不听。')
  await page.getByRole('button', { name: '噪声' }).click()
  await page.getByLabel('另一方：姓名或单位').fill('楼上住户')
  await page.getByRole('button', { name: '晚上十点以后不出大声。' }).click()
  await page.getByRole('checkbox', { name: /双方都同意这样办/ }).check()
  await send(page, page.getByRole('button', { name: '记成口头协议' }))
  await page.getByRole('link', { name: '看这件事' }).click()
  await sees(field, /双方当场达成口头协议/)
  expect((await worker.do(matter.get, { id })).state).toBe('finished')
  expect(field.faults).toEqual([])
}, 120_000)
