// Whose business is it? Dispatched, returned, ruled, learned; handed on by a rule; three agencies at one table.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { account } from '#modules/account/contract.ts'
import { type Agency, openAgency } from '#test/agencies.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { matter } from './contract.ts'

let street: Street
let code: string
let lamps: Agency
let water: Agency
let homes: Agency

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  code = await street.codeOf('清荷苑3号楼2单元')
  lamps = await openAgency(street, '路灯所', 'Street Lamp Service')
  water = await openAgency(street, '自来水公司', 'Waterworks')
  homes = await openAgency(street, '清荷物业', 'Qinghe Property Services')
})
afterAll(() => street.close())

const refused = (message: string) => ({ message })
const reported = (words: string, kind = '0401') => street.stranger.do(matter.report, { code, words, kind })

test('returned by two agencies it waits for a ruling; the ruling stands and is offered as a rule', async () => {
  const [desk, leader] = [street.as('chenjing'), street.as('fangjingqiu')]
  const { id, receipt } = await reported('路灯杆底下一直渗水，灯也不亮了')
  await desk.do(matter.dispatch, { id, agencyId: lamps.id, words: '请先看灯' })
  const seen = await lamps.clerk.do(matter.list, { view: 'mine' })
  expect(seen.matters.map((row) => row.id)).toContain(id)
  await expect(water.clerk.do(matter.get, { id })).rejects.toMatchObject(refused('door.missing'))

  setClock('2026-11-18', '09:40')
  await lamps.clerk.do(matter.return, { id, reason: '灯是被水泡坏的，先要止水。', basis: '路灯养护范围' })
  await expect(lamps.clerk.do(matter.get, { id })).rejects.toMatchObject(refused('door.missing'))
  await expect(desk.do(matter.dispatch, { id, agencyId: lamps.id })).rejects.toMatchObject(refused('matter.returnedIt'))
  await desk.do(matter.dispatch, { id, agencyId: water.id })
  await water.clerk.do(matter.return, { id, reason: '水是小区内管漏的，不是市政管。', basis: '供水管理条例' })
  await expect(desk.do(matter.dispatch, { id, agencyId: homes.id })).rejects.toMatchObject(
    refused('matter.rulingNeeded'),
  )
  await expect(
    desk.do(matter.rule, { id, agencyId: homes.id, ruling: '物业来办', basis: '会议' }),
  ).rejects.toMatchObject(refused('door.forbidden'))
  expect((await leader.do(matter.list, { view: 'mine' })).matters.map((row) => row.id)).toContain(id)
  const ruling = '小区内管由物业负责，先止水后修灯。'
  await leader.do(matter.rule, { id, agencyId: homes.id, ruling, basis: '物业管理条例' })
  await expect(
    homes.clerk.do(matter.return, { id, reason: '我们也不想办这件事。', basis: '没有依据' }),
  ).rejects.toMatchObject(refused('matter.ruled'))
  await homes.clerk.do(matter.sign, { id })

  const duty = street.as('anxiaoya')
  const { offers } = await duty.do(matter.routes, {})
  expect(offers).toMatchObject([{ matterId: id, agencyName: '清荷物业', ruling }])
  const areaId = await street.areaId('清荷社区')
  const rule = { version: 0, kind: '0401', areaId, agencyId: homes.id, direct: false, basis: ruling }
  await duty.do(matter.setRoute, { ...rule, from: '2026-11-18', learnedFrom: id })
  expect((await duty.do(matter.routes, {})).offers).toEqual([])
  const next = await reported('又有一根路灯杆底下渗水')
  expect(await desk.do(matter.get, { id: next.id })).toMatchObject({ route: { agencyName: '清荷物业', basis: ruling } })

  const { steps, can } = await street.stranger.do(matter.story, { receipt: receipt! })
  expect(steps.map((step) => step.move)).toEqual(
    ['report', 'dispatch', 'dispatch', 'rule', 'sign'].filter((move) => steps.some((step) => step.move === move)),
  )
  expect(JSON.stringify(steps)).not.toContain('先要止水')
  expect(can).toContain('withdraw')
})

test('a rule that says "at once" hands a new matter on without the desk; where the list lacks the kind, it stays', async () => {
  const duty = street.as('anxiaoya')
  const areaId = await street.areaId('清荷社区')
  const rule = { version: 0, areaId, agencyId: water.id, direct: true, basis: '供水协议', from: '2026-11-01' }
  await duty.do(matter.setRoute, { ...rule, kind: '0407' })
  await duty.do(matter.setRoute, { ...rule, kind: '99' })
  const leak = await reported('屋顶漏水滴到楼道里', '0407')
  expect(await water.clerk.do(matter.get, { id: leak.id })).toMatchObject({ state: 'dispatched', level: 1 })
  const drain = await reported('不知道该算哪一类的事', '99')
  expect(await street.as('chenjing').do(matter.get, { id: drain.id })).toMatchObject({ state: 'reported' })
  await expect(street.as('chenjing').do(matter.dispatch, { id: drain.id, agencyId: water.id })).rejects.toMatchObject(
    refused('matter.notOnList'),
  )
})

