// 一社区一法律顾问 in the browser: the gap is said, an adviser is appointed, what he did is recorded, residents see him.
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
  const areaId = await street.areaId('邻里街道')
  await street.as('anxiaoya').do(counsel.setSitter, {
    ...{ areaId, kind: 'lawyer', name: '宋以宁', firm: '言和律师事务所', licenceNo: '99101202310000053' },
  })
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

test('安小雅 sees which communities lack an adviser, appoints one, records a service; a resident finds him', async () => {
  const an = await town.visit('desk', 'anxiaoya')
  await an.page.goto(`${town.url}/desk/law`)
  await an.page.getByRole('button', { name: '法律顾问' }).click()
  await an.page.getByText(/个社区还没有法律顾问：/).waitFor()
  await an.page.getByRole('button', { name: '聘请顾问、认定明白人' }).click()
  const appoint = an.page.getByRole('form', { name: '聘请顾问、认定明白人' })
  await appoint.getByLabel('谁').selectOption({ label: '宋以宁 · 言和律师事务所' })
  await appoint.getByLabel('哪个社区').selectOption({ label: '清荷社区' })
  await appoint.getByLabel('什么时候找得到').fill('每月第一个周三下午')
  expect(await seriousIn(an)).toEqual([])
  await appoint.getByRole('button', { name: '聘请顾问、认定明白人' }).click()
  await an.page.getByText('本季度还没去过：清荷社区。').waitFor()
  await an.page.getByRole('button', { name: '记一次服务' }).click()
  const log = an.page.getByRole('form', { name: '记一次服务' })
  await log.getByLabel('来了多少人（只记人数）').fill('6')
  await log.getByRole('button', { name: '记一次服务' }).click()
  await an.page.getByText('1 次，2 小时，6 人').waitFor()
  await town.shot(an.page, 'law-advisers-1440')

  const resident = await town.visit('phone')
  await resident.page.goto(`${town.url}/law`)
  const named = resident.page.getByRole('link', { name: '邻里区' })
  if (await named.count()) await named.click()
  await resident.page.getByText('每月第一个周三下午').waitFor()
  await town.shot(resident.page, 'law-advisers-resident')
})

test('陈静 notes what was asked, refers somebody to legal aid and notes the answer', async () => {
  setClock('2026-11-18', '09:06')
  await street.as('anxiaoya').do(counsel.setCentre, { zh: '邻里区法律援助中心', phone: '0990-8812348' })
  const chen = await town.visit('desk', 'chenjing')
  await chen.page.goto(`${town.url}/desk/law`)
  await chen.page.getByRole('button', { name: '咨询与援助' }).click()
  await chen.page.getByText('没有转介在等法律援助中心答复。').waitFor()
  await chen.page.getByRole('button', { name: '登记一次咨询' }).click()
  const note = chen.page.getByRole('form', { name: '登记一次咨询' })
  await note.getByLabel('问什么').selectOption({ label: '劳动、工资' })
  await note.getByLabel('结果').selectOption({ label: '申请法律援助' })
  await note.getByRole('button', { name: '登记一次咨询' }).click()
  await chen.page.getByRole('heading', { name: '本季度问什么' }).waitFor()
  // Nobody is referred without a name: it is asked for here, since it was not given before.
  await chen.page.getByRole('button', { name: '转介法律援助' }).click()
  const refer = chen.page.getByRole('form', { name: '转介法律援助' })
  await refer.getByLabel('事由').selectOption('wages')
  await refer.getByLabel('姓名').fill('焦有田')
  await refer.getByLabel('电话').fill('13800006633')
  await town.shot(chen.page, 'law-refer-1440')
  expect(await seriousIn(chen)).toEqual([])
  await refer.getByRole('button', { name: '转介法律援助' }).click()
  await chen.page.getByText('1 件转介在等法律援助中心答复。').waitFor()
  setClock('2026-11-27', '09:00')
  const later = await town.visit('desk', 'chenjing')
  await later.page.goto(`${town.url}/desk/law`)
  await later.page.getByRole('button', { name: '咨询与援助' }).click()
  await later.page.getByText(/1 件已超过 7 日/).waitFor()
  await later.page.getByRole('button', { name: '看是谁' }).click()
  await later.page.getByText('焦有田').waitFor()
  await later.page.getByRole('button', { name: '给予援助' }).click()
  await later.page.getByRole('form', { name: '给予援助' }).getByRole('button', { name: '给予援助' }).click()
  await later.page.getByText('没有转介在等法律援助中心答复。').waitFor()
  await later.page.getByText(/已给予援助/).waitFor()
  expect(await seriousIn(later)).toEqual([])
})
