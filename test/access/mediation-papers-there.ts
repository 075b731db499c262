// Papers of the matrix's disputes: a scanned page, and a sealed file with one opening that waits and one that was agreed to.
import { mediation } from '#modules/mediation/contract.ts'
import type { Street } from '#test/street.ts'

export type PapersThere = { readonly page: string; readonly openingId: string }

const COURT = { ground: 'court', words: '（2026）邻0101民特12号' } as const

/** Withdrawn before anybody mediated it, and so complete with its application alone. */
export async function sealedThere(street: Street, id: string): Promise<PapersThere> {
  const desk = street.as('chenjing')
  await desk.do(mediation.withdraw, { id, words: '自己谈好了。' })
  await desk.do(mediation.archive, { id })
  const { openingId: agreed } = await street.as('anxiaoya').do(mediation.askOpening, { id, ...COURT })
  await street.as('hemingyuan').do(mediation.approveOpening, { id, openingId: agreed, version: 1 })
  const { openingId } = await desk.do(mediation.askOpening, { id, ...COURT })
  return { page: id, openingId }
}

export async function scannedThere(street: Street, id: string): Promise<PapersThere> {
  const { uploads, ids } = await street.photo()
  const desk = street.as('chenjing')
  await desk.do(mediation.addScan, { id, name: '现场照片', givenOn: '2026-11-18', photos: ids }, { uploads })
  const { scans } = await desk.do(mediation.papers, { id })
  return { page: scans[0]!.files[0]!, openingId: id }
}
