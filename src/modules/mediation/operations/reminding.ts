// Reminders whose day has come: whoever mediates is told, where it is still to be done.
import { machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import type { Tx } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { mediation } from '../contract.ts'
import { followUpsOf } from '../follow-up-store.ts'
import { kindOf } from '../kinds.ts'
import { locked } from '../moving.ts'
import { daysLeft } from '../periods.ts'
import { dropReminders, remindersDue } from '../reminder-store.ts'
import type { About } from '../reminders.ts'
import { agreementOf, type MediationRow, meetingsOf, partiesOf, termsOf } from '../store.ts'

export const toRemind = operation(mediation.toRemind, {
  permit: [machineOnly],
  async run({ tx, actor, now }) {
    const rows = await remindersDue(tx, actor.tenant, localDay(now))
    return { due: rows.map((row) => ({ id: row.mediation_id, about: row.about, subjectId: row.subject_id })) }
  },
})

type Still = { readonly account: string | null; readonly dueOn: string }

/** By what it is about: whose it is and its last day, where it still waits; undefined where it was done or is over. */
const STILL: Record<About, (tx: Tx, row: MediationRow, subject: string) => Promise<Still | undefined>> = {
  async confirm(tx, row, subject) {
    const agreement = await agreementOf(tx, row)
    if (agreement?.id !== subject || agreement.confirmation !== 'none' || !agreement.confirm_until) return undefined
    return { account: row.lead_id, dueOn: agreement.confirm_until }
  },
  async limit(_, row) {
    return row.due_on && !row.suspended_at && !row.closed_at ? { account: row.lead_id, dueOn: row.due_on } : undefined
  },
  async term(tx, row, subject) {
    const agreement = await agreementOf(tx, row)
    const terms = agreement ? await termsOf(tx, row.tenant_id, agreement.id) : []
    const term = terms.find(({ id }) => id === subject)
    return term?.due_on && !term.done_on && !term.broken_on ? { account: row.lead_id, dueOn: term.due_on } : undefined
  },
  async meeting(tx, row, subject) {
    const one = (await meetingsOf(tx, row)).find(({ id }) => id === subject)
    return one?.state === 'planned' ? { account: row.lead_id, dueOn: one.held_on } : undefined
  },
  async wished(tx, row, subject) {
    const agreement = await agreementOf(tx, row)
    if (agreement?.id !== subject || agreement.confirmation !== 'none' || !agreement.confirm_until) return undefined
    return { account: row.lead_id, dueOn: agreement.confirm_until }
  },
  async answered(tx, row, subject) {
    const party = (await partiesOf(tx, row)).find(({ id }) => id === subject)
    if (!party || party.consent === 'open' || row.closed_at) return undefined
    return { account: row.lead_id, dueOn: row.due_on ?? localDay(row.changed_at) }
  },
  async reply(_, row) {
    return row.reply_by && !row.replied_on ? { account: row.lead_id, dueOn: row.reply_by } : undefined
  },
  async follow_up(tx, row, subject) {
    const one = (await followUpsOf(tx, row)).find(({ id }) => id === subject)
    return one?.state === 'planned' ? { account: one.owner_id, dueOn: one.due_on } : undefined
  },
}

export type Reminded = OutputOf<(typeof mediation)['remind']>

export const remind = operation(mediation.remind, {
  permit: [machineOnly],
  subject: locked,
  async run({ input, subject, actor, tx, now, write }) {
    const row = subject!
    const today = localDay(now)
    const [still, kind] = await Promise.all([
      STILL[input.about](tx, row, input.subjectId),
      kindOf(tx, actor.tenant, row.kind),
    ])
    const which = { tenant: actor.tenant, mediation: row.id, about: input.about, subject: input.subjectId }
    // Of several days that went by at once only one is said.
    write(dropReminders(which, still ? today : undefined))
    const dueOn = still?.dueOn ?? today
    return {
      ...{ account: still?.account ?? null, about: input.about, kindZh: kind.zh, kindEn: kind.en, dueOn },
      daysLeft: daysLeft(dueOn, today),
    }
  },
})
