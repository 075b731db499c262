// Law at the doorstep in the browser: a session is planned, booked, moved and told; an answer is written, reviewed and found.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { counsel } from '#modules/counsel/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { seriousIn } from './hands.ts'

let street: Street
let town: Town

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  const areaId = await street.areaId('清荷社区')
  await street.as('chenjing').do(counsel.setSitter, { areaId, kind: 'lawyer', name: '奚律师', firm: '言和律师事务所' })
  await street.as('chenjing').do(counsel.setSitter, { areaId, kind: 'volunteer', name: '晏小棠' })
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('陈静 plans a session out in the garden; a resident books it, it moves, and she calls him', async () => {
  const [desk, resident] = await Promise.all([town.visit('desk', 'chenjing'), town.visit('phone')])
  const { page } = desk
  await page.goto(`${town.url}/desk/law`)
  await page.getByRole('button', { name: '排一次坐诊' }).click()
  const plan = page.getByRole('form', { name: '排一次坐诊' })
  await plan.getByRole('radio', { name: '巡诊' }).check()
  await plan.getByRole('textbox', { name: /地点/ }).fill('中心花园凉亭')
  await plan.getByLabel('哪天').fill('2026-11-19')
  await plan.getByRole('combobox', { name: '预约' }).selectOption({ label: '每人 30 分钟' })
  await plan.getByRole('checkbox', { name: /奚律师/ }).check()
  await town.shot(page, 'law-plan')
  await plan.getByRole('button', { name: '排一次坐诊' }).click()
  await page.getByText('已排好，居民页面上看得到').waitFor()

  await resident.page.goto(`${town.url}/law?in=990101`)
  await resident.page.getByRole('link', { name: /14:00/ }).first().click()
  await resident.page.getByRole('radio', { name: '租房、买房' }).check()
  await resident.page.getByRole('textbox', { name: /电话|手机/ }).fill('13900005555')
  await resident.page.getByRole('button').last().click()
  await resident.page.getByRole('heading', { name: '约好了' }).waitFor()
  const receipt = resident.page.url()

  await page.goto(`${town.url}/desk/law`)
  await page
    .getByRole('button', { name: /中心花园凉亭/ })
    .first()
    .click()
  await page.getByText('139****5555').waitFor()
  await page.getByRole('button', { name: '改时间' }).click()
  const move = page.getByRole('form', { name: '改时间' })
  await move.getByLabel('从').fill('15:00')
  await move.getByRole('textbox', { name: /为什么/ }).fill('律师上午开庭')
  await move.getByRole('button', { name: '改时间' }).click()
  await page.getByText('要告诉他改了').waitFor()
  await page.getByRole('button', { name: '看电话' }).click()
  await page.getByText('13900005555').waitFor()
  await town.shot(page, 'law-moved')
  expect(await seriousIn(desk)).toEqual([])
  await page.getByRole('button', { name: '已告诉' }).click()
  await page.getByText('要告诉他改了').waitFor({ state: 'detached' })
  await resident.page.goto(receipt)
  await resident.page.getByText(/15:00/).first().waitFor()
  await town.shot(resident.page, 'law-booking')
  expect(await seriousIn(resident)).toEqual([])
  expect([...desk.faults, ...resident.faults]).toEqual([])
}, 40_000)

