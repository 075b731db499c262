// A dispute is written down at the desk: one that the court refers with its letter, and one that began as a matter.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town, type Visitor } from './browser.ts'
import { passes } from './clock.ts'
import { act, look, name } from './dispute.ts'
import { fill, find, read, sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town
let chen: Visitor

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  town = await openTown(street)
  chen = await town.visit('desk', 'chenjing')
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

/** The name and the phone of one side. */
async function side(of: '申请人' | '被申请人', fields: Readonly<Record<string, string>>): Promise<void> {
  await fill(chen.page.getByRole('group', { name: of, exact: true }), fields)
}

const register = () => send(chen.page, chen.page.getByRole('button', { name: '登记', exact: true }))
const fileOnPage = () => /mediations\/([0-9a-f-]{36})/.exec(chen.page.url())![1]!

test('the court refers a dispute before filing: its letter stands in the file, and the answer is not forgotten', async () => {
  const { page } = chen
  await page.goto(`${town.url}/desk/mediations`)
  await page.getByRole('link', { name: '登记一件纠纷' }).click()
  const form = page.getByRole('form', { name: '登记一件纠纷' })
  await form.getByRole('radio', { name: '别的单位移送、委托' }).check()
  await fill(form, { 哪个单位: '人民法院', 法院在哪个阶段: '立案前委派', 来函编号: '（2026）邻0101诉前调88号' })
  await find(form, '哪个网格', '第12网格')
  await fill(form, { 地点: '清荷苑3号楼', '案卷叫什么（不写姓名）': '清荷苑3号楼 借款', 类型: '民间借贷纠纷' })
  await fill(form, { 简要情况: '两年前借了八千元，没有还清。', 请求什么: '分期还清。' })
  await side('申请人', { 姓名或名称: '单卫国', 电话: '13800002222' })
  await side('被申请人', { 姓名或名称: '鲁志强' })
  await form.getByRole('checkbox', { name: '说慢一点、写下来' }).check()
  await town.shot(page, 'register-referred')
  expect(await seriousIn(chen)).toEqual([])
  await register()
  await sees(chen, /来函 人民法院 （2026）邻0101诉前调88号/)
  await sees(chen, /请照顾到 说慢一点、写下来/)
  const [, month, day] = /(\d+)月(\d+)日 前反馈/.exec(await read(page))!
  const file = fileOnPage()
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  await name(chen, '受理，指定调解员', '赵桂兰', {
    调委会: committees.find((one) => one.name.startsWith('清荷'))!.name,
  })
  // Three days before its day whoever mediates is told.
  const before = new Date(Date.UTC(2026, Number(month) - 1, Number(day) - 3)).toISOString().slice(0, 10)
  await passes(street, before, '09:10')
  const zhao = await town.visit('desk', 'zhaoguilan')
  await zhao.page.goto(`${town.url}/desk/inbox`)
  await sees(zhao, /函告移送单位还剩 3 天/)
  await look(zhao, town, file)
  await act(zhao, '记已函告移送单位', { 写明情况: '双方还在谈，先函告进展。' })
  await sees(zhao, /已函告：双方还在谈/)
  await town.shot(zhao.page, 'referral-answered')
}, 120_000)

test('a matter turns out to be a quarrel: place, story and reporter are carried over, nothing is typed again', async () => {
  setClock('2026-12-18', '09:00')
  const areaId = await street.areaId('清荷苑3号楼')
  const worker = street.as('zhouxiaolan')
  const { id } = await worker.do(matter.report, {
    ...{ areaId, words: '楼上夜里拖椅子，说了也不听。', name: '梁小舟', phone: '13800004321' },
  })
  await worker.do(matter.take, { id })
  await town.signIn(chen, 'chenjing')
  const { page } = chen
  await page.goto(`${town.url}/desk/matters/${id}`)
  await page.getByRole('link', { name: '登记成纠纷，请调委会调解' }).click()
  const form = page.getByRole('form', { name: '登记一件纠纷' })
  expect(await form.getByLabel('简要情况').inputValue()).toBe('楼上夜里拖椅子，说了也不听。')
  await form
    .getByRole('group', { name: '申请人', exact: true })
    .getByRole('checkbox', { name: /就是报这件事的人/ })
    .check()
  await fill(form, { 请求什么: '夜里安静。', '案卷叫什么（不写姓名）': '清荷苑3号楼 夜里拖椅子' })
  await side('被申请人', { 姓名或名称: '楼上住户' })
  await town.shot(page, 'register-from-matter')
  await register()
  await sees(chen, /申请人 梁\*\*? /)
  await sees(chen, /夜里安静/)
  expect(chen.faults).toEqual([])
}, 120_000)
