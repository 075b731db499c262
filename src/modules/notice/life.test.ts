// Who hears what in the whole life of a matter: agencies and desks, leaders, helpers, reporters; and who hears nothing.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { account } from '#modules/account/contract.ts'
import { agency } from '#modules/agency/contract.ts'
import { matter } from '#modules/matter/contract.ts'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { type Agency, openAgency } from '#test/agencies.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { sweepMatters } from '../../commands/sweep-matters.ts'
import { notice } from './contract.ts'
import { FOLLOWED } from './moves.ts'
import { spreadNotices, sweepNotices } from './sweep.ts'
import { usualKinds } from './usual-kinds.ts'

let street: Street
let code: string
let lamps: Agency
let water: Agency
let homes: Agency
let community: string[]
let subdistrict: string[]
const sent: { to: string; text: string; template: string }[] = []
const said = new Set<string>()
const sms = {
  name: 'demo',
  send: async (to: string, template: string, _: object, { text }: { text: string }) => {
    sent.push({ to, template, text })
    return { id: `n${sent.length}` }
  },
}
const mail = { name: 'demo', send: async () => ({ id: 'm' }) }

const holding = async (roles: string[], area: string): Promise<string[]> => {
  const { rows } = await street.owner.query(
    `select distinct a.login from post p join account a on a.id = p.account_id where p.role = any($1) and p.area_id = $2 order by 1`,
    [roles, await street.areaId(area)],
  )
  return rows.map((row) => row.login)
}

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  code = await street.codeOf('清荷苑3号楼2单元')
  lamps = await openAgency(street, '路灯所', 'Street Lamp Service')
  water = await openAgency(street, '自来水公司', 'Waterworks')
  homes = await openAgency(street, '清荷物业', 'Qinghe Property Services')
  community = await holding(['community_staff', 'community_head'], '清荷社区')
  subdistrict = await holding(['subdistrict_staff'], '邻里街道')
  await street.owner.query(`update matter_kind set effect_days = 28 where code = '0401'`)
})
afterAll(() => street.close())
beforeEach(async () => {
  setClock('2026-11-18', '09:00')
  await street.owner.query('delete from notice_move')
  await street.owner.query(`update outbox set state = 'given_up', next_at = null where next_at is not null`)
  sent.length = 0
})
afterEach(async () => {
  const { rows } = await street.owner.query('select kind from notice union select kind from outbox')
  for (const { kind } of rows) said.add(kind)
})

const tick = () => sweepMatters(street.opened)
const deliver = async () => {
  await spreadNotices(street.house)
  await sweepNotices(street.house, { sms, mail })
}
/** What is unread about a matter now: kind → logins. */
async function unread(id: string): Promise<Record<string, string[]>> {
  await spreadNotices(street.house)
  const { rows } = await street.owner.query(
    `select n.kind, array_agg(a.login order by a.login) as logins from notice n join account a on a.id = n.account_id
     where n.about_id = $1 and n.read_at is null group by n.kind`,
    [id],
  )
  return Object.fromEntries(rows.map(({ kind, logins }) => [kind, logins]))
}
const letters = async () => {
  await deliver()
  return sent.splice(0).map(({ template, text }) => ({ template, text }))
}
const [worker, desk, duty] = [() => street.as('zhouxiaolan'), () => street.as('chenjing'), () => street.as('anxiaoya')]
const others = (logins: readonly string[], ...but: string[]) => logins.filter((login) => !but.includes(login))
const loginOf = async (one: Agency): Promise<string> =>
  (await street.owner.query('select login from account where id = $1', [one.clerkId])).rows[0].login

async function reported(words = '路灯不亮', phone = '13800001234') {
  const one = await street.stranger.do(matter.report, { code, words, kind: '0401', ...(phone ? { phone } : {}) })
  return { ...one, receipt: one.receipt! }
}
async function taken(words?: string, phone?: string) {
  const one = await reported(words, phone)
  await worker().do(matter.take, { id: one.id })
  await worker().do(matter.answer, { id: one.id, said: '马上来看', via: 'phone' })
  return one
}
async function finish(id: string, who = worker()) {
  const { ids: photos, uploads } = await street.photo()
  await who.do(matter.finish, { id, result: 'solved', done: '换好了', photos }, { uploads })
}
const back = { reason: '灯是被水泡坏的，先要止水。', basis: '养护范围' }

