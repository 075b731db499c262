// Sheets that go back to a sender: a template of his class, and the rows that he has to correct.
import { Writable } from 'node:stream'
import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { Problem } from '#kernel/problem.ts'
import { type SheetToWrite, writeXlsx } from '#kernel/sheets/write.ts'
import { type Lang, say } from '#kernel/words.ts'
import { templateOf } from '../classes/template.ts'
import { register } from '../contract.ts'
import { sendsSomewhere, takesBack } from '../rights.ts'
import { classWords } from '../words.ts'
import { brokenRows } from './fault-store.ts'
import { batchById } from './store.ts'
import type { ToldFault } from './task.ts'
import { saysOf } from './told.ts'
import { importProblems } from './words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** More than these nobody corrects by hand: the sender is to mend his export. */
const MOST_ROWS = 20_000

async function bytesOf(sheet: SheetToWrite): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = []
  const into = new Writable({
    write(piece: Buffer, _, done) {
      pieces.push(piece)
      done()
    },
  })
  await writeXlsx(into, [sheet])
  return new Uint8Array(Buffer.concat(pieces))
}

export const template = operation(register.template, {
  permit: [sendsSomewhere],
  async run({ input, actor }) {
    const { title, headings, example, dropDowns, widths } = templateOf(input.class, actor.lang)
    const lists = new Map(dropDowns.map(({ index, options }) => [index, options] as const))
    const bytes = await bytesOf({ name: title, rows: [headings, example], widths, dropDowns: lists })
    return { mime: XLSX, name: `${title}.xlsx`, bytes }
  },
})

const batchNamed = (input: { id: string }, tx: Tx, actor: Actor) => batchById(tx, actor.tenant, input.id)

const why = (faults: readonly ToldFault[], lang: Lang) =>
  faults.map(({ heading, reason }) => `${heading ? `${heading}: ` : ''}${saysOf(reason, lang).text}`).join('; ')

export const faultSheet = operation(register.faultSheet, {
  permit: [takesBack],
  subject: batchNamed,
  async run({ subject, tx, actor, keys }) {
    const { tenant, lang } = actor
    const rows = await brokenRows(tx, tenant, subject!.id, MOST_ROWS)
    if (rows.length === 0) throw new Problem(importProblems.noFaultSheet)
    const opened = rows.map((row) => {
      const at = { tenant, table: 'import_fault', column: 'cells', row: row.id }
      return new Map(JSON.parse(keys.open(row.cells!, at)) as [string, string][])
    })
    // Sheets of one file may be headed differently: all headings that any row has, in the order they come.
    const headings = [...new Set(opened.flatMap((cells) => [...cells.keys()]))]
    const told = lang === 'en' ? ['What is wrong', 'Where it stood'] : ['哪里不对', '原来的位置']
    const lines = rows.map((row, at) => [
      ...headings.map((heading) => opened[at]!.get(heading) ?? ''),
      why(row.faults as ToldFault[], lang),
      `${row.sheet} ${row.line}`,
    ])
    const title = say(classWords[subject!.class], lang)
    const widths = [...headings.map(() => 16), 40, 20]
    const bytes = await bytesOf({ name: title, rows: [[...headings, ...told], ...lines], widths })
    return { mime: XLSX, name: `${title}${lang === 'en' ? ' to correct' : '待更正'}.xlsx`, bytes }
  },
})
