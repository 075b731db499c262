// What test/sign-in.test.ts leaves of sessions: a planted id, the bits of one, a change of role; and passwords nobody may choose.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machine } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import { newSecret } from '#kernel/ids.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { account } from '#modules/account/contract.ts'
import { addDemo } from '#modules/account/index.ts'
import { isUsual } from '#modules/account/usual-password.ts'
import { operations } from '#modules/index.ts'
import { USUAL } from './guard/usual-passwords.ts'
import { openStreet, type Street } from './street.ts'
import { openWeb, type TestWeb } from './web.ts'

const PLANTED = 'A'.repeat(43)
let street: Street
let web: TestWeb
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
})
afterAll(() => street.close())

/** Whether somebody is in by an id that stood in the browser before its owner signed in. */
async function opensPlanted(at: TestWeb): Promise<boolean> {
  await at.post('account.signIn', { login: 'zhouxiaolan', password: 'linli-demo' }, { token: PLANTED })
  return (await web.post('account.me', {}, { token: PLANTED })).status === 200
}

test('an id that was planted opens nothing; bite: were it kept at sign-in, whoever planted it would be in', async () => {
  expect(await opensPlanted(web)).toBe(false)
  const op = operations.get('account.signIn')!
  const keeping: AnyOperation = {
    ...op,
    run: (context) => {
      const entry: typeof context.directory.entry = (kind, secret, ...more) =>
        context.directory.entry(kind, kind === 'session' ? PLANTED : secret, ...more)
      return op.run({ ...context, directory: { ...context.directory, entry } })
    },
  }
  expect(await opensPlanted(openWeb(street.opened, new Map([...operations, [op.signature.name, keeping]])))).toBe(true)
})

const MANY = 4_096
/** Bits that are set too often or too rarely, and secrets that begin alike. */
function unevenness(make: (n: number) => Buffer): number {
  const all = Array.from({ length: MANY }, (_, n) => make(n))
  const set = (bit: number) => all.filter((one) => (one[bit >> 3]! >> (bit & 7)) & 1).length
  // Five standard deviations: by chance one sample in seven thousand.
  const isUneven = (bit: number) => Math.abs(set(bit) - MANY / 2) > 2.5 * Math.sqrt(MANY)
  const uneven = Array.from({ length: 256 }, (_, bit) => bit).filter(isUneven)
  return uneven.length + MANY - new Set(all.map((one) => one.subarray(0, 16).toString('hex'))).size
}

test('an id cannot be guessed from others: every bit is set half of the time, no two are alike; bite: counted ones are', () => {
  expect(unevenness(() => Buffer.from(newSecret(), 'base64url'))).toBe(0)
  expect(unevenness((n) => Buffer.from(String(n).padStart(32, '0')))).toBeGreaterThan(100)
})

test('a session has what its posts allow at each request: with a post gone nothing of it, with another only that', async () => {
  const areaId = await street.areaId('清荷社区')
  const about = { login: 'passing', name: '柳过客', nameEn: '', workPhone: '', role: 'community_staff' as const }
  const { id } = await perform(street.house, addDemo, machine(street.tenant, 'test'), {
    ...{ ...about, areaId, from: '2026-01-01' },
  })
  const { token } = await web.client().account.signIn({ login: 'passing', password: 'linli-demo' })
  const mayList = async () => (await web.post('matter.list', { view: 'open' }, { token })).status
  const roles = async () => (await web.client(token).account.me({})).posts.map(({ role }) => role)
  expect([await mayList(), await roles()]).toEqual([200, ['community_staff']])
  const { rows } = await street.owner.query<{ id: string }>('select id from post where account_id = $1', [id])
  await street.linli.do(account.endPost, { postId: rows[0]!.id })
  expect([await mayList(), await roles()]).toEqual([403, []])
  await street.linli.do(account.grant, { id, role: 'audit_admin', areaId })
  expect([await mayList(), await roles()]).toEqual([403, ['audit_admin']])
})

const LONG = USUAL.filter(({ length }) => length >= 10)
const OWN = ['三楼王姨的花开了没有', 'eine lange Losung', 'another-password-0002', 'linli-demo-street']

test('of 3,000 passwords that guessers try first every one that is long enough is known; sentences are not', () => {
  expect(LONG.length).toBeGreaterThan(1_000)
  expect(LONG.filter((password) => !isUsual(password, 'zhouxiaolan'))).toEqual([])
  expect(OWN.filter((password) => isUsual(password, 'zhouxiaolan'))).toEqual([])
})

test('an invitation takes none of them, is not used up by one, and takes a sentence', async () => {
  const areaId = await street.areaId('清荷社区')
  const about = { login: 'invited-1', name: '新同事', role: 'community_staff' as const, areaId }
  const { invitation } = await street.linli.do(account.add, about)
  const join = (password: string) => street.stranger.do(account.join, { invitation, password })
  for (const password of [...LONG.slice(0, 20), 'invited-1-2026', '１２３４５６７８９０', '好好好好好好好好好好'])
    await expect(join(password), password).rejects.toMatchObject({ message: 'account.usualPassword' })
  await join(OWN[0]!)
})
