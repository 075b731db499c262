// Kinds of matters are complete, and the emergency words catch what they should and nothing else.
import { expect, test } from 'vitest'
import { accessList } from '#demo/access-list.ts'
import { emergencyWords, families, kinds } from '#demo/kinds.ts'

test('codes are unique, belong to a family and come in order', () => {
  const codes = kinds.map((kind) => kind.code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes).toEqual(codes.toSorted())
  for (const kind of kinds) expect(families.map((family) => family.code)).toContain(kind.family)
})

test('every kind has words, and no word stands twice in one kind', () => {
  for (const kind of kinds) {
    expect(kind.words.length, kind.code).toBeGreaterThanOrEqual(3)
    expect(new Set(kind.words).size, kind.code).toBe(kind.words.length)
    expect(kind.limit.minutes).toBeGreaterThan(0)
  }
})

test('disputes and help for people are never public', () => {
  for (const kind of kinds) if (['02', '06'].includes(kind.family)) expect(kind.public, kind.code).toBe(false)
})

test('what strangers see says neither state nor person', () => {
  for (const { publicLine } of kinds) expect(publicLine.zh).not.toMatch(/办理|已|报告人|，/)
})

test.each([
  ['插座有焦味，有点冒烟', '119'],
  ['老人晕倒在三楼', '120'],
  ['楼下有人持刀', '110'],
  ['一进楼道就闻到燃气味', '119'],
  ['饭店天天冒油烟', undefined],
  ['灶打不着火，想请人修', undefined],
  ['自行车轮胎漏气', undefined],
  ['暖气不热', undefined],
])('%s → %s', (text, call) => {
  expect(found(text)).toBe(call)
})

// What a page does with the rows: exceptions are blanked before the words are looked for.
function found(text: string): string | undefined {
  return emergencyWords.find(({ words, except = [] }) => {
    const rest = except.reduce((left, phrase) => left.replaceAll(phrase, ' '), text)
    return words.some((word) => rest.includes(word))
  })?.call
}

test('the access list names kinds that exist, each once, and who does what', () => {
  const listed = accessList.map((item) => item.kind)
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed.length).toBeGreaterThanOrEqual(25)
  for (const kind of listed) expect(kinds.map((one) => one.code)).toContain(kind)
  for (const { duties, kind } of accessList) {
    expect(duties.length, kind).toBeGreaterThan(0)
    expect(new Set(duties).size, kind).toBe(duties.length)
  }
})
