// A right that was taken away is gone with the next request (A7), however many are under way.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { perform } from '#kernel/door.ts'
import { account } from '#modules/account/contract.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street, setClock } from './street.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '10:00')
})
afterAll(() => street.close())

const REQUESTS = 500
const AT_ONCE = 8

type Asked = { readonly started: number; readonly ended: number; readonly let: boolean }

/** Sends requests, some at once, and somewhere in the middle revokes; tells when each began and how it was answered. */
async function whileRevoking(ask: () => Promise<unknown>, revoke: () => Promise<unknown>) {
  const asked: Asked[] = []
  let sent = 0
  const hand = async () => {
    while (sent < REQUESTS) {
      sent++
      const started = performance.now()
      const allowed = await ask().then(
        () => true,
        () => false,
      )
      asked.push({ started, ended: performance.now(), let: allowed })
    }
  }
  const hands = Array.from({ length: AT_ONCE }, hand)
  while (sent < REQUESTS / 3) await new Promise((done) => setImmediate(done))
  const revoking = performance.now()
  await revoke()
  const revoked = performance.now()
  await Promise.all(hands)
  return {
    before: asked.filter((one) => one.ended < revoking),
    after: asked.filter((one) => one.started > revoked),
  }
}

let count = 0
/** A grid worker of 第12网格, with his post. */
async function somebody() {
  const login = `passing-${++count}`
  const areaId = await street.areaId('第12网格')
  const { id } = await street.linli.do(account.add, {
    login,
    name: '柳过客',
    role: 'grid_worker',
    areaId,
    from: '2026-01-01',
  })
  const { rows } = await street.owner.query<{ id: string }>('select id from post where account_id = $1', [id])
  return { id, person: street.as(login), post: rows[0]!.id, areaId }
}

describe('500 requests under way', () => {
  test.each(['his post ends', 'his account is disabled'] as const)(
    '%s: what begins afterwards is refused',
    async (what) => {
      const { id, person, post } = await somebody()
      const admin = street.as('chengyizhou')
      const { before, after } = await whileRevoking(
        () => person.do(matter.list, { view: 'open' }),
        () =>
          what === 'his post ends'
            ? street.linli.do(account.endPost, { postId: post })
            : admin.do(account.disable, { id }),
      )
      expect(before.every((one) => one.let)).toBe(true)
      expect(after.length).toBeGreaterThan(100)
      expect(after.filter((one) => one.let)).toEqual([])
    },
  )

  test('the area that he works is another one: the matters of the old one are missing', async () => {
    const { id, person, post } = await somebody()
    const code = await street.codeOf('清荷苑3号楼2单元')
    const sent = await street.stranger.do(matter.report, { code, words: '路灯不亮' })
    const elsewhere = await street.areaId('第13网格')
    await street.linli.do(account.grant, { id, role: 'grid_worker', areaId: elsewhere, from: '2026-01-01' })
    const { before, after } = await whileRevoking(
      () => person.do(matter.get, { id: sent.id }),
      () => street.linli.do(account.endPost, { postId: post }),
    )
    expect(before.every((one) => one.let)).toBe(true)
    expect(after.filter((one) => one.let)).toEqual([])
  })

  test('bite: somebody whose rights are remembered goes on', async () => {
    const { person, post } = await somebody()
    const remembered = await person.actor()
    const op = operations.get('matter.list')!
    const { after } = await whileRevoking(
      () => perform(street.house, op, remembered, { view: 'open' }),
      () => street.linli.do(account.endPost, { postId: post }),
    )
    expect(after.some((one) => one.let)).toBe(true)
  })
})
