// Every life written down is whole: each move has one operation, each state a way in and a way out, words in both languages,
// and the database and the operations do what the life says. Each check is shown to find a life that is not whole.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clock, localInstant } from '#kernel/clock.ts'
import type { Life } from '#kernel/lifecycle.ts'
import { applicantLife } from '#modules/committee/lifecycle.ts'
import { adviceLife, answerLife, clinicLife, panelLife, ticketLife } from '#modules/counsel/lifecycle.ts'
import { operations } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { mediationLife } from '#modules/mediation/lifecycle.ts'
import { batchLife } from '#modules/register/import/lifecycle.ts'
import { correctionLife, personLife, relocationLife } from '#modules/register/lifecycle.ts'
import { openAgency } from '#test/agencies.ts'
import { openStreet, type Person, type Street } from '#test/street.ts'

const LIVES: readonly Life[] = [
  matterLife,
  mediationLife,
  personLife,
  correctionLife,
  relocationLife,
  batchLife,
  clinicLife,
  ticketLife,
  adviceLife,
  applicantLife,
  answerLife,
  panelLife,
]

/** Names of the moves that operations make in a life, one for each operation. */
const made = (life: Life): string[] =>
  [...operations.values()].flatMap((op) => (op.moves?.life.name === life.name ? [op.moves.name] : []))

type Standing = { readonly state: string | null; readonly clocks: readonly string[] }

/** Everything that can come of a life: states with the clocks that run in them, and faults met on the way. */
function live(life: Life): { met: Set<string>; faults: string[] } {
  const met = new Set<string>()
  const faults = new Set<string>()
  const seen = new Set<string>()
  const waiting: Standing[] = [{ state: null, clocks: [] }]
  for (let now = waiting.pop(); now; now = waiting.pop()) {
    const { state, clocks } = now
    if (seen.has(JSON.stringify(now))) continue
    seen.add(JSON.stringify(now))
    if (state !== null) met.add(state)
    if (state !== null && life.states[state]?.open === false && clocks.length)
      faults.add(`${state} is an end, but ${clocks} still runs`)
    for (const [name, move] of Object.entries(life.moves)) {
      if (!move.from.includes(state)) continue
      const left = clocks.filter((clock) => !move.stops?.includes(clock))
      for (const clock of move.starts ?? []) if (left.includes(clock)) faults.add(`${name} starts ${clock}, which runs`)
      waiting.push({
        state: move.to,
        clocks: [...new Set([...left, ...(move.starts ?? []), ...(move.keeps ?? [])])].sort(),
      })
    }
  }
  return { met, faults: [...faults] }
}

const saysBoth = (text: { zh: string; en: string }) =>
  /\p{Script=Han}/u.test(text.zh) && /^[^\p{Script=Han}]+$/u.test(text.en)

/** States from which some way leads to an end, or to a state that is no longer open. */
function endable(life: Life): Set<string> {
  const ends = new Set(Object.keys(life.states).filter((state) => !life.states[state]!.open))
  for (let before = -1; before < ends.size; ) {
    before = ends.size
    for (const { from, to } of Object.values(life.moves))
      if (ends.has(to)) for (const state of from) if (state !== null) ends.add(state)
  }
  return ends
}

function faultsOf(life: Life, moves: readonly string[]): string[] {
  const faults: string[] = []
  const { met, faults: onTheWay } = live(life)
  const ends = endable(life)
  for (const [name, move] of Object.entries(life.moves)) {
    const makers = moves.filter((one) => one === name).length
    if (makers !== 1) faults.push(`${name} is made by ${makers} operations`)
    for (const state of [...move.from, move.to])
      if (state !== null && !(state in life.states)) faults.push(`${name} names ${state}, which is no state`)
    if (!saysBoth(move)) faults.push(`${name} lacks words`)
  }
  for (const name of moves) if (!(name in life.moves)) faults.push(`${name} is made but is no move`)
  for (const [name, state] of Object.entries(life.states)) {
    if (!met.has(name)) faults.push(`${name} is never reached`)
    if (!ends.has(name)) faults.push(`${name} is never left for an end`)
    if (!saysBoth(state)) faults.push(`${name} lacks words`)
  }
  return [...faults, ...onTheWay]
}

