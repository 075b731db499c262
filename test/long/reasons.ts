// Long form of P2: 10,000 looks at people in full with reasons that do not hold, or words in their place; none may be answered.
// node test/long/reasons.ts          about two minutes; the last figures stand in results/reasons.json
// node test/long/reasons.ts --bite   every matter is made the asker's own and open, in the building: then reasons hold
// Wrong in kind, foreign, closed, untaken, handled by another, of the building next door, of a grid alone, a visit that is
// over or somebody else's, a correction of somebody else, declined, ids of other things, ids of nothing, free words, no reason.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { clock } from '#kernel/clock.ts'
import { matter } from '#modules/matter/contract.ts'
import { register } from '#modules/register/contract.ts'
import { randomFrom } from '../access/differential.ts'
import { correctionOf, handled, type Resident, settle, visit } from '../register/residents.ts'
import { type Street, setClock } from '../street.ts'
import { keep } from './results.ts'
import { longStreet } from './street.ts'

const { values: given } = parseArgs({ options: { bite: { type: 'boolean', default: false } } })
const TRIES = given.bite ? 500 : 10_000
const random = randomFrom(10_000)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!

const reported = async (street: Street, place: string) =>
  (await street.stranger.do(matter.report, { code: await street.codeOf(place), words: '楼道灯不亮' })).id

/** Reasons that hold for nobody of `people`, all of whom live in 清荷苑3号楼 behind its first unit, and of what sort they are. */
async function wrongReasons(street: Street, people: readonly Resident[], nextDoor: readonly Resident[]) {
  const at = clock.now()
  const closed = await handled(street)
  await street.owner.query(`update matter set state = 'closed' where id = $1`, [closed])
  const others = await handled(street)
  await street.owner.query(
    `update matter set handler_id = (select id from account where login = 'chenjing') where id = $1`,
    [others],
  )
  const ofGrid = (
    await street
      .as('chenjing')
      .do(matter.report, { areaId: await street.areaId('第12网格'), words: '路面有坑', way: 'desk' })
  ).id
  await street.owner.query(
    `update matter set state = 'handling', handler_id = (select id from account where login = 'zhouxiaolan') where id = $1`,
    [ofGrid],
  )
  const over = await visit(street, 'zhouxiaolan', people[0]!.home, at)
  await street.owner.query('update home_visit set ended_at = $2 where id = $1', [over, at])
  const old = await visit(street, 'zhouxiaolan', people[0]!.home, new Date(at.getTime() - 13 * 3_600_000))
  return {
    closed,
    others,
    ofGrid,
    over,
    old,
    untaken: await reported(street, '清荷苑3号楼2单元'),
    elsewhere: await handled(street, '清荷苑2号楼1单元'),
    foreign: await reported(street, '汀兰苑1号楼1单元'),
    hisVisit: await visit(street, 'chenjing', people[0]!.home, at),
    visitNextDoor: await visit(street, 'zhouxiaolan', nextDoor[0]!.home, at),
    correctionNextDoor: await correctionOf(street, nextDoor[0]!.id),
    declined: await correctionOf(street, people[0]!.id, 'declined'),
    home: people[0]!.home,
    household: people[0]!.household,
    tenant: street.tenant,
  }
}

const WORDS = ['工作需要', '领导交办', 'for a matter', '', 'null', "' or 1=1 --", '%']
const ASKERS = ['zhouxiaolan', 'zhouxiaolan', 'anxiaoya', 'linhuizhen', 'hemingyuan', 'xieanlan', 'chengyizhou']

const long = await longStreet()
try {
  const street = await long.open()
  try {
    setClock('2026-11-18', '09:06')
    const people = await settle(street, '清荷苑3号楼', 10, { each: 1 })
    const nextDoor = await settle(street, '清荷苑2号楼', 1)
    const wrong = await wrongReasons(street, people, nextDoor)
    if (given.bite)
      await street.owner.query(
        `update matter m set state = 'handling', handler_id = (select id from account where login = 'zhouxiaolan'),
           area_id = (select id from area a where a.tenant_id = m.tenant_id and a.name = '清荷苑3号楼') where m.id = any($1)`,
        [Object.values(wrong)],
      )
    const kinds = ['matter', 'visit', 'correction'] as const
    const answers = new Map<string, number>()
    const sorts = new Map<string, number>()
    const named = Object.entries(wrong)
    for (let at = 0; at < TRIES; at++) {
      const [sort, id] = at % 23 === 22 ? ['nothing', randomUUID()] : named[at % named.length]!
      const free = at % 17 === 16
      const reason = free
        ? pick([pick(WORDS), { kind: pick(kinds), id: pick(WORDS) }, { words: pick(WORDS) }, undefined])
        : { kind: pick(kinds), id }
      sorts.set(free ? 'free words' : sort, (sorts.get(free ? 'free words' : sort) ?? 0) + 1)
      const answer = await street
        .as(pick(ASKERS))
        .do(register.reveal, { id: pick(people).id, fields: ['name', 'phone'], for: reason as never })
        .then(
          () => 'answered',
          (error: Error) => error.message,
        )
      answers.set(answer, (answers.get(answer) ?? 0) + 1)
    }
    const answered = answers.get('answered') ?? 0
    const written = (await street.owner.query<{ n: number }>('select count(*)::int as n from disclosure')).rows[0]!.n
    // Coming from the matter in hand, the reason is there: nothing is typed.
    const right = await handled(street)
    const zhou = street.as('zhouxiaolan')
    const { reasons } = await zhou.do(register.reasons, { id: people[0]!.id })
    const offered = reasons.some(({ kind, id }) => kind === 'matter' && id === right)
    const figures = {
      tries: TRIES,
      accepted: answered,
      written,
      offered,
      ...Object.fromEntries(answers),
      sorts: Object.fromEntries(sorts),
    }
    const asAsked = given.bite ? answered > 0 : answered === 0 && written === 0 && offered
    keep('reasons', given.bite ? 'reasons that hold' : 'trial', asAsked, figures)
  } finally {
    await street.close()
  }
} finally {
  clock.stand(undefined)
  await long.end()
}
