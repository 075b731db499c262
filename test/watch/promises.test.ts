// The page on promises says nothing that is not so: every goal names a test that is there, and no goal of a test is left out.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Goal } from '#web/resident/promises/goal.ts'
import { GOALS, OPEN } from '#web/resident/promises/register.ts'
import { promises } from '../../src/commands/promises.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const read = (file: string): string => {
  try {
    return readFileSync(path.join(ROOT, file), 'utf8')
  } catch {
    return ''
  }
}

/** Titles of the tests of a file, as they are written: up to where something is put in. */
const titlesIn = (text: string): string[] =>
  [...text.matchAll(/\btest(?:\.\w+\([\s\S]*?\))?\(\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)"|`([^`$]*))/g)].map((match) =>
    (match[1] ?? match[2] ?? match[3] ?? '').replaceAll("\\'", "'").trim(),
  )

const unfounded = (goals: readonly Goal[]): string[] =>
  goals
    .filter(({ shown }) => !titlesIn(read(shown.file)).includes(shown.test))
    .map(({ id, shown }) => `${id}: ${shown.file} has no test “${shown.test}”`)

/** Goals that a test says it is about, in its first line. */
function claimed(): string[] {
  const files = readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => {
      const [, list = ''] = /^\/\/ Goals? ([A-Z]\d+(?:(?:, | and )[A-Z]\d+)*):/.exec(read(`test/${file}`)) ?? []
      return list.match(/[A-Z]\d+/g) ?? []
    })
}

test('every promise names a test that is there', () => {
  expect(unfounded(GOALS)).toEqual([])
})

test('every goal that a test says it holds is on the page, and none stands there twice or as open', () => {
  const ids = GOALS.map(({ id }) => id)
  expect(claimed().filter((id) => !ids.includes(id))).toEqual([])
  expect(new Set([...ids, ...OPEN.map(({ id }) => id)]).size).toBe(ids.length + OPEN.length)
})

test('figures are those of the result files, and what was generated is not stale', () => {
  expect(JSON.parse(read('docs/reference/promises.json'))).toEqual(JSON.parse(JSON.stringify(promises())))
  const { goals, measures } = promises()
  expect(goals.find(({ id }) => id === 'R1')?.last?.figure.en).toContain('0 lost, 0 doubled')
  expect(measures.length).toBeGreaterThan(8)
})

test('bite: a renamed test, a test file that is gone, are found', () => {
  const renamed = { ...GOALS[0]!, shown: { ...GOALS[0]!.shown, test: 'every answered report is there' } }
  const gone = { ...GOALS[0]!, shown: { ...GOALS[0]!.shown, file: 'test/gone.test.ts' } }
  expect(unfounded([renamed, gone])).toHaveLength(2)
})