describe('handed on', () => {
  test('lead and helpers hear of it; returned, both desks; twice, the referees; ruled, the lead; whoever is invited', async () => {
    const { id } = await reported()
    const [lamp, waters, home] = [await loginOf(lamps), await loginOf(water), await loginOf(homes)]
    expect(await unread(id)).toEqual({ 'matter.fresh': ['zhouxiaolan'] })
    await desk().do(matter.dispatch, { id, agencyId: lamps.id, helpers: [homes.id] })
    expect(await unread(id)).toEqual({ 'matter.dispatched': [lamp], 'matter.invited': [home] })
    await lamps.clerk.do(matter.return, { id, ...back })
    expect(await unread(id)).toEqual({
      'matter.returned': [...community, ...subdistrict].sort(),
      'matter.invited': [home],
    })
    await desk().do(matter.dispatch, { id, agencyId: water.id })
    await water.clerk.do(matter.return, { id, ...back })
    expect(await unread(id)).toEqual({ 'matter.ruling': ['fangjingqiu', 'hemingyuan'], 'matter.invited': [home] })
    const ruling = '物业先止水，再修灯。'
    await street.as('fangjingqiu').do(matter.rule, { id, agencyId: homes.id, ruling, basis: '会议' })
    expect((await unread(id))['matter.dispatched']).toEqual([home])
    await homes.clerk.do(matter.sign, { id })
    expect(await unread(id)).toEqual({ 'matter.invited': [home] })
    await homes.clerk.do(matter.invite, { id, agencyIds: [water.id], reason: '请先来关阀门' })
    expect((await unread(id))['matter.invited']).toEqual([waters, home].sort())
    await homes.clerk.do(matter.transfer, { id, agencyId: water.id, reason: '只剩水管的事了。' })
    expect((await unread(id))['matter.dispatched']).toEqual([waters])
    expect((await letters()).map(({ template }) => template)).toEqual([])
  })

  test('to an agency where nobody works today: the desk is told just that', async () => {
    const areaId = await street.areaId('邻里街道')
    const empty = await street.linli.do(agency.add, { kind: 'department', name: '空单位', nameEn: 'Nobody', areaId })
    const { id } = await reported()
    await desk().do(matter.dispatch, { id, agencyId: empty.id })
    expect(await unread(id)).toEqual({ 'matter.unattended': others(community, 'chenjing') })
  })

  test('danger handed on is said at once, day and night, and the clerk’s page looks again', async () => {
    setClock('2026-11-18', '22:30')
    const { id } = await reported('三楼着火了，冒黑烟')
    await street.linli.do(matter.dispatch, { id, agencyId: lamps.id })
    expect(await unread(id)).toEqual({ 'matter.emergency': [await loginOf(lamps)] })
    expect((await lamps.clerk.do(notice.unread, {})).urgent).toBe(1)
    const looked = `select 1 from journal where operation = 'notice.heard' and subject_id = $1`
    expect((await street.owner.query(looked, [lamps.clerkId])).rowCount).toBeGreaterThan(0)
  })
})

