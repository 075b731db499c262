// Sixteen hands on one matter at the same moment: one wins, the others are told how it stands, and nothing is left crooked (X3).
// The long form is test/long/races.ts.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { perform } from '#kernel/door.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { matterById } from '#modules/matter/store.ts'
import { crooked, race } from './races/crooked.ts'
import { flows, oneRound } from './races/flows.ts'
import { type Hands, openHands } from './races/hands.ts'
import { openStreet, type Street, setClock } from './street.ts'

const HANDS = 16
const ROUNDS = 5

let street: Street
let hands: Hands

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  hands = await openHands(street)
  expect(hands.checkers).toBeGreaterThan(2)
})
afterAll(() => street.close())

const sixteen = (hand: (n: number) => Promise<unknown>) => Array.from({ length: HANDS }, (_, n) => () => hand(n))

test.each(Object.keys(flows))(
  '%s by sixteen: one wins, the others get 409 and how it stands',
  async (name) => {
    for (let n = 0; n < ROUNDS; n++) expect((await oneRound(hands, name, HANDS)).faults).toEqual([])
  },
  60_000,
)

test('finished with a photo on every hand: only the winner’s becomes part of the matter', async () => {
  const proof = await street.photo()
  const { id } = await hands.report()
  await hands.worker(0).do(matter.take, { id })
  const done = { id, result: 'solved', done: '换了灯泡', photos: proof.ids } as const
  const round = await race(sixteen((n) => hands.worker(n).do(matter.finish, done, { uploads: proof.uploads })))
  expect(round).toEqual({ winners: 1, refused: { '409 door.wrongState': HANDS - 1 }, states: new Set(['finished']) })
  expect(await crooked(street.owner)).toEqual([])
})

test('handed on, merged, declined, taken and withdrawn at once: one of them happens', async () => {
  const [agency] = hands.agencies
  for (let n = 0; n < 4; n++) {
    const [{ id, receipt }, other] = [await hands.report(), await hands.report()]
    const round = await race(
      sixteen((hand) => {
        const checker = hands.checker(hand)
        const ways = [
          () => checker.do(matter.dispatch, { id, agencyId: agency.id }),
          () => checker.do(matter.merge, { id, into: other.id }),
          () => checker.do(matter.decline, { id, reason: '这件事应当由公安办理。', route: 'police' }),
          () => hands.worker(hand).do(matter.take, { id }),
        ]
        return hand === 15 ? street.stranger.do(matter.withdraw, { receipt }) : ways[hand % 4]!()
      }),
    )
    // Of what is first dispatched or taken, a merge or a withdrawal is still possible: then two moves happen, one after the other.
    expect(round.winners).toBeGreaterThanOrEqual(1)
    expect(round.winners).toBeLessThanOrEqual(3)
    expect(Object.keys(round.refused).filter((name) => !name.startsWith('409'))).toEqual([])
  }
  expect(await crooked(street.owner)).toEqual([])
}, 30_000)

test('rated and called unsolved at once, by the same receipt: one of them, and a merge into what is over is refused', async () => {
  for (let n = 0; n < 4; n++) {
    const { id, receipt } = await hands.report()
    await hands.worker(0).do(matter.take, { id })
    await hands.worker(0).do(matter.finish, { id, result: 'explained', done: '已经说明情况' })
    await hands.checker(0).do(matter.verify, { id, reply: '已经核查过了' })
    const other = await hands.report()
    const round = await race(
      sixteen((hand) => {
        if (hand % 4 === 0) return hands.checker(hand).do(matter.merge, { id: other.id, into: id })
        return hand % 2
          ? street.stranger.do(matter.rate, { receipt, satisfaction: 5 })
          : street.stranger.do(matter.dispute, { receipt, why: '没有解决' })
      }),
    )
    // Reopened, it may be merged into; rated, it may not. Closed first, "not solved" still opens it.
    expect(round.winners).toBeGreaterThanOrEqual(1)
    expect(Object.keys(round.refused).filter((name) => !name.startsWith('409'))).toEqual([])
  }
  expect(await crooked(street.owner)).toEqual([])
}, 30_000)

test('bite: read without a lock, several take the same matter', async () => {
  const take = operations.get('matter.take')!
  const unlocked: AnyOperation = {
    ...take,
    subject: (input: { id: string }, tx, actor) =>
      matterById(tx, actor.tenant, input.id, new Date('2026-11-18T01:00:00Z')),
  }
  const actors = await Promise.all(['zhouxiaolan', 'guoqiaoyun'].map((login) => street.as(login).actor()))
  let winners = 0
  for (let n = 0; n < 5 && winners < 2; n++) {
    const { id } = await hands.report()
    winners = (await race(sixteen((hand) => perform(street.house, unlocked, actors[hand % 2]!, { id })))).winners
  }
  expect(winners).toBeGreaterThan(1)
  expect(await crooked(street.owner)).not.toEqual([])
})
