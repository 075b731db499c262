// What comes out of the printer can be scanned, read and cut, whatever the places are called.
import { afterAll, describe, expect, it } from 'vitest'
import { openDocuments } from '#kernel/paper/documents.ts'
import { type PdfPage, readPdf } from '#test/pdf.ts'
import { codesOf, scan, withQuiet } from '#test/pdf-codes.ts'
import { type Box, standApart } from '#test/pdf-content.ts'
import { type CodeLabel, codeSheet } from './code-sheet.ts'

const documents = openDocuments()
afterAll(() => documents.stop())

const NAMES = [
  '清荷苑3号楼2单元',
  '3号楼1单元',
  '纺织厂家属院（老）十二号楼三单元地下室入口',
  '社区居民委员会便民服务大厅',
  'Qinghe Garden Building 3, Unit 2',
  '幸福里小区二期地下车库B2层东侧人防工程出入口与非机动车停放区之间的消防通道门禁（夜间关闭请走北门绕行至西侧通道入内）',
  '一#2*_$[桥]"北"\\@亭<甲>',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochab',
  '党群服务中心',
]

const labels = (many: number, host = 'https://linli.qinghe.example.cn'): CodeLabel[] =>
  Array.from({ length: many }, (_, n) => ({
    url: `${host}/q/7K3M9P2XW4A${n}`,
    name: NAMES[n % NAMES.length]!,
    label: n === 4 ? 'QINGHE-GARDEN-BUILDING-03-U-02' : `QH-03-0${n}`,
    checkWords: `青松·明${'月云树石'[n % 4]}`,
  }))

const sheet = async (printed: readonly CodeLabel[], lang: 'zh' | 'en') =>
  readPdf(await codeSheet(documents.typst, printed, lang))

const plain = (text: string) => text.replaceAll(/\s/g, '')
const wordsWithin = (page: PdfPage, { left, top, right, bottom }: Box) =>
  page.words.filter((words) => words.left >= left && words.right <= right && words.top >= top && words.bottom <= bottom)

/** The label's place on its page, in mm. */
const cell = (n: number): Box => ({
  left: 13 + (n % 2) * 92,
  top: 13 + Math.floor((n % 8) / 2) * 67,
  right: 105 + (n % 2) * 92,
  bottom: 80 + Math.floor((n % 8) / 2) * 67,
})

describe.each(['zh', 'en'] as const)('a sheet in %s', (lang) => {
  it('puts nine codes on two A4 pages, each leading to its own address', async () => {
    const printed = labels(9)
    const pages = await sheet(printed, lang)
    expect(pages.map((page) => [page.width, page.height].map(Math.round))).toEqual([
      [210, 297],
      [210, 297],
    ])
    expect(pages.map((page) => codesOf(page).length)).toEqual([8, 1])
    expect(pages.flatMap((page) => codesOf(page).map((code) => scan(page, withQuiet(code))))).toEqual(
      printed.map((one) => one.url),
    )
  })

  it('says on each label where it is, what to do, and how to know the real code', async () => {
    const printed = labels(9)
    const pages = await sheet(printed, lang)
    for (const [n, one] of printed.entries()) {
      const text = plain(
        wordsWithin(pages[Math.floor(n / 8)]!, cell(n))
          .map((words) => words.text)
          .join(''),
      )
      for (const said of [
        one.name,
        one.label,
        one.checkWords,
        '119',
        '120',
        '110',
        '扫一扫，报告身边事',
        'Scan to report',
      ])
        expect(text).toContain(plain(said))
    }
    expect(pages.map((page) => page.words.at(-1)!.text)).toEqual(['1 / 2', '2 / 2'])
  })

  it.each(['http://a.cn', 'https://linli.qinghe.example.cn', `https://${'linli.'.repeat(12)}example.cn`])(
    'keeps words apart, codes clear and margins white for %s',
    async (host) => {
      for (const many of [9, 1]) {
        for (const page of await sheet(labels(many, host), lang)) {
          const boxes = [...page.words, ...page.shapes]
          for (const { left, top, right, bottom } of boxes)
            expect(Math.min(left, top, 210 - right, 297 - bottom)).toBeGreaterThanOrEqual(8)
          for (const [at, words] of page.words.entries()) {
            for (const other of page.words.slice(at + 1))
              expect(standApart(words, other), `${words.text} | ${other.text}`).toBe(true)
          }
          for (const code of codesOf(page)) {
            expect(code.right - code.left).toBeGreaterThanOrEqual(38)
            for (const other of boxes) if (other !== code) expect(standApart(withQuiet(code), other)).toBe(true)
          }
        }
      }
    },
  )

  it('makes a single label an A5 poster in the middle of the page', async () => {
    const [page, ...more] = await sheet(labels(1), lang)
    expect(more).toEqual([])
    const [code] = codesOf(page!)
    expect(scan(page!, withQuiet(code!))).toBe(labels(1)[0]!.url)
    expect(code!.right - code!.left).toBeCloseTo(84, 1)
    expect((code!.left + code!.right) / 2).toBeCloseTo(105, 1)
    expect(
      plain(
        wordsWithin(page!, { left: 31, top: 43.5, right: 179, bottom: 253.5 })
          .map((words) => words.text)
          .join(''),
      ),
    ).toContain('清荷苑3号楼2单元')
  })
})

it('prints without colour', async () => {
  const pdf = Buffer.from(await codeSheet(documents.typst, labels(2), 'zh')).toString('latin1')
  expect(pdf).toMatch(/\/N 1\b/)
  expect(pdf).not.toMatch(/DeviceRGB|DeviceCMYK|\/N [34]\b/)
})