describe('time', () => {
  test('warned, then up a level each time, urgent, to a leader by name; late, the other leaders are asked', async () => {
    const { id } = await reported()
    setClock('2026-11-18', '09:26')
    await tick()
    expect(await unread(id)).toEqual({ 'matter.fresh': ['zhouxiaolan'], 'matter.warned': ['zhouxiaolan'] })
    setClock('2026-11-18', '09:31')
    await tick()
    expect(await unread(id)).toEqual({ 'matter.climbed': community })
    setClock('2026-11-18', '11:32')
    await tick()
    expect(await unread(id)).toEqual({ 'matter.climbed': subdistrict })
    setClock('2026-11-18', '17:20')
    await tick()
    expect(await unread(id)).toEqual({ 'matter.climbed': ['hemingyuan'] })
    const { rows } = await street.owner.query(`select distinct urgent from notice where kind = 'matter.climbed'`)
    expect(rows).toEqual([{ urgent: true }])
    const leader = street.as('hemingyuan')
    await leader.do(matter.sign, { id })
    await finish(id, leader)
    const late = await unread(id)
    expect(late).toEqual({ 'matter.check': community, 'matter.late': expect.any(Array) })
    expect(late['matter.late']).toEqual(expect.arrayContaining(['fangjingqiu', 'linhuizhen']))
    expect(late['matter.late']).not.toContain('hemingyuan')
    await street.as('linhuizhen').do(matter.acknowledge, { id, words: '接单没人，已补班。' })
    expect(await unread(id)).toEqual({ 'matter.check': community })
    await desk().do(matter.verify, { id, reply: '灯杆扶正了。' })
    expect(await unread(id)).toEqual({})
  })

  test('raised by hand: the desk of that level, then a leader and his team; it can wait', async () => {
    const { id } = await taken()
    await worker().do(matter.raise, { id, why: '要动电缆' })
    expect(await unread(id)).toEqual({ 'matter.raised': community })
    await desk().do(matter.sign, { id })
    await desk().do(matter.raise, { id })
    expect(await unread(id)).toEqual({ 'matter.raised': subdistrict })
    await duty().do(matter.sign, { id })
    const { id: leaderId } = await street.as('fangjingqiu').actor()
    const team = [(await street.as('yuewenbo').actor()).id]
    await duty().do(matter.raise, { id, leaderId, team })
    expect(await unread(id)).toEqual({ 'matter.raised': ['fangjingqiu', 'yuewenbo'] })
  })

  test('at night a warning waits for eight o’clock, unless there is danger', async () => {
    setClock('2026-11-18', '20:20')
    const [plain, danger] = [await reported(), await reported('三楼着火了，冒黑烟')]
    for (const { id } of [plain, danger]) await worker().do(matter.take, { id })
    setClock('2026-11-18', '22:00')
    await tick()
    await spreadNotices(street.house)
    const shown = async (id: string) =>
      (await worker().do(notice.inbox, { unread: true, limit: 100 })).notices.filter(
        (line) => line.about.id === id && line.kind === 'matter.warned',
      )
    expect(await shown(plain.id)).toEqual([])
    expect(await shown(danger.id)).toMatchObject([{ urgent: true }])
    setClock('2026-11-19', '08:00')
    expect(await shown(plain.id)).toMatchObject([{ urgent: false }])
  })

  test('a check that is overdue soon is the desk’s; time asked for is the desk’s, its answer the asker’s and the reporter’s', async () => {
    const { id, no } = await taken()
    await letters()
    const asked = { id, what: 'pause', reason: 'parts', words: '灯头要从厂里发来。' } as const
    const ask = async (what: 'pause' | 'extend', until: string) =>
      (await worker().do(matter.ask, { ...asked, what, until })).requestId
    const first = await ask('extend', '2026-12-30T10:00:00+08:00')
    expect(await unread(id)).toEqual({ 'matter.asked': community })
    await desk().do(matter.refuse, { id, requestId: first, why: '太久了' })
    expect(await unread(id)).toEqual({ 'matter.refused': ['zhouxiaolan'] })
    const second = await ask('extend', '2026-11-30T10:00:00+08:00')
    await desk().do(matter.extend, { id, requestId: second })
    expect(await unread(id)).toEqual({ 'matter.refused': ['zhouxiaolan'], 'matter.granted': ['zhouxiaolan'] })
    const third = await ask('pause', '2026-11-20T10:00:00+08:00')
    await desk().do(matter.pause, { id, requestId: third })
    const told = await letters()
    expect(told.map(({ template }) => template)).toEqual(['matter.extended.zh', 'matter.paused.zh'])
    expect(told[0]!.text).toMatch(`您报告的事（${no}）要多些时间，11月30日 10:00 前办完。为什么延期，看这里：http`)
    expect(told[1]!.text).toMatch(`您报告的事（${no}）要停一停，最晚 11月20日 10:00 接着办。为什么停，看这里：http`)
    await worker().do(matter.resume, { id })
    await finish(id)
    expect((await unread(id))['matter.asked']).toBeUndefined()
    setClock('2026-11-18', '17:30')
    await tick()
    expect((await unread(id))['matter.warned']).toEqual(community)
  })
})

