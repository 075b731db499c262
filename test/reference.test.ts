// The pages for programmers: every operation has one, in both languages, with its refusals; nothing typed comes back unescaped.
import { beforeAll, describe, expect, test } from 'vitest'
import { anonymous } from '#kernel/access.ts'
import { describe as describeOperation, type Schema } from '#kernel/http/describe.ts'
import type { PageRequest } from '#kernel/http/page.ts'
import { catalogue } from '#kernel/problem.ts'
import type { Lang } from '#kernel/words.ts'
import { operations } from '#modules/index.ts'
import { problemCodes } from '#modules/problem-codes.ts'
import { exampleOf } from '#web/reference/example.ts'
import { referencePages } from '#web/reference/pages.ts'
import { ruleWords } from '#web/reference/rules.ts'
import { described } from '../src/commands/reference/described.ts'

const list = described(problemCodes)
const [overview, one] = referencePages(list)

const request = (lang: Lang, params: Record<string, string> = {}, query = ''): PageRequest =>
  ({
    ...{ params, query: new URLSearchParams(query), lang, path: '/api-docs', actor: anonymous(lang) },
    newKey: () => 'key-0001',
  }) as unknown as PageRequest
const htmlOf = async (page: typeof one, asked: PageRequest) => ((await page!.answer(asked)) as { html: string }).html

describe('every operation', () => {
  let pages: Map<string, { zh: string; en: string }>
  beforeAll(async () => {
    pages = new Map()
    for (const { name } of list)
      pages.set(name, {
        zh: await htmlOf(one, request('zh', { operation: name })),
        en: await htmlOf(one, request('en', { operation: name })),
      })
  })

  test('is in the list and has a page with its words, scope or reason, and refusals', async () => {
    const all = await htmlOf(overview, request('zh'))
    expect(list.length).toBeGreaterThan(150)
    for (const op of list) {
      expect(all).toContain(`/api-docs/${op.name}"`)
      const { zh, en } = pages.get(op.name)!
      for (const { code } of op.problems) expect([zh.includes(code), en.includes(code)], op.name).toEqual([true, true])
      if (!op.inPerson) expect(zh, op.name).toContain(op.scope)
      expect(zh, op.name).not.toMatch(/undefined|\[object/)
      expect(en, op.name).not.toMatch(/undefined|\[object/)
    }
  })

  test('is in English on the English page, but for names of Linli', () => {
    for (const [name, { en }] of pages) {
      const words = en.replace(/<(script|textarea|code|pre)[\s\S]*?<\/\1>/g, '').replaceAll('中文', '')
      expect(words.match(/\p{Script=Han}+/gu) ?? [], name).toEqual([])
    }
  })

  test('shows an example that its contract takes', () => {
    const refused = list.filter(
      ({ name, input }) => !operations.get(name)!.signature.input.safeParse(exampleOf(input)).success,
    )
    expect(refused.map(({ name }) => name)).toEqual([])
  })
})

test('every rule has Chinese words', () => {
  const labels = [...new Set(list.flatMap(({ allowed }) => allowed))]
  expect(labels.filter((label) => /[a-z]{3}/.test(ruleWords(label, 'zh')))).toEqual([])
})

test('the filter works without a script, and what was typed is escaped', async () => {
  const found = await htmlOf(overview, request('zh', {}, 'q=接单'))
  expect(found).toContain('/api-docs/matter.take"')
  expect(found).not.toContain('/api-docs/area.find"')
  const typed = await htmlOf(overview, request('en', {}, 'q="><script>alert(1)</script>'))
  expect(typed).not.toContain('<script>alert')
  expect(typed).toContain('No such operation')
})

test('what nobody can ask has no page', async () => {
  await expect(one!.answer(request('zh', { operation: 'notice.claim' }))).rejects.toThrow('door.missing')
})

test('problems named by the sources are in the catalogue; bite: a code that is none would be noticed', () => {
  const unknown = (codes: Readonly<Record<string, readonly string[]>>) =>
    Object.values(codes).flatMap((all) => all.filter((code) => !catalogue.has(code)))
  expect(unknown(problemCodes)).toEqual([])
  expect(unknown({ 'a.b': ['matter.nothingOfTheKind'] })).toEqual(['matter.nothingOfTheKind'])
  const rated = describeOperation(operations.get('matter.rate')!, problemCodes)
  expect(rated.problems.map(({ code }) => code)).toContain('door.wrongState')
  expect((rated.input as Schema).required).toEqual(['receipt'])
})
