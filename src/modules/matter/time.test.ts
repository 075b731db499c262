// Time in the life of a matter: it stands still when it may, is extended before it runs out, climbs when it does, and lapses.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clock } from '#kernel/clock.ts'
import { type Agency, openAgency } from '#test/agencies.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { sweepMatters } from '../../commands/sweep-matters.ts'
import { matter } from './contract.ts'

let street: Street
let code: string
let lamps: Agency

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-16', '09:00')
  code = await street.codeOf('清荷苑3号楼2单元')
  lamps = await openAgency(street, '路灯所', 'Street Lamp Service')
})
afterAll(() => street.close())

const sweep = () => sweepMatters(street.opened)
const refused = (message: string) => ({ message })
const worker = () => street.as('zhouxiaolan')
const desk = () => street.as('chenjing')
/** Paired with 清荷社区 (包联). */
const leader = () => street.as('hemingyuan')
const seen = (id: string) => desk().do(matter.get, { id })
const until = (day: string, time = '10:00') => `${day}T${time}:00+08:00`

/** Reported, taken, answered at the instant of the clock. */
async function taken(words: string, kind = '0401') {
  const sent = await street.stranger.do(matter.report, { code, words, kind })
  await worker().do(matter.take, { id: sent.id })
  await worker().do(matter.answer, { id: sent.id, said: '马上来看', via: 'phone' })
  return sent
}

const finish = async (id: string) => {
  const { ids: photos, uploads } = await street.photo()
  await worker().do(matter.finish, { id, result: 'solved', done: '换好了', photos }, { uploads })
}

test('a granted pause moves the deadline by the working time it took, and the resident is told why and until when', async () => {
  setClock('2026-11-16', '09:00')
  const { id, receipt } = await taken('路灯要等配件')
  const before = new Date((await seen(id)).dueAt!)
  const asked = { id, what: 'pause', reason: 'parts', words: '灯头要从厂里发来。' } as const
  await expect(worker().do(matter.ask, { ...asked, until: until('2026-11-13') })).rejects.toMatchObject(
    refused('matter.untilPast'),
  )
  const { requestId } = await worker().do(matter.ask, { ...asked, until: until('2026-11-19') })
  // Nobody stops his own clock, and nobody who had a hand in it.
  await expect(worker().do(matter.pause, { id, requestId })).rejects.toMatchObject(refused('door.forbidden'))
  setClock('2026-11-17', '09:00')
  await desk().do(matter.pause, { id, requestId })
  expect(await seen(id)).toMatchObject({ state: 'paused', clock: null })
  await expect(desk().do(matter.pause, { id, requestId })).rejects.toMatchObject(refused('door.wrongState'))
  const told = await street.stranger.do(matter.story, { receipt: receipt! })
  expect(told.promise).toBeNull()
  expect(told.steps.at(-1)).toMatchObject({ move: 'pause', reason: 'parts', until: '2026-11-19T02:00:00.000Z' })
  expect(JSON.stringify(told)).not.toContain('从厂里发来')

  setClock('2026-11-19', '09:30')
  await sweep()
  expect(await seen(id)).toMatchObject({ state: 'paused' })
  setClock('2026-11-19', '11:00')
  await sweep()
  const after = await seen(id)
  expect(after).toMatchObject({ state: 'handling', clock: 'finish' })
  // It stood from Tuesday 09:00 to Thursday 10:00, when the allowed time was over: two working days and one hour, and so
  // Thursday becomes Monday: a weekend lies between.
  expect(new Date(after.dueAt!).getTime() - before.getTime()).toBe((2 * 24 + 1 + 2 * 24) * 3_600_000)
  const { intervals } = await worker().do(matter.explain, { id, clock: 'finish' })
  expect(intervals.some((line) => line.reason === 'paused')).toBe(true)
})

test('more time is granted before the limit runs out, told to the resident, and never after', async () => {
  setClock('2026-11-16', '09:00')
  const { id, receipt } = await taken('整条路的灯都要换')
  const ask = { id, what: 'extend', reason: 'money', words: '要申请维修资金，多等三天。' } as const
  const { requestId } = await worker().do(matter.ask, { ...ask, until: until('2026-11-30') })
  const refusal = await worker().do(matter.ask, { ...ask, until: until('2026-12-30') })
  await desk().do(matter.refuse, { id, requestId: refusal.requestId, why: '太久了' })
  await expect(desk().do(matter.extend, { id, requestId: refusal.requestId })).rejects.toMatchObject(
    refused('matter.decided'),
  )
  await desk().do(matter.extend, { id, requestId })
  expect((await seen(id)).clocks.find((one) => one.kind === 'finish')?.dueAt).toBe('2026-11-30T02:00:00.000Z')
  const told = await street.stranger.do(matter.story, { receipt: receipt! })
  expect(told.steps.at(-1)).toMatchObject({ move: 'extend', text: ask.words, reason: 'money' })
  setClock('2026-12-01', '09:00')
  await expect(worker().do(matter.ask, { ...ask, until: until('2026-12-10') })).rejects.toMatchObject(
    refused('matter.alreadyLate'),
  )
})

