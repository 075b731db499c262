// Sixteen hands on one matter at the same moment: one wins, the others are told how it stands, and nothing is left crooked (X3).
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf, Signature } from '#kernel/contract.ts'
import { type Extra, perform } from '#kernel/door.ts'
import { mayMove } from '#kernel/lifecycle.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { account } from '#modules/account/contract.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { matterById } from '#modules/matter/store.ts'
import { openAgency } from '#test/agencies.ts'
import { openStreet, type Street, setClock } from './street.ts'

const HANDS = 16
const MATTERS = 13

let street: Street
let code: string
type Hand = { do<T extends Signature>(signature: T, input: InputOf<T>, extra?: Extra): Promise<unknown> }
/** Several who may take and finish, several who may check: each signed in once. */
let workers: Hand[]
let checkers: Hand[]

beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:00')
  code = await street.codeOf('清荷苑3号楼2单元')
  const grid = await street.areaId('第12网格')
  const more = ['guoqiaoyun', 'qinyiming', 'shaochunmei']
  for (const login of more)
    await street.linli.do(account.grant, { id: (await street.as(login).actor()).id, role: 'grid_worker', areaId: grid })
  const hand = async (login: string): Promise<Hand> => {
    const actor = await street.as(login).actor()
    return {
      do: (signature, input, extra) => perform(street.house, operations.get(signature.name)!, actor, input, extra),
    }
  }
  workers = await Promise.all(['zhouxiaolan', ...more].map(hand))
  const { rows } = await street.owner.query<{ login: string }>(
    `select distinct a.login from account a join post p on p.account_id = a.id join area r on r.id = p.area_id, area g
     where g.id = $1 and r.tenant_id = g.tenant_id and p.role in ('community_staff', 'community_head', 'subdistrict_staff') and g.area_pos between r.area_pos and r.area_end
       and p.from_on <= '2026-11-18' and coalesce(p.to_on, '2027-01-01') >= '2026-11-18'`,
    [grid],
  )
  checkers = await Promise.all(rows.map((row) => hand(row.login)))
  expect(checkers.length).toBeGreaterThan(2)
})
afterAll(() => street.close())

const report = () => street.stranger.do(matter.report, { code, words: '楼道灯不亮', kind: '0205' })

type Round = { winners: number; refused: Record<string, number>; states: Set<unknown> }

/** All at once, as if each came in its own request. */
async function race(hands: readonly (() => Promise<unknown>)[]): Promise<Round> {
  const round: Round = { winners: 0, refused: {}, states: new Set() }
  for (const one of await Promise.allSettled(hands.map((hand) => hand()))) {
    if (one.status === 'fulfilled') {
      round.winners++
      continue
    }
    const problem = one.reason as Problem
    const name = problem instanceof Problem ? `${problem.status} ${problem.message}` : String(problem)
    round.refused[name] = (round.refused[name] ?? 0) + 1
    round.states.add(problem.details?.code)
  }
  return round
}

const sixteen = (hand: (n: number) => Promise<unknown>) => Array.from({ length: HANDS }, (_, n) => () => hand(n))

const oneWinner = (state: string): Round => ({
  winners: 1,
  refused: { '409 door.wrongState': HANDS - 1 },
  states: new Set([state]),
})

/** Clocks that may run in a state; in all others none does. */
const MAY_RUN: Partial<Record<keyof typeof matterLife.states, readonly string[]>> = {
  reported: ['take', 'answer', 'finish'],
  dispatched: ['sign', 'answer', 'finish'],
  handling: ['answer', 'finish'],
  paused: ['answer', 'finish'],
  finished: ['check'],
  replied: ['rate'],
}

