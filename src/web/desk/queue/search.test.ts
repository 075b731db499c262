// The queue's address: what cannot be read is left out, and a sentence can be kept and read again.
import { expect, it } from 'vitest'
import { filterOf, listInput, readQueueSearch, sameSentence, searchOf } from './search.ts'

it('reads what an address says and leaves out the rest', () => {
  expect(readQueueSearch({ view: 'open', area: 'a', kind: 401, level: 2, way: 'tea', sort: 'oldest' })).toEqual({
    ...{ view: 'open', area: 'a', kind: '401', level: '2' },
  })
})

it('asks for my turn, most urgent first, unless told otherwise', () => {
  expect(listInput({})).toEqual({ view: 'mine', sort: 'due', limit: 20 })
  expect(listInput({ view: 'open', area: 'a', sort: 'newest', level: '2', m: 'b' })).toEqual({
    ...{ view: 'open', sort: 'newest', limit: 20, areaId: 'a', level: 2 },
  })
})

it('asks for nothing that only the address knows', () => {
  expect(filterOf({ view: 'open', lang: 'en' } as never)).toEqual({ view: 'open', sort: 'due' })
})

it('keeps a sentence and reads it again', () => {
  const search = { view: 'overdue', area: 'a', agency: 'b', way: 'phone', urgency: 'urgent', level: '1' } as const
  expect(searchOf(filterOf(search))).toEqual(search)
  expect(searchOf(filterOf({}))).toEqual({})
})

it('compares sentences, not the matter that happens to be open', () => {
  expect(sameSentence({ view: 'open', m: '1' }, { view: 'open', m: '2' })).toBe(true)
  expect(sameSentence({ view: 'open' }, { view: 'open', kind: '0301' })).toBe(false)
})