test('陈静 sets who comes each Thursday, fills it in past a day on which one of them sits elsewhere, and ends it', async () => {
  const [desk, resident] = await Promise.all([town.visit('desk', 'chenjing'), town.visit('phone')])
  const { page } = desk
  const areaId = await street.areaId('清荷社区')
  const { sitters } = await street.as('chenjing').do(counsel.sitters, { areaId })
  const touring = { areaId, kind: 'touring', spotZh: '北门凉亭', day: '2026-12-03', from: 900, to: 960 } as const
  const lawyer = sitters.find(({ name }) => name === '奚律师')!
  await street.as('chenjing').do(counsel.planClinic, { ...touring, sitters: [lawyer.id] })
  await page.goto(`${town.url}/desk/law`)
  await page.getByRole('button', { name: '轮流坐诊' }).click()
  await page.getByText('还没有轮流坐诊').waitFor()
  await page.getByRole('button', { name: '安排轮流坐诊' }).click()
  const set = page.getByRole('form', { name: '安排轮流坐诊' })
  await set.getByLabel('每周哪天').selectOption({ label: '周四' })
  await set.getByLabel('从哪天起').fill('2026-11-20')
  await set.getByLabel('内容').fill('当面咨询，不收费')
  await set.getByRole('button', { name: '再加一周' }).click()
  await set.getByLabel('第 1 周谁来').selectOption({ label: '奚律师 · 言和律师事务所' })
  await set.getByLabel('第 2 周谁来').selectOption({ label: '晏小棠' })
  await set.getByLabel('第 2 周同来的').selectOption({ label: '奚律师 · 言和律师事务所' })
  await town.shot(page, 'law-rotation-form')
  await set.getByRole('button', { name: '安排轮流坐诊' }).click()
  await page.getByRole('heading', { name: '周四 14:00–17:00' }).waitFor()
  await page.getByText('奚律师 → 晏小棠、奚律师').waitFor()
  await page.getByRole('button', { name: '往后排', exact: true }).click()
  const fill = page.getByRole('form', { name: '往后排' })
  await fill.getByLabel(/排到哪天/).fill('2026-12-18')
  await fill.getByRole('button', { name: '往后排' }).click()
  await page.getByText(/没有排的：.*12月3日.*人在别处坐诊/).waitFor()
  await page.getByText('排到 12月17日').waitFor()
  await town.shot(page, 'law-rotation')
  expect(await seriousIn(desk)).toEqual([])
  await resident.page.goto(`${town.url}/law?in=990101`)
  await resident.page.getByText('当面咨询，不收费').first().waitFor()
  await page.getByRole('button', { name: '不再往后排' }).click()
  await page.getByText('还没有轮流坐诊').waitFor()
  await page.getByRole('listitem').filter({ hasText: '晏小棠' }).getByRole('button', { name: '不再坐诊' }).click()
  await page.getByRole('listitem').filter({ hasText: '晏小棠' }).waitFor({ state: 'detached' })
  expect([...desk.faults, ...resident.faults]).toEqual([])
}, 60_000)

test('陈静 writes an answer, 安小雅 reviews it, and a resident finds it', async () => {
  const [writer, reviewer, resident] = await Promise.all([
    town.visit('desk', 'chenjing'),
    town.visit('desk', 'anxiaoya'),
    town.visit('phone'),
  ])
  await writer.page.goto(`${town.url}/desk/law`)
  await writer.page.getByRole('button', { name: '解答库' }).click()
  await writer.page.getByRole('button', { name: '写一条解答' }).click()
  const form = writer.page.getByRole('form', { name: '写一条解答' })
  await form.getByRole('textbox', { name: '问题' }).fill('房东不退押金怎么办？')
  await form.getByRole('textbox', { name: '解答' }).fill('看合同约定；没有损坏又按时搬走的，押金应当退还。')
  await form.getByRole('textbox', { name: '哪部法' }).fill('民法典')
  await form.getByRole('textbox', { name: '第几条' }).fill('第七百一十条')
  await form.getByRole('button', { name: '写一条解答' }).click()
  await writer.page.getByText('已提交，等另一个人复核').waitFor()
  const found = async () => {
    await resident.page.goto(`${town.url}/law?in=990101&words=押金`)
    return (await resident.page.getByRole('main').textContent())!.includes('房东不退押金怎么办')
  }
  expect(await found()).toBe(false)
  await reviewer.page.goto(`${town.url}/desk/law`)
  await reviewer.page.getByRole('button', { name: '解答库' }).click()
  await reviewer.page.getByText('房东不退押金怎么办？').click()
  await reviewer.page.getByRole('button', { name: '复核通过，公开' }).click()
  await reviewer.page.getByText('已办好').waitFor()
  expect(await found()).toBe(true)
  await town.shot(reviewer.page, 'law-library')
  expect([...writer.faults, ...reviewer.faults, ...resident.faults]).toEqual([])
}, 40_000)
