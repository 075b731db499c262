// Whatever is sent, the answer is ours: requests drawn from the open description (I1), short form; the long one is test/long/fuzz.ts.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openApi } from '#kernel/http/openapi.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { fuzz } from './fuzz/round.ts'
import { openStreet, type Street } from './street.ts'

const SEED = 20_261_122
const MOST_MS = 15_000

let street: Street
beforeAll(async () => {
  street = await openStreet()
})
afterAll(() => street.close())

test('every operation, as described and not, and what no library would send: never a fault of ours', async () => {
  const { reached, ...figures } = await fuzz(street, { seed: SEED, good: 202, bad: 202, odd: 150, mostMs: MOST_MS })
  process.stdout.write(`fuzz: ${JSON.stringify(figures)}\n`)
  expect(figures.faults).toEqual([])
  expect(figures.badAccepted).toBe(0)
  expect(figures.refusals).toEqual([])
  // Two requests in a hundred are drawn well enough to change something: the round is no row of refusals.
  expect(Object.values(reached).filter((one) => one[200]).length).toBeGreaterThan(25)
}, 120_000)

const round = {
  seed: SEED,
  good: 3,
  bad: 12,
  odd: 0,
  mostMs: MOST_MS,
  only: (name: string) => name === 'area.districts',
}
const districts = operations.get('area.districts')!
const withBroken = (broken: AnyOperation) => new Map([...operations, ['area.districts', broken]])

test('bite: a handler that throws is found, and that the server noted it', async () => {
  const list = withBroken({ ...districts, run: () => Promise.reject(new Error('a fault of ours')) })
  const { faults } = await fuzz(street, { ...round, list })
  expect(faults.some((fault) => fault.includes(': 500 '))).toBe(true)
  expect(faults.some((fault) => fault.startsWith('noted by the server: area.districts: Error: a fault of ours'))).toBe(
    true,
  )
})

test('bite: an operation that takes and answers otherwise than described is found', async () => {
  const loose = { ...districts.signature, input: z.any(), output: z.any() }
  const list = withBroken({
    ...districts,
    signature: loose,
    run: async () => ({ districts: [{ id: 7, code: '1', name: '甲', nameEn: 'A' }] }),
  })
  const described = openApi([...operations.values()], street.house.url, {})
  const { badAccepted, faults } = await fuzz(street, { ...round, list, described })
  expect(badAccepted).toBe(12)
  expect(faults.some((fault) => fault.includes('answer.districts[0].id: number instead of string'))).toBe(true)
})

test('bite: a field that takes less than it says is found', async () => {
  const listed = operations.get('matter.list')!
  const narrow = (listed.signature.input as z.ZodObject).extend({ limit: z.number().max(1).optional() })
  const list = new Map([
    ...operations,
    ['matter.list', { ...listed, signature: { ...listed.signature, input: narrow } }],
  ])
  const described = openApi([...operations.values()], street.house.url, {})
  const only = (name: string) => name === 'matter.list'
  const { refusals } = await fuzz(street, { ...round, good: 12, bad: 0, list, described, only })
  expect(refusals).toContain('matter.list: limit too_big')
})
