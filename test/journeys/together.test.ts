// Three agencies at one hole in the road: invited, met, decided with owners, noted by each, finished once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '../street.ts'
import { openTown, type Town } from './browser.ts'
import { act, fill, find, finishAtDesk, form, open, press, read, report, sees, send, seriousIn } from './hands.ts'

let street: Street
let town: Town
let code: string

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '14:00')
  code = await street.codeOf('清荷苑3号楼2单元')
  town = await openTown(street)
})
afterAll(async () => {
  await town?.close()
  await street?.close()
})

const TITLE = '楼前挖沟，水断了'

test('清渠供水公司 asks two more to its side, they meet, each notes what it did, and one finishes for all', async () => {
  const [resident, desk, water, roads, homes] = await Promise.all([
    town.visit('phone'),
    ...['chenjing', 'weijiangping', 'gaolei', 'zhuangxiuyun'].map((login) => town.visit('desk', login)),
  ] as const)
  const [d, w, r, h] = [desk!, water!, roads!, homes!]
  const story = await report(resident, `${town.url}/q/${code}`, `${TITLE}，路灯也灭了，砖都翘起来。`)
  await open(d, town, TITLE, 'open')
  const handing = await form(d, '分派给责任单位')
  await find(handing, '主办单位', '清渠供水公司')
  await send(d.page, handing.getByRole('button', { name: '派出' }))
  await open(w, town, TITLE)
  await press(w, '签收，我们办')

  const inviting = await form(w, '请单位会办')
  for (const name of ['邻里市政养护所', '清荷物业服务公司']) await inviting.getByRole('checkbox', { name }).check()
  await fill(inviting, { 为什么: '要接灯线，还要铺砖。' })
  await town.shot(w.page, 'invite-two')
  await send(w.page, inviting.getByRole('button', { name: '请他们一起办' }))
  await sees(w, /请邻里市政养护所、清荷物业服务公司一起办/)

  const meeting = await form(w, '记联席会商')
  await meeting.getByRole('button', { name: '再加一项' }).click()
  const [first, second] = [
    meeting.getByRole('group', { name: '第 1 项决定' }),
    meeting.getByRole('group', { name: '第 2 项决定' }),
  ]
  await fill(meeting, {
    什么时候开的: '2026-11-18T14:30',
    谁到会: '清渠供水公司 卫江平\n市政养护所 高磊\n清荷物业 庄秀云',
  })
  await fill(meeting, { 纪要: '先关阀换管，再接灯线，最后铺砖。' })
  await fill(first, { 做什么: '关阀换管', 谁负责: '清渠供水公司', 哪天以前: '2026-11-19' })
  await fill(second, { 做什么: '铺砖', 谁负责: '清荷物业' })
  await town.shot(w.page, 'joint-meeting')
  expect(await seriousIn(w)).toEqual([])
  await send(w.page, meeting.getByRole('button', { name: '记下会商' }))

  for (const [one, words] of [
    [r, '灯线接好了，试过正常。'],
    [h, '砖铺平了。'],
  ] as const) {
    await open(one, town, TITLE, 'open')
    await sees(one, /开了联席会.*先关阀换管.*关阀换管，清渠供水公司负责，.*前.*铺砖，清荷物业负责/)
    await act(one, '记办到哪了', { 办到哪了: words }, '记下')
    // Who helps does not finish it.
    expect(await one.page.locator('.rec').getByRole('button', { name: '办结，交核查' }).count()).toBe(0)
  }
  await sees(w, /庄秀云 记下办到哪了。 砖铺平了。.*高磊 记下办到哪了。 灯线接好了/)
  await sees(w, /协办 邻里市政养护所、清荷物业服务公司/)
  await town.shot(w.page, 'together')
  await finishAtDesk(w, '水管换好，灯亮了，砖也铺平了。')
  await sees(d, /轮到您.*卫江平 说办好了/)
  await act(d, '核查通过，答复居民', {}, '答复居民')
  await resident.page.goto(story)
  await sees(resident, /水管换好，灯亮了，砖也铺平了/)
  // What colleagues said among themselves is not for the reporter's page.
  expect(await read(resident.page)).not.toMatch(/会商|联席|灯线接好了/)
  expect([resident, d, w, r, h].flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)
