// Limits keep their meaning between what is stored and what is written in a form.
import { expect, it } from 'vitest'
import { inMinutes, inUnits } from './limit-units.ts'

it.each([
  [840, 'work', 2, 'days'],
  [120, 'work', 2, 'hours'],
  [1440, 'always', 24, 'hours'],
  [2520, 'always', 42, 'hours'],
  [30, 'duty', 30, 'minutes'],
])('%d minutes of %s', (minutes, counting, amount, unit) => {
  expect(inUnits(minutes, counting)).toEqual({ amount, unit })
  expect(inMinutes(amount, unit)).toBe(minutes)
})
