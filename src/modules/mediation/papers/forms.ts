// Every document of a mediation file in the order in which it is bound (formats of 2010, domain of 人民调解法 article 27).
import { confirmation, followUps, handBack } from './forms/after.ts'
import { oral, written } from './forms/agreement.ts'
import { closingReport, fileNotes } from './forms/binding.ts'
import { avoidances, ending, entrustment, extensions, feedback, handovers, invitations } from './forms/letters.ts'
import { application, intake, refusal, rights } from './forms/opening.ts'
import { authority, evidence, identity, receipts } from './forms/proofs.ts'
import { inquiries, minutes, undisputed } from './forms/records.ts'
import type { FileOnPaper } from './shape.ts'
import { type Sheet, signedTogether } from './sheet.ts'

const FORMS: readonly ((file: FileOnPaper) => Sheet[])[] = [
  application,
  intake,
  refusal,
  entrustment,
  rights,
  identity,
  authority,
  avoidances,
  invitations,
  inquiries,
  evidence,
  minutes,
  extensions,
  written,
  oral,
  undisputed,
  ending,
  handovers,
  receipts,
  followUps,
  confirmation,
  handBack,
  feedback,
  closingReport,
  fileNotes,
]

/** All that the file has, without cover, directory and back cover, which need the pages of the others. */
export const sheetsOf = (file: FileOnPaper): Sheet[] =>
  FORMS.flatMap((form) => form(file)).map((sheet) => ({ ...sheet, blocks: signedTogether(sheet.blocks) }))
