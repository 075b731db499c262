// The documents of a file: the same words in Word and PDF, the right page numbers, nothing that prints as an empty box, nothing said in confidence.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Documents, openDocuments } from '#kernel/paper/documents.ts'
import { drawable } from '#test/papers/drawable.ts'
import { FULL, OTHERWISE, SIMPLE } from '#test/papers/sample.ts'
import { partOfWord, textOfWord } from '#test/papers/word-file.ts'
import { readPdf, textOf } from '#test/pdf.ts'
import { type BoundFile, bindFile, picturesOf, printSheet } from './bound.ts'
import { backCover, cover, directory } from './forms/binding.ts'
import { sheetsOf } from './forms.ts'
import { printPdf } from './pdf.ts'
import type { FileOnPaper } from './shape.ts'
import { type Sheet, say, table, textOfSheet } from './sheet.ts'

const FILES = { FULL, OTHERWISE, SIMPLE }
let documents: Documents
const bound: Record<string, BoundFile> = {}
beforeAll(async () => {
  documents = openDocuments()
  for (const [name, file] of Object.entries(FILES)) bound[name] = await bindFile(documents, file)
})
afterAll(() => documents.stop())

const packed = (text: string) => text.replace(/\s/g, '')
/** Words of a PDF without its page numbers. */
const wordsOf = (pdf: Uint8Array) =>
  packed(
    readPdf(pdf)
      .map((page) => packed(textOf(page)).replace(/—\d+—$/, ''))
      .join(''),
  )
/** A heading that is repeated on each page is told once. */
const once = (text: string, sheet: Sheet) =>
  sheet.blocks.reduce((left, block) => {
    if (block.kind !== 'table' || block.heads === 0) return left
    const heading = packed(
      block.rows
        .slice(0, block.heads)
        .flat()
        .flatMap((cell) => cell.lines.flat())
        .map((piece) => (typeof piece === 'object' && 'bold' in piece ? piece.bold : piece))
        .join(''),
    )
    return left.replaceAll(heading, '')
  }, text)

const allSheets = (name: keyof typeof FILES): Sheet[] => {
  const file = FILES[name]
  const inside = bound[name]!.documents.filter((one) => one.first !== null)
  const placed = inside.map(({ title, first, pages }) => ({ title, first: first!, pages }))
  return [cover(file), directory(placed), ...sheetsOf(file), backCover(file, bound[name]!.pages, null)]
}

describe.each(Object.keys(FILES) as (keyof typeof FILES)[])('file %s', (name) => {
  test('says the same in Word, in PDF and in its description', async () => {
    for (const [n, sheet] of allSheets(name).entries()) {
      const printed = bound[name]!.documents[n]!
      const meant = once(packed(textOfSheet(sheet)), sheet)
      expect(once(wordsOf(printed.pdf), sheet), sheet.id).toBe(meant)
      expect(once(packed(await textOfWord(printed.word)), sheet), sheet.id).toBe(meant)
    }
  })

  test('has its documents where the directory says', () => {
    const pages = readPdf(bound[name]!.whole)
    const before = pages.length - bound[name]!.pages - 1
    for (const { title, first } of bound[name]!.documents.filter((one) => one.first !== null)) {
      const page = packed(textOf(pages[before + first! - 1]!))
      expect(page.startsWith(title), `${title} on page ${first}`).toBe(true)
      expect(page.endsWith(`—${first}—`)).toBe(true)
    }
    expect(new Set(bound[name]!.documents.map((one) => one.id)).size).toBe(bound[name]!.documents.length)
  })

  test('is A4 and stays within its margins', () => {
    for (const page of readPdf(bound[name]!.whole)) {
      expect([Math.round(page.width), Math.round(page.height)]).toEqual([210, 297])
      for (const words of page.words) {
        expect(words.left, words.text).toBeGreaterThan(27)
        // A closing bracket's empty half may stand out of the line.
        expect(words.right, words.text).toBeLessThan(187.5)
      }
    }
  })
})

test('a full file has every row that the official list asks for, and the odd forms are all there', () => {
  const rows = new Set(bound.FULL!.documents.map((one) => one.row))
  expect([...rows].sort()).toEqual(
    ['+', '0', '1', '10', '11', '12', '13', '2', '3', '4', '5', '6', '7', '8a', '9'].sort(),
  )
  const titles = bound.OTHERWISE!.documents.map((one) => one.title)
  for (const title of [
    '不予受理告知书',
    '终止调解通知书',
    '委托调解函',
    '人民调解移送函',
    '委托调解反馈函',
    '参加人民调解邀请函',
    '延长调解期限同意书',
    '回避申请书',
    '回避决定书',
    '人民调解结案报告表',
    '无争议事实记载',
    '治安案件不予处罚申请书',
    '人民调解口头协议登记表',
  ])
    expect(titles).toContain(title)
})

