// Quiet hours and digest times to the minute, at both ends and over midnight.
import { expect, test } from 'vitest'
import { localInstant } from '#kernel/clock.ts'
import { nextTry } from './operations/sending.ts'
import { afterQuiet, nextDigest } from './quiet.ts'
import { fill, SMS_PLACES, textsOf, wrongPlaces } from './template.ts'

const NIGHT = { from: 21 * 60, to: 8 * 60 }
const at = (time: string, day = '2026-11-18') => localInstant(day, time)

test.each([
  ['20:59', '20:59', '2026-11-18'],
  ['21:00', '08:00', '2026-11-19'],
  ['23:59', '08:00', '2026-11-19'],
  ['00:00', '08:00', '2026-11-18'],
  ['07:59', '08:00', '2026-11-18'],
  ['08:00', '08:00', '2026-11-18'],
])('what can wait at %s is said at %s', (said, heard, day) => {
  expect(afterQuiet(at(said), NIGHT)).toEqual(at(heard, day))
})

test('hours within a day, and no quiet hours at all', () => {
  expect(afterQuiet(at('12:30'), { from: 12 * 60, to: 14 * 60 })).toEqual(at('14:00'))
  expect(afterQuiet(at('14:00'), { from: 12 * 60, to: 14 * 60 })).toEqual(at('14:00'))
  expect(afterQuiet(at('23:00'), { from: 0, to: 0 })).toEqual(at('23:00'))
})

test('a digest comes at its minute, later than now, and once a day', () => {
  const half8 = 8 * 60 + 30
  expect(nextDigest(at('08:00'), half8, null)).toEqual(at('08:30'))
  expect(nextDigest(at('08:30'), half8, null)).toEqual(at('08:30', '2026-11-19'))
  expect(nextDigest(at('08:00'), 20 * 60, '2026-11-18')).toEqual(at('20:00', '2026-11-19'))
})

test('tries come after 1, 5, 30, 120 minutes and end with the day', () => {
  const since = at('09:00')
  const minutes = (no: number, now = since) => {
    const next = nextTry(no, since, now)
    return next && (next.getTime() - now.getTime()) / 60_000
  }
  expect([1, 2, 3, 4, 9].map((no) => minutes(no))).toEqual([1, 5, 30, 120, 120])
  expect(minutes(12, at('07:00', '2026-11-19'))).toBe(120)
  expect(minutes(12, at('07:01', '2026-11-19'))).toBeUndefined()
})

test('places of a template are filled in the reader’s language, and an SMS has room for a number, a time and a link alone', () => {
  const said = {
    no: 'LL-2026-00012',
    kind: { zh: '楼道堆物', en: 'Clutter' },
    area: { zh: '第12网格', en: '' },
    at: '2026-11-18T01:36:00.000Z',
  }
  expect(fill('{area} {kind} {no} {at}', textsOf(said, 'zh'))).toBe('第12网格 楼道堆物 LL-2026-00012 11月18日 09:36')
  expect(fill('{kind}, {area}, {at}', textsOf(said, 'en'))).toBe('Clutter, 第12网格, 18 Nov 09:36')
  expect(wrongPlaces('{no} {link} {kind} {words}', SMS_PLACES)).toEqual(['kind', 'words'])
})
