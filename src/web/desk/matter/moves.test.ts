// Which of the buttons that a record allows is the main one.
import { expect, it } from 'vitest'
import { mainMove, movesOf } from './moves.ts'

const clock = (kind: 'take' | 'answer' | 'finish', stoppedAt: string | null) => ({
  kind,
  startedAt: '',
  warnAt: '',
  dueAt: '',
  stoppedAt,
  limitMinutes: 1,
  counting: 'work' as const,
  usedShare: 0,
  provisional: false,
  round: 1,
})

it('knows moves from other abilities', () => {
  expect(movesOf(['reveal', 'finish', 'answer'])).toEqual(['answer', 'finish'])
})

it('asks to contact the resident before finishing', () => {
  expect(mainMove({ can: ['answer', 'finish'], clocks: [clock('answer', null)] })).toBe('answer')
  expect(mainMove({ can: ['answer', 'finish'], clocks: [clock('answer', '2026-11-17T06:55:00Z')] })).toBe('finish')
})

it('prefers a reply to sending back, and has none where nothing is allowed', () => {
  expect(mainMove({ can: ['sendBack', 'verify'], clocks: [] })).toBe('verify')
  expect(mainMove({ can: ['reveal'], clocks: [] })).toBeUndefined()
})
