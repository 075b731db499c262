// A dispute from the first knock to the archive, at the pages: taken, visited, two sessions and a closed note, a written
// agreement, its performance, three months of follow-ups, and a file that is closed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town, type Visitor } from './browser.ts'
import { passes } from './clock.ts'
import * as dispute from './dispute.ts'
import { TITLE } from './dispute.ts'
import { fill, photo, sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town
let file: string
let desk: Visitor
let zhao: Visitor

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

const ALONE = '其实愿意出八百元，先别告诉对方'

const { act, session } = dispute
const look = (visitor: Visitor) => dispute.look(visitor, town, file)
/** Some days later she signs in anew and opens the file. */
const onDay = (day: string, time: string) => dispute.onDay({ street, town }, [day, time], zhao, 'zhaoguilan', file)

/** The scanned pages of one paper. */
async function scan(kind: string, whose?: string): Promise<void> {
  await zhao.page.locator('.rec').getByRole('button', { name: '上传扫描件' }).first().click()
  const sending = zhao.page.getByRole('form', { name: '上传扫描件' })
  await fill(sending, { 是什么材料: kind, ...(whose ? { 谁的: whose } : {}) })
  await sending.locator('input[type=file]').setInputFiles(photo)
  await sending.getByRole('img').first().waitFor()
  await send(zhao.page, sending.getByRole('button', { name: '上传扫描件' }))
  await sending.waitFor({ state: 'hidden' })
}

test('the desk takes it and names 赵桂兰; she says that nothing ties her to either side, and goes to see', async () => {
  file = await dispute.registered(street)
  desk = await town.visit('desk', 'chenjing')
  await look(desk)
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const ours = committees.find(({ name }) => name.startsWith('清荷社区'))!.name
  await dispute.name(desk, '受理，指定调解员', '赵桂兰', { 调委会: ours })
  await sees(desk, /邻清人调字第\d+号.*调解员 赵桂兰/)

  zhao = await town.visit('desk', 'zhaoguilan')
  await look(zhao)
  await act(zhao, '声明利害关系')
  await onDay('2026-11-19', '19:30')
  await act(zhao, '记走访或调查', session('2026-11-19', { 写明情况: '晚上八点去听了，楼下听得见。' }))
  await sees(zhao, /走访 晚上八点去听了/)
}, 180_000)

test('two sessions, and between them what one side says alone: it stands apart, and the desk never reads it', async () => {
  await act(zhao, '约调解会', { 哪一天: '2026-11-20', 地点: '和议厅' })
  await sees(zhao, /约好的.*和议厅/)
  await onDay('2026-11-20', '16:20')
  await act(
    zhao,
    '记一次调解会',
    session('2026-11-20', {
      ...{ 写明情况: '双方各说各的难处。', 这次的结果: '约好再谈一次。' },
      '双方都认的事实，一行一条': '切纸机夜里开过\n楼板没有隔音层',
    }),
  )
  await sees(zhao, /双方都认的事实：切纸机夜里开过；楼板没有隔音层/)
  await act(zhao, '记单方谈话', { 写明情况: ALONE })
  await zhao.page.getByRole('button', { name: '打开看' }).click()
  await sees(zhao, new RegExp(ALONE))
  await town.shot(zhao.page, 'mediation-talked')
  await town.signIn(desk, 'chenjing')
  await look(desk)
  expect(await desk.page.content()).not.toContain(ALONE)
  await act(zhao, '记一个方案', { 写明情况: '晚八点以后停用切纸机，补偿八百元。' })
  await onDay('2026-11-24', '16:20')
  await act(zhao, '记一次调解会', session('2026-11-24', { 写明情况: '逐条说清。', 这次的结果: '谈拢了，写协议。' }))
}, 180_000)

test('the agreement is signed by all, takes effect, and the court’s window and the follow-ups begin', async () => {
  await act(zhao, '达成书面协议', {
    第一项约定: '晚八点至次日七点半不使用切纸机',
    争议事项: '何时停用设备，补偿多少。',
  })
  await dispute.signed(zhao)
  await sees(zhao, /司法确认.*还剩 3\d 天/)
  await town.shot(zhao.page, 'mediation-in-effect')
  expect(await seriousIn(zhao)).toEqual([])
}, 180_000)

const VISITS = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2027-01-24', '2027-02-24']

test('three months of follow-ups: she is told of each on its day, makes it, and the file is closed', async () => {
  await act(zhao, '记履行')
  for (const day of VISITS) {
    await passes(street, day, '09:10')
    await town.signIn(zhao, 'zhaoguilan')
    await zhao.page.goto(`${town.url}/desk/inbox`)
    await zhao.page
      .getByRole('link', { name: /到回访的日子了/ })
      .first()
      .click()
    await zhao.page.locator('.rec h1', { hasText: TITLE }).waitFor()
    await act(zhao, '记回访', { 写明情况: '双方都说没有再犯。' })
  }
  await town.shot(zhao.page, 'mediation-followed-up')
  await act(zhao, '结案')
  await scan('身份证明', '申请人 孙**')
  await scan('身份证明', '被申请人 禾木图文有限公司')
  await scan('签字页')
  await town.shot(zhao.page, 'mediation-papers')
  // Another person goes through it before it is sealed.
  await town.signIn(desk, 'chenjing')
  await look(desk)
  await act(desk, '归档封存')
  // Sealed from now on: nobody reads what was said, at the desk either.
  await desk.page.goto(`${town.url}/desk/mediations/${file}`)
  await sees(desk, /已归档封存/)
  await town.shot(desk.page, 'mediation-sealed')
  expect(await desk.page.content()).not.toContain('开切纸机')
  expect([zhao, desk].flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)
