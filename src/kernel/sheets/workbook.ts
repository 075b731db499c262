// What a workbook says about itself before its rows: which sheets it has, in their order, and which formats show days.
import { Problem } from '../problem.ts'
import type { Archive, Part } from './archive.ts'
import { sheetProblems } from './problems.ts'
import { type Shown, shownBy } from './shown.ts'
import { attribute, scanXml } from './xml.ts'

export type Workbook = {
  /** Those a person sees: hidden sheets hold lists to choose from, and what nobody sees nobody sends in. */
  readonly sheets: readonly { readonly name: string; readonly part: Part }[]
  readonly strings: Part | undefined
  /** By the number that a cell names as its style. */
  readonly styles: readonly Shown[]
  readonly from1904: boolean
}

const MOST = 16 * 1024 * 1024
const silent = { text() {}, close() {} }

async function tags(part: Part | undefined, open: (name: string, tag: string) => void, close?: (name: string) => void) {
  if (!part) return
  const scan = scanXml({ ...silent, open, ...(close && { close }) })
  scan.write(new TextDecoder('utf-8').decode(await part.bytes(MOST)))
  scan.end()
}

/** A target as a relation names it, from the folder of the part that names it. */
function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

async function relations(part: Part | undefined, folder: string) {
  const found: { id: string; kind: string; target: string }[] = []
  await tags(part, (name, tag) => {
    if (name !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return
    const kind = (attribute(tag, 'Type') ?? '').split('/').at(-1)!
    found.push({ id: attribute(tag, 'Id') ?? '', kind, target: resolve(folder, attribute(tag, 'Target') ?? '') })
  })
  return found
}

async function stylesOf(part: Part | undefined): Promise<Shown[]> {
  const codes = new Map<number, string>()
  const styles: Shown[] = []
  let inCells = false
  await tags(
    part,
    (name, tag) => {
      if (name === 'numFmt') codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attribute(tag, 'numFmtId') ?? '0')
        styles.push(shownBy(id, codes.get(id)))
      }
    },
    (name) => {
      if (name === 'cellXfs') inCells = false
    },
  )
  return styles
}

function refuseWhatActs(archive: Archive, sent: string): void {
  for (const part of archive.parts) {
    if (/vbaProject|macrosheets|activeX|\.bin$/i.test(part.name) && !/printerSettings/i.test(part.name)) {
      throw new Problem(sheetProblems.macro, { name: sent })
    }
    if (/externalLinks\//i.test(part.name)) throw new Problem(sheetProblems.outside, { name: sent })
    if (/\.(zip|rar|7z|xlsx|xlsm)$/i.test(part.name)) throw new Problem(sheetProblems.nested, { name: sent })
  }
}

export const isWorkbook = (archive: Archive): boolean =>
  archive.parts.some((part) => part.name === '[Content_Types].xml')

export async function openWorkbook(archive: Archive, sent: string): Promise<Workbook> {
  refuseWhatActs(archive, sent)
  const parts = new Map(archive.parts.map((part) => [part.name, part]))
  const root = await relations(parts.get('_rels/.rels'), '')
  const at = root.find((relation) => relation.kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const folder = at.slice(0, Math.max(0, at.lastIndexOf('/')))
  const book = parts.get(at)
  if (!book || !/\.xml$/i.test(at)) throw new Problem(sheetProblems.notSheet, { name: sent })
  const named = await relations(parts.get(resolve(folder, `_rels/${at.slice(folder.length)}.rels`)), folder)
  const sheets: { name: string; part: Part }[] = []
  let isBook = false
  let from1904 = false
  await tags(book, (name, tag) => {
    if (name === 'workbook') isBook = true
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(tag, 'date1904') ?? '')
    if (name !== 'sheet' || (attribute(tag, 'state') ?? 'visible') !== 'visible') return
    const relation = named.find((one) => one.kind === 'worksheet' && one.id === attribute(tag, 'id'))
    const part = relation && parts.get(relation.target)
    if (part) sheets.push({ name: attribute(tag, 'name') ?? '', part })
  })
  if (!isBook) throw new Problem(sheetProblems.notSheet, { name: sent })
  const one = (kind: string) => parts.get(named.find((relation) => relation.kind === kind)?.target ?? '')
  return { sheets, strings: one('sharedStrings'), styles: await stylesOf(one('styles')), from1904 }
}