test('urged, marked, commented: whoever handles it and who helps; urged at once, day and night', async () => {
  setClock('2026-11-18', '19:00')
  const { id } = await taken()
  await worker().do(matter.invite, { id, agencyIds: [lamps.id], reason: '请带升降车来' })
  await unread(id)
  setClock('2026-11-18', '22:00')
  const leader = street.as('fangjingqiu')
  await leader.do(matter.urge, { id, words: '老人晚上看不见路' })
  await leader.do(matter.mark, { id, grade: 'urgent', words: '先办' })
  await leader.do(matter.comment, { id, words: '旁边两盏也看看' })
  const both = [await loginOf(lamps), 'zhouxiaolan'].sort()
  const lines = await unread(id)
  for (const kind of ['matter.urged', 'matter.marked', 'matter.commented']) expect(lines[kind]).toEqual(both)
  const now = (await worker().do(notice.inbox, { unread: true, limit: 100 })).notices
  expect(now.filter((line) => line.about.id === id).map((line) => line.kind)).toEqual(['matter.urged'])
  setClock('2026-11-19', '09:00')
  await finish(id)
  expect((await unread(id))['matter.urged']).toBeUndefined()
})

describe('reporters', () => {
  test('asked a second time, then nobody hears of the lapse; weeks later asked once whether it holds', async () => {
    setClock('2026-11-02', '09:00')
    const [one, silent, rated] = [await taken('灯闪'), await taken('灯又闪', ''), await taken('灯不闪了')]
    for (const { id } of [one, silent, rated]) {
      await finish(id)
      await desk().do(matter.verify, { id, reply: '换了镇流器。' })
    }
    await street.stranger.do(matter.rate, { receipt: rated.receipt, satisfaction: 5 })
    await letters()
    setClock('2026-11-10', '09:00')
    await tick()
    const again = await letters()
    expect(again.map(({ template }) => template)).toEqual(['matter.again.zh'])
    expect(again[0]!.text).toContain(one.no)
    setClock('2026-11-12', '09:30')
    await tick()
    expect(await letters()).toEqual([])
    setClock('2026-12-02', '10:00')
    await tick()
    await tick()
    const effect = (await letters()).filter(({ text }) => text.includes(rated.no))
    expect(effect.map(({ template }) => template)).toEqual(['matter.effect.zh'])
    const [receipt] = /[0-9A-Z]{16}$/.exec(effect[0]!.text)!
    expect((await street.stranger.do(matter.story, { receipt })).asksEffect).toBe(true)
    setClock('2027-04-20', '10:00')
    await tick()
    expect(await letters()).toEqual([])
  })

  test('declined and joined they are told; when the one is answered, each is told with a link to his own page', async () => {
    const [main, first, second, not] = [
      await taken('路灯不亮', '13800001111'),
      await reported('路灯坏了', '13800002222'),
      await reported('灯不亮', '13800003333'),
      await reported('邻居借钱不还', '13800004444'),
    ]
    await letters()
    await desk().do(matter.decline, { id: not.id, reason: '两家之间的借款，街道不能裁决。', route: 'court' })
    for (const { id } of [first, second]) await desk().do(matter.merge, { id, into: main.id })
    const joined = await letters()
    const all = ['matter.declined.zh', 'matter.joined.zh', 'matter.joined.zh']
    expect(joined.map(({ template }) => template).sort()).toEqual(all)
    expect(joined.map(({ text }) => text).join()).not.toMatch(/借|裁决/)
    expect(await unread(first.id)).toEqual({})
    await finish(main.id)
    await desk().do(matter.verify, { id: main.id, reply: '换了灯泡。' })
    await deliver()
    expect(sent.map(({ to, template }) => `${to} ${template}`).sort()).toEqual(
      ['1111', '2222', '3333'].map((tail) => `1380000${tail} matter.replied.zh`),
    )
    const own = new Map([main, first, second].map(({ no }, at) => [`1380000${String(at + 1).repeat(4)}`, no]))
    for (const { to, text } of sent) {
      expect(text).toContain(own.get(to))
      const [receipt] = /[0-9A-Z]{16}$/.exec(text)!
      expect((await street.stranger.do(matter.story, { receipt })).no).toBe(own.get(to))
    }
  })
})

