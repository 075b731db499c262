// What is emptied of a file whose time is over; number, kind, tier, outcome and times stay as figures.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k, type Statement } from '#kernel/database.ts'

const GONE = Buffer.alloc(0)

/** Who they were, what they said and brought. */
const clearedTalk = (tenant: string, ids: string[]): Statement<unknown>[] => [
  k
    .updateTable('mediation_party')
    .set({ name: GONE, phone: null, details: GONE, person_id: null })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k
    .updateTable('mediation_record')
    .set({ body: GONE, by_id: NOBODY })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k
    .updateTable('closed_note')
    .set({ words: GONE, by_id: NOBODY })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k
    .updateTable('mediation_evidence')
    .set({ name: GONE })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
]

/** What was proposed, and where they met. */
const clearedMeetings = (tenant: string, ids: string[]): Statement<unknown>[] => [
  k
    .updateTable('mediation_meeting')
    .set({ place: GONE, by_id: NOBODY })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k
    .updateTable('mediation_invitation')
    .set({ body: GONE, by_id: NOBODY })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k
    .updateTable('mediation_proposal')
    .set({ words: GONE, by_id: NOBODY, accepted_by: sql`'{}'::uuid[]`, refused_by: sql`'{}'::uuid[]` })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
]

/** What was agreed, and what came of it. */
const clearedOutcome = (tenant: string, ids: string[]): Statement<unknown>[] => [
  k
    .updateTable('mediation_agreement')
    .set({ body: GONE, court: null, court_no: null })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k.updateTable('mediation_term').set({ words: GONE }).where('tenant_id', '=', tenant).where('mediation_id', 'in', ids),
  k
    .updateTable('mediation_signature')
    .set({ signer_id: sql`id` })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k
    .updateTable('follow_up')
    .set({ words: null, owner_id: NOBODY, home_id: null })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k
    .updateTable('mediation_handover')
    .set({ words: GONE, sent_by: NOBODY, received_by: null, receipt_no: null })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k
    .updateTable('mediation_step')
    .set({ words: null, actor_id: null, actor_name: '' })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
]

/** What was kept on paper: the pictures go with the rows that name them. */
const clearedPapers = (tenant: string, ids: string[]): Statement<unknown>[] => [
  k
    .updateTable('mediation_scan')
    .set({ by_id: NOBODY, file_ids: sql`'{}'::uuid[]` })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k
    .updateTable('mediation_archive')
    .set({ filer: '', checker: '', sealed_by: NOBODY })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k
    .updateTable('mediation_opening')
    .set({ words: GONE, released_by: sql`'{}'::uuid[]`, asked_by: NOBODY, decided_by: null })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
]

/** Who said what of himself, and who was asked to step out. */
const clearedAvoidance = (tenant: string, ids: string[]): Statement<unknown>[] => [
  k
    .updateTable('mediation_disclosure')
    .set({ body: GONE, mediator_id: NOBODY })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
  k
    .updateTable('mediation_avoidance')
    .set({ body: GONE, decision: null, mediator_id: sql`id`, asked_by: NOBODY, decided_by: null })
    .where('tenant_id', '=', tenant)
    .where('mediation_id', 'in', ids),
]

/** Of these files, every table of theirs. */
export const clearedFile = (tenant: string, given: readonly string[]): Statement<unknown>[] => {
  const ids = [...given]
  return [
    ...clearedTalk(tenant, ids),
    ...clearedMeetings(tenant, ids),
    ...clearedOutcome(tenant, ids),
    ...clearedPapers(tenant, ids),
    ...clearedAvoidance(tenant, ids),
    k
      .updateTable('mediation')
      .set({
        ...{ title: '', address: '', home_id: null, matter_id: null, facts: GONE, requests: GONE, lead_id: null },
        ...{ made_by: NOBODY, mediator_ids: sql`'{}'::uuid[]`, letter_no: null, reply: null, care: sql`'{}'::text[]` },
      })
      .where('tenant_id', '=', tenant)
      .where('id', 'in', ids),
  ]
}
