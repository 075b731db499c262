// What the first look at a scanned code costs, and that it asks no other host for anything.
import { Script } from 'node:vm'
import { expect, it } from 'vitest'
import type { PageRequest } from '#kernel/http/page.ts'
import {
  nearScript,
  reportScript,
  residentMark,
  residentScript,
  residentStyle,
  storyScript,
  voiceScript,
} from './assets.ts'

type Asset = typeof residentStyle

const load = async ({ address, page }: Asset) => {
  const answer = await page.answer({ query: new URL(address, 'http://linli.test').searchParams } as PageRequest)
  return answer as { body: string; cache: string }
}

it.each([
  ['style', residentStyle, 32_000],
  ['script', residentScript, 6_000],
  ['script of step 2', reportScript, 6_000],
  ['script of what was reported before', nearScript, 6_000],
  ['script of a recording', voiceScript, 6_000],
  ['script of a story', storyScript, 6_000],
] as const)('the %s is small and from here', async (_, asset, limit) => {
  const { body, cache } = await load(asset)
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(limit)
  expect(body).not.toMatch(/https?:|url\(/)
  expect(cache).toContain('immutable')
})

it('an old address is not kept', async () => {
  const answer = await residentStyle.page.answer({ query: new URLSearchParams('v=old') } as PageRequest)
  expect((answer as { cache: string }).cache).toBe('no-cache')
})

it.each([
  ['resident', [residentScript]],
  ['report', [residentScript, reportScript, nearScript, voiceScript]],
  ['story', [residentScript, storyScript]],
])('the %s scripts can stand on one page', async (_, assets) => {
  const bodies = await Promise.all(assets.map(load))
  expect(() => new Script(bodies.map(({ body }) => body).join('\n'))).not.toThrow()
})

it('the mark carries its colours, since a picture knows no tokens', async () => {
  const { body } = await load(residentMark)
  expect(body).not.toContain('var(')
  expect(body).toContain('#')
})