test('three agencies handle one matter together, meet, and the first stays answerable', async () => {
  setClock('2026-11-18', '14:00')
  const desk = street.as('chenjing')
  const { id } = await reported('楼前挖沟，水断了、灯灭了、砖翘了')
  await desk.do(matter.dispatch, { id, agencyId: water.id, helpers: [lamps.id] })
  await water.clerk.do(matter.sign, { id })
  await water.clerk.do(matter.invite, { id, agencyIds: [homes.id], reason: '要物业开井盖' })
  await expect(
    water.clerk.do(matter.invite, { id, agencyIds: [homes.id], reason: '再请一次物业' }),
  ).rejects.toMatchObject(refused('matter.invited'))
  for (const { clerk } of [lamps, homes]) await clerk.do(matter.note, { id, words: '已到现场' })
  await water.clerk.do(matter.meet, {
    ...{ id, at: '2026-11-18T14:30:00+08:00', who: ['水司', '路灯所', '物业'], minutes: '先关阀，再接线，最后铺砖。' },
    decisions: [
      { what: '关阀换管', owner: '自来水公司', by: '2026-11-19' },
      { what: '铺砖', owner: '清荷物业', by: null },
    ],
  })
  // A helper does not finish it; who once handed it on still sees it, and stays the first responsible.
  await expect(homes.clerk.do(matter.finish, { id, result: 'solved', done: '砖铺好了' })).rejects.toMatchObject(
    refused('door.forbidden'),
  )
  await water.clerk.do(matter.transfer, { id, agencyId: homes.id, reason: '水和灯都好了，只剩铺砖。' })
  const { rows } = await street.owner.query('select first_agency_id from matter where id = $1', [id])
  expect(rows[0].first_agency_id).toBe(water.id)
  expect(await homes.clerk.do(matter.get, { id })).toMatchObject({ state: 'dispatched', agencyName: '清荷物业' })
  await homes.clerk.do(matter.sign, { id })
  const { ids: photos, uploads } = await street.photo()
  await homes.clerk.do(matter.finish, { id, result: 'solved', done: '砖铺好了', photos }, { uploads })
  // Nobody who had a hand in it checks it; somebody else does.
  await desk.do(matter.verify, { id, reply: '水通了，灯亮了，砖也铺平了。' })
})

test('a clerk whose post has ended sees nothing of what was once handed to him', async () => {
  const away = await openAgency(street, '临时工程队', 'Works Crew')
  const { id } = await reported('路灯罩碎了一地')
  await street.as('chenjing').do(matter.dispatch, { id, agencyId: away.id })
  expect(await away.clerk.do(matter.get, { id })).toMatchObject({ state: 'dispatched' })
  const { rows } = await street.owner.query('select id from post where account_id = $1', [away.clerkId])
  for (const post of rows) await street.linli.do(account.endPost, { postId: post.id })
  await expect(away.clerk.do(matter.get, { id })).rejects.toMatchObject(refused('door.missing'))
  await expect(away.clerk.do(matter.sign, { id })).rejects.toMatchObject(refused('door.missing'))
})

test('declined, with its reason and the way to where it is at home, and never silently', async () => {
  const desk = street.as('chenjing')
  const { id, receipt } = await reported('邻居借我三千块钱不还', '99')
  await expect(desk.do(matter.decline, { id, reason: '不管', route: 'court' })).rejects.toMatchObject(
    refused('door.invalid'),
  )
  const reason = '两家之间的借款，可以到法院起诉，也可以先找调解员谈。'
  await desk.do(matter.decline, { id, reason, route: 'court' })
  const story = await street.stranger.do(matter.story, { receipt: receipt! })
  expect(story).toMatchObject({ state: 'declined', reply: { text: reason, by: '陈静' } })
  expect(story.steps.at(-1)).toMatchObject({ move: 'decline', route: 'court' })
})

test('merged with two reporters: each keeps his page, hears the reply there, and may take his own up again', async () => {
  setClock('2026-11-18', '09:00')
  const desk = street.as('chenjing')
  const [first, second, third] = [await reported('东头路灯不亮'), await reported('路灯黑了'), await reported('灯坏了')]
  await desk.do(matter.merge, { id: third.id, into: second.id })
  await desk.do(matter.merge, { id: second.id, into: first.id })
  expect(await desk.do(matter.get, { id: first.id })).toMatchObject({ merged: [{ no: second.no }, { no: third.no }] })
  const story = (receipt: string | null) => street.stranger.do(matter.story, { receipt: receipt! })
  expect(await story(third.receipt)).toMatchObject({ state: 'merged', joined: { state: 'reported', reply: null } })
  await expect(street.stranger.do(matter.dispute, { receipt: third.receipt!, why: '还是黑的' })).rejects.toMatchObject(
    refused('matter.joinedOpen'),
  )
  const worker = street.as('zhouxiaolan')
  await worker.do(matter.take, { id: first.id })
  const { ids: photos, uploads } = await street.photo()
  await worker.do(matter.finish, { id: first.id, result: 'solved', done: '换了灯泡', photos }, { uploads })
  await desk.do(matter.verify, { id: first.id, reply: '东头的路灯已经换好。' })
  for (const { receipt } of [second, third])
    expect(await story(receipt)).toMatchObject({ joined: { state: 'replied', reply: '东头的路灯已经换好。' } })
  const told = await story(third.receipt)
  expect(JSON.stringify(told)).not.toContain('东头路灯不亮')
  expect(told.can).toContain('dispute')
  await street.stranger.do(matter.dispute, { receipt: third.receipt!, why: '我说的是西头' })
  expect(await desk.do(matter.get, { id: third.id })).toMatchObject({ state: 'handling', round: 2, mergedInto: null })
  expect(await desk.do(matter.get, { id: first.id })).toMatchObject({ state: 'replied', merged: [{ no: second.no }] })
})
