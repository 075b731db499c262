// A file is complete when every row that it needs is there; what is missing is said in both languages.
import { describe, expect, test } from 'vitest'
import { FULL, OTHERWISE, SIMPLE } from '#test/papers/sample.ts'
import { isComplete, RULES, rowsOf } from './rules.ts'
import type { FileOnPaper } from './shape.ts'

const states = (file: FileOnPaper) => Object.fromEntries(rowsOf(file).map(({ row, state }) => [row, state]))
const missing = (file: FileOnPaper) =>
  rowsOf(file)
    .filter((row) => row.state === 'missing')
    .map((row) => row.row)

describe('completeness', () => {
  test('a full file needs all but the oral form', () => {
    expect(isComplete(FULL)).toBe(true)
    expect(Object.entries(states(FULL)).filter(([, state]) => state !== 'there')).toEqual([['8b', 'not-needed']])
  })

  test('settled on the spot, the oral form is the whole file', () => {
    expect(isComplete({ ...SIMPLE, filer: null, checker: null })).toBe(true)
    expect(Object.entries(states(SIMPLE)).flatMap(([row, state]) => (state === 'there' ? [row] : []))).toEqual(['8b'])
    expect(missing({ ...SIMPLE, agreement: null })).toEqual(['8b'])
  })

  const agreement = FULL.agreement!
  const without = (role: string) => ({
    ...agreement,
    signatures: agreement.signatures.filter((one) => one.role !== role),
  })
  const CASES: readonly (readonly [string, Partial<FileOnPaper>, string])[] = [
    ['nobody filed it', { filer: null }, '0'],
    ['no facts', { facts: ' ' }, '1'],
    ['rights not told', { rightsToldOn: null }, '2'],
    ['a copy of an identity document', { scans: FULL.scans.filter((scan) => scan.about !== 'r1') }, '3'],
    ['the signed authority', { scans: FULL.scans.filter((scan) => scan.of !== 'authority') }, '4'],
    ['minutes', { records: FULL.records.filter((one) => one.kind !== 'session') }, '7'],
    ['the agent did not sign', { agreement: without('agent') }, '8a'],
    ['the mediator did not sign', { agreement: without('mediator') }, '8a'],
    ['no stamp', { agreement: without('committee') }, '8a'],
    ['no scan of signed paper', { scans: FULL.scans.filter((scan) => scan.of !== 'signed') }, '8a'],
    ['agreed in writing, and nothing written', { agreement: null }, '8a'],
    ['receipt', { scans: FULL.scans.filter((scan) => scan.of !== 'receipt') }, '9'],
    ['ruling', { confirmation: { ...FULL.confirmation!, ruling: null } }, '11'],
    ['nobody checked it', { checker: null }, '13'],
  ]
  test.each(CASES)('misses %s', (_, change, row) => {
    expect(missing({ ...FULL, ...change })).toEqual([row])
  })

  test('a drawn signature is enough between neighbours, not in a marriage', () => {
    const drawn = {
      ...FULL,
      scans: FULL.scans.filter((scan) => scan.of !== 'signed'),
      agreement: { ...agreement, signatures: agreement.signatures.map((one) => ({ ...one, way: 'drawn' as const })) },
    }
    expect(missing(drawn)).toEqual([])
    expect(missing({ ...drawn, kind: { zh: '婚姻家庭纠纷', en: 'marriage and family', code: 'RM01' } })).toEqual(['8a'])
  })

  test('a dispute that was not taken in needs neither minutes nor proofs', () => {
    const { records: _, ...refused } = { ...OTHERWISE, outcome: 'declined' as const, agreement: null }
    const file = {
      ...refused,
      records: [],
      rightsToldOn: null,
      scans: [],
      performance: [],
      confirmation: null,
      parties: FULL.parties.map((party) => ({ ...party, agents: [] })),
    }
    expect(missing(file)).toEqual([])
  })

  test('every row names its basis and gives a reason in both languages', () => {
    for (const file of [FULL, OTHERWISE, SIMPLE]) {
      const rows = rowsOf(file)
      expect(rows.map((row) => row.row)).toEqual([
        '0',
        '1',
        '2',
        '3',
        '4',
        '5',
        '6',
        '7',
        '8a',
        '8b',
        '9',
        '10',
        '11',
        '12',
        '13',
      ])
      for (const { basis, reason, title } of rows)
        for (const text of [basis, reason, title]) {
          expect(text.zh).toMatch(/\p{Script=Han}/u)
          expect(text.en).toMatch(/^[A-Za-z]/)
        }
    }
    expect(RULES).toHaveLength(15)
  })
})