test('nobody takes it, nobody signs for it: warned, then one level up each time, to a named leader; late, it is not closed unseen', async () => {
  setClock('2026-11-18', '09:00')
  const { id, receipt } = await street.stranger.do(matter.report, { code, words: '路灯杆歪了', kind: '0401' })
  const moves = async () => (await seen(id)).steps.map((step) => step.move)
  setClock('2026-11-18', '09:26')
  await sweep()
  await sweep()
  expect(await moves()).toEqual(['report', 'warn'])
  setClock('2026-11-18', '09:31')
  await sweep()
  await sweep()
  expect(await moves()).toEqual(['report', 'warn', 'raise'])
  expect(await seen(id)).toMatchObject({ state: 'dispatched', level: 1, lateTimes: 1, clock: 'sign' })
  setClock('2026-11-18', '11:32')
  await sweep()
  expect(await seen(id)).toMatchObject({ state: 'dispatched', level: 2, lateTimes: 2 })
  setClock('2026-11-18', '17:20')
  await sweep()
  expect(await seen(id)).toMatchObject({ state: 'dispatched', level: 3, leaderName: '何明远', lateTimes: 3 })
  setClock('2026-11-19', '17:20')
  await sweep()
  expect(await seen(id)).toMatchObject({ level: 3 })
  expect((await leader().do(matter.list, { view: 'mine' })).matters.map((row) => row.id)).toContain(id)

  await leader().do(matter.sign, { id })
  const team = [lamps.clerkId]
  await expect(leader().do(matter.raise, { id, team })).rejects.toMatchObject(refused('matter.atTop'))
  await leader().do(matter.invite, { id, agencyIds: [lamps.id], reason: '请现场扶正' })
  const { ids: photos, uploads } = await street.photo()
  await leader().do(matter.finish, { id, result: 'solved', done: '扶正了', photos }, { uploads })
  await expect(desk().do(matter.verify, { id, reply: '灯杆扶正了' })).rejects.toMatchObject(
    refused('matter.lateUnseen'),
  )
  // The leader handled it: somebody else has to answer for its lateness.
  await expect(leader().do(matter.acknowledge, { id, words: '知道了' })).rejects.toMatchObject(
    refused('door.forbidden'),
  )
  const head = street.as('linhuizhen')
  expect((await head.do(matter.list, { view: 'mine' })).matters.map((row) => row.id)).toContain(id)
  await head.do(matter.acknowledge, { id, words: '接单没人，已补班。' })
  await desk().do(matter.verify, { id, reply: '灯杆扶正了，让您久等。' })
  const told = await street.stranger.do(matter.story, { receipt: receipt! })
  expect(JSON.stringify(told)).not.toContain('已补班')
})

test('not rated after seven working days and two asks, it is closed as not answered, and never as satisfied', async () => {
  setClock('2026-11-02', '09:00')
  const { id, receipt } = await taken('灯闪')
  await finish(id)
  await desk().do(matter.verify, { id, reply: '换了镇流器。' })
  setClock('2026-11-10', '09:00')
  await sweep()
  expect((await seen(id)).steps.at(-1)?.move).toBe('warn')
  setClock('2026-11-12', '09:30')
  await expect(street.linli.do(matter.lapse, { id: (await taken('另一盏')).id })).rejects.toMatchObject(
    refused('door.wrongState'),
  )
  await sweep()
  expect(await seen(id)).toMatchObject({ state: 'closed', solved: null })
  const figures = await desk().do(matter.figures, { from: '2026-11-01', to: '2026-11-30' })
  expect(figures.total).toMatchObject({ unanswered: 1, satisfied: 0, solved: 0 })
  // Thirty days from the reply he may still say that it was not solved.
  await street.stranger.do(matter.dispute, { receipt: receipt!, why: '又开始闪了' })
  expect(await seen(id)).toMatchObject({ state: 'handling', round: 2 })
})

test('a server that slept through the reminder reminds first and closes a day later', async () => {
  setClock('2026-10-12', '09:00')
  const { id } = await taken('灯又闪')
  await finish(id)
  await desk().do(matter.verify, { id, reply: '镇流器换好了。' })
  setClock('2026-11-20', '09:00')
  await sweep()
  expect(await seen(id)).toMatchObject({ state: 'replied' })
  await expect(street.linli.do(matter.warn, { id })).rejects.toMatchObject(refused('matter.notNow'))
  setClock('2026-11-21', '09:30')
  await sweep()
  expect(await seen(id)).toMatchObject({ state: 'closed' })
})