test.each(LIVES.map((life) => [life.name, life] as const))('the life of a %s is whole', (_, life) => {
  expect(faultsOf(life, made(life))).toEqual([])
})

test('every life that an operation moves is looked at here', () => {
  const moved = [...operations.values()].flatMap((op) => op.moves?.life.name ?? [])
  expect([...new Set(moved)].sort()).toEqual(LIVES.map((life) => life.name).sort())
})

describe('a life that is not whole is found', () => {
  const { states, moves } = matterLife as Life
  const all = Object.keys(moves)
  const lost = { open: true, zh: '走失', en: 'Lost' }
  const without = (name: string) => Object.fromEntries(Object.entries(moves).filter(([one]) => one !== name))
  const cases: [string, Life, string[]][] = [
    ['a move nobody makes', matterLife, all.filter((one) => one !== 'take')],
    ['a move two operations make', matterLife, [...all, 'take']],
    ['a move that is none', matterLife, [...all, 'vanish']],
    ['a state never reached', { name: 'x', states: { ...states, lost }, moves }, all],
    [
      'a state never left',
      { name: 'x', states, moves: { ...without('take'), take: { ...moves.take!, to: 'lost' } } },
      all,
    ],
    [
      'an open state without an end',
      {
        name: 'x',
        states,
        moves: {
          ...moves,
          rate: { ...moves.rate!, to: 'replied' },
          lapse: { ...moves.lapse!, to: 'replied' },
          dispute: { ...moves.dispute!, to: 'replied', starts: [] },
        },
      },
      all,
    ],
    [
      'words in one language',
      { name: 'x', states: { ...states, closed: { ...states.closed!, en: '已办结' } }, moves },
      all,
    ],
    [
      'a clock that runs on after the end',
      { name: 'x', states, moves: { ...moves, withdraw: { ...moves.withdraw!, stops: [] } } },
      all,
    ],
    [
      'a clock started twice',
      { name: 'x', states, moves: { ...moves, answer: { ...moves.answer!, starts: ['finish'] } } },
      all,
    ],
  ]
  test.each(cases)('%s', (_, life, makers) => {
    expect(faultsOf(life, makers)).not.toEqual([])
  })
})

