// 卷内文书: what belongs into a file, each document as Word or PDF, all of it bound. Statements of a sealed file stay in it.
import type { Context } from '#kernel/operation.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { mediation } from '../contract.ts'
import { locked, noted, seen } from '../moving.ts'
import { bindFile, printAs } from '../papers/bound.ts'
import { backCover, cover } from '../papers/forms/binding.ts'
import { sheetsOf } from '../papers/forms.ts'
import { isComplete, rowsOf } from '../papers/rules.ts'
import type { FileOnPaper } from '../papers/shape.ts'
import type { Sheet } from '../papers/sheet.ts'
import { checkerOf, fileOnPaper } from '../papers-kept/from-rows.ts'
import { EXPLAINS } from '../papers-kept/notes-on-paper.ts'
import { scansOf } from '../papers-kept/store.ts'
import { beforeAnybody, checksAtDesk, readsAsMediator, readsAtDesk } from '../rights.ts'
import { evidenceOf, type MediationRow } from '../store.ts'
import { mediationProblems } from '../words.ts'
import { archive } from './archiving.ts'
import { addScan } from './scans.ts'

export const MIMES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** The row of a form that is on no list: letters, notices, consents, the report at the end. */
const BESIDE = '+'

/** Cover and back cover are made with all the others; alone they have no number of pages yet. */
const allSheets = (file: FileOnPaper) => [cover(file), ...sheetsOf(file), backCover(file, 0, null)]

/** As they are printed; several of the same name with a number each, so that one knows which to open. */
const toldApart = (sheets: readonly Sheet[]) =>
  sheets.map(({ id, title }, at) => {
    const same = sheets.filter((one) => one.title === title)
    const no = sheets.slice(0, at + 1).filter((one) => one.title === title).length
    return { id, title: same.length > 1 ? `${title}（${no}）` : title }
  })

export const papers = operation(mediation.papers, {
  permit: [readsAsMediator, readsAtDesk],
  subject: seen,
  async run({ subject, tx, keys, url, actor }) {
    const row = subject!
    const reading = { tx, keys, url, masked: true, ...checkerOf(row, actor) } as const
    const [file, scans, evidence] = await Promise.all([
      fileOnPaper(reading, row),
      scansOf(tx, row),
      evidenceOf(tx, row),
    ])
    const sheets = file.simple ? sheetsOf(file) : allSheets(file)
    const may = [addScan, explainGap, archive, paper, wholeFile].filter((op) =>
      op.permit.some((one) => one.mayEver(actor) && one.allows(actor, row)),
    )
    return {
      rows: rowsOf(file).map(({ row: no, title, basis, state, reason }) => ({
        ...{ row: no, zh: title.zh, en: title.en, basisZh: basis.zh, basisEn: basis.en, state },
        ...{ reasonZh: reason.zh, reasonEn: reason.en },
        documents: toldApart(sheets.filter((sheet) => sheet.row === no)),
      })),
      letters: toldApart(sheets.filter((sheet) => sheet.row === BESIDE)),
      complete: isComplete(file),
      scans: scans.map((scan) => {
        const of = evidence.find(({ id }) => id === scan.evidence_id)
        return {
          ...{ id: scan.id, evidenceId: scan.evidence_id, paper: of?.paper ?? ('other' as const) },
          ...{ partyId: of?.party_id ?? null, termId: scan.term_id, files: scan.file_ids },
        }
      }),
      can: may.map((op) => op.signature.name.split('.')[1]!),
    }
  },
})

/** Only what is missing now is explained, and only what others were to hand in. */
export const explainGap = operation(mediation.explainGap, {
  permit: [readsAsMediator],
  subject: locked,
  async run(context) {
    const { input, subject, tx, keys, url, actor } = context
    const file = await fileOnPaper({ tx, keys, url, masked: true, ...checkerOf(subject!, actor) }, subject!)
    const missing = rowsOf(file).find(({ row }) => row === input.row)?.state === 'missing'
    // What was explained may be explained better.
    if (!missing && !file.explained.includes(input.row)) throw new Problem(mediationProblems.nothingMissing)
    return noted(context, EXPLAINS, { reason: input.row, words: input.words })
  },
})

type Asking = Pick<Context<unknown, MediationRow | undefined>, 'subject' | 'tx' | 'keys' | 'url' | 'files' | 'actor'>

export const wholeOf = ({ subject, tx, keys, url, files, actor }: Asking): Promise<FileOnPaper> =>
  fileOnPaper({ tx, keys, url, files, ...checkerOf(subject!, actor) }, subject!)

export const paper = operation(mediation.paper, {
  permit: [readsAsMediator, beforeAnybody, checksAtDesk],
  subject: seen,
  async run(context) {
    const { input, documents } = context
    const file = await wholeOf(context)
    const sheet = allSheets(file).find(({ id }) => id === input.paper)
    if (!sheet) throw new Problem(doorProblems.missing)
    const made = await printAs(documents, file, sheet, input.as)
    return { mime: MIMES[input.as], name: `${file.no} ${sheet.title}.${input.as}`, bytes: new Uint8Array(made) }
  },
})

export const wholeFile = operation(mediation.wholeFile, {
  permit: [readsAsMediator, beforeAnybody, checksAtDesk],
  subject: seen,
  async run(context) {
    const file = await wholeOf(context)
    const { whole } = await bindFile(context.documents, file, null, { word: false })
    return { mime: MIMES.pdf, name: `${file.no} 整卷.pdf`, bytes: new Uint8Array(whole) }
  },
})
