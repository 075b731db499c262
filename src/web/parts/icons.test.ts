// A drawing can stand in any page: well formed, without script, without a colour of its own.
import { expect, it } from 'vitest'
import { icons } from './icons.ts'

it.each(Object.entries(icons))('%s is a plain drawing', (_, { box, body }) => {
  expect(box).toMatch(/^0 0 (\d+) \1$/)
  const open: string[] = []
  for (const [, closing, tag, , alone] of body.matchAll(/<(\/?)(\w+)([^<>]*?)(\/?)>/g)) {
    expect(['path', 'circle', 'rect', 'g']).toContain(tag)
    if (closing) expect(open.pop()).toBe(tag)
    else if (!alone) open.push(tag!)
  }
  expect(open).toEqual([])
  expect(body.replace(/<[^<>]*>/g, '')).toBe('')
  for (const [, colour] of body.matchAll(/(?:fill|stroke)="([^"]*)"/g))
    expect(colour).toMatch(/^(none|currentColor|var\(--[a-z0-9-]+\))$/)
})