test('no character prints as an empty box: the shipped font draws every one', () => {
  const font = new URL('../fonts/NotoSansHans-Regular.otf', import.meta.resolve('@embedpdf/fonts-sc'))
  const draws = drawable(readFileSync(font))
  const used = new Set(
    (Object.keys(FILES) as (keyof typeof FILES)[]).flatMap((name) => [
      ...packed(allSheets(name).map(textOfSheet).join('')),
    ]),
  )
  expect([...used].filter((character) => !draws(character))).toEqual([])
  expect(draws('\u{2a6d6}\u{10ffff}'.at(-1)!)).toBe(false)
})

test('民族 is an empty box', () => {
  const [form] = sheetsOf(FULL)
  const cells = form!.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
  const asked = cells.findIndex((cell) => cell.lines.flat().includes('民族'))
  expect(cells[asked + 1]!.lines.flat()).toEqual([])
})

test('Word names the official fonts for Chinese, keeps rows whole and repeats headings', async () => {
  const evidence = bound.FULL!.documents.find((one) => one.row === '6')!
  const body = await partOfWord(evidence.word, 'word/document.xml')
  const styles = await partOfWord(evidence.word, 'word/styles.xml')
  for (const part of [
    'w:eastAsia="仿宋_GB2312"',
    'w:eastAsia="方正小标宋简体"',
    'w:eastAsia="zh-CN"',
    'w:lineRule="exact"',
  ])
    expect(styles).toContain(part)
  for (const part of ['<w:cantSplit/>', '<w:tblHeader/>', '<w:pStyle w:val="Head"/>']) expect(body).toContain(part)
  expect(await partOfWord(evidence.word, 'word/fontTable.xml')).toContain('w:altName')
  const about = await partOfWord(evidence.word, 'docProps/core.xml')
  expect(about).toContain('邻里街道人民调解委员会')
  expect(about).not.toMatch(/dcterms|docx/)
})

/** The same value with a secret beside every field, as if a query had brought too much along. */
const planted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(planted)
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value
  const inside = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, planted(one)]))
  return { ...inside, closedNotes: '背靠背谈话机密', saidAlone: ['背靠背谈话机密'], note: { words: '背靠背谈话机密' } }
}

test('what one side said alone has no way onto paper', () => {
  for (const file of Object.values(FILES)) {
    const more = planted(file) as FileOnPaper
    const sheets = [cover(more), ...sheetsOf(more), backCover(more, 9, null)]
    expect(JSON.stringify(sheets)).not.toContain('背靠背')
    // The planting is real: where a field is printed, a planted value would show.
    expect(JSON.stringify(sheetsOf({ ...file, facts: '背靠背谈话机密' }))).toContain('背靠背')
  }
  const shape = readFileSync(new URL('./shape.ts', import.meta.url), 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')
  expect(shape).not.toMatch(/closedNote|confiden|secret|alone|oneSide|private/i)
})

describe('texts as people send them', () => {
  const hostile =
    '<w:t>&amp;]]> #let x = 1 *粗* $y$ \\ "引号" \u0000\u0008\ud800 \u202e倒 䶮 `a` //注释 无无无无无无无无无无'

  test('are printed as they are, in both', async () => {
    const sheet: Sheet = {
      id: 'a',
      row: '1',
      title: '标题 #1 <b>',
      numbered: true,
      blocks: [...say(hostile), table([1, 3], [[{ lines: [[hostile]], head: false, span: 2 }]])],
    }
    const clean = say(hostile)[0]!.pieces[0] as string
    const { pdf, word } = await printSheet(documents, FULL, {
      ...sheet,
      blocks: [...say(hostile), table([1, 3], [[{ lines: [[clean]], head: false, span: 2 }]])],
    })
    expect(wordsOf(pdf)).toBe(packed(await textOfWord(word)))
    expect(wordsOf(pdf)).toContain('#letx=1*粗*$y$')
  })

  test('never break a form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const sheets = sheetsOf({
          ...OTHERWISE,
          facts: text,
          title: text,
          parties: OTHERWISE.parties.map((party) => ({ ...party, name: text })),
        })
        const words = sheets.map(textOfSheet).join('')
        expect(words.isWellFormed()).toBe(true)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
        expect(words).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/)
      }),
      { numRuns: 25 },
    )
  })

  test('longer than a page run on over the next', async () => {
    const facts = '楼上楼下为噪声争吵多年。'.repeat(400)
    const report = sheetsOf({ ...FULL, facts }).find((sheet) => sheet.id === '30-closing-report')!
    const pdf = await printPdf(documents.typst, '长', [{ sheet: report, first: 1 }], await picturesOf(FULL))
    const pages = readPdf(pdf)
    expect(pages.length).toBeGreaterThan(3)
    expect(packed(pages.map((page) => packed(textOf(page)).replace(/—\d+—$/, '')).join(''))).toBe(
      packed(textOfSheet(report)),
    )
  })
})

test('a complete file of at least 13 documents is made in under three seconds, as Word and PDF', async () => {
  const began = performance.now()
  const { documents: made } = await bindFile(documents, FULL)
  const seconds = (performance.now() - began) / 1000
  console.info(`papers: ${made.length} documents in ${seconds.toFixed(2)} s`)
  expect(made.length).toBeGreaterThanOrEqual(13)
  expect(seconds).toBeLessThan(3)
})
