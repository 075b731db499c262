// Goal N1: somebody with a valid sign-in who opens one household after the other is stopped on the first day, and seen when he goes slowly.
// The working days are simulated, and so are the figures that follow from them.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { register } from '#modules/register/contract.ts'
import { LIMITED } from '#modules/register/reveal/limits.ts'
import { type LookDay, type Reason, unusual } from '#modules/register/reveal/unusual.ts'
import { randomFrom } from './access/differential.ts'
import { handled, type Resident, settle } from './register/residents.ts'
import { dayOf, worksBy } from './register/workdays.ts'
import { openStreet, type Street, setClock } from './street.ts'

let street: Street
let people: Resident[]
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  people = await settle(street, '清荷苑3号楼', 70, { each: 1 })
})
afterAll(() => street.close())
beforeEach(async () => {
  await street.owner.query('delete from register_spent')
  await street.owner.query('delete from disclosure')
})

const zhou = () => street.as('zhouxiaolan')

const openAll = async () => {
  const id = await handled(street)
  const answers: string[] = []
  for (const who of people)
    await zhou()
      .do(register.reveal, { id: who.id, fields: ['phone'], for: { kind: 'matter', id } })
      .then(
        () => answers.push('seen'),
        (error: Error) => answers.push(error.message),
      )
  return answers
}

test('sixty households, then a hard stop; the next day begins anew; two at once are not both the last', async () => {
  const answers = await openAll()
  expect(answers.filter((one) => one === 'seen')).toHaveLength(60)
  expect(answers.slice(60)).toEqual(Array(10).fill('register.dayUsed'))
  expect((await street.owner.query('select count(*)::int as n from disclosure')).rows[0].n).toBe(60)
  setClock('2026-11-19', '00:01')
  await street.owner.query('update register_spent set n = 58, day = $1', ['2026-11-19'])
  const id = await handled(street)
  const at = people
    .slice(60, 68)
    .map((who) => zhou().do(register.reveal, { id: who.id, fields: ['phone'], for: { kind: 'matter', id } }))
  expect((await Promise.allSettled(at)).filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  setClock('2026-11-18', '09:06')
})

test('谢安澜 sets another number, and it is seen in which looks stand out', async () => {
  const xie = street.as('xieanlan')
  const before = await xie.do(register.looks, {})
  expect(before.looks).toEqual([])
  expect(before.limits.map(({ role }) => role)).toEqual(LIMITED.flatMap((role) => [role, role]))
  await expect(
    zhou().do(register.setLimit, { role: 'grid_worker', kind: 'households', most: 999, version: 0 }),
  ).rejects.toMatchObject({ message: 'door.forbidden' })
  await xie.do(register.setLimit, { role: 'grid_worker', kind: 'households', most: 5, version: 0 })
  expect((await openAll()).filter((one) => one === 'seen')).toHaveLength(5)
  const { looks, households } = await xie.do(register.looks, {})
  expect(looks).toEqual([expect.objectContaining({ name: '周晓岚', reasons: ['stopped'] })])
  expect(looks[0]!.days).toEqual([{ day: '2026-11-18', households: 5, purposes: 1, beyond: 4 }])
  expect(households).toBe(5)
  expect(JSON.stringify(looks)).not.toMatch(/person|score|rank/)
  expect((await street.as('linhuizhen').do(register.looks, {})).looks).toHaveLength(1)
  expect((await street.as('dinghongbo').do(register.looks, {})).looks).toEqual([])
  // The bite: with no number to speak of, all seventy are opened.
  await xie.do(register.setLimit, { role: 'grid_worker', kind: 'households', most: 1000, version: 1 })
  await street.owner.query('delete from disclosure')
  expect((await openAll()).filter((one) => one === 'seen')).toHaveLength(70)
})

const MOST = 60
const WORKERS = 60
const DAYS = 270
const random = randomFrom(2_022)
const { workday, poisson } = worksBy(random, MOST)

/** From which day on somebody's looks stood out, counted from the day he began; undefined when never. */
function seenAfter(days: readonly LookDay[], from: number): { after: number; reasons: Reason[] } | undefined {
  for (let no = from; no < days.length; no++) {
    const reasons = unusual(days.slice(Math.max(0, no - 20), no + 1), dayOf(no), MOST)
    if (reasons.length) return { after: no - from + 1, reasons }
  }
  return undefined
}

const START = 100
const intruder = (looks: (no: number) => Pick<LookDay, 'households' | 'beyond'>): LookDay[] =>
  Array.from({ length: DAYS }, (_, no) => {
    const usual = workday(no, 3)
    if (no < START) return usual
    const { households, beyond } = looks(no)
    return { day: usual.day, households: Math.min(MOST, usual.households + households), beyond: usual.beyond + beyond }
  })

describe('somebody who looks for himself', () => {
  const seen = (looks: (no: number) => Pick<LookDay, 'households' | 'beyond'>) =>
    Array.from({ length: 20 }, () => seenAfter(intruder(looks), START))

  test('330 a day: stopped by the number of the day, and seen on it', () => {
    for (const one of seen(() => ({ households: 330, beyond: 330 }))) expect(one).toMatchObject({ after: 1 })
  })

  test('40 a day, each with a purpose of its own: within three days', () => {
    for (const one of seen(() => ({ households: 40, beyond: 0 }))) expect(one!.after).toBeLessThanOrEqual(3)
  })

  test('15 a day outside his own cases: within fourteen days', () => {
    for (const one of seen(() => ({ households: 15, beyond: poisson(15) }))) expect(one!.after).toBeLessThanOrEqual(14)
  })

  test('two people at one sign-in, the second at 40 a day: within three days', () => {
    for (const one of seen((no) => ({ households: 40 + workday(no, 5).households, beyond: 0 })))
      expect(one!.after).toBeLessThanOrEqual(3)
  })
})

test('of usual work, weeks of visits among it, at most one in fifty worker-months stands out', () => {
  let alarms = 0
  for (let worker = 0; worker < WORKERS; worker++) {
    const days = Array.from({ length: DAYS }, (_, no) => workday(no, worker))
    // One alarm a month at most: whoever was asked once is not asked anew every day.
    for (let from = 0; from < DAYS; from += 30) if (seenAfter(days.slice(0, from + 30), from) !== undefined) alarms++
  }
  expect(alarms / (WORKERS * (DAYS / 30))).toBeLessThanOrEqual(1 / 50)
})

test('it would be noticed: with no number to compare with, nobody stands out', () => {
  const days = intruder(() => ({ households: 40, beyond: 40 }))
  expect(seenAfter(days, START)).toBeDefined()
  const never = days.map((_, no) => unusual(days.slice(0, no + 1), dayOf(no), Number.POSITIVE_INFINITY))
  expect(never.flat()).toEqual([])
})
