// The bar of a time limit: full at the start, a fifth at the warning, empty when it is due.
import { expect, it } from 'vitest'
import { paceOf } from './pace.ts'

const limit = {
  startedAt: '2026-11-17T14:30:00+08:00',
  warnAt: '2026-11-19T11:42:00+08:00',
  dueAt: '2026-11-19T16:30:00+08:00',
}

it.each([
  ['2026-11-17T14:00:00+08:00', undefined, 100],
  ['2026-11-17T14:30:00+08:00', undefined, 100],
  ['2026-11-18T13:06:00+08:00', undefined, 60],
  ['2026-11-19T11:42:00+08:00', 'due', 20],
  ['2026-11-19T14:06:00+08:00', 'due', 10],
  ['2026-11-19T16:30:00+08:00', 'late', 0],
  ['2026-11-20T09:00:00+08:00', 'late', 0],
])('at %s', (now, tone, left) => {
  const pace = paceOf(limit, now)
  expect(pace.tone).toBe(tone)
  expect(pace.left).toBeCloseTo(left, 5)
})

it('holds when a limit begins as it is due', () => {
  const at = '2026-11-19T15:00:00+08:00'
  expect(paceOf({ startedAt: at, warnAt: at, dueAt: at }, at)).toEqual({ tone: 'late', left: 0 })
})
