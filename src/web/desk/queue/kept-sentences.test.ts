// An address of the queue that is old or mistyped still opens a queue, and two sentences are compared by what they say.
import { expect, it } from 'vitest'
import { sameSentence } from './kept-sentences.ts'
import { listInput, readQueueSearch } from './search.ts'

it('leaves out what an address does not rightly say', () => {
  expect(readQueueSearch({ view: 'mine', sort: 'oldest', kind: 401, area: '', m: ['x'] })).toEqual({
    view: 'mine',
    kind: '401',
  })
  expect(readQueueSearch({ view: 'everything' })).toEqual({})
})

it('asks for my turn, most urgent first, unless told otherwise', () => {
  expect(listInput({})).toEqual({ view: 'mine', sort: 'due', limit: 20 })
  expect(listInput({ view: 'open', area: 'a', sort: 'newest', m: 'b' })).toEqual({
    view: 'open',
    sort: 'newest',
    limit: 20,
    areaId: 'a',
  })
})

it('compares sentences, not the matter that happens to be open', () => {
  expect(sameSentence({ view: 'open', m: '1' }, { view: 'open', m: '2' })).toBe(true)
  expect(sameSentence({ view: 'open' }, { view: 'open', kind: '0301' })).toBe(false)
})
