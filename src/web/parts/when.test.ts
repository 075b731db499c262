// The words for times, at the moment of the pictures in the design: Thursday 19 November 2026, 15:10 in Shanghai.
import { describe, expect, it } from 'vitest'
import {
  clockTime,
  dateWords,
  dayAndTime,
  dayLine,
  fullTime,
  leftAndWhen,
  limitWords,
  spanWords,
  timeLeft,
  wallTime,
  withUnits,
} from './when.ts'

const now = new Date('2026-11-19T15:10:00+08:00')
const at = (text: string) => new Date(`${text}:00+08:00`)

describe('clockTime', () => {
  it.each([
    ['2026-11-19T16:30', '今天 16:30', '16:30 today'],
    ['2026-11-19T00:00', '今天 00:00', '00:00 today'],
    ['2026-11-20T09:00', '明天 09:00', '09:00 tomorrow'],
    ['2026-11-18T23:59', '昨天 23:59', '23:59 yesterday'],
    ['2026-11-21T09:20', '11月21日（周六）09:20', '09:20, Sat 21 Nov'],
    ['2027-01-03T08:30', '2027年1月3日（周日）08:30', '08:30, Sun 3 Jan 2027'],
  ])('%s', (time, zh, en) => {
    expect(clockTime(at(time), now, 'zh')).toBe(zh)
    expect(clockTime(at(time), now, 'en')).toBe(en)
  })

  it('counts days in Shanghai, whatever day it is in UTC', () => {
    const early = new Date('2026-11-18T16:05:00Z')
    expect(clockTime('2026-11-18T15:55:00Z', early, 'zh')).toBe('昨天 23:55')
    expect(clockTime('2026-11-19T15:59:00Z', early, 'zh')).toBe('今天 23:59')
  })

  it('says tomorrow across a new year with no year', () => {
    expect(clockTime(at('2027-01-01T09:00'), at('2026-12-31T20:00'), 'zh')).toBe('明天 09:00')
  })
})

it('says days and full times', () => {
  expect(fullTime(now, now, 'zh')).toBe('11月19日（周四）15:10')
  expect(dayLine(now, now, 'zh')).toBe('11月19日 周四')
  expect(dayLine(now, now, 'en')).toBe('Thu 19 Nov')
  expect(dayAndTime(now, now, 'zh')).toBe('11月19日 周四 15:10')
  expect(dayAndTime(now, now, 'en')).toBe('Thu 19 Nov, 15:10')
  expect(dateWords(at('2025-12-19T10:00'), now, 'zh')).toBe('2025年12月19日')
  expect(wallTime(now)).toBe('15:10')
})

describe('timeLeft', () => {
  it.each([
    ['2026-11-19T16:30', '还剩 1 小时 20 分', '1 h 20 min left'],
    ['2026-11-19T15:16', '还剩 6 分', '6 min left'],
    ['2026-11-20T18:10', '还剩 1 天 3 小时', '1 day 3 h left'],
    ['2026-11-19T12:10', '已超 3 小时', '3 h late'],
    ['2026-11-19T15:10', '还剩不到 1 分钟', 'less than 1 min left'],
  ])('%s', (due, zh, en) => {
    expect(timeLeft(at(due), now, 'zh')).toBe(zh)
    expect(timeLeft(at(due), now, 'en')).toBe(en)
  })

  it('never says more than is left', () => {
    expect(timeLeft('2026-11-19T16:29:59+08:00', now, 'zh')).toBe('还剩 1 小时 19 分')
  })

  it('says both ways', () => {
    expect(leftAndWhen(at('2026-11-19T16:30'), now, 'zh')).toBe('还剩 1 小时 20 分（今天 16:30）')
    expect(leftAndWhen(at('2026-11-25T17:30'), now, 'zh')).toBe('还剩 6 天 2 小时（11月25日 周三 17:30）')
    expect(leftAndWhen(at('2026-11-19T16:30'), now, 'en')).toBe('1 h 20 min left (16:30 today)')
  })
})

it.each([
  [48, '48 分钟', '48 min'],
  [120, '2 小时', '2 h'],
  [80, '1 小时 20 分', '1 h 20 min'],
  [3120, '2 天 4 小时', '2 days 4 h'],
  [1445, '1 天', '1 day'],
  [0, '不到 1 分钟', 'less than 1 min'],
])('%d minutes', (minutes, zh, en) => {
  expect(spanWords(minutes, 'zh')).toBe(zh)
  expect(spanWords(minutes, 'en')).toBe(en)
})

it.each([
  [420, 'work', '1 个工作日', '1 working day'],
  [1260, 'work', '3 个工作日', '3 working days'],
  [120, 'work', '2 小时（上班时间）', '2 h (office hours)'],
  [30, 'duty', '30 分钟（值班时间）', '30 min (duty hours)'],
  [1440, 'always', '24 小时', '24 h'],
  [240, 'always', '4 小时', '4 h'],
] as const)('%d minutes of %s', (minutes, counting, zh, en) => {
  expect(limitWords(minutes, counting, 'zh')).toBe(zh)
  expect(limitWords(minutes, counting, 'en')).toBe(en)
})

it.each([
  ['用了 1 小时 20 分，限 2 小时。', '用了~1~小时 20~分，限~2~小时。'],
  ['Limit 30 min, took 1 day 4 h: late.', 'Limit 30~min, took~1~day 4~h: late.'],
  ['在 3 号楼', '在 3 号楼'],
])('keeps numbers and units of “%s” together', (text, kept) => {
  expect(withUnits(text)).toBe(kept.replaceAll('~', '\u00a0'))
})
