// What becomes of disputes that do not end smoothly: one fails and both are told where else to turn; one agreement is
// taken to the court within its thirty days; one comes back after it was settled, under its own number.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { committee } from '#modules/committee/contract.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town, type Visitor } from './browser.ts'
import { passes } from './clock.ts'
import { act, actWith, look, onDay, registered, session, signed } from './dispute.ts'
import { read, sees, seriousIn } from './hands.ts'

let street: Street
let town: Town
let zhao: Visitor

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  town = await openTown(street)
  zhao = await town.visit('desk', 'zhaoguilan')
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

/** A file that 赵桂兰 mediates, with her ties said. */
async function taken(more: object = {}): Promise<string> {
  const id = await registered(street, more)
  const { committees } = await street.as('anxiaoya').do(committee.list, {})
  const committeeId = committees.find((one) => one.name.startsWith('清荷社区'))!.id
  const leadId = (await street.as('zhaoguilan').actor()).id
  await street.as('chenjing').do(mediation.accept, { id, committeeId, leadId })
  await street.as('zhaoguilan').do(mediation.disclose, { id })
  return id
}

const day = (file: string, on: string, time = '16:20') => onDay({ street, town }, [on, time], zhao, 'zhaoguilan', file)

test('it fails: both are told where else to turn, what neither disputes stays written, and nothing more is done to it', async () => {
  const file = await taken()
  await day(file, '2026-11-19')
  await act(zhao, '记一次调解会', {
    ...session('2026-11-19', { 写明情况: '公司不认噪声。', 这次的结果: '没有谈拢。' }),
    '双方都认的事实，一行一条': '切纸机夜里开过',
  })
  // Nobody is sent away without being told where else to turn.
  await actWith(zhao, '调解不成', ['向人民法院起诉', '法律援助'], { 写明情况: '两边都愿意走法院。' })
  await sees(zhao, /已告知双方可以：向人民法院起诉、法律援助/)
  await sees(zhao, /双方都认的事实：切纸机夜里开过/)
  await town.shot(zhao.page, 'mediation-failed')
  expect(await zhao.page.locator('.rec').getByRole('button', { name: '记一次调解会' }).count()).toBe(0)
  expect(await seriousIn(zhao)).toEqual([])
}, 120_000)

test('the court’s thirty days: what it would refuse is said beforehand, she is reminded, the ruling is written down', async () => {
  const file = await taken({ title: '桂园2号楼 卫生间漏水', kind: 'RM02-01' })
  await day(file, '2026-11-20')
  await act(zhao, '记一次调解会', session('2026-11-20', { 写明情况: '漏点找到了。', 这次的结果: '愿意修。' }))
  await act(zhao, '达成书面协议', {
    ...{ 第一项约定: '楼上修好防水', 争议事项: '谁来修。' },
  })
  await signed(zhao)
  // It says at once what a court would send back.
  await sees(zhao, /还缺：每一项都写明何时履行/)
  await sees(zhao, /还缺：每一方的身份证明/)
  const left = async () => Number(/司法确认.*?还剩 (\d+) 天/.exec(await read(zhao.page))![1])
  const first = await left()
  // Ten days before the end she is told, once.
  await passes(street, '2026-12-10', '09:10')
  await town.signIn(zhao, 'zhaoguilan')
  await zhao.page.goto(`${town.url}/desk/inbox`)
  await sees(zhao, /申请司法确认还剩 \d+ 天/)
  await look(zhao, town, file)
  expect(await left()).toBe(first - 20)
  await town.shot(zhao.page, 'mediation-court')
  await act(zhao, '记司法确认', { 到哪一步: '已申请', 哪个法院: '邻里区人民法院' })
  await sees(zhao, /进展：已申请 邻里区人民法院/)
  await act(zhao, '记司法确认', { 到哪一步: '法院已受理', 法院案号: '（2026）邻0101民特12号' })
  await day(file, '2026-12-24')
  await act(zhao, '记司法确认', { 到哪一步: '已确认' })
  await sees(zhao, /进展：已确认 邻里区人民法院 （2026）邻0101民特12号/)
  await town.shot(zhao.page, 'mediation-confirmed')
}, 180_000)

test('it comes back after it was settled: the same number, in mediation again, and it is one file', async () => {
  const file = await taken({ title: '桂园2号楼 夜里拖椅子' })
  await day(file, '2026-12-28')
  await act(zhao, '记一次调解会', session('2026-12-28', { 写明情况: '说开了。', 这次的结果: '都愿意。' }))
  await act(zhao, '达成口头协议', { 第一项约定: '晚十点以后不拖椅子' })
  const no = /邻清人调字第\d+号/.exec(await read(zhao.page))![0]
  await day(file, '2027-01-06')
  await act(zhao, '记回访', { 写明情况: '又吵了两回。' })
  await act(zhao, '反复了，重新调解', { 写明情况: '楼上换了租客，夜里又拖椅子。' })
  await sees(zhao, /夜里拖椅子 噪声 · 调解中/)
  await act(zhao, '记一次调解会', session('2027-01-06', { 写明情况: '房东也来了。', 这次的结果: '写进租约。' }))
  await act(zhao, '达成口头协议', { 第一项约定: '写进租约，桌椅加脚垫' })
  await sees(zhao, /写进租约，桌椅加脚垫/)
  await town.shot(zhao.page, 'mediation-relapsed')
  expect(await read(zhao.page)).toContain(no)
  expect(zhao.faults).toEqual([])
}, 180_000)
