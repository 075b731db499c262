// What a file must not leave behind: no nameless file, no hole in the types, no work put off, no test that does not run.
import { each, isCode, type Rule, walk } from './rule.ts'
import { GENERATED, lineAt, type Source } from './source.ts'

const OPENERS: Readonly<Record<string, RegExp>> = {
  ts: /^(?:#!.*\n)?((?:\/\/.*\n?)+|\/\*[\s\S]*?\*\/)/,
  css: /^(\/\*[\s\S]*?\*\/)/,
  sql: /^((?:--.*\n?)+)/,
  typ: /^((?:\/\/.*\n?)+)/,
  html: /^(?:<!doctype html>\s*)?(<!--[\s\S]*?-->)/i,
}
const kindOf = (path: string): string | undefined =>
  isCode(path) || path === 'bin/linli' ? 'ts' : /\.(css|sql|typ|html)$/.exec(path)?.[1]

/** A sentence has several words or several Chinese characters and an end. */
const saysSomething = (comment: string) => /(\S+ \S+ \S+|\p{Script=Han}{4}).*[.?!。：:]/su.test(comment)

const opensWithASentence = (file: Source): string[] => {
  const comment = OPENERS[kindOf(file.path)!]!.exec(file.text)?.[1]
  return comment && saysSomething(comment) ? [] : [`${file.path}:1 does not begin with a sentence of what it is for`]
}

const PUT_OFF = /\b(TODO|FIXME|XXX|HACK)\b/

/** Comments of code; of other texts, all of it. */
const remarks = (file: Source): readonly { start: number; value: string }[] =>
  file.parsed ? file.parsed.comments : [{ start: 0, value: file.text }]

export const clean: readonly Rule[] = [
  {
    name: 'a file begins with a sentence that says what it is for',
    why: 'whoever opens it knows within a line whether it is the one',
    faults: each((path) => kindOf(path) !== undefined && !GENERATED.test(path), opensWithASentence),
    good: [
      ['src/a.ts', '// Counts the minutes between two instants.\nexport {}'],
      ['src/b.css', '/* The sheet that comes up from the thumb’s edge. */'],
      ['bin/linli', '#!/usr/bin/env node\n// The one command of Linli: brings what it needs.\n'],
    ],
    bad: [
      ['src/c.ts', 'export const one = 1'],
      ['src/d.css', '/* Forms */\n.form {}'],
      ['db/migrations/0009.sql', 'create table a (b text);'],
    ],
  },
  {
    name: 'no any without a reason, no silenced compiler',
    why: 'one hole lets every mistake behind it through',
    faults: each(isCode, (file) => [
      ...walk(file, (note) => ({
        TSAnyKeyword(node) {
          const before = file.text.split('\n')[lineAt(file.text, node.start) - 2] ?? ''
          if (!/biome-ignore lint\/suspicious\/noExplicitAny: \S+ \S+/.test(before)) note(node, 'any without a reason')
        },
      })),
      ...(file.parsed?.comments ?? [])
        .filter((comment) => /^[\s*]*@ts-(ignore|expect-error|nocheck)/.test(comment.value))
        .map((comment) => `${file.path}:${lineAt(file.text, comment.start)} ${comment.value.trim()}`),
    ]),
    good: [
      [
        'src/a.ts',
        '// biome-ignore lint/suspicious/noExplicitAny: a list holds many kinds\nexport type A = Map<any, string>',
      ],
      ['src/b.ts', 'export const company = "any"'],
    ],
    bad: [
      ['src/c.ts', 'export type A = any[]'],
      ['src/d.ts', '// @ts-ignore\nexport const a: number = "b"'],
      ['src/e.ts', '// biome-ignore lint/suspicious/noExplicitAny:\nexport type A = any'],
    ],
  },
  {
    name: 'nothing is put off in a comment',
    why: 'what is missing stands in README; a note in the code is read by nobody',
    faults: each(
      (path) => /\.(ts|tsx|js|mjs|css|sql|typ|html|md)$/.test(path) && !GENERATED.test(path),
      (file) =>
        remarks(file)
          .filter((remark) => PUT_OFF.test(remark.value))
          .map((remark) => `${file.path} puts off: ${PUT_OFF.exec(remark.value)![0]}`),
    ),
    good: [['src/a.ts', 'const word = "TODO"']],
    bad: [
      ['src/b.ts', '// TODO: later\nexport {}'],
      ['db/migrations/c.sql', '-- FIXME'],
    ],
  },
  {
    name: 'no test is left out or left alone',
    why: 'a test that does not run is worse than none: it is counted',
    faults: each(
      (path) => isCode(path),
      (file) =>
        walk(file, (note) => ({
          MemberExpression(node) {
            const { object, property } = node
            if (object.type !== 'Identifier' || !/^(test|it|describe|suite|bench)$/.test(object.name)) return
            if (property.type === 'Identifier' && /^(only|skip|todo|fails)$/.test(property.name))
              note(node, `${object.name}.${property.name}`)
          },
        })),
    ),
    good: [['test/a.test.ts', `test.each([1])('counts', () => {})\ntest.skipIf(asRoot)('as a user', () => {})`]],
    bad: [
      ['test/b.test.ts', `test.only('alone', () => {})`],
      ['test/c.test.ts', `describe.skip('out', () => {})`],
    ],
  },
]
