// The life of a token: made with scopes for some days, shown once, used from somewhere, ended with its account or at once.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anonymous } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { identify } from '#kernel/http/identity.ts'
import { mayHear } from '#kernel/http/live.ts'
import { networkOf } from '#kernel/token.ts'
import { account } from '#modules/account/contract.ts'
import { hearers } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street } from './street.ts'
import { openWeb, type TestWeb } from './web.ts'

const START = Date.parse('2026-11-18T09:00:00+08:00')
const DAY = 86_400_000

let street: Street
let web: TestWeb
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
})
afterAll(() => street.close())
beforeEach(() => clock.stand(new Date(START)))

type Scopes = Parameters<typeof makeToken>[1]
const sessionOf = async (login: string) => (await web.client().account.signIn({ login, password: 'linli-demo' })).token

async function makeToken(login: string, scopes: ('matter.read' | 'matter.change' | 'account.read' | 'duty.change')[]) {
  const session = await sessionOf(login)
  return { session, ...(await web.client(session).account.addToken({ name: '抄表脚本', scopes })) }
}
const asked = async (token: string, operation: string, input: object) => {
  const answer = await web.post(operation, input, { token, by: 'bearer' })
  const body = (await answer.json()) as { code?: string; message?: string }
  return body.code ?? answer.status
}
const listed = async (session: string, id: string) =>
  (await web.client(session).account.tokens({})).tokens.find((token) => token.id === id)!

test('begins with linli_, lasts 90 days unless said, is kept as a hash and shown by its beginning', async () => {
  const { token, endsAt, session, id } = await makeToken('zhouxiaolan', ['matter.read'])
  expect(token).toMatch(/^linli_[\w-]{43}$/)
  expect(Date.parse(endsAt) - START).toBe(90 * DAY)
  expect(await listed(session, id)).toMatchObject({ prefix: token.slice(0, 10), scopes: ['matter.read'], used: null })
  const { rows } = await street.owner.query<{ text: string }>(
    'select s::text as text from session s union all select d::text from directory d union all select j::text from journal j',
  )
  expect(rows.filter(({ text }) => text.includes(token.slice(11)))).toEqual([])
  const late = await web.post('account.addToken', { name: 'x', days: 366, scopes: ['matter.read'] }, { token: session })
  expect(late.status).toBe(400)
  expect((await web.post('account.addToken', { name: 'x', scopes: [] }, { token: session })).status).toBe(400)
})

test('asks what its scopes name, and says which one is lacking', async () => {
  const { token } = await makeToken('zhouxiaolan', ['matter.read'])
  expect(await asked(token, 'matter.list', { view: 'open' })).toBe(200)
  expect(await asked(token, 'account.me', {})).toBe('door.outOfScope')
  expect(await asked(token, 'matter.take', { id: street.tenant })).toBe('door.outOfScope')
  const refused = await web.post('matter.take', { id: street.tenant }, { token, by: 'bearer' })
  expect([refused.status, await refused.json()]).toMatchObject([403, { details: { scope: 'matter.change' } }])
  expect(await asked(token, 'matter.reveal', { id: street.tenant })).toBe('door.inPerson')
  expect(await asked(token, 'account.addToken', { name: 'x', scopes: ['matter.read'] })).toBe('door.inPerson')
  expect(await asked(token, 'account.signIn', { login: 'zhouxiaolan', password: 'linli-demo' })).toBe('door.inPerson')
})