describe('the database and the operations', () => {
  let street: Street
  beforeAll(async () => {
    street = await openStreet()
  })
  afterAll(() => street.close())

  /** The values a column may have, from its check. */
  const allowed = async (table: string, column: string): Promise<string[]> => {
    const { rows } = await street.owner.query<{ check: string }>(
      `select pg_get_constraintdef(c.oid) as check from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
       where c.conrelid = $1::regclass and c.contype = 'c' and a.attname = $2`,
      [table, column],
    )
    return [...rows[0]!.check.matchAll(/'([^']+)'::text/g)].map((found) => found[1]!).sort()
  }

  test('check the states and clocks of the life, no more and no fewer', async () => {
    for (const life of LIVES) expect(await allowed(life.name, 'state')).toEqual(Object.keys(life.states).sort())
    const clocks = Object.values(matterLife.moves as Life['moves']).flatMap((move) => [
      ...(move.starts ?? []),
      ...(move.stops ?? []),
    ])
    expect(await allowed('matter_clock', 'kind')).toEqual([...new Set(clocks)].sort())
    expect(await allowed('matter', 'clock')).toEqual([...new Set(clocks)].sort())
  })

  const clocksOf = async (id: string) =>
    (
      await street.owner.query<{ kind: string; started_at: Date; stopped_at: Date | null }>(
        'select kind, started_at, stopped_at from matter_clock where matter_id = $1 order by kind',
        [id],
      )
    ).rows

  /** Makes one move a minute after the last and compares what it did with what the life says. */
  const mover = () => {
    let now = localInstant('2026-11-18', '09:00')
    return async (move: string, act: () => Promise<{ id: string }>, id?: string) => {
      now = new Date(now.getTime() + 60_000)
      clock.stand(now)
      const before = id ? await clocksOf(id) : []
      const subject = (await act()).id
      const { starts = [], stops = [], keeps = [], from, to } = (matterLife as Life).moves[move]!
      const is = (at: Date | null) => at?.getTime() === now.getTime()
      const clocks = await clocksOf(subject)
      const running = before.filter((one) => one.stopped_at === null && stops.includes(one.kind))
      const begun = kinds(clocks.filter((one) => is(one.started_at)))
      expect(begun.filter((kind) => !keeps.includes(kind))).toEqual([...starts].sort())
      // What is kept going runs afterwards, begun now or before, each once; an answered matter is not answered again.
      const runs = kinds(clocks.filter((one) => one.stopped_at === null))
      for (const kind of keeps.filter((one) => one !== 'answer')) expect(runs).toContain(kind)
      expect(runs).toEqual([...new Set(runs)])
      expect(kinds(clocks.filter((one) => is(one.stopped_at)))).toEqual(kinds(running))
      const { rows } = await street.owner.query(
        'select operation, from_state, to_state from journal where subject_id = $1 order by id desc limit 1',
        [subject],
      )
      expect(rows[0]).toMatchObject({ operation: `matter.${move}`, to_state: to })
      expect(from).toContain(rows[0].from_state)
      return move
    }
  }

  test('a move starts and stops the clocks that the life names, and is journalled from where to where', async () => {
    const code = await street.codeOf('清荷苑3号楼2单元')
    const [worker, desk, stranger] = [street.as('zhouxiaolan'), street.as('chenjing'), street.stranger]
    const [duty, leader, { linli }] = [street.as('anxiaoya'), street.as('fangjingqiu'), street]
    const light = await openAgency(street, '市政养护所', 'Road and Lamp Service')
    const water = await openAgency(street, '供水公司', 'Water Company')
    const later = () => new Date(clock.now().getTime() + 20 * 86_400_000).toISOString()
    const asked = async (who: Person, what: 'pause' | 'extend') =>
      (await who.do(matter.ask, { id, what, reason: 'parts', words: '等配件到货才能修。', until: later() })).requestId
    let requestId = ''
    const move = mover()
    const told: string[] = []
    let id = ''
    let receipt = ''
    let other = ''
    const acts: Record<string, () => Promise<{ id: string }>> = {
      report: async () => {
        const sent = await stranger.do(matter.report, { code, words: '三单元门口的路灯不亮' })
        receipt = sent.receipt!
        id = sent.id
        return sent
      },
      take: () => worker.do(matter.take, { id }),
      answer: () => worker.do(matter.answer, { id, said: '今天去换', via: 'phone' }),
      finish: async () => {
        const { ids, uploads } = await street.photo()
        return worker.do(matter.finish, { id, result: 'solved', done: '换了灯泡', photos: ids }, { uploads })
      },
      sendBack: () => desk.do(matter.sendBack, { id, reason: '照片里还是黑的' }),
      verify: () => desk.do(matter.verify, { id, reply: '灯泡已经换好。' }),
      rate: () => stranger.do(matter.rate, { receipt, satisfaction: 4 }),
      dispute: () => stranger.do(matter.dispute, { receipt, why: '又灭了' }),
      withdraw: () => stranger.do(matter.withdraw, { receipt }),
      record: async () => {
        const { ids, uploads } = await street.photo()
        const input = { areaId: await street.areaId('第12网格'), kind: '0401', words: '路灯罩掉了', done: '装回去了' }
        const done = await worker.do(matter.record, { ...input, photos: ids }, { uploads })
        id = done.id
        return done
      },
      decline: () => desk.do(matter.decline, { id, reason: '这是两家之间的借款，街道不能裁决。', route: 'court' }),
      dispatch: () => desk.do(matter.dispatch, { id, agencyId: light.id }),
      dispatchToWater: () => desk.do(matter.dispatch, { id, agencyId: water.id }),
      sign: () => light.clerk.do(matter.sign, { id }),
      signAsWater: () => water.clerk.do(matter.sign, { id }),
      signAtDesk: () => desk.do(matter.sign, { id }),
      return: () =>
        light.clerk.do(matter.return, { id, reason: '线路是小区自己的，不归我们养护。', basis: '养护范围清单' }),
      returnByWater: () => water.clerk.do(matter.return, { id, reason: '和供水没有关系。', basis: '职责清单' }),
      rule: () =>
        leader.do(matter.rule, {
          id,
          agencyId: light.id,
          ruling: '公共照明由养护所先修，费用后议。',
          basis: '街道办公会',
        }),
      transfer: () => light.clerk.do(matter.transfer, { id, agencyId: water.id, reason: '灯是好的，水漏进了线盒。' }),
      invite: () => water.clerk.do(matter.invite, { id, agencyIds: [light.id], reason: '修好水以后请重新接线。' }),
      note: () => water.clerk.do(matter.note, { id, words: '已经关阀，明天换管。' }),
      meet: () =>
        water.clerk.do(matter.meet, {
          ...{ id, at: clock.now().toISOString(), who: ['供水公司', '市政养护所'], minutes: '先换管，再接线。' },
          decisions: [{ what: '换管', owner: '供水公司', by: null }],
        }),
      pause: async () => desk.do(matter.pause, { id, requestId }),
      standForMediation: () =>
        linli.do(matter.standForMediation, { id, words: '调委会已受理。', until: '2027-12-31T16:00:00Z' }),
      resume: () => water.clerk.do(matter.resume, { id }),
      extend: async () => desk.do(matter.extend, { id, requestId }),
      raise: async () => {
        const { id: leaderId } = await leader.actor()
        return water.clerk.do(matter.raise, { id, why: '要停一栋楼的水，请领导出面。', leaderId })
      },
      raiseAtDesk: () => desk.do(matter.raise, { id, why: '网格里没有人能办。' }),
      signByLeader: () => leader.do(matter.sign, { id }),
      finishByLeader: async () => {
        const { ids, uploads } = await street.photo()
        return leader.do(matter.finish, { id, result: 'solved', done: '三家一起修好了', photos: ids }, { uploads })
      },
      climb: () => linli.do(matter.climb, { id }),
      signAtSubdistrict: () => duty.do(matter.sign, { id }),
      acknowledge: () => leader.do(matter.acknowledge, { id, words: '知道了，下次提前备料。' }),
      finishAtSubdistrict: async () => {
        const { ids, uploads } = await street.photo()
        return duty.do(matter.finish, { id, result: 'solved', done: '水停一天，换好了', photos: ids }, { uploads })
      },
      lapse: () => linli.do(matter.lapse, { id }),
      askEffect: () => linli.do(matter.askEffect, { id }),
      confirm: () => stranger.do(matter.confirm, { receipt }),
      archive: () => linli.do(matter.archive, { id }),
      merge: async () => desk.do(matter.merge, { id, into: other }),
    }
    const story = [
      'report take answer finish sendBack finish verify dispute finish verify rate dispute',
      'report withdraw',
      'report take withdraw',
      'report decline archive',
      'record verify',
      'report dispatch return dispatch:ToWater return:ByWater rule sign transfer sign:AsWater invite note meet pause resume standForMediation resume extend raise sign:ByLeader finish:ByLeader verify rate',
      'report raise:AtDesk climb sign:AtSubdistrict finish:AtSubdistrict acknowledge verify rate askEffect confirm dispute',
      'report take finish verify lapse archive',
      'report merge',
    ]
    for (const line of story)
      for (const word of line.split(' ')) {
        const [name, by = ''] = word.split(':') as [string, string?]
        if (name === 'pause' || name === 'extend') requestId = await asked(water.clerk, name)
        if (name === 'climb')
          await street.owner.query(
            `update matter_clock set due_at = started_at + interval '1 second' where matter_id = $1 and stopped_at is null`,
            [id],
          )
        if (name === 'lapse') await linli.do(matter.warn, { id })
        if (name === 'acknowledge') await street.owner.query('update matter set late_times = 1 where id = $1', [id])
        if (name === 'merge') {
          other = id
          await acts.report!()
          ;[other, id] = [id, other]
        }
        told.push(await move(name, acts[name + by]!, ['report', 'record'].includes(name) ? undefined : id))
      }
    expect([...new Set(told)].sort()).toEqual(Object.keys(matterLife.moves).sort())
  })
})

const kinds = (clocks: readonly { kind: string }[]) => clocks.map((one) => one.kind).sort()