describe('nobody hears who may not see it', () => {
  const endPosts = async (login: string) => {
    const { rows } = await street.owner.query(
      `update post set ended_at = now() where ended_at is null and account_id = (select id from account where login = $1) returning id`,
      [login],
    )
    return () =>
      street.owner.query('update post set ended_at = null where id = any($1)', [rows.map((row) => row.id as string)])
  }

  test('whose post has ended between two moves: his work is whom it lies with', async () => {
    const { id } = await taken()
    await finish(id)
    const restore = await endPosts('zhouxiaolan')
    await desk().do(matter.sendBack, { id, reason: '还有一盏' })
    const lines = await unread(id)
    await restore()
    expect(lines['matter.sentBack']).toBeDefined()
    expect(lines['matter.sentBack']).not.toContain('zhouxiaolan')
  })

  test('a clerk who works for the agency no more: the desk hears that nobody is there', async () => {
    const away = await openAgency(street, '临时工程队', 'Works Crew')
    const { id } = await reported()
    await desk().do(matter.dispatch, { id, agencyId: away.id })
    const { rows } = await street.owner.query('select id from post where account_id = $1', [away.clerkId])
    for (const { id: postId } of rows) await street.linli.do(account.endPost, { postId })
    expect(await unread(id)).toEqual({ 'matter.unattended': others(community, 'chenjing') })
  })

  test('an agency that returned it; bite: were it still handed to that agency, its clerk would hear', async () => {
    const { id } = await reported()
    const lamp = await loginOf(lamps)
    await desk().do(matter.dispatch, { id, agencyId: lamps.id })
    await lamps.clerk.do(matter.return, { id, ...back })
    await worker().do(matter.take, { id })
    const urge = async (words: string) => {
      await street.as('fangjingqiu').do(matter.urge, { id, words })
      return (await unread(id))['matter.urged']
    }
    expect(await urge('催一催')).toEqual(['zhouxiaolan'])
    // As if the return had forgotten to strike it from the helpers: it may not see the matter, so it still hears nothing.
    await street.owner.query('update matter set helpers = array[$2::uuid] where id = $1', [id, lamps.id])
    await expect(lamps.clerk.do(matter.get, { id })).rejects.toMatchObject({ message: 'door.missing' })
    expect(await urge('再催一催')).toEqual(['zhouxiaolan'])
    const again = 'update assignment set ended_at = null where subject_id = $1 and holder_id = $2'
    await street.owner.query(again, [id, lamps.id])
    expect((await lamps.clerk.do(matter.get, { id })).id).toBe(id)
    expect(await urge('还要催')).toEqual([lamp, 'zhouxiaolan'].sort())
  })
})

test('settled on the spot, it is the desk’s to check', async () => {
  const { ids: photos, uploads } = await street.photo()
  const input = { areaId: await street.areaId('第12网格'), kind: '0401', words: '灯罩掉了', done: '装回去了', photos }
  const { id } = await worker().do(matter.record, input, { uploads })
  expect(await unread(id)).toEqual({ 'matter.check': community })
})

test('sent back, disputed, rated still reach whoever handled it', async () => {
  const { id, receipt } = await taken()
  await finish(id)
  await desk().do(matter.sendBack, { id, reason: '还有一盏' })
  expect(await unread(id)).toEqual({ 'matter.sentBack': ['zhouxiaolan'] })
  await finish(id)
  await desk().do(matter.verify, { id, reply: '两盏都换了。' })
  await street.stranger.do(matter.rate, { receipt, satisfaction: 5 })
  expect(await unread(id)).toEqual({ 'matter.rated': ['zhouxiaolan'] })
  await street.stranger.do(matter.dispute, { receipt, why: '又灭了' })
  expect(await unread(id)).toEqual({ 'matter.disputed': [...community, 'zhouxiaolan'].sort() })
  await worker().do(matter.answer, { id, said: '这就来', via: 'phone' })
  expect(await unread(id)).toEqual({})
})

test('every kind of a matter was said in these stories, and of every move of the life it is known whether somebody hears', () => {
  const ofMatters = (kinds: Iterable<string>) => [...kinds].filter((kind) => kind.startsWith('matter.')).sort()
  expect(ofMatters(said)).toEqual(ofMatters(usualKinds.keys()))
  const quiet = ['note', 'meet', 'resume', 'lapse', 'archive']
  const beside = ['warn', 'ask', 'refuse', 'urge', 'mark', 'comment', 'forget']
  expect([...FOLLOWED, ...quiet].sort()).toEqual([...Object.keys(matterLife.moves), ...beside].sort())
})
