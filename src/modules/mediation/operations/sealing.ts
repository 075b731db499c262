// A sealed file: what everybody sees of it, asking to open it, the second person's word, and reading it for a day.
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { mediation } from '../contract.ts'
import { kindsOf } from '../kinds.ts'
import { locked, noted, seen, type Working } from '../moving.ts'
import { namesOf } from '../names.ts'
import { printAs } from '../papers/bound.ts'
import { sheetsOf } from '../papers/forms.ts'
import { type Sheet, textOfSheet } from '../papers/sheet.ts'
import { fileOnPaper } from '../papers-kept/from-rows.ts'
import {
  OPEN_HOURS,
  type Opened,
  openedFor,
  openedForHim,
  seconds,
  stateOf,
  tellParties,
} from '../papers-kept/openings.ts'
import { archiveOf, changeOpening, insertOpening, type OpeningRow, openingsOf } from '../papers-kept/store.ts'
import { principals } from '../parties.ts'
import { desks, lists, mediates } from '../rights.ts'
import { sealIn } from '../sealed.ts'
import { type MediationRow, partiesOf } from '../store.ts'
import { mediationProblems } from '../words.ts'
import { toArchive } from './archiving.ts'
import { MIMES } from './papers.ts'

/** Minutes, inquiries, evidence, what nobody disputed: read where the file lies, and in nobody's bag. */
const STAYS = ['5', '6', '7']
const leaves = (sheet: Sheet): boolean => !STAYS.includes(sheet.row) && !sheet.id.includes('undisputed')

export const sealed = operation(mediation.sealed, {
  permit: [mediates, lists, seconds],
  subject: seen,
  async run({ subject, tx, actor, now }) {
    const row = subject!
    const [kinds, archive, openings, parties] = await Promise.all([
      kindsOf(tx, row.tenant_id),
      archiveOf(tx, row),
      openingsOf(tx, row),
      partiesOf(tx, row),
    ])
    const names = await namesOf(
      tx,
      row.tenant_id,
      openings.flatMap((one) => [one.asked_by, one.decided_by]),
    )
    const asks = askOpening.permit.some((one) => one.mayEver(actor) && one.allows(actor, row))
    const kind = kinds.get(row.kind)
    return {
      ...{ id: row.id, no: row.no, state: row.state, kindZh: kind?.zh ?? '', kindEn: kind?.en ?? '' },
      ...{ outcome: row.outcome, appliedAt: row.applied_at.toISOString() },
      acceptedAt: row.accepted_at?.toISOString() ?? null,
      closedAt: row.closed_at?.toISOString() ?? null,
      archive: archive ? toArchive(archive) : null,
      openings: openings.map((one) => ({
        ...{
          id: one.id,
          ground: one.ground,
          askedBy: names.get(one.asked_by) ?? '',
          askedAt: one.asked_at.toISOString(),
        },
        ...{ state: stateOf(one, now), decidedBy: names.get(one.decided_by ?? '') ?? '' },
        ...{ decidedAt: one.decided_at?.toISOString() ?? null, until: one.until?.toISOString() ?? null },
        ...{ looks: one.looks, version: one.version },
        can:
          one.agreed === null && one.asked_by !== actor.id && seconds.allows(actor, row)
            ? ['approveOpening', 'declineOpening']
            : [],
      })),
      sides: principals(parties).map(({ id, side }) => ({ id, side })),
      can: asks && row.state === 'archived' ? ['askOpening'] : [],
    }
  },
})

type Asking = Working<{ ground: OpeningRow['ground']; words: string; releasedBy: string[] }>

/** Each ground is held to what it says: every party released it, or there is a number of a court. */
async function checkGround({ input, subject, tx }: Asking): Promise<void> {
  if (input.ground === 'court' && !/\d/.test(input.words)) throw new Problem(mediationProblems.courtNumber)
  if (input.ground !== 'released') return
  const sides = principals(await partiesOf(tx, subject!))
  if (!sides.every(({ id }) => input.releasedBy.includes(id))) throw new Problem(mediationProblems.releaseOfAll)
}

