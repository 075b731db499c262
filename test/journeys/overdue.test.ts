// Nobody takes it, nobody signs for it: the clock warns, then lifts it a level each time, up to a leader by name.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town, type Visitor } from './browser.ts'
import { passes } from './clock.ts'
import { act, fill, find, finishAtDesk, form, open, press, read, report, sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town
let code: string

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  code = await street.codeOf('清荷苑3号楼2单元')
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

const LAMP = '三号楼前的路灯不亮'
let story: string
let leader: Visitor

test('left alone it climbs from the grid to 何明远; each desk finds it, and the reporter reads that it is late', async () => {
  const [resident, field] = await Promise.all([town.visit('phone'), town.visit('phone', 'zhouxiaolan')])
  story = await report(resident, `${town.url}/q/${code}`, `${LAMP}。`)
  await passes(street, '2026-11-18', '09:26')
  await field.page.goto(`${town.url}/field`)
  await sees(field, new RegExp(`${LAMP}.*还剩 [34] 分`))
  await field.page.goto(`${town.url}/field/inbox`)
  await sees(field, /快到时|还剩|接单/)
  await town.shot(field.page, 'field-warned')

  await passes(street, '2026-11-18', '09:31')
  const community = await town.visit('desk', 'chenjing')
  await open(community, town, LAMP)
  await sees(community, /处置层级：社区.*分派给您了.*时限到了，自动上报到清荷社区/)
  await resident.page.goto(story)
  await sees(resident, /清荷社区/)

  await passes(street, '2026-11-18', '11:32')
  const duty = await town.visit('desk', 'anxiaoya')
  await open(duty, town, LAMP)
  await sees(duty, /处置层级：街道.*到时没有人接，自动上移到邻里街道/)
  await passes(street, '2026-11-18', '17:20')
  leader = await town.visit('desk', 'hemingyuan')
  await leader.page.goto(`${town.url}/desk`)
  await sees(leader, new RegExp(`等我 1 件.*${LAMP}.*上报到您这里，由您包抓`))
  await leader.page.getByRole('link', { name: '打开，签收' }).click()
  await sees(leader, /领导包抓.*超时 3 次，领导还没看/)
  await press(leader, '签收，我们办')
  await resident.page.goto(story)
  await sees(resident, /答应.*比答应的晚了|比答应的晚了.*对不起，让您久等了/)
  await town.shot(resident.page, 'resident-late')
  await town.shot(leader.page, 'leader-leads')
  expect([resident, field, community, duty, leader].flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)

test('late, it is not closed unseen: the reply waits until 林慧珍, who did not handle it, has said her word', async () => {
  await finishAtDesk(leader, '换了灯头，试过正常。')
  const desk = await town.visit('desk', 'chenjing')
  await open(desk, town, LAMP, 'check')
  await sees(desk, /领导看过、写下意见，才能核查答复/)
  expect(await desk.page.locator('.rec').getByRole('button', { name: '核查通过，答复居民' }).count()).toBe(0)
  await town.shot(desk.page, 'late-unseen')
  // He handled it himself: the word is somebody else's.
  await leader.page.goto(`${town.url}/desk`)
  await sees(leader, /没有等您的事/)

  const head = await town.visit('desk', 'linhuizhen')
  await open(head, town, LAMP)
  await town.shot(head.page, 'head-acknowledges')
  await act(head, '看过，写意见', { 意见: '接单没人，已补班。' }, '看过，写下意见')
  await sees(desk, /轮到您.*对照照片看一看/)
  await act(desk, '核查通过，答复居民', {}, '答复居民')
  const resident = await town.visit('phone')
  await resident.page.goto(story)
  await sees(resident, /换了灯头，试过正常/)
  expect(await read(resident.page)).not.toContain('已补班')
  await town.shot(resident.page, 'resident-late-replied')
  expect([desk, head, leader, resident].flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)

test('安小雅 passes it up by hand, to 方静秋 with a special team; each of the team finds it', async () => {
  const title = '东头的路灯杆歪了'
  const resident = await town.visit('phone')
  await report(resident, `${town.url}/q/${code}`, `${title}，怕倒下来。`)
  await passes(street, '2026-11-19', '08:40')
  await passes(street, '2026-11-19', '12:00')
  await passes(street, '2026-11-19', '14:00')
  const duty = await town.visit('desk', 'anxiaoya')
  await open(duty, town, title)
  await press(duty, '签收，我们办')
  const raising = await form(duty, '上报一级')
  await find(raising, '包抓领导', '方静秋')
  for (const member of ['岳文博', '高磊']) await find(raising, '专班里再加一个人', member)
  await fill(raising, { '为什么（可以不写）': '要挖开路面，几家一起定。' })
  await town.shot(duty.page, 'raise-with-team')
  expect(await seriousIn(duty)).toEqual([])
  await send(duty.page, raising.getByRole('button', { name: '上报' }))
  await sees(duty, /上报到方静秋，专班：岳文博、高磊/)

  const [named, member] = await Promise.all([town.visit('desk', 'fangjingqiu'), town.visit('desk', 'gaolei')])
  await named.page.goto(`${town.url}/desk`)
  await sees(named, new RegExp(`${title}.*上报到您这里，由您包抓`))
  await open(named, town, title, 'open')
  await press(named, '签收，我们办')
  await open(member, town, title, 'open')
  await act(member, '记办到哪了', { 办到哪了: '灯杆已经临时加固。' }, '记下')
  await sees(named, /高磊 记下办到哪了。 灯杆已经临时加固/)
  await town.shot(named.page, 'leader-team')
  expect([resident, duty, named, member].flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)
