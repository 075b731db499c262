// Goal A4: nobody finds out by filter, sort, search, count or time what a field holds that he may not read.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { finding } from '#modules/finding/contract.ts'
import { operations } from '#modules/index.ts'
import { idCheckSign } from '#modules/register/classes/id-number.ts'
import { register } from '#modules/register/contract.ts'
import { median } from './guard/statistics.ts'
import { type Resident, settle } from './register/residents.ts'
import { openStreet, type Street, setClock } from './street.ts'

let street: Street
let target: Resident
let foreign: Resident[]
beforeAll(async () => {
  street = await openStreet()
  setClock('2026-11-18', '09:06')
  target = (await settle(street, '清荷苑3号楼', 3, { each: 2 }))[1]!
  foreign = await settle(street, '汀兰苑1号楼', 3, { each: 2 })
})
afterAll(() => street.close())

/** Of nobody, with its check sign. */
const numberOf = (order: number) => {
  const seventeen = `99010119751231${String(order).padStart(3, '0')}`
  return seventeen + idCheckSign(seventeen)
}
const peopleIn = async (home: string) =>
  (await street.owner.query('select count(*)::int as n from person where home_id = $1', [home])).rows[0].n as number

const HIDDEN = [
  'phone',
  'name',
  'birth',
  'number',
  'need',
  'homePlace',
  'sort',
  'orderBy',
  'where',
  'filter',
  'phoneMac',
  'words',
]

test('every question about people takes its own fields and no other: a hidden one is a mistake of the asker', () => {
  const asked = [...operations.values()].filter(
    ({ signature: { name, kind } }) => /^(register|finding)\./.test(name) && kind === 'query',
  )
  expect(asked.length).toBeGreaterThan(8)
  for (const { signature } of asked) {
    const input = signature.input as z.ZodObject
    expect(input, signature.name).toBeInstanceOf(z.ZodObject)
    for (const field of HIDDEN.filter((one) => !(one in input.shape))) {
      const issues = input.safeParse({ [field]: '1' }).error?.issues ?? []
      expect(
        issues.some(({ code }) => code === 'unrecognized_keys'),
        `${signature.name} ${field}`,
      ).toBe(true)
    }
  }
  // Lists of people offer no order and no words at all.
  expect(Object.keys((register.people.input as z.ZodObject).shape)).not.toEqual(expect.arrayContaining(['sort']))
})

/** Middle figures of a phone whose head and tail the mask shows: ten thousand candidates, 13.3 bits. */
test('after hundreds of tries at one hidden number, less than a bit of it is known', async () => {
  const [head, tail, middle] = [target.phone.slice(0, 3), target.phone.slice(7), Number(target.phone.slice(3, 7))]
  const left = new Set(Array.from({ length: 10_000 }, (_, at) => at))
  const candidate = (at: number) => `${head}${String(at).padStart(4, '0')}${tail}`
  // By pieces: what the box says of each must be what it says of a piece that nobody has.
  const said = async (words: string) => {
    const { people, more } = await street.as('anxiaoya').do(finding.find, { words })
    return JSON.stringify([people, more.includes('people')])
  }
  const nothing = await said('13000')
  for (let at = 0; at < 10; at += 3)
    for (const piece of [
      `${head}${at}`,
      `${at}${tail}`,
      `${head}${at}*`,
      `${head} ${at}`,
      `*${at}${tail}`,
      `${at}%${tail}`,
    ])
      if ((await said(piece)) !== nothing)
        for (const one of left) if (candidate(one).includes(piece) !== target.phone.includes(piece)) left.delete(one)
  // By whole numbers, from the wrong end, until the day's number is used up.
  let tried = 0
  let refused = 0
  for (let at = 0; at < 260; at++) {
    const guess = (middle + 5_000 + at) % 10_000
    const answered = await street
      .as('anxiaoya')
      .do(finding.number, { whole: candidate(guess) })
      .catch(() => undefined)
    if (!answered) refused++
    else if (answered.people.length === 0) left.delete(guess)
    tried++
  }
  expect(refused).toBe(60)
  expect(tried - refused).toBe(200)
  expect(Math.log2(10_000 / left.size)).toBeLessThan(1)
  // The bite: without the day's number, and with luck, it is found.
  await street.owner.query('delete from register_spent')
  const found = await street.as('anxiaoya').do(finding.number, { whole: target.phone })
  expect(found.people.map(({ id }) => id)).toEqual([target.id])
})

