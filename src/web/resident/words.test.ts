// Every word in both languages, with the same gaps.
import { expect, it } from 'vitest'
import * as home from './home/words.ts'
import * as place from './place/words.ts'
import * as report from './report/words.ts'
import * as rooms from './rooms/words.ts'
import * as story from './story/words.ts'
import * as shared from './words.ts'

type Said = { zh: string; en: string }

function* texts(of: unknown, path = ''): Generator<[string, Said]> {
  if (typeof of !== 'object' || of === null) return
  if ('zh' in of && 'en' in of) yield [path, of as Said]
  for (const [name, inner] of Object.entries(of)) yield* texts(inner, `${path}.${name}`)
}

const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

const all = [...texts({ home, place, report, rooms, story, shared })]

it('finds the words', () => expect(all.length).toBeGreaterThan(150))

it.each(all)('%s', (_, { zh, en }) => {
  expect(zh.trim()).not.toBe('')
  expect(en.trim()).not.toBe('')
  expect(gaps(en)).toEqual(gaps(zh))
})
