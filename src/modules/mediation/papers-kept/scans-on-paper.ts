// Scanned pages as they stand in the file: which row of the list they prove, and whose they are.
import type { Keys } from '#kernel/crypto.ts'
import type { Files } from '#kernel/files/files.ts'
import type { Scan } from '../papers/shape.ts'
import { openIn } from '../sealed.ts'
import type { EvidenceRow, PartyRow, TermRow } from '../store.ts'
import type { ScanRow, StoredRow } from './store.ts'

const PROVES: Readonly<Record<EvidenceRow['paper'], Scan['of']>> = {
  ...{ evidence: 'evidence', title: 'evidence', other: 'evidence', identity: 'identity', proxy: 'authority' },
  ...{ receipt: 'receipt', signed: 'signed', ruling: 'court', letter: 'evidence' },
}

export type ScanParts = {
  readonly scans: readonly ScanRow[]
  readonly stored: readonly StoredRow[]
  readonly evidence: readonly EvidenceRow[]
  readonly parties: readonly PartyRow[]
  readonly terms: readonly TermRow[]
}

/** A party's id, an agent's name, the number of a term: as the forms and the rules look for them. */
function about(
  named: (row: PartyRow) => string,
  { parties, terms }: ScanParts,
  scan: ScanRow,
  paper: EvidenceRow,
): string {
  const term = terms.find(({ id }) => id === scan.term_id)
  if (paper.paper === 'receipt') return term ? String(term.sort + 1) : ''
  const party = parties.find(({ id }) => id === paper.party_id)
  if (paper.paper === 'proxy') return party ? named(party) : ''
  return party?.id ?? ''
}

const typeOf = (mime: string): 'jpg' | 'png' => (mime === 'image/png' ? 'png' : 'jpg')

/** `files`: reads the pictures; without it each page is there and holds nothing, which is enough to ask whether a file is complete. */
export async function scansOnPaper(
  keys: Keys,
  parts: ScanParts,
  named: (row: PartyRow) => string,
  files: Files | undefined,
): Promise<Scan[]> {
  const stored = new Map(parts.stored.map((row) => [row.id, row]))
  const page = async (id: string) => {
    const row = stored.get(id)
    const bytes = files ? await files.read(id, 'full') : Buffer.alloc(0)
    return row && bytes ? [{ bytes, type: typeOf(row.mime), width: row.width, height: row.height }] : []
  }
  return Promise.all(
    parts.scans.flatMap((scan) => {
      const paper = parts.evidence.find(({ id }) => id === scan.evidence_id)
      if (!paper) return []
      return [
        (async () => ({
          ...{ id: scan.id, of: PROVES[paper.paper], about: about(named, parts, scan, paper) },
          words: openIn(keys, 'mediation_evidence', paper, 'name', paper.name),
          pages: (await Promise.all(scan.file_ids.map(page))).flat(),
        }))(),
      ]
    }),
  )
}
