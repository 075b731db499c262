// The kinds that stand first.
import { expect, test } from 'vitest'
import type { Kind } from '../report/KindField.tsx'
import { mostUsed } from './kind-use.ts'

const kind = (code: string, change: Partial<Kind> = {}) =>
  ({ code, retired: false, emergency: null, ...change }) as Kind
const codes = (kinds: readonly Kind[]) => kinds.map(({ code }) => code)

test('what this phone writes down most comes first, then what is common around, then the order of the codes', () => {
  const kinds = ['0101', '0301', '0302', '0401'].map((code) => kind(code))
  expect(codes(mostUsed(kinds, { '0401': 1 }, ['0302', '0302', '0301']))).toEqual(['0401', '0302', '0301', '0101'])
})

test('retired kinds and those that call for a phone are not offered, and no more than eight', () => {
  const many = Array.from({ length: 12 }, (_, at) => kind(`05${String(at).padStart(2, '0')}`))
  const not = [kind('0901', { emergency: '119' }), kind('0001', { retired: true })]
  const shown = codes(mostUsed([...not, ...many], {}, []))
  expect(shown).toHaveLength(8)
  expect(shown).not.toContain('0901')
  expect(shown).not.toContain('0001')
})
