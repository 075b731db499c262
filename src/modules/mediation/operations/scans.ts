// Scanned originals: identity, authority, evidence, the signed page, receipts, rulings. Each is a paper of the file with its pages.
import type { z } from 'zod'
import { localDay } from '#kernel/clock.ts'
import { k } from '#kernel/database.ts'
import { type StagedFile, writeFileRow } from '#kernel/files/files.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { mediation } from '../contract.ts'
import { hasCome, locked, noted, seen, type Working } from '../moving.ts'
import { insertScan, scansOf, storedOf } from '../papers-kept/store.ts'
import { beforeAnybody, checksAtDesk, readsAsMediator } from '../rights.ts'
import { sealIn } from '../sealed.ts'
import { agreementOf, evidenceOf, partiesOf, termsOf } from '../store.ts'
import { mediationProblems } from '../words.ts'

type Given = z.output<typeof mediation.addScan.input>

function pagesSent({ input, uploads }: Pick<Context<Given>, 'input' | 'uploads'>): StagedFile[] {
  if (input.photos.length === 0) throw new Problem(mediationProblems.noScan)
  return input.photos.map((id) => {
    const file = uploads.get(id)
    if (!file?.mime.startsWith('image/')) throw new Problem(mediationProblems.foreignScan)
    return file
  })
}

/** A proof of identity or authority is somebody's, a receipt is for a term of the agreement that stands. */
async function checkAbout({ input, subject, tx }: Pick<Working<Given>, 'input' | 'subject' | 'tx'>): Promise<void> {
  const row = subject!
  const { paper, partyId, termId } = input
  const [parties, agreement] = await Promise.all([partiesOf(tx, row), agreementOf(tx, row)])
  const party = parties.find(({ id }) => id === partyId)
  if (partyId && !party) throw new Problem(mediationProblems.notThere)
  const terms = agreement ? await termsOf(tx, row.tenant_id, agreement.id) : []
  if (termId && !terms.some(({ id }) => id === termId)) throw new Problem(mediationProblems.notThere)
  const named = input.evidenceId !== undefined || (input.name !== '' && input.givenOn !== undefined)
  const whose = input.evidenceId !== undefined || !['identity', 'proxy'].includes(paper) || party
  if (!named || !whose || (paper === 'receipt' && !termId)) throw new Problem(mediationProblems.scanOfWhat)
}

function newPaper({ input, subject, keys, now, write }: Working<Given>, pages: number): string {
  const of = subject!
  const row = { tenant_id: of.tenant_id, id: newId() }
  write(
    k.insertInto('mediation_evidence').values({
      ...{ ...row, mediation_id: of.id, area_pos: of.area_pos, party_id: input.partyId ?? null },
      ...{ paper: input.paper, original: input.original, pages, made_at: now },
      ...{ given_on: hasCome(input.givenOn ?? localDay(now), now), key_version: keys.version },
      name: sealIn(keys, 'mediation_evidence', row, 'name', input.name),
    }),
  )
  return row.id
}

/** Until it is sealed: a receipt or a ruling comes when the mediation is long over. */
export const addScan = operation(mediation.addScan, {
  permit: [readsAsMediator, beforeAnybody],
  subject: locked,
  async run(context) {
    const { input, subject, actor, tx, now, write } = context
    const of = subject!
    const pages = pagesSent(context)
    const there = (await evidenceOf(tx, of)).find(({ id }) => id === input.evidenceId)
    if (input.evidenceId && !there) throw new Problem(mediationProblems.notThere)
    await checkAbout(context)
    const evidenceId = there?.id ?? newPaper(context, pages.length)
    const scanId = newId()
    const at = { tenant: of.tenant_id, subject: of.id, areaPos: of.area_pos, by: actor.id, at: now }
    for (const page of pages) write(writeFileRow(page, { ...at, purpose: 'scan' }))
    write(
      insertScan({
        ...{ tenant_id: of.tenant_id, id: scanId, mediation_id: of.id, area_pos: of.area_pos },
        ...{ evidence_id: evidenceId, term_id: input.termId ?? null, file_ids: pages.map(({ id }) => id) },
        ...{ by_id: actor.id, made_at: now },
      }),
    )
    return { ...noted(context, 'addScan', { reason: there?.paper ?? input.paper }), evidenceId, scanId }
  },
})

export const scanPage = operation(mediation.scanPage, {
  permit: [readsAsMediator, beforeAnybody, checksAtDesk],
  subject: seen,
  async run({ input, subject, tx, files }) {
    const row = subject!
    const [scans, stored] = await Promise.all([scansOf(tx, row), storedOf(tx, row)])
    const named = scans.some((scan) => scan.file_ids.includes(input.file))
    const page = named ? stored.find(({ id }) => id === input.file) : undefined
    const bytes = page && (await files.read(page.id, input.size))
    if (!page || !bytes) throw new Problem(doorProblems.missing)
    return { mime: page.mime, name: `${row.no ?? ''} 扫描件.jpg`, bytes: new Uint8Array(bytes) }
  },
})
