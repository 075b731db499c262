// What happens between the moment something is said and the moment it would be read: the night, and a leader's word.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from '#test/street.ts'
import { notice } from './contract.ts'
import { spreadNotices, sweepNotices } from './sweep.ts'

let street: Street
let code: string
const sent: string[] = []
const sms = {
  name: 'demo',
  send: async (_to: string, template: string) => {
    sent.push(template)
    return { id: `n${sent.length}` }
  },
}
const mail = { name: 'demo', send: async () => ({ id: 'm' }) }

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '15:00')
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(() => street.close())
beforeEach(() => {
  sent.length = 0
})

const deliver = async () => {
  await spreadNotices(street.house)
  await sweepNotices(street.house, { sms, mail })
}

/** Answered late in the evening, when nothing is sent any more. */
async function answeredAtNight() {
  setClock('2026-11-18', '15:00')
  const { id, receipt } = await street.stranger.do(matter.report, { code, words: '楼道堆物', phone: '13800001234' })
  await street.as('zhouxiaolan').do(matter.take, { id })
  await street.as('zhouxiaolan').do(matter.answer, { id, said: '马上来', via: 'phone' })
  const { ids: photos, uploads } = await street.photo()
  await street.as('zhouxiaolan').do(matter.finish, { id, result: 'solved', done: '搬走了', photos }, { uploads })
  await deliver()
  sent.length = 0
  setClock('2026-11-18', '21:40')
  await street.as('chenjing').do(matter.verify, { id, reply: '已经搬走了。' })
  await deliver()
  expect(sent).toEqual([])
  return { id, receipt: receipt! }
}
const row = async (id: string) =>
  (
    await street.owner.query(
      `select state, error, address, message from outbox where about_id = $1 and kind = 'matter.replied'`,
      [id],
    )
  ).rows[0]

test.each([
  ['rated', (receipt: string) => street.stranger.do(matter.rate, { receipt, satisfaction: 5 })],
  ['said that it is not solved', (receipt: string) => street.stranger.do(matter.dispute, { receipt, why: '又堆上了' })],
])('who has %s at night is not asked at eight', async (_, act) => {
  const { id, receipt } = await answeredAtNight()
  setClock('2026-11-18', '22:10')
  await act(receipt)
  setClock('2026-11-19', '08:01')
  await deliver()
  expect(sent).toEqual([])
  expect(await row(id)).toEqual({ state: 'given_up', error: 'overtaken', address: null, message: null })
})

test('who has said nothing at night is asked at eight', async () => {
  const { id } = await answeredAtNight()
  setClock('2026-11-19', '08:01')
  await deliver()
  expect(sent).toEqual(['matter.replied.zh'])
  expect(await row(id)).toMatchObject({ state: 'sent', error: null })
})

test('once a leader has answered for the lateness, the desk that had read it is told that it can reply', async () => {
  setClock('2026-11-23', '09:00')
  const { id } = await street.stranger.do(matter.report, { code, words: '路灯不亮' })
  await street.as('zhouxiaolan').do(matter.take, { id })
  setClock('2026-12-18', '09:00')
  await street.owner.query('update matter set late_times = 1 where id = $1', [id])
  const { ids: photos, uploads } = await street.photo()
  await street.as('zhouxiaolan').do(matter.finish, { id, result: 'solved', done: '换了灯', photos }, { uploads })
  await spreadNotices(street.house)
  const desk = street.as('chenjing')
  const waiting = async () => {
    await spreadNotices(street.house)
    const { rows } = await street.owner.query(
      `select n.id from notice n join account a on a.id = n.account_id
       where n.about_id = $1 and n.kind = 'matter.check' and n.read_at is null and a.login = 'chenjing'`,
      [id],
    )
    return rows.map((one) => one.id as string)
  }
  const ids = await waiting()
  expect(ids).toHaveLength(1)
  await desk.do(notice.read, { id: ids[0]! })
  expect(await waiting()).toEqual([])
  await expect(desk.do(matter.verify, { id, reply: '灯换好了。' })).rejects.toMatchObject({
    message: 'matter.lateUnseen',
  })
  await street.as('fangjingqiu').do(matter.acknowledge, { id, words: '知道了，补人手。' })
  expect(await waiting()).toHaveLength(1)
  await desk.do(matter.verify, { id, reply: '灯换好了。' })
  expect(await waiting()).toEqual([])
})
