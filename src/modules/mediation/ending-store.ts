// What is emptied of a file whose time is over; number, kind, tier, outcome and times stay as figures.
import { sql } from 'kysely'
import { NOBODY } from '#kernel/access.ts'
import { k, type Statement } from '#kernel/database.ts'

const GONE = Buffer.alloc(0)

const MINE = {
  mediation_party: { name: GONE, phone: null, details: GONE, person_id: null },
  mediation_record: { body: GONE, by_id: NOBODY },
  closed_note: { words: GONE, by_id: NOBODY },
  mediation_evidence: { name: GONE },
  mediation_agreement: { body: GONE, court: null, court_no: null },
  mediation_term: { words: GONE },
  mediation_signature: { signer_id: sql`id` },
  follow_up: { words: null, owner_id: NOBODY, home_id: null },
  mediation_handover: { words: GONE, sent_by: NOBODY, received_by: null, receipt_no: null },
  mediation_step: { words: null, actor_id: null, actor_name: '' },
} as const

export const clearedFile = (tenant: string, ids: readonly string[]): Statement<unknown>[] => [
  ...Object.entries(MINE).map(([table, set]) =>
    k
      .updateTable(table as keyof typeof MINE)
      .set(set as never)
      .where('tenant_id', '=', tenant)
      .where('mediation_id', 'in', [...ids]),
  ),
  k
    .updateTable('mediation')
    .set({
      ...{ title: '', address: '', home_id: null, matter_id: null, facts: GONE, requests: GONE, lead_id: null },
      ...{ made_by: NOBODY, mediator_ids: sql`'{}'::uuid[]`, care: sql`'{}'::text[]` },
    })
    .where('tenant_id', '=', tenant)
    .where('id', 'in', [...ids]),
]
