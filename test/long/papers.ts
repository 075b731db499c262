// Every mediation document as a picture, from the PDF and from LibreOffice’s view of the Word file, held against references.
// node test/long/papers.ts           about two minutes; needs pdftoppm (poppler-utils) and soffice (libreoffice-writer)
// node test/long/papers.ts --renew   writes the references anew: look at each before it is committed
// node test/long/papers.ts --bite    with one sentence more in the file, some pictures must differ
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { openDocuments } from '#kernel/paper/documents.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { bindFile } from '#modules/mediation/papers/bound.ts'
import type { FileOnPaper } from '#modules/mediation/papers/shape.ts'
import { FULL, OTHERWISE } from '../papers/sample.ts'
import { toldWhole } from '../papers/told.ts'
import { keep } from './results.ts'
import { longStreet } from './street.ts'

const { values: given } = parseArgs({
  options: { renew: { type: 'boolean', default: false }, bite: { type: 'boolean', default: false } },
})
const REFERENCES = path.join(import.meta.dirname, 'papers')
const DPI = '40'
/** Of 255, on average over a page: another build of the same fonts stays below 1.5, a line that has moved is above 4. */
const TOLERANCE = 2.5

const room = mkdtempSync(path.join(tmpdir(), 'linli-papers-'))
const documents = openDocuments()

/** Each document once, under a name of its own, as PDF and as Word file. */
async function printAll(): Promise<string[]> {
  const more = given.bite ? '双方此前从未为此找过社区，这是第一次，希望能够好好商量，今后还要做邻居。' : ''
  const names = new Set<string>()
  for (const file of [FULL, OTHERWISE]) {
    const told: FileOnPaper = { ...file, facts: file.facts + more }
    for (const one of (await bindFile(documents, told)).documents) {
      if (names.has(one.id)) continue
      names.add(one.id)
      writeFileSync(path.join(room, `${one.id}.pdf`), one.pdf)
      writeFileSync(path.join(room, `${one.id}.docx`), one.word)
    }
  }
  return [...names, ...(await printKept(more))]
}

/** A file as it is kept, told through its operations: what stands in the rows comes onto paper, letters to others as well. */
async function printKept(more: string): Promise<string[]> {
  const long = await longStreet()
  try {
    const street = await long.open()
    const id = await toldWhole(street, { more })
    const desk = street.as('chenjing')
    const { rows, letters } = await desk.do(mediation.papers, { id })
    const papers = [...rows.flatMap(({ documents }) => documents), ...letters].map((one) => one.id)
    for (const paper of papers)
      for (const as of ['docx', 'pdf'] as const) {
        const { bytes } = await desk.do(mediation.paper, { id, paper, as })
        writeFileSync(path.join(room, `kept-${paper}.${as}`), bytes)
      }
    await street.close()
    return papers.map((paper) => `kept-${paper}`)
  } finally {
    await long.end()
  }
}

/** Word files as LibreOffice shows them, with a profile that nobody else uses. */
function throughLibreOffice(names: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${path.join(room, 'profile')}`
  const files = names.map((name) => path.join(room, `${name}.docx`))
  const to = path.join(room, 'word')
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', to, ...files], { stdio: 'ignore' })
}

/** All pages of a PDF, one under the other, in grey. */
async function pictured(pdf: string): Promise<Buffer> {
  const pages = mkdtempSync(path.join(room, 'pages-'))
  execFileSync('pdftoppm', ['-r', DPI, '-gray', '-png', pdf, path.join(pages, 'p')])
  const files = readdirSync(pages).sort()
  const { width, height } = await sharp(path.join(pages, files[0]!)).metadata()
  const parts = files.map((file, n) => ({ input: path.join(pages, file), left: 0, top: n * height }))
  const paper = { create: { width, height: height * files.length, channels: 3, background: '#fff' } } as const
  const strip = await sharp(paper).composite(parts).png().toBuffer()
  return sharp(strip).greyscale().png({ palette: true, colours: 8, compressionLevel: 9 }).toBuffer()
}

/** Infinity where the pages are not as many. */
async function difference(one: Buffer, reference: string): Promise<number> {
  const [a, b] = await Promise.all(
    [one, reference].map((picture) => sharp(picture).greyscale().blur(1).raw().toBuffer({ resolveWithObject: true })),
  )
  if (a!.info.height !== b!.info.height || a!.info.width !== b!.info.width) return Number.POSITIVE_INFINITY
  let sum = 0
  for (const [n, value] of a!.data.entries()) sum += Math.abs(value - b!.data[n]!)
  return sum / a!.data.length
}

try {
  const names = await printAll()
  throughLibreOffice(names)
  mkdirSync(REFERENCES, { recursive: true })
  const differing: Record<string, number> = {}
  let worst = 0
  for (const [kind, folder] of [
    ['pdf', room],
    ['word', path.join(room, 'word')],
  ] as const)
    for (const name of names) {
      const reference = path.join(REFERENCES, `${name}.${kind}.png`)
      const picture = await pictured(path.join(folder, `${name}.pdf`))
      if (given.renew) writeFileSync(reference, picture)
      const by = existsSync(reference) ? await difference(picture, reference) : Number.POSITIVE_INFINITY
      worst = Math.max(worst, by)
      if (by > TOLERANCE) differing[`${name}.${kind}`] = Number(by.toFixed(1))
    }
  const found = Object.keys(differing).length
  const figures = { documents: names.length, pictures: names.length * 2, differing, worst: Number(worst.toFixed(2)) }
  keep('papers', given.bite ? 'bite' : 'long', given.bite ? found > 0 : found === 0, figures)
} finally {
  documents.stop()
  rmSync(room, { recursive: true, force: true })
}
