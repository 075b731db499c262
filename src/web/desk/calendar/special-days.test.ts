// A year's notice typed line by line is read as days and written back as the same lines.
import { expect, it } from 'vitest'
import { readDays, stretches, writeDays } from './special-days.ts'

const typed = `2027-01-01 放假 元旦 New Year's Day
2027-02-05 至 2027-02-07 放假 春节 Spring Festival
2027-02-14 上班 春节 Spring Festival`

it('reads stretches as days and writes them back', () => {
  const read = readDays(typed, 2027)
  expect(read.ok && read.days.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
    '2027-01-01 holiday',
    '2027-02-05 holiday',
    '2027-02-06 holiday',
    '2027-02-07 holiday',
    '2027-02-14 makeup',
  ])
  expect(read.ok && writeDays(read.days)).toBe(typed)
})

it('names the line that cannot be read', () => {
  expect(readDays('2027-01-01 放假 元旦\n\n一月二日 放假 元旦', 2027)).toMatchObject({
    ok: false,
    line: 3,
    why: 'badLine',
  })
  expect(readDays('2027-02-30 放假 春节', 2027)).toMatchObject({ ok: false, why: 'badLine' })
  expect(readDays('2027-02-07 至 2027-02-05 放假 春节', 2027)).toMatchObject({ ok: false, why: 'badLine' })
  expect(readDays('2026-12-31 放假 元旦', 2027)).toMatchObject({ ok: false, why: 'otherYear' })
})

it('keeps make-up days apart from holidays', () => {
  const read = readDays('2027-09-26 上班 国庆节\n2027-10-01 至 2027-10-07 放假 国庆节', 2027)
  expect(read.ok && stretches(read.days).map(({ count }) => count)).toEqual([1, 7])
})
