// Typesets the codes that are stuck beside doors: eight to an A4 page, or a single one as a poster.
import type { Documents } from '#kernel/paper/documents.ts'
import { namePieces } from './name-pieces.ts'

export type CodeLabel = {
  readonly url: string
  readonly name: string
  readonly label: string
  readonly checkWords: string
}

/** Every second part of `emergency` and of `check` is set bold. `otherCall` is for whoever does not read the first language. */
const WORDS = {
  zh: {
    title: '邻里门牌码',
    brand: '邻里',
    call: ['扫一扫，', '报告身边事'],
    otherCall: 'Scan to report',
    here: '这里是',
    check: (words: string) => ['码下的词：', words, '，和网页上一样才是真码'],
    emergency: ['着火、漏气、受伤，先打 ', '119 / 120 / 110'],
    printing: '打印时选“实际大小”（100%），沿四周的线裁开。',
  },
  en: {
    title: 'Linli door codes',
    brand: 'Linli',
    call: ['Scan', 'to report'],
    otherCall: '扫一扫，报告身边事',
    here: 'You are at',
    check: (words: string) => ['Real only if the page also shows ', words],
    emergency: ['First call: fire, gas ', '119', ' · injury ', '120', ' · police ', '110'],
    printing: 'Print at actual size (100%) and cut along the marks.',
  },
} as const

/**
 * An A4 PDF: labels of 92 × 67 mm, two by four a page, in the order given; one label alone becomes an A5 poster in the middle of the page.
 * Black only; nothing lies within 8 mm of the edge. Every code is at least 39 mm wide without its quiet zone.
 * @throws Problem document.tooLong
 */
export function codeSheet(
  typst: Documents['typst'],
  labels: readonly CodeLabel[],
  lang: 'zh' | 'en',
): Promise<Uint8Array<ArrayBuffer>> {
  const { check, ...words } = WORDS[lang]
  return typst({
    template: new URL('./code-sheet.typ', import.meta.url),
    data: {
      lang,
      words,
      labels: labels.map(({ url, name, label, checkWords }) => ({
        url,
        label,
        name: namePieces(name),
        check: check(checkWords),
      })),
    },
    codes: labels.map((label) => label.url),
  })
}
