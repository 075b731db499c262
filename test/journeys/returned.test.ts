// Whose business is it? Returned by two agencies, ruled on by a leader, learned as a rule; everybody at his own page.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town, type Visitor } from './browser.ts'
import { act, fill, find, form, open, press, report, sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town
let code: string
let story: string
let resident: Visitor
let desk: Visitor

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  code = await street.codeOf('清荷苑3号楼2单元')
  town = await openTown(street)
  resident = await town.visit('phone')
  desk = await town.visit('desk', 'chenjing')
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

const TITLE = '屋顶漏雨'
const AGAIN = '房顶又漏雨了'
const RULING = '屋面在保修期外，由物业先修，再走维修资金。'

test('陈静 hands it on twice, two agencies return it, and 何明远 rules whose it is', async () => {
  const [water, order] = await Promise.all([town.visit('desk', 'weijiangping'), town.visit('desk', 'hanlidong')])
  story = await report(resident, `${town.url}/q/${code}`, `${TITLE}，楼道里要放盆接。`)

  await open(desk, town, TITLE, 'open')
  const handing = await form(desk, '分派给责任单位')
  await find(handing, '主办单位', '清渠供水公司')
  await fill(handing, { '交代几句（可以不写）': '请先看是不是水管' })
  await town.shot(desk.page, 'handed-form')
  await send(desk.page, handing.getByRole('button', { name: '派出' }))
  await sees(resident, /已转给清渠供水公司/)

  await open(water, town, TITLE)
  expect(await seriousIn(water)).toEqual([])
  await act(water, '退单', { 为什么不是本单位的事: '是雨水，不是供水管。', 依据: '供水服务协议' }, '退单')
  await open(desk, town, TITLE)
  await sees(desk, /单位退回来了。看看理由.*是雨水，不是供水管/)
  const second = await form(desk, '分派给责任单位')
  await find(second, '主办单位', '邻里城管执法中队')
  await send(desk.page, second.getByRole('button', { name: '派出' }))

  await open(order, town, TITLE)
  await act(order, '退单', { 为什么不是本单位的事: '不是违法建设，没有执法事项。', 依据: '综合执法清单' }, '退单')
  await desk.page.goto(`${town.url}/desk/dispatch`)
  await sees(desk, /退回来 1 件.*领导裁定/)
  await town.shot(desk.page, 'dispatch-returned')

  const leader = await town.visit('desk', 'hemingyuan')
  await leader.page.goto(`${town.url}/desk`)
  await sees(leader, /等我 1 件.*两个单位都退了，请您定由谁办/)
  await town.shot(leader.page, 'leader-home')
  await leader.page.getByRole('link', { name: '看两次理由，定主办' }).click()
  const ruling = await form(leader, '裁定由谁办')
  await expect.poll(() => ruling.textContent()).toMatch(/卫江平.*是雨水.*韩立冬.*不是违法建设/)
  await find(ruling, '由谁办', '清荷物业')
  await fill(ruling, { 裁定: RULING, 依据: '物业管理条例' })
  await town.shot(leader.page, 'leader-rules')
  await send(leader.page, ruling.getByRole('button', { name: '裁定，派给他' }))
  await sees(resident, /已转给清荷物业服务公司/)
  expect(await seriousIn(leader)).toEqual([])
  expect([resident, desk, water, order, leader].flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)

test('清荷物业 signs for it, 安小雅 makes the ruling a rule, and the next such report goes there', async () => {
  const homes = await town.visit('desk', 'zhuangxiuyun')
  await open(homes, town, TITLE)
  await press(homes, '签收，我们办')
  await sees(homes, /还没有联系居民/)
  // What a leader has ruled is not returned once more.
  expect(await homes.page.getByRole('button', { name: '退单' }).count()).toBe(0)

  const duty = await town.visit('desk', 'anxiaoya')
  await duty.page.goto(`${town.url}/desk/routes`)
  await sees(duty, /领导裁定过的 1 件，可以立成规则.*屋面漏水，裁定归清荷物业服务公司/)
  await town.shot(duty.page, 'routes-offer')
  expect(await seriousIn(duty)).toEqual([])
  await send(duty.page, duty.page.getByRole('button', { name: /的裁定立成规则/ }))
  await sees(duty, /规则保存了，下一件就按它/)

  await report(resident, `${town.url}/q/${code}`, `${AGAIN}。`)
  await desk.page.goto(`${town.url}/desk/dispatch`)
  await sees(desk, new RegExp(`${AGAIN}.*按规则：.*${RULING.slice(0, 6)}`))
  await desk.page.keyboard.press('Enter')
  await sees(desk, new RegExp(`${AGAIN}.*，派给清荷物业服务公司`))
  await send(desk.page, desk.page.getByRole('button', { name: '现在就送' }))
  await open(homes, town, AGAIN)
  await sees(homes, /已经分派|分派给您了/)
  await resident.page.goto(story)
  await sees(resident, /已经签收，开始办/)
  await town.shot(resident.page, 'resident-ruled')
  expect([resident, desk, homes, duty].flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)
