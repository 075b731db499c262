// What comes out of the printer can be scanned, read and cut, whatever the places are called.
import jsqrModule from 'jsqr'
import { afterAll, describe, expect, it } from 'vitest'
import { openDocuments } from '#kernel/documents.ts'
import { type PdfPage, readPdf, textOf } from '#test/pdf.ts'
import type { Box } from '#test/pdf-content.ts'
import { type CodeLabel, codeSheet } from './code-sheet.ts'

const jsqr = jsqrModule as unknown as typeof jsqrModule.default
const documents = openDocuments()
afterAll(() => documents.stop())

const NAMES = [
  '清荷苑3号楼2单元',
  '3号楼1单元',
  '纺织厂家属院（老）十二号楼三单元地下室入口',
  '社区居民委员会便民服务大厅',
  'Qinghe Garden Building 3, Unit 2',
  '幸福里小区二期地下车库B2层东侧人防工程出入口与非机动车停放区之间的消防通道门禁（夜间关闭请走北门绕行至西侧',
  '一#2*_$[桥]"北"\\@亭<甲>',
  'Aslkdjfhgqpwoeirutyzmxncbvlaksjdhfgqpwoeirutyalskdjfhgzmxncbv',
  '党群服务中心',
]

const labels = (many: number, host = 'https://linli.qinghe.example.cn'): CodeLabel[] =>
  Array.from({ length: many }, (_, n) => ({
    url: `${host}/q/7K3M9P2XW4A${n}`,
    name: NAMES[n % NAMES.length]!,
    label: n === 4 ? 'QINGHE-GARDEN-BUILDING-03-U-02' : `QH-03-0${n}`,
    checkWords: `青松·明${'月云树石'[n % 4]}`,
  }))

const sheet = async (many: readonly CodeLabel[], lang: 'zh' | 'en' = 'zh') => readPdf(await codeSheet(documents.typst, many, lang))

/** Codes are the only shapes of many pieces. */
const codesOf = (page: PdfPage) => page.shapes.filter((shape) => shape.parts.length > 50)

const modulesOf = (code: Box & { parts: readonly Box[] }) => Math.round((code.bottom - code.top) / Math.min(...code.parts.map((part) => part.bottom - part.top)))

const withQuiet = (code: Box & { parts: readonly Box[] }): Box => {
  const quiet = (4 * (code.right - code.left)) / modulesOf(code)
  return { left: code.left - quiet, top: code.top - quiet, right: code.right + quiet, bottom: code.bottom + quiet }
}

/** The part of the page in `frame` at 150 dpi, everything on it painted, as a phone's camera would give it. */
function scan(page: PdfPage, frame: Box): string | undefined {
  const dots = 150 / 25.4
  const [width, height] = [Math.round((frame.right - frame.left) * dots), Math.round((frame.bottom - frame.top) * dots)]
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const part of [...page.words, ...page.shapes.flatMap((shape) => shape.parts)]) {
    const [left, right] = [part.left, part.right].map((x) => Math.round((x - frame.left) * dots)) as [number, number]
    const [top, bottom] = [part.top, part.bottom].map((y) => Math.round((y - frame.top) * dots)) as [number, number]
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      for (let x = Math.max(0, left); x < Math.min(width, right); x++) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return jsqr(pixels, width, height)?.data
}

const apart = (a: Box, b: Box) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top

describe.each(['zh', 'en'] as const)('a sheet of nine in %s', async () => {
  it('is two A4 pages', async () => {
    for (const page of await sheet(labels(9))) expect([page.width, page.height].map(Math.round)).toEqual([210, 297])
  })
})
