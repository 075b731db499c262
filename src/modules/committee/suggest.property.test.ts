// A suggestion is made of named reasons alone: whatever the street is like, these hold.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, REASONS, suggest } from './suggest.ts'

const candidate: fc.Arbitrary<Candidate> = fc.record({
  accountId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  committeeId: fc.constantFrom('1', '2', '3'),
  mode: fc.constantFrom('full_time', 'part_time', 'invited'),
  skills: fc.subarray(['RM01', 'RM02', 'RM17']),
  languages: fc.subarray(['mandarin', 'sign']),
  level: fc.constantFrom('community', 'subdistrict', 'district'),
  homeId: fc.constantFrom(null, 'x', 'y'),
})
const street = fc.uniqueArray(candidate, { selector: (one) => one.accountId + one.committeeId, maxLength: 12 })
const ask = fc.record({
  kind: fc.constantFrom('RM01', 'RM02', 'RM17'),
  language: fc.constantFrom(undefined, 'mandarin', 'sign'),
  buildings: fc.subarray(['x', 'y', 'z']),
  declared: fc.subarray(['a', 'b', 'c']),
})
const load = fc.option(
  fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(9)).map((counts) => new Map(Object.entries(counts))),
  { nil: undefined },
)

test('everybody stands there once, and nobody who has to stay out of it is suggested', () => {
  fc.assert(
    fc.property(street, ask, load, (all, about, files) => {
      const { suggested, avoided } = suggest(all, about, files)
      const names = [...suggested.map(({ one }) => one.accountId), ...avoided.map((one) => one.accountId)]
      expect([...names].sort()).toEqual([...new Set(all.map((one) => one.accountId))].sort())
      for (const { one } of suggested) {
        expect(about.declared).not.toContain(one.accountId)
        for (const seat of all.filter((other) => other.accountId === one.accountId))
          expect(about.buildings).not.toContain(seat.homeId)
      }
    }),
  )
})

test('the order comes from reasons, not from who was named first, and each has one; no number is told', () => {
  fc.assert(
    fc.property(street, ask, load, fc.integer(), (all, about, files, turn) => {
      const told = suggest(all, about, files)
      const at = all.length ? ((turn % all.length) + all.length) % all.length : 0
      expect(suggest([...all.slice(at), ...all.slice(0, at)].reverse(), about, files)).toEqual(told)
      for (const { reasons } of told.suggested) expect(reasons.length).toBeGreaterThan(0)
      expect(JSON.stringify(told.suggested.map(({ reasons }) => reasons))).not.toMatch(/\d/)
      // Whoever stands first has the weightiest reason that anybody behind him lacks or has, too.
      for (const [index, { reasons }] of told.suggested.entries()) {
        const next = told.suggested[index + 1]?.reasons
        const decides = next && REASONS.find((reason) => reasons.includes(reason) !== next.includes(reason))
        if (decides) expect(reasons).toContain(decides)
      }
    }),
  )
})

test('load never outweighs language, knowledge or closeness', () => {
  fc.assert(
    fc.property(street, ask, load, load, (all, about, busy, idle) => {
      const firm = (files: typeof busy) =>
        suggest(all, about, files).suggested.map(({ reasons }) =>
          reasons.filter((reason) => !['free', 'fewer', 'full_time'].includes(reason)).join(),
        )
      expect(firm(busy)).toEqual(firm(idle))
    }),
  )
})