export const askOpening = operation(mediation.askOpening, {
  permit: [mediates, desks],
  subject: locked,
  async run(context) {
    const { input, subject, actor, tx, keys, now, write } = context
    const of = subject!
    if (of.state !== 'archived') throw new Problem(mediationProblems.notArchived)
    await checkGround(context)
    const mine = (await openingsOf(tx, of)).filter((one) => one.asked_by === actor.id)
    if (mine.some((one) => ['waiting', 'open'].includes(stateOf(one, now))))
      throw new Problem(mediationProblems.openingThere)
    const row = { tenant_id: of.tenant_id, id: newId() }
    write(
      insertOpening({
        ...{ ...row, mediation_id: of.id, area_pos: of.area_pos, ground: input.ground, key_version: keys.version },
        words: sealIn(keys, 'mediation_opening', row, 'words', input.words),
        ...{ released_by: input.ground === 'released' ? input.releasedBy : [], asked_by: actor.id, asked_at: now },
      }),
    )
    noted(context, 'askOpening', { reason: input.ground })
    return { id: of.id, openingId: row.id }
  },
})

type Deciding = Working<{ openingId: string; version: number }>

/** The file is locked, so two who decide at once do it one after the other; whoever asked never decides. */
async function decided(context: Deciding, agreed: boolean) {
  const { input, subject, actor, tx, now, write } = context
  const one = (await openingsOf(tx, subject!)).find(({ id }) => id === input.openingId)
  if (!one) throw new Problem(doorProblems.missing)
  if (one.asked_by === actor.id) throw new Problem(mediationProblems.openingSelf)
  if (one.agreed !== null) throw new Problem(mediationProblems.openingDecided)
  if (one.version !== input.version) throw new Problem(doorProblems.changed)
  const until = new Date(now.getTime() + OPEN_HOURS * 3_600_000)
  write(changeOpening(one, { agreed, decided_by: actor.id, decided_at: now, until: agreed ? until : null }))
  noted(context, agreed ? 'approveOpening' : 'declineOpening', { reason: one.ground })
  return { id: subject!.id, openingId: one.id, until: until.toISOString() }
}

export const approveOpening = operation(mediation.approveOpening, {
  permit: [seconds],
  subject: locked,
  run: (context) => decided(context, true),
})

export const declineOpening = operation(mediation.declineOpening, {
  permit: [seconds],
  subject: locked,
  async run(context) {
    const { id, openingId } = await decided(context, false)
    return { id, openingId }
  },
})

type Looking = Pick<Working, 'actor' | 'tx' | 'now' | 'write'> & { readonly subject: Opened | undefined }

/** Counted with the opening, and told to the parties, before anything is shown. */
async function lookInto({ subject, actor, tx, now, write }: Looking): Promise<Opened & { opening: OpeningRow }> {
  const row = subject!
  const opening = row.opening!
  if (stateOf(opening, now) !== 'open') throw new Problem(mediationProblems.openingOver)
  write(changeOpening(opening, { looks: opening.looks + 1 }))
  for (const told of tellParties(actor, row, await partiesOf(tx, row), now)) write(told)
  return { ...row, opening }
}

export const openedPapers = operation(mediation.openedPapers, {
  permit: [openedForHim],
  subject: openedFor,
  async run(context) {
    const { tx, keys, url } = context
    const row = await lookInto(context)
    const file = await fileOnPaper({ tx, keys, url }, row)
    return {
      ...{ title: row.title, until: row.opening.until!.toISOString() },
      documents: sheetsOf(file).map((sheet) => ({
        ...{ id: sheet.id, title: sheet.title, text: textOfSheet(sheet), leaves: leaves(sheet) },
      })),
    }
  },
})

/** What of it may be taken out, one document at a time: never all of it at once. */
export const openedPaper = operation(mediation.openedPaper, {
  permit: [openedForHim],
  subject: openedFor,
  async run(context) {
    const { input, tx, keys, url, files, documents } = context
    const row = await lookInto(context)
    const file = await fileOnPaper({ tx, keys, url, files }, row)
    const sheet = sheetsOf(file).find(({ id }) => id === input.paper)
    if (!sheet) throw new Problem(doorProblems.missing)
    if (!leaves(sheet)) throw new Problem(mediationProblems.staysSealed)
    const bytes = new Uint8Array(await printAs(documents, file, sheet, 'pdf'))
    return { mime: MIMES.pdf, name: `${file.no} ${sheet.title}.pdf`, bytes }
  },
})

/** A relapse of a sealed file goes on only while it stands open for whoever goes on. */
export async function refuseWhileSealed({
  subject,
  tx,
  actor,
  now,
}: Pick<Working, 'subject' | 'tx' | 'actor' | 'now'>) {
  const row: MediationRow = subject!
  if (row.state !== 'archived') return
  const open = (await openingsOf(tx, row)).some((one) => one.asked_by === actor.id && stateOf(one, now) === 'open')
  if (!open) throw new Problem(mediationProblems.sealedRelapse)
}