test('weeks later its reporter is asked once whether it still holds; "no" opens it again under its number', async () => {
  await street.owner.query(`update matter_kind set effect_days = 28 where code = '0401'`)
  setClock('2026-11-18', '09:00')
  const rated = async (words: string) => {
    const sent = await taken(words)
    await finish(sent.id)
    await desk().do(matter.verify, { id: sent.id, reply: '灯已经修好了。' })
    await street.stranger.do(matter.rate, { receipt: sent.receipt!, satisfaction: 5 })
    return { id: sent.id, receipt: sent.receipt! }
  }
  const [holds, broke] = [await rated('东边的灯'), await rated('西边的灯')]
  setClock('2026-12-19', '09:00')
  await sweep()
  await sweep()
  for (const { id } of [holds, broke])
    expect((await seen(id)).steps.filter((step) => step.move === 'askEffect')).toHaveLength(1)
  const story = (receipt: string) => street.stranger.do(matter.story, { receipt })
  expect(await story(holds.receipt)).toMatchObject({ asksEffect: true, can: ['dispute', 'confirm'] })
  await street.stranger.do(matter.confirm, { receipt: holds.receipt })
  expect(await story(holds.receipt)).toMatchObject({ asksEffect: false })
  await expect(street.stranger.do(matter.confirm, { receipt: holds.receipt })).rejects.toMatchObject(
    refused('door.changed'),
  )
  await street.stranger.do(matter.dispute, { receipt: broke.receipt, why: '上周又不亮了' })
  expect(await seen(broke.id)).toMatchObject({ state: 'handling', round: 2 })
})

test('over for sixty days it is put away for good', async () => {
  setClock('2026-11-18', '09:00')
  const { id, receipt } = await street.stranger.do(matter.report, { code, words: '看错了', kind: '0401' })
  await street.stranger.do(matter.withdraw, { receipt: receipt!, why: '看错了' })
  clock.stand(new Date(clock.now().getTime() + 59 * 86_400_000))
  await sweep()
  expect(await seen(id)).toMatchObject({ state: 'withdrawn' })
  clock.stand(new Date(clock.now().getTime() + 2 * 86_400_000))
  await sweep()
  expect(await seen(id)).toMatchObject({ state: 'archived' })
})

test('two processes that sweep at once make every move once', async () => {
  setClock('2026-11-18', '09:00')
  const { id } = await street.stranger.do(matter.report, { code, words: '灯罩松了', kind: '0401' })
  setClock('2026-11-18', '09:45')
  await Promise.all([sweep(), sweep(), sweep()])
  expect((await seen(id)).steps.filter((step) => step.move === 'raise')).toHaveLength(1)
  expect(await seen(id)).toMatchObject({ level: 1 })
})

test('a matter that fails keeps no other from its turn, and is told of', async () => {
  setClock('2026-11-18', '09:00')
  const send = (words: string) => street.stranger.do(matter.report, { code, words, kind: '0401' })
  const [broken, whole] = [await send('第一盏灯坏了'), await send('第二盏灯坏了')]
  await street.owner.query(
    `create function fails() returns trigger language plpgsql as $$ begin raise exception 'broken on purpose'; end $$;
     create trigger fails before update on matter for each row when (old.id = '${broken.id}') execute function fails()`,
  )
  setClock('2026-11-18', '09:45')
  await expect(sweep()).rejects.toMatchObject({ message: `matter.raise of ${broken.id}` })
  expect(await seen(whole.id)).toMatchObject({ level: 1, state: 'dispatched' })
  expect(await seen(broken.id)).toMatchObject({ level: 0, state: 'reported' })
  await street.owner.query('drop trigger fails on matter; drop function fails')
  await sweep()
  expect(await seen(broken.id)).toMatchObject({ level: 1 })
})

test('where no leader is in office it stays with the subdistrict, says why, and is not tried again every round', async () => {
  setClock('2026-11-18', '09:00')
  const { id } = await street.stranger.do(matter.report, { code, words: '第三盏灯坏了', kind: '0401' })
  const leaders = `role in ('subdistrict_leader', 'district_leader') and tenant_id = '${street.tenant}'`
  await street.owner.query(`update post set ended_at = now() where ${leaders} and ended_at is null`)
  const climbed = async () => (await seen(id)).steps.filter(({ move }) => move === 'climb')
  for (const [day, time] of [
    ['18', '09:45'],
    ['18', '14:30'],
    ['19', '10:00'],
  ] as const) {
    setClock(`2026-11-${day}`, time)
    await sweep()
  }
  const last = (await climbed()).at(-1)!
  expect(last.detail).toMatchObject({ to: '邻里街道', noLeader: true })
  expect(await seen(id)).toMatchObject({ state: 'dispatched', level: 2 })
  const told = (await climbed()).length
  await sweep()
  await sweep()
  expect(await climbed()).toHaveLength(told)
  await street.owner.query(`update post set ended_at = null where ${leaders}`)
  setClock('2026-11-19', '17:00')
  await sweep()
  expect(await seen(id)).toMatchObject({ level: 3 })
})
