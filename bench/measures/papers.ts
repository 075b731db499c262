// Documents of a mediation file a second, against the bare libraries with the same words; and a whole file.
import { openDocuments } from '#kernel/paper/documents.ts'
import { bindFile } from '#modules/mediation/papers/bound.ts'
import { sheetsOf } from '#modules/mediation/papers/forms.ts'
import { printPdf } from '#modules/mediation/papers/pdf.ts'
import type { FileOnPaper } from '#modules/mediation/papers/shape.ts'
import { printWord } from '#modules/mediation/papers/word.ts'
import { FULL } from '#test/papers/sample.ts'
import { bareWord, openBarePdf } from '../bare/papers.ts'
import { median } from '../passes.ts'
import { atLeast, atMost, type Result } from '../report.ts'

/** Pictures cost the same in both and would hide what is measured. */
const FILE: FileOnPaper = { ...FULL, scans: [] }

const seconds = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await act()
  return (performance.now() - began) / 1000
}

/** Each way by turns, so that a busy moment meets both; the file changes each time, so that no cache answers. */
async function compared(
  passes: number,
  ours: (file: FileOnPaper) => Promise<unknown>,
  bare: (file: FileOnPaper) => Promise<unknown>,
) {
  const ratios: number[] = []
  const rates: number[] = []
  const count = sheetsOf(FILE).length
  for (let pass = 0; pass < passes + 1; pass++) {
    const file = { ...FILE, facts: `${FILE.facts}（${pass}）`, no: `${FILE.no}${pass}` }
    const took = await seconds(() => ours(file))
    const theirs = await seconds(() => bare(file))
    // The first warms both up.
    if (pass === 0) continue
    ratios.push(theirs / took)
    rates.push(count / took)
  }
  return {
    ratio: median(ratios),
    detail: `of the bare library with the same words; ${median(rates).toFixed(0)} documents/s`,
  }
}

export async function measurePapers(passes: number): Promise<Result[]> {
  const documents = openDocuments()
  try {
    const bare = openBarePdf()
    const word = await compared(
      passes * 4,
      (file) => Promise.all(sheetsOf(file).map((sheet) => printWord(file.committee.name, { sheet, first: 1 }, {}))),
      (file) => Promise.all(sheetsOf(file).map(bareWord)),
    )
    const pdf = await compared(
      passes * 4,
      (file) =>
        Promise.all(sheetsOf(file).map((sheet) => printPdf(documents.typst, sheet.title, [{ sheet, first: 1 }], {}))),
      async (file) => sheetsOf(file).map(bare),
    )
    let made = 0
    const whole = await seconds(async () => {
      made = (await bindFile(documents, { ...FULL, facts: `${FULL.facts}！` })).documents.length
    })
    return [
      atLeast('mediation documents as Word', word.ratio, 0.7, word.detail),
      atLeast('mediation documents as PDF', pdf.ratio, 0.7, pdf.detail),
      atMost('a whole mediation file, seconds', whole, 3, `${made} documents as Word and PDF, and bound`),
    ]
  } finally {
    documents.stop()
  }
}
