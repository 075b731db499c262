// 归档: a complete file is bound, packed with the hash of each part, and sealed; whether it is untouched can be asked at any time.
import { localDay } from '#kernel/clock.ts'
import { writeFileRow } from '#kernel/files/files.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { mediation } from '../contract.ts'
import { locked, moved, seen, stepOf } from '../moving.ts'
import { verifyArchive as heldAgainst, sealArchive } from '../papers/archive.ts'
import { bindFile } from '../papers/bound.ts'
import { rowsOf } from '../papers/rules.ts'
import type { FileOnPaper } from '../papers/shape.ts'
import { checkerOf, dayOfFile, fileOnPaper } from '../papers-kept/from-rows.ts'
import { keptOn } from '../papers-kept/kept.ts'
import { type ArchiveRow, archiveOf, insertArchive } from '../papers-kept/store.ts'
import { desks, lists, mediates } from '../rights.ts'
import { mediationProblems } from '../words.ts'

/** What is still missing is said row by row, in the words of the list. */
function refuseIncomplete(file: FileOnPaper): void {
  const missing = rowsOf(file).filter(({ state }) => state === 'missing')
  if (missing.length === 0) return
  const what = missing.map(({ title, reason }) => `${title.zh}（${reason.zh}）`).join('；')
  throw new Problem(mediationProblems.incomplete, { what, rows: missing.map(({ row }) => row).join(' ') })
}

const yearsOn = (day: string, years: number) =>
  `${Number(day.slice(0, 4)) + years}-${day.slice(5).replace('02-29', '02-28')}`

export const archive = operation(mediation.archive, {
  permit: [mediates, desks],
  subject: locked,
  moves: stepOf('archive'),
  async run(context) {
    const { subject, actor, tx, keys, url, files, documents, now, write } = context
    const row = subject!
    const checked = checkerOf(row, actor)
    // Names in what is said of a file that is not complete are masked, as in its list.
    refuseIncomplete(await fileOnPaper({ tx, keys, url, masked: true, ...checked }, row))
    const file = await fileOnPaper({ tx, keys, url, files, ...checked }, row)
    const bound = await bindFile(documents, file)
    const { bytes, seal } = await sealArchive(file, bound, localDay(now))
    const term = await keptOn(tx, row.tenant_id, dayOfFile(row))
    const kept = [
      await files.stageMade(bytes, 'application/zip'),
      await files.stageMade(await bound.withSeal(seal), 'application/pdf'),
    ] as const
    const at = { tenant: row.tenant_id, subject: row.id, areaPos: row.area_pos, by: actor.id, at: now }
    for (const one of kept) write(writeFileRow(one, { ...at, purpose: 'archive' }))
    write(
      insertArchive({
        ...{ tenant_id: row.tenant_id, id: newId(), mediation_id: row.id, area_pos: row.area_pos },
        ...{ seal, archive_file: kept[0].id, whole_file: kept[1].id, pages: bound.pages },
        ...{ kept: term.class, keep_until: yearsOn(file.closedOn ?? localDay(now), term.years) },
        ...{ filer: file.filer ?? '', checker: file.checker ?? '', sealed_by: actor.id, sealed_at: now },
      }),
    )
    return moved(context, 'archive', { reason: seal })
  },
})

export const toArchive = (row: ArchiveRow) => ({
  ...{ sealedAt: row.sealed_at.toISOString(), seal: row.seal, pages: row.pages, kept: row.kept },
  ...{ keepUntil: row.keep_until, filer: row.filer, checker: row.checker },
})

/** Tells nothing of what is in it: names of parts, and whether each is as it was. */
export const verifyArchive = operation(mediation.verifyArchive, {
  permit: [mediates, lists],
  subject: seen,
  async run({ subject, tx, files }) {
    const row = await archiveOf(tx, subject!)
    if (!row) throw new Problem(mediationProblems.notArchived)
    const bytes = await files.read(row.archive_file, 'full').catch(() => undefined)
    if (bytes === undefined) throw new Problem(doorProblems.missing)
    const faults = await heldAgainst(bytes, row.seal)
    return { untouched: faults.length === 0, faults: [...faults], archive: toArchive(row) }
  },
})
