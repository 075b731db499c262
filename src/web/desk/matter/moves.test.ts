// Which of the buttons that a record allows is the main one.
import { expect, it } from 'vitest'
import { mainMove, movesOf, offered } from './moves.ts'

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

it('does not offer what waits for a leader', () => {
  const late = { can: ['verify', 'sendBack'], acknowledged: false, returns: 0, state: 'finished' as const }
  expect(offered(late).can).toEqual(['sendBack'])
  expect(offered({ ...late, acknowledged: true }).can).toEqual(['verify', 'sendBack'])
  const back = { can: ['dispatch', 'decline'], acknowledged: true, returns: 2, state: 'reported' as const }
  expect(offered(back).can).toEqual(['decline'])
  expect(offered({ ...back, returns: 1 }).can).toEqual(['dispatch', 'decline'])
})
