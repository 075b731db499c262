// An export as it is shown: where it stands now, and what its reader may do with it.
import type { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import type { exportPromises } from '../contract/exports.ts'
import { isSecond, ownExport } from './rights.ts'
import type { ExportRow } from './store.ts'

/** How often a file may be fetched before it is gone. */
const TIMES = 3

type Told = z.input<(typeof exportPromises)['askExport']['output']>
type State = Told['state']

export function stateOf(row: ExportRow, now: Date): State {
  if (row.second && row.agreed === null) return 'waiting'
  if (row.agreed === false) return 'declined'
  return row.until! <= now || row.fetched >= TIMES ? 'over' : 'ready'
}

function abilitiesOf(row: ExportRow, actor: Actor, state: State): string[] {
  if (state === 'waiting' && isSecond(actor, row)) return ['approveExport', 'declineExport']
  return state === 'ready' && ownExport.allows(actor, row) ? ['fetchExport'] : []
}

export function toExport(row: ExportRow, actor: Actor, now: Date): Told {
  const state = stateOf(row, now)
  return {
    ...{ id: row.id, no: row.no, areaId: row.area_id, area: row.area, areaEn: row.area_en, class: row.class },
    ...{ columns: row.columns as Told['columns'], format: row.format, reason: row.reason },
    ...{
      documentNo: row.document_no ?? '',
      matterId: row.matter_id,
      inFull: row.in_full,
      persons: row.persons,
      lines: row.lines,
    },
    ...{ askedBy: row.asked_name ?? '', askedAt: row.asked_at.toISOString(), state, decidedBy: row.decided_name ?? '' },
    until: row.until?.toISOString() ?? null,
    left: state === 'ready' ? TIMES - row.fetched : 0,
    version: row.version,
    can: abilitiesOf(row, actor, state),
  }
}
