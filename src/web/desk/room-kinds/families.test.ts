// Codes that the English name of a kind turns into.
import { expect, test } from 'vitest'
import { codeOf, familyOf, lastSort } from './families.ts'

test.each([
  ['Mediation room', 'mediation_room'],
  ['  Zero-accident workroom ', 'zero_accident_workro'],
  ['Residents’ own hall', 'residents_own_hall'],
  ['Room 2', 'room'],
  ['X', undefined],
  ['调解室', undefined],
])('%s', (english, code) => expect(codeOf(english, 'rooms')).toBe(code))

test('an address that names no family shows rooms; a new kind stands last', () => {
  expect(familyOf('means')).toBe('means')
  expect(familyOf(undefined)).toBe('rooms')
  expect(familyOf('people')).toBe('rooms')
  const kind = { code: 'a', zh: '甲', en: 'A', retired: false, version: 1 }
  expect(
    lastSort([
      { ...kind, sort: 30 },
      { ...kind, sort: 20 },
    ]),
  ).toBe(40)
  expect(lastSort([])).toBe(10)
})