/** What must hold for every matter at every moment, read past all rules. */
async function crooked(): Promise<string[]> {
  const faults: string[] = []
  const { rows } = await street.owner.query<{
    no: string
    state: keyof typeof matterLife.states
    version: number
    clock: string | null
    running: string[]
    moves: (keyof typeof matterLife.moves)[]
    journal: number
  }>(`select m.no, m.state, m.version, m.clock,
        array(select c.kind from matter_clock c where c.matter_id = m.id and c.stopped_at is null order by c.due_at, c.kind) as running,
        array(select s.move from matter_step s where s.matter_id = m.id order by s.id) as moves,
        (select count(*)::int from journal j where j.subject_id = m.id and j.operation like 'matter.%') as journal
      from matter m`)
  for (const row of rows) {
    let state: string | null = null
    for (const move of row.moves) {
      if (!(move in matterLife.moves)) continue
      if (!mayMove(matterLife, move, state)) faults.push(`${row.no}: ${move} from ${state}`)
      state = matterLife.moves[move].to
    }
    if (state !== row.state) faults.push(`${row.no}: its steps end in ${state}, it is ${row.state}`)
    if (row.version !== row.moves.length)
      faults.push(`${row.no}: version ${row.version} after ${row.moves.length} steps`)
    // What is joined to a matter is journalled under what joined it.
    const own = row.moves.filter((move) => (move as string) !== 'joined').length
    if (row.journal !== own) faults.push(`${row.no}: ${row.journal} journal rows for ${own} steps`)
    if (new Set(row.running).size !== row.running.length)
      faults.push(`${row.no}: two clocks of a kind run: ${row.running}`)
    const wrong = row.running.filter((kind) => !MAY_RUN[row.state]?.includes(kind))
    if (wrong.length > 0) faults.push(`${row.no}: ${row.state}, and ${wrong} still runs`)
    // A clock that stands still is shown by nobody.
    const shown = row.running.filter((kind) => row.state !== 'paused' || kind !== 'finish')[0] ?? null
    if (row.clock !== shown) faults.push(`${row.no}: shows ${row.clock}, runs ${row.running}`)
  }
  return faults
}

test('52 rounds of take, finish, verify, rate: one winner each, the others get 409 and how it stands', async () => {
  const proof = await street.photo()
  for (let n = 0; n < MATTERS; n++) {
    const { id, receipt } = await report()
    const worker = (hand: number) => workers[hand % workers.length]!
    const checker = (hand: number) => checkers[hand % checkers.length]!
    const finish = { id, result: 'solved', done: '换了灯泡' } as const
    expect(await race(sixteen((hand) => worker(hand).do(matter.take, { id })))).toEqual(oneWinner('handling'))
    // The same photo on every hand: only the winner's file becomes part of the matter.
    const withPhoto = n === 0 ? { photos: proof.ids } : {}
    const finishing = (hand: number) =>
      worker(hand).do(matter.finish, { ...finish, ...withPhoto }, { uploads: proof.uploads })
    expect(await race(sixteen(finishing))).toEqual(oneWinner('finished'))
    expect(await race(sixteen((hand) => checker(hand).do(matter.verify, { id, reply: '已经换好了' })))).toEqual(
      oneWinner('replied'),
    )
    expect(await race(sixteen(() => street.stranger.do(matter.rate, { receipt: receipt!, satisfaction: 5 })))).toEqual(
      oneWinner('closed'),
    )
    expect(await crooked()).toEqual([])
  }
}, 60_000)

test('two different moves at once: one of them happens', async () => {
  for (let n = 0; n < 4; n++) {
    const { id, receipt } = await report()
    await workers[0]!.do(matter.take, { id })
    const finishOrWithdraw = await race(
      sixteen((hand) =>
        hand % 2
          ? workers[hand % workers.length]!.do(matter.finish, { id, result: 'explained', done: '已经说明情况' })
          : street.stranger.do(matter.withdraw, { receipt: receipt! }),
      ),
    )
    expect(finishOrWithdraw).toMatchObject({ winners: 1, refused: { '409 door.wrongState': HANDS - 1 } })
    const again = await report()
    await workers[0]!.do(matter.take, { id: again.id })
    await workers[0]!.do(matter.finish, { id: again.id, result: 'explained', done: '已经说明情况' })
    const verifyOrSendBack = await race(
      sixteen((hand) => {
        const checker = checkers[hand % checkers.length]!
        return hand % 2
          ? checker.do(matter.verify, { id: again.id, reply: '已经核查过了' })
          : checker.do(matter.sendBack, { id: again.id, reason: '照片不清楚' })
      }),
    )
    expect(verifyOrSendBack).toMatchObject({ winners: 1, refused: { '409 door.wrongState': HANDS - 1 } })
  }
  expect(await crooked()).toEqual([])
}, 30_000)

