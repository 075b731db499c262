// A resident asks for mediation where she stands; the desk takes it; her own page says who mediates, and nothing of the other side.
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('单女士 asks at her door, 陈静 takes it, and the page of the code follows', async () => {
  const [resident, desk] = await Promise.all([town.visit('phone'), town.visit('desk', 'chenjing')])
  const { page } = resident
  const code = await street.codeOf('清荷苑3号楼2单元')
  await page.goto(`${town.url}/q/${code}`)
  await page.getByRole('link', { name: '申请调解' }).click()
  await sees(resident, /不收一分钱/)
  expect(await seriousIn(resident)).toEqual([])
  await page.getByRole('button', { name: '发出申请' }).click()
  await sees(resident, /请写：您的姓名/)
  await page.getByLabel('什么纠纷').selectOption({ label: '噪声' })
  await page.getByLabel('您的姓名').fill('单女士')
  await page.getByLabel('您的电话').fill('13800000071')
  await page.getByLabel('和谁的纠纷').fill('楼上裱画店')
  await page.getByLabel('怎么回事').fill('夜里十点还在锯木头。')
  await page.getByLabel('您希望怎么解决').fill('八点以后不锯。')
  await town.shot(page, 'mediation-apply')
  await page.getByRole('button', { name: '发出申请' }).click()
  await page.waitForURL(/\/m\/[0-9A-Z]{20}/)
  await sees(resident, /收好这个码.*待受理.*还没有指定调解员.*夜里十点还在锯木头/)
  expect(await seriousIn(resident)).toEqual([])

  await desk.page.goto(`${town.url}/desk/mediations`)
  await desk.page
    .getByRole('link', { name: /噪声.*待受理/ })
    .first()
    .click()
  await desk.page.getByRole('button', { name: '受理，指定调解员' }).click()
  const form = desk.page.getByRole('form', { name: '受理，指定调解员' })
  await form
    .getByLabel('哪个调委会')
    .or(form.getByLabel('调委会'))
    .first()
    .selectOption({ label: '清荷社区人民调解委员会' })
  await form.getByLabel(/主持/).selectOption({ label: '赵桂兰' })
  await send(desk.page, form.getByRole('button', { name: '受理，指定调解员' }))
  await page.reload()
  await sees(resident, /已受理.*调解员：赵桂兰/)
  await page.getByText('想换一位调解员').click()
  await page.getByLabel('为什么（比如是对方的亲戚）').fill('她是楼上的亲戚。')
  await page.getByRole('button', { name: '申请换人' }).click()
  await page.waitForLoadState()
  await town.shot(page, 'mediation-own-page')
  expect(await page.content()).not.toContain('裱画店')
  await desk.page.reload()
  await sees(desk, /有人申请赵桂兰回避/)
  expect([...desk.faults, ...resident.faults]).toEqual([])
}, 180_000)
