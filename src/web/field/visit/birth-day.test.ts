// Which spellings of a birth day are read at a door, and which are no day.
import { expect, test } from 'vitest'
import { readBirthDay } from './birth-day.ts'

test('a birth day is typed as eight digits, or as people write it', () => {
  expect(['19790302', '1979-3-2', '1979.03.02', '1979年3月2日', ' 20200229 ', ''].map(readBirthDay)).toEqual([
    ...['1979-03-02', '1979-03-02', '1979-03-02', '1979-03-02', '2020-02-29', ''],
  ])
  expect(['790302', '19790231', '20210229', '1979', '十月', '19791302'].map(readBirthDay)).toEqual(
    Array(6).fill(undefined),
  )
})
