// What comes first today: new, soon due, late, or to be done again.
import { expect, test } from 'vitest'
import { comesFirst, limitOf } from './order.ts'
import type { Row } from './Today.tsx'

const now = '2026-11-19T07:10:00Z'
const row = (change: Partial<Row>) =>
  ({
    state: 'handling',
    round: 1,
    startedAt: '2026-11-19T06:00:00Z',
    warnAt: '2026-11-19T08:00:00Z',
    dueAt: '2026-11-19T08:30:00Z',
    ...change,
  }) as Row

test('a running matter with time left can wait', () => {
  expect(comesFirst(row({}), now)).toBe(false)
  expect(comesFirst(row({ startedAt: null, warnAt: null, dueAt: null }), now)).toBe(false)
})

test('warned, late, new and returned ones cannot', () => {
  expect(comesFirst(row({ warnAt: '2026-11-19T07:00:00Z' }), now)).toBe(true)
  expect(comesFirst(row({ warnAt: '2026-11-19T06:30:00Z', dueAt: '2026-11-19T07:00:00Z' }), now)).toBe(true)
  expect(comesFirst(row({ state: 'reported' }), now)).toBe(true)
  expect(comesFirst(row({ round: 2 }), now)).toBe(true)
})

test('a limit is whole or none', () => {
  expect(limitOf(row({ warnAt: null }))).toBeUndefined()
})