test('an answer is given once, and a reply is disputed once', async () => {
  const { id, receipt } = await report()
  await workers[0]!.do(matter.take, { id })
  const answers = await race(
    sixteen((hand) => workers[hand % 4]!.do(matter.answer, { id, said: '马上到', via: 'phone' })),
  )
  expect(answers).toMatchObject({ winners: 1, refused: { '409 matter.answered': HANDS - 1 } })
  await workers[0]!.do(matter.finish, { id, result: 'explained', done: '已经说明情况' })
  await checkers[0]!.do(matter.verify, { id, reply: '已经核查过了' })
  const disputes = await race(sixteen(() => street.stranger.do(matter.dispute, { receipt: receipt!, why: '没有解决' })))
  expect(disputes).toEqual(oneWinner('handling'))
  expect(await crooked()).toEqual([])
})

test('handed on, merged, declined, taken and withdrawn at once: one of them happens', async () => {
  const agency = await openAgency(street, '市政养护所', 'Road Service')
  for (let n = 0; n < 4; n++) {
    const [{ id, receipt }, other] = [await report(), await report()]
    const round = await race(
      sixteen((hand) => {
        const checker = checkers[hand % checkers.length]!
        const ways = [
          () => checker.do(matter.dispatch, { id, agencyId: agency.id }),
          () => checker.do(matter.merge, { id, into: other.id }),
          () => checker.do(matter.decline, { id, reason: '这件事应当由公安办理。', route: 'police' }),
          () => workers[hand % workers.length]!.do(matter.take, { id }),
        ]
        return hand === 15 ? street.stranger.do(matter.withdraw, { receipt: receipt! }) : ways[hand % 4]!()
      }),
    )
    // Of what is first dispatched or taken, a merge or a withdrawal is still possible: then two moves happen, one after the other.
    expect(round.winners).toBeGreaterThanOrEqual(1)
    expect(round.winners).toBeLessThanOrEqual(3)
    expect(Object.keys(round.refused).filter((name) => !name.startsWith('409'))).toEqual([])
  }
  expect(await crooked()).toEqual([])
}, 30_000)

test('two matters merged into each other at once: one goes on', async () => {
  for (let n = 0; n < 8; n++) {
    const [one, other] = [await report(), await report()]
    const round = await race(
      sixteen((hand) =>
        checkers[hand % checkers.length]!.do(
          matter.merge,
          hand % 2 ? { id: one.id, into: other.id } : { id: other.id, into: one.id },
        ),
      ),
    )
    expect(round.winners).toBe(1)
    expect(Object.keys(round.refused).filter((name) => !name.startsWith('409'))).toEqual([])
  }
  expect(await crooked()).toEqual([])
}, 30_000)

test('rated and called unsolved at once, by the same receipt: one of them, and a merge into what is over is refused', async () => {
  for (let n = 0; n < 4; n++) {
    const { id, receipt } = await report()
    await workers[0]!.do(matter.take, { id })
    await workers[0]!.do(matter.finish, { id, result: 'explained', done: '已经说明情况' })
    await checkers[0]!.do(matter.verify, { id, reply: '已经核查过了' })
    const other = await report()
    const round = await race(
      sixteen((hand) => {
        if (hand % 4 === 0) return checkers[hand % checkers.length]!.do(matter.merge, { id: other.id, into: id })
        return hand % 2
          ? street.stranger.do(matter.rate, { receipt: receipt!, satisfaction: 5 })
          : street.stranger.do(matter.dispute, { receipt: receipt!, why: '没有解决' })
      }),
    )
    // Reopened, it may be merged into; rated, it may not. Closed first, "not solved" still opens it.
    expect(round.winners).toBeGreaterThanOrEqual(1)
    expect(Object.keys(round.refused).filter((name) => !name.startsWith('409'))).toEqual([])
  }
  expect(await crooked()).toEqual([])
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
    const { id } = await report()
    winners = (await race(sixteen((hand) => perform(street.house, unlocked, actors[hand % 2]!, { id })))).winners
  }
  expect(winners).toBeGreaterThan(1)
  expect(await crooked()).not.toEqual([])
})
