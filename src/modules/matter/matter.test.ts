// The story of a matter, told through the door by people of the demo street.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { matter } from './contract.ts'

let street: Street
let code: string
beforeAll(async () => {
  street = await openStreet()
  code = await street.codeOf('清荷苑3号楼2单元')
  setClock('2026-11-18', '09:06')
})
afterAll(() => street.close())

const report = () =>
  street.stranger.do(matter.report, {
    code,
    words: '楼道里给电动车充电，有焦味。老人天天从这儿过。',
    spot: '一层楼道',
    name: '孙女士',
    phone: '13800001234',
  })

test('a scanned code becomes a rated answer', async () => {
  const sent = await report()
  expect(sent).toMatchObject({ state: 'reported', promisedAt: '2026-11-18T01:36:00.000Z', emergency: '119' })
  const xiaolan = street.as('zhouxiaolan')
  const queue = await xiaolan.do(matter.list, { view: 'mine' })
  expect(queue.matters[0]).toMatchObject({
    id: sent.id,
    title: '楼道里给电动车充电，有焦味',
    kind: '0106',
    can: ['take', 'raise', 'reveal'],
  })

  setClock('2026-11-18', '09:14')
  expect(await xiaolan.do(matter.take, { id: sent.id })).toMatchObject({ state: 'handling' })
  setClock('2026-11-18', '10:02')
  await xiaolan.do(matter.answer, { id: sent.id, said: '打电话给孙女士，已到现场，先断电。', via: 'phone' })
  setClock('2026-11-18', '16:40')
  const proof = await street.photo()
  await xiaolan.do(
    matter.finish,
    { id: sent.id, result: 'solved', done: '充电线已拆，插座断电，电动车推到充电棚。', photos: proof.ids },
    { uploads: proof.uploads },
  )

  await expect(xiaolan.do(matter.verify, { id: sent.id, reply: '自己核查自己' })).rejects.toMatchObject({
    message: 'door.forbidden',
  })
  setClock('2026-11-19', '09:20')
  await street
    .as('chenjing')
    .do(matter.verify, { id: sent.id, reply: '充电线已拆，烧黑的插座断了电，电动车已推到南门充电棚。' })

  const story = await street.stranger.do(matter.story, { receipt: sent.receipt! })
  expect(story.reply?.by).toBe('陈静')
  expect(story.can).toEqual(['rate', 'dispute', 'forget'])
  expect(story.steps.map((step) => [step.move, step.kept, step.minutes])).toEqual([
    ['report', null, null],
    ['take', true, 8],
    ['answer', true, 48],
    ['finish', true, 326],
    ['verify', null, null],
  ])
  await street.stranger.do(matter.rate, { receipt: sent.receipt!, satisfaction: 5 })
  expect(await street.as('chenjing').do(matter.get, { id: sent.id })).toMatchObject({
    state: 'closed',
    solved: true,
    reporter: { name: '孙女士', phone: '138****1234' },
  })
})

test('"not solved" opens it again under the same number, in the same hands, with new clocks', async () => {
  setClock('2026-11-18', '09:06')
  const sent = await report()
  const xiaolan = street.as('zhouxiaolan')
  await xiaolan.do(matter.take, { id: sent.id })
  const proof = await street.photo()
  await xiaolan.do(
    matter.finish,
    { id: sent.id, result: 'solved', done: '已清走', photos: proof.ids },
    { uploads: proof.uploads },
  )
  await street.as('chenjing').do(matter.sendBack, { id: sent.id, reason: '照片里线还在' })
  const again = await street.photo()
  await xiaolan.do(
    matter.finish,
    { id: sent.id, result: 'solved', done: '这次拆了', photos: again.ids },
    { uploads: again.uploads },
  )
  await street.as('chenjing').do(matter.verify, { id: sent.id, reply: '线已经拆除' })
  setClock('2026-11-19', '20:00')
  await street.stranger.do(matter.dispute, { receipt: sent.receipt!, why: '昨晚又有人在二层拉线充电。' })
  const reopened = await xiaolan.do(matter.get, { id: sent.id })
  expect(reopened).toMatchObject({
    no: sent.no,
    state: 'handling',
    round: 2,
    handlerName: '周晓岚',
    clock: 'answer',
    can: ['answer', 'finish', 'invite', 'note', 'meet', 'raise', 'ask', 'comment', 'reveal'],
  })
  expect(
    reopened.clocks
      .filter((one) => one.stoppedAt === null)
      .map((one) => one.kind)
      .sort(),
  ).toEqual(['answer', 'finish'])
})