test('entering and correcting are no way to look numbers up: a miss leaves an entry, or counts; what is refused anyway says nothing', async () => {
  await street.owner.query('delete from register_spent')
  const zhou = street.as('zhouxiaolan')
  const said = (act: Promise<unknown>) =>
    act.then(
      () => 'entered',
      (error: Error) => error.message,
    )
  const told = (number: string, more: object) =>
    said(zhou.do(register.enter, { homeId: target.home, class: 'registered', name: '甲', number, ...more }))
  const his = numberOf(999)
  await zhou.do(register.change, { id: target.id, version: 1, number: his })
  const guesses = [his, ...Array.from({ length: 20 }, (_, at) => numberOf(1 + at))]
  // With a household that is nowhere the answer is the same whether somebody has the number.
  const refused = await Promise.all(guesses.map((number) => told(number, { household: randomUUID() })))
  expect(new Set(refused).size).toBe(1)
  const before = await peopleIn(target.home)
  expect(await told(his, {})).toBe('register.known')
  expect(await told(guesses[1]!, {})).toBe('entered')
  expect(await peopleIn(target.home)).toBe(before + 1)

  const { id } = await zhou.do(register.enter, { homeId: target.home, class: 'registered', name: '乙' })
  let version = 1
  const answers: string[] = []
  for (let at = 0; at < 70; at++) {
    const answer = await said(zhou.do(register.change, { id, version, number: numberOf(100 + at) }))
    if (answer === 'entered') version++
    answers.push(answer)
  }
  expect(answers.filter((one) => one === 'entered')).toHaveLength(59)
  expect(new Set(answers.slice(59))).toEqual(new Set(['register.lookUpsUsed']))
})

/** Answer and time of one question; a refusal is an answer, and what is left of a day's number is not compared. */
async function asked(act: () => Promise<unknown>): Promise<{ ms: number; told: string }> {
  const from = performance.now()
  const told = await act().then(
    JSON.stringify,
    (error: Error & { details?: unknown }) => `${error.message} ${JSON.stringify(error.details)}`,
  )
  return { ms: performance.now() - from, told: told.replace(/"left":\d+/, '') }
}

type Question = (no: number) => Promise<unknown>
const PAIRS = 15

/** Middle of how much longer those elsewhere take than those who are nowhere, asked in turns so that a busy moment falls on both. */
async function apart(there: Question, nowhere: Question): Promise<number> {
  const differences: number[] = []
  for (let no = 0; no < PAIRS; no++) {
    const first = await asked(() => (no % 2 ? there : nowhere)(no))
    const second = await asked(() => (no % 2 ? nowhere : there)(no))
    expect(first.told).toBe(second.told)
    differences.push(no % 2 ? first.ms - second.ms : second.ms - first.ms)
  }
  return median(differences)
}

/** What tells them apart does so in each of three rounds; what a busy machine does, hardly. */
async function alwaysApart(there: Question, nowhere: Question): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3 && least >= MOST_APART_MS; round++)
    least = Math.min(least, Math.abs(await apart(there, nowhere)))
  return least
}
const MOST_APART_MS = 5

test('who is elsewhere and who does not exist are told alike, in the same time; twelve milliseconds more are noticed', async () => {
  const chen = street.as('chenjing')
  const of = (no: number) => foreign[no % foreign.length]!
  const person = (id: string) => chen.do(register.person, { id })
  const byNumber = (whole: string) => chen.do(finding.number, { whole })
  const nobody = () => person(randomUUID())
  expect(await alwaysApart((no) => person(of(no).id), nobody)).toBeLessThan(MOST_APART_MS)
  const noNumber = () => byNumber('13999999999')
  expect(await alwaysApart((no) => byNumber(of(no).phone), noNumber)).toBeLessThan(MOST_APART_MS)
  const slower: Question = async (no) => {
    await pause(12)
    return person(of(no).id)
  }
  expect(await alwaysApart(slower, nobody)).toBeGreaterThanOrEqual(MOST_APART_MS)
})