test('somebody else’s receipt or code brings no way round its scopes, nor does an operation that performs another', async () => {
  const { token } = await makeToken('chenjing', ['account.read', 'duty.change'])
  const { receipt } = await street.stranger.do(matter.report, {
    code: await street.codeOf('清荷苑3号楼2单元'),
    words: '楼道灯不亮',
  })
  expect(await asked(token, 'matter.story', { receipt })).toBe('door.outOfScope')
  const areaId = await street.areaId('第12网格')
  const { rows } = await street.owner.query<{ id: string }>(`select id from account where login = 'zhouxiaolan'`)
  const appointed = { areaId, kind: 'grid_worker', accountId: rows[0]!.id }
  expect(await asked(token, 'duty.appoint', appointed)).toMatch(/^door\.(inPerson|forbidden)$/)
  const actor = await identify(street.house, { secret: token, by: 'bearer' }, 'zh')
  const change = { tenant: actor.tenant, id: '', position: '', operation: 'matter.take', kind: 'matter', version: 1 }
  const heard = { ...change, subject: actor.id, areaPos: null }
  expect(mayHear(actor, heard, hearers)).toBe(false)
  const { token: _, ...himself } = actor
  expect(mayHear(himself, heard, hearers)).toBe(true)
})

test('notes the day and the network of its last use; the journal says that it acted', async () => {
  const { token, session, id } = await makeToken('zhouxiaolan', ['matter.read', 'matter.change'])
  const from = (address: string) => identify(street.house, { secret: token, by: 'bearer' }, 'zh', { from: address })
  await from('203.0.113.77')
  expect((await listed(session, id)).used).toEqual({ on: '2026-11-18', from: '203.0.113.*' })
  clock.stand(new Date(START + DAY))
  await from('2001:db8:77:1::5')
  expect((await listed(await sessionOf('zhouxiaolan'), id)).used).toEqual({ on: '2026-11-19', from: '2001:db8:77:*' })
  expect([networkOf('::ffff:10.1.2.3'), networkOf(undefined)]).toEqual(['10.1.2.*', ''])
  const areaId = await street.areaId('第12网格')
  const { id: made } = await web.client(token).matter.report({ areaId, words: '楼道堆物' })
  const { rows } = await street.owner.query('select actor_kind, token_id from journal where subject_id = $1', [made])
  expect(rows).toEqual([{ actor_kind: 'staff', token_id: id }])
})

describe('is over', () => {
  const works = async (token: string) => (await asked(token, 'matter.list', { view: 'open' })) === 200
  const scopes: Scopes = ['matter.read']

  test('at once when taken back', async () => {
    const { token, session, id } = await makeToken('zhouxiaolan', scopes)
    expect(await works(token)).toBe(true)
    await web.client(session).account.endToken({ id })
    expect(await works(token)).toBe(false)
  })

  test('after its days', async () => {
    const { token } = await makeToken('zhouxiaolan', scopes)
    clock.stand(new Date(START + 90 * DAY - 1))
    expect(await works(token)).toBe(true)
    clock.stand(new Date(START + 90 * DAY))
    expect(await works(token)).toBe(false)
  })

  test('with the post that gave the right, with the password, with the account', async () => {
    const [first, second] = [await makeToken('niexiaogang', scopes), await makeToken('niexiaogang', scopes)]
    const { rows } = await street.owner.query<{ id: string }>(`select id from account where login = 'niexiaogang'`)
    await street.owner.query('update post set ended_at = $2 where account_id = $1', [rows[0]!.id, new Date(START)])
    expect(await asked(first.token, 'matter.list', { view: 'open' })).toBe('door.forbidden')
    await street.owner.query('update post set ended_at = null where account_id = $1', [rows[0]!.id])
    const changed = { old: 'linli-demo', new: 'another-password-0007' }
    expect((await web.post('account.changePassword', changed, { token: second.session })).status).toBe(200)
    expect([await works(first.token), await works(second.token)]).toEqual([false, false])
    const third = await makeToken('guoqiaoyun', scopes)
    const other = await street.owner.query<{ id: string }>(`select id from account where login = 'guoqiaoyun'`)
    await street.as('chengyizhou').do(account.disable, { id: other.rows[0]!.id })
    expect(await identify(street.house, { secret: third.token, by: 'bearer' }, 'zh')).toEqual(anonymous('zh'))
  })
})
