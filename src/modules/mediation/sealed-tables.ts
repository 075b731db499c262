// What mediation seals: for the rotation of the root key.
import type { SealedTable } from '#kernel/keys/sealed.ts'

const one = (table: string, ...columns: string[]): SealedTable => ({
  ...{ table, row: 'id', columns, version: 'key_version' },
})

export const sealedTables: readonly SealedTable[] = [
  one('mediation', 'facts', 'requests', 'reply'),
  one('mediation_party', 'name', 'phone', 'details'),
  one('mediation_record', 'body'),
  one('closed_note', 'words'),
  one('mediation_evidence', 'name'),
  one('mediation_agreement', 'body'),
  one('mediation_term', 'words'),
  one('follow_up', 'words'),
  one('mediation_handover', 'words'),
  one('mediation_step', 'words'),
  one('mediation_opening', 'words'),
  one('mediation_meeting', 'place'),
  one('mediation_invitation', 'body'),
  one('mediation_proposal', 'words'),
  one('mediation_disclosure', 'body'),
  one('mediation_avoidance', 'body', 'decision'),
]
