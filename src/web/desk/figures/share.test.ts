// A share never says "all" of what is not all.
import { expect, it } from 'vitest'
import { share } from './share.ts'

it('says what a share is, with one decimal where it has one', () => {
  expect(share(343, 350)).toBe('98\u00a0%')
  expect(share(91, 93)).toBe('97.8\u00a0%')
})

it('rounds nothing to all or to nothing, and keeps silent about a few', () => {
  expect(share(9999, 10_000)).toBe('99.9\u00a0%')
  expect(share(1, 10_000)).toBe('0.1\u00a0%')
  expect(share(2, 2)).toBeUndefined()
})