test('the reporter takes his name and phone back; the matter stays', async () => {
  const sent = await report()
  await street.stranger.do(matter.forget, { receipt: sent.receipt! })
  const seen = await street.as('chenjing').do(matter.get, { id: sent.id })
  expect(seen.reporter).toEqual({ name: null, phone: null })
  await expect(street.stranger.do(matter.forget, { receipt: sent.receipt! })).rejects.toMatchObject({
    message: 'matter.noPersonal',
  })
})

test('a look at the full number is written down and shown to the reporter', async () => {
  const sent = await report()
  await expect(street.as('chenjing').do(matter.reveal, { id: sent.id })).rejects.toMatchObject({
    message: 'door.forbidden',
  })
  expect(await street.as('zhouxiaolan').do(matter.reveal, { id: sent.id })).toEqual({
    name: '孙女士',
    phone: '13800001234',
  })
  const story = await street.stranger.do(matter.story, { receipt: sent.receipt! })
  expect(story.looks.map((look) => look.who)).toEqual(['周晓岚'])
})

test('outside his grid a matter is missing, not forbidden; in a grid without a worker the desk takes it', async () => {
  const sent = await report()
  await expect(street.as('guoqiaoyun').do(matter.get, { id: sent.id })).rejects.toMatchObject({
    message: 'door.missing',
  })
  await expect(street.as('guoqiaoyun').do(matter.take, { id: sent.id })).rejects.toMatchObject({
    message: 'door.missing',
  })
  await expect(street.as('chenjing').do(matter.take, { id: sent.id })).rejects.toMatchObject({
    message: 'door.forbidden',
  })
  const board = await street.codeOf('第29网格公告栏')
  const lost = await street.stranger.do(matter.report, { code: board, words: '公告栏旁边的路灯不亮' })
  const { rows } = await street.owner.query(
    `select a.login from account a join post p on p.account_id = a.id join area r on r.id = p.area_id, area g where g.name = '第29网格' and p.role = 'community_staff' and g.area_pos between r.area_pos and r.area_end limit 1`,
  )
  const desk = street.as(rows[0].login)
  expect((await desk.do(matter.list, { view: 'mine' })).matters.map((row) => row.id)).toContain(lost.id)
  expect(await desk.do(matter.take, { id: lost.id })).toMatchObject({ state: 'handling' })
})

test('the same command twice has one effect and the same answer; another body under its key is refused', async () => {
  const key = 'phone-7f3a-0001'
  const once = await street.stranger.do(matter.report, { code, words: '路灯坏了两天了' }, { key })
  const twice = await street.stranger.do(matter.report, { code, words: '路灯坏了两天了' }, { key })
  expect(twice).toEqual(once)
  await expect(street.stranger.do(matter.report, { code, words: '别的事情' }, { key })).rejects.toMatchObject({
    message: 'door.keyReused',
  })
  const { rows } = await street.owner.query(`select count(*)::int as n from matter where words = '路灯坏了两天了'`)
  expect(rows[0].n).toBe(1)
})

test('how a limit is counted is told interval by interval', async () => {
  setClock('2026-11-20', '16:30')
  const sent = await street.stranger.do(matter.report, { code, words: '楼道路灯不亮' })
  await street.as('zhouxiaolan').do(matter.take, { id: sent.id })
  setClock('2026-11-23', '09:00')
  const told = await street.as('zhouxiaolan').do(matter.explain, { id: sent.id, clock: 'finish' })
  expect(told.intervals.map((line) => line.reason).slice(0, 5)).toEqual([
    'work',
    'offHours',
    'weekend',
    'offHours',
    'work',
  ])
  expect(told.usedMinutes).toBe(90)
})
