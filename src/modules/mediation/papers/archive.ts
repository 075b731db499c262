// A finished file as one archive: every document as PDF and Word, the scans, and a list with the hash of each part.
import { sha256 as hashOf } from '#kernel/crypto.ts'
import { openArchive } from '#kernel/sheets/archive.ts'
import { SHEET_LIMITS } from '#kernel/sheets/sheet.ts'
import { zipped } from '#kernel/sheets/zip.ts'
import type { BoundFile } from './bound.ts'
import { pictureName } from './forms/proofs.ts'
import { rowsOf } from './rules.ts'
import type { Day, FileOnPaper } from './shape.ts'

const MANIFEST = 'manifest.json'
const sha256 = (bytes: Uint8Array): string => hashOf(Buffer.from(bytes)).toString('hex')

/** `seal` is the SHA-256 of the manifest, in hex: kept with the file's row, and printed where the back cover is printed again. */
export type SealedArchive = { readonly bytes: Buffer; readonly seal: string }

type Part = { readonly name: string; readonly bytes: Uint8Array }
type Manifest = {
  readonly no: string
  readonly title: string
  readonly sealedOn: Day
  readonly pages: number
  readonly rows: readonly {
    readonly row: string
    readonly title: string
    readonly state: string
    readonly reason: string
  }[]
  readonly parts: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
}

/** Names that Windows and every archive program take. */
const named = (text: string): string => text.replace(/[<>:"/\\|?*]/g, ' ').trim()

const partsOf = (file: FileOnPaper, bound: BoundFile): Part[] => [
  { name: 'file.pdf', bytes: bound.whole },
  ...bound.documents.flatMap(({ id, title, pdf, word }) => [
    { name: `documents/${id} ${named(title)}.pdf`, bytes: pdf },
    { name: `documents/${id} ${named(title)}.docx`, bytes: word },
  ]),
  ...file.scans.flatMap((scan) =>
    scan.pages.map(({ bytes }, page) => ({ name: pictureName(scan, page).slice(1), bytes })),
  ),
]

/** The same file bound once gives the same archive, byte for byte. */
export async function sealArchive(file: FileOnPaper, bound: BoundFile, sealedOn: Day): Promise<SealedArchive> {
  const parts = partsOf(file, bound)
  const manifest: Manifest = {
    no: file.no,
    title: file.title,
    sealedOn,
    pages: bound.pages,
    rows: rowsOf(file).map(({ row, title, state, reason }) => ({ row, title: title.zh, state, reason: reason.zh })),
    parts: parts.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
  }
  const listed = Buffer.from(JSON.stringify(manifest, null, 2))
  const all = [{ name: MANIFEST, bytes: listed }, ...parts]
  async function* content() {
    for (const { name, bytes } of all) yield { name, content: [Buffer.from(bytes)] }
  }
  const pieces: Buffer[] = []
  for await (const piece of zipped(content())) pieces.push(piece)
  return { bytes: Buffer.concat(pieces), seal: sha256(listed) }
}

/** What is wrong with an archive: 'manifest' when the list itself is not the one that was sealed. */
export type ArchiveFault = {
  readonly part: string
  readonly fault: 'changed' | 'missing' | 'added' | 'manifest' | 'unreadable'
}

/** A file of a hundred scanned pages stays far below. */
const LIMITS = { ...SHEET_LIMITS, entries: 10_000, total: 2 * 1024 ** 3, ratio: 2_000 }

/** Holds an archive against its seal. Empty: every part is as it was, and there is no other. Never throws for what is in `bytes`. */
export async function verifyArchive(bytes: Buffer, seal: string): Promise<ArchiveFault[]> {
  try {
    const archive = await openArchive(bytes, 'archive.zip', LIMITS)
    try {
      return await compare(archive.parts, seal)
    } finally {
      archive.close()
    }
  } catch {
    return [{ part: 'archive.zip', fault: 'unreadable' }]
  }
}

type Packed = Awaited<ReturnType<typeof openArchive>>['parts'][number]

async function compare(packed: readonly Packed[], seal: string): Promise<ArchiveFault[]> {
  const read = async (part: Packed) => part.bytes(LIMITS.total).catch(() => null)
  const [first, ...rest] = packed
  const listed = first?.name === MANIFEST ? await read(first) : null
  if (!listed || sha256(listed) !== seal) return [{ part: MANIFEST, fault: 'manifest' }]

  const expected = new Map((JSON.parse(listed.toString()) as Manifest).parts.map((part) => [part.name, part]))
  const faults: ArchiveFault[] = []
  for (const part of rest) {
    const wanted = expected.get(part.name)
    // A second part of one name would be read by some programs in place of the first.
    if (!wanted) faults.push({ part: part.name, fault: 'added' })
    else {
      const content = await read(part)
      if (!content || sha256(content) !== wanted.sha256) faults.push({ part: part.name, fault: 'changed' })
    }
    expected.delete(part.name)
  }
  return [...faults, ...[...expected.keys()].map((part): ArchiveFault => ({ part, fault: 'missing' }))]
}
