// Goal C7: what is sealed opens in its own place alone. Swapped, put back, changed by a bit or cut short, nothing opens.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Binding, Keys, ProfileName } from '#kernel/crypto.ts'
import { keysFrom } from '#kernel/keys/keys.ts'
import { type MutatedKeys, mutatedKeys } from './mutated.ts'

const ROOT = Buffer.alloc(32, 3)
const CASES = 10_000

/** The same numbers in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
type Place = Required<Binding>

/** Two districts, two tables, three columns, four rows, each sealed four times. */
const places: readonly Place[] = [1, 2].flatMap((tenant) =>
  ['person', 'organisation'].flatMap((table) =>
    ['name', 'phone', 'need'].flatMap((column) =>
      [1, 2, 3, 4].flatMap((row) =>
        [1, 2, 3, 4].map((seal) => ({ tenant: id(tenant), table, column, row: id(row), seal })),
      ),
    ),
  ),
)

type Found = Record<'moved' | 'put back' | 'changed' | 'cut', number>

/** How many of the abuses gave something to read. */
function abuse(keys: Keys): { readonly opened: Found; readonly tried: number } {
  const sealed = places.map((at, n) => keys.seal(`张${n}`, at))
  for (const [n, at] of places.entries()) expect(keys.open(sealed[n]!, at)).toBe(`张${n}`)
  const opened: Found = { moved: 0, 'put back': 0, changed: 0, cut: 0 }
  const next = numbers(7)
  const opens = (value: Buffer, at: Binding) => {
    try {
      keys.open(value, at)
      return 1
    } catch {
      return 0
    }
  }
  let tried = 0
  while (tried < CASES) {
    const from = next(places.length)
    const value = sealed[from]!
    const at = places[from]!
    const to = places[next(places.length)]!
    const kind = (['moved', 'put back', 'changed', 'cut'] as const)[tried % 4]!
    if (kind === 'moved') {
      if (to === at) continue
      opened.moved += opens(value, to)
    } else if (kind === 'put back') {
      if (to.seal === at.seal) continue
      opened[kind] += opens(value, { ...at, seal: to.seal })
    } else if (kind === 'changed') {
      const bad = Buffer.from(value)
      const bit = next(bad.length * 8)
      bad[bit >> 3]! ^= 1 << (bit & 7)
      opened.changed += opens(bad, at)
    } else opened.cut += opens(value.subarray(0, next(value.length)), at)
    tried++
  }
  return { opened, tried }
}

const NONE: Found = { moved: 0, 'put back': 0, changed: 0, cut: 0 }
const UNBOUND: Readonly<Record<ProfileName, readonly (readonly [string, string])[]>> = {
  aes: [['setAAD(Buffer.from(context))', 'setAAD(Buffer.alloc(0))']],
  sm: [['Buffer.from(context)', 'Buffer.alloc(0)']],
}

describe.each(['aes', 'sm'] as const)('under %s', (profile) => {
  let unbound: MutatedKeys
  beforeAll(async () => {
    unbound = await mutatedKeys(`${profile}.ts`, UNBOUND[profile])
  })
  afterAll(() => unbound.remove())

  test('ten thousand swaps, rollbacks, bits and cuts: nothing opens outside its own place', () => {
    const { opened, tried } = abuse(keysFrom(ROOT, profile))
    expect(tried).toBe(CASES)
    expect(opened).toEqual(NONE)
  })

  test('bite: where the place is not sealed with it, what was moved or put back opens', () => {
    const { opened } = abuse(unbound.keysFrom(ROOT, profile))
    // Within one district; another has another key.
    expect(opened.moved).toBeGreaterThan(1_000)
    expect(opened['put back']).toBe(CASES / 4)
    expect(opened).toMatchObject({ changed: 0, cut: 0 })
  })

  test('frames of a stream open in their place alone, and not under another stream', () => {
    const keys = keysFrom(ROOT, profile)
    const [frames, other] = [keys.frames('backup 1'), keys.frames('backup 2')]
    const at = { part: 1, index: 4, last: false }
    const sealed = frames.seal(Buffer.from('一块'), at)
    expect(frames.open(sealed, at).toString()).toBe('一块')
    for (const wrong of [
      { ...at, part: 2 },
      { ...at, index: 5 },
      { ...at, last: true },
    ])
      expect(() => frames.open(sealed, wrong)).toThrow()
    expect(() => other.open(sealed, at)).toThrow()
    for (let bit = 0; bit < sealed.length * 8; bit += 7) {
      const bad = Buffer.from(sealed)
      bad[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => frames.open(bad, at)).toThrow()
    }
  })
})

test('a value of one profile is none of the other', () => {
  const [aes, sm] = [keysFrom(ROOT, 'aes'), keysFrom(ROOT, 'sm')]
  const at = places[0]!
  expect(() => aes.open(sm.seal('张明', at), at)).toThrow()
  expect(() => sm.open(aes.seal('张明', at), at)).toThrow()
})
