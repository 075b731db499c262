// A dispute that its community cannot settle goes up twice, whole, against a receipt, and keeps its number: it is one file.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { study } from '#modules/study/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town, type Visitor } from './browser.ts'
import { act, look, name, onDay, registered, session, TITLE } from './dispute.ts'
import { form, read, sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town
let file: string
let no: string
let counted: number | null
const there: Record<string, Visitor> = {}

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

const ALONE = '老板说最多赔五百，别讲出去'

/** Somebody at a computer of his own, with the file open. */
async function at(login: string): Promise<Visitor> {
  const known = there[login]
  if (known) await town.signIn(known, login)
  const visitor = known ?? (await town.visit('desk', login))
  there[login] = visitor
  await look(visitor, town, file)
  return visitor
}

/** The whole file goes to a committee above. */
async function handUp(by: Visitor, to: string, words: string): Promise<void> {
  const handing = await form(by, '整卷移交上一级')
  await handing.getByLabel('写明情况').fill(words)
  const choice = handing.getByLabel('移交给', { exact: true })
  const label = await choice.locator('option', { hasText: to }).first().textContent()
  await choice.selectOption({ label: label! })
  await send(by.page, handing.getByRole('button', { name: '整卷移交上一级' }))
  await handing.waitFor({ state: 'hidden' })
}

/** How many files of the year there are, as the street counts them. */
const total = async () => {
  const year = { from: '2026-01-01', to: '2026-12-31' }
  return (await street.as('hemingyuan').do(study.figures, year)).total.registered
}

test('the community tries, and hands it up', async () => {
  file = await registered(street)
  counted = await total()
  const chen = await at('chenjing')
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  await name(chen, '受理，指定调解员', '赵桂兰', {
    调委会: committees.find((one) => one.name.startsWith('清荷'))!.name,
  })
  no = /邻清人调字第\d+号/.exec(await read(chen.page))![0]
  const zhao = await at('zhaoguilan')
  await act(zhao, '声明利害关系')
  await onDay({ street, town }, ['2026-11-19', '16:20'], zhao, 'zhaoguilan', file)
  await act(zhao, '记一次调解会', session('2026-11-19', { 写明情况: '公司没有让步。', 这次的结果: '没有谈拢。' }))
  await act(zhao, '记单方谈话', { 写明情况: ALONE })
  await handUp(zhao, '邻里街道人民调解委员会', '公司不是本社区的，请街道出面。')
  // She keeps the number of the receipt; what is said from here on is not hers to read.
  await sees(zhao, new RegExp(`整卷移交了，回执 .*${no}移1`))
}, 180_000)

test('the street signs for the whole file, tries, and asks a specialised committee with the justice office', async () => {
  const an = await at('anxiaoya')
  await sees(an, new RegExp(`${no}移1`))
  await name(an, '签收，指定调解员', '吴长顺')
  const wu = await at('wuchangshun')
  // Everything that was said before both is there; what one side said alone stayed behind.
  await sees(wu, /没有谈拢/)
  await wu.page.getByRole('button', { name: '打开看' }).click()
  await sees(wu, /还没有单方谈话记录/)
  expect(await wu.page.content()).not.toContain(ALONE)
  await act(wu, '声明利害关系')
  await onDay({ street, town }, ['2026-11-23', '16:20'], wu, 'wuchangshun', file)
  await act(wu, '记一次调解会', session('2026-11-23', { 写明情况: '要量噪声。', 这次的结果: '请懂行的一起谈。' }))
  await handUp(wu, '物业纠纷', '要懂物业和法律的人一起谈。')
  await town.shot(wu.page, 'handed-up')
  expect(await seriousIn(wu)).toEqual([])
}, 180_000)

test('at the third tier it is settled: one number, two receipts, counted once', async () => {
  const an = await at('anxiaoya')
  await name(an, '签收，指定调解员', '汤国强')
  await sees(an, new RegExp(`${no}移1.*${no}移2|${no}移2.*${no}移1`))
  const tang = await at('tangguoqiang')
  await act(tang, '声明利害关系')
  await onDay({ street, town }, ['2026-11-25', '16:20'], tang, 'tangguoqiang', file)
  await act(tang, '记一次调解会', session('2026-11-25', { 写明情况: '律师讲了相邻权。', 这次的结果: '都愿意。' }))
  await act(tang, '达成口头协议', { 第一项约定: '晚八点以后不开切纸机' })
  await sees(tang, /履行与回访/)
  await town.shot(tang.page, 'handed-up-settled')
  expect(await tang.page.locator('.rec h1').textContent()).toContain(TITLE)
  expect(await read(tang.page)).toContain(no)
  expect(await total()).toBe(counted)
  expect(Object.values(there).flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)
