// Everything that lies in the sealed archive of a file, and in the bound file beside it, as text.
import { openArchive } from '#kernel/sheets/archive.ts'
import { SHEET_LIMITS } from '#kernel/sheets/sheet.ts'
import { readPdf, textOf } from '#test/pdf.ts'
import type { Street } from '#test/street.ts'

const said = (pdf: Buffer): string => readPdf(pdf).map(textOf).join('\n')

async function textIn(name: string, bytes: Buffer): Promise<string> {
  if (name.endsWith('.pdf')) return said(bytes)
  if (!name.endsWith('.docx')) return bytes.toString()
  const word = await openArchive(bytes, name, SHEET_LIMITS)
  const parts = await Promise.all(word.parts.map(async (part) => (await part.bytes(1e8)).toString()))
  word.close()
  return parts.join('\n')
}

/** `whole`: the bound file with its seal. */
export async function archivedTexts(street: Street, id: string) {
  const { rows } = await street.owner.query(
    'select archive_file, whole_file from mediation_archive where mediation_id = $1',
    [id],
  )
  const { files } = street.house
  const [zip, whole] = [await files.read(rows[0].archive_file, 'full'), await files.read(rows[0].whole_file, 'full')]
  const archive = await openArchive(zip!, 'archive.zip', { ...SHEET_LIMITS, ratio: 2000 })
  const texts: string[] = []
  for (const part of archive.parts) texts.push(await textIn(part.name, await part.bytes(1e8)))
  archive.close()
  return { names: archive.parts.map(({ name }) => name), all: texts.join('\n'), whole: said(whole!) }
}
