// Reads Word files far enough for tests: their parts, and their words in reading order.
import { openArchive } from '#kernel/sheets/archive.ts'
import { SHEET_LIMITS } from '#kernel/sheets/sheet.ts'

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

export async function partOfWord(bytes: Uint8Array, name: string): Promise<string> {
  const archive = await openArchive(Buffer.from(bytes), 'a.docx', SHEET_LIMITS)
  try {
    return (await archive.parts.find((part) => part.name === name)!.bytes(10_000_000)).toString()
  } finally {
    archive.close()
  }
}

/** All text of the body; headers and footers are parts of their own. */
export async function textOfWord(bytes: Uint8Array): Promise<string> {
  const body = await partOfWord(bytes, 'word/document.xml')
  return [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text]) => text!.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name]!))
    .join('')
}
