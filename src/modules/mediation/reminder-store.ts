// All SQL of reminders but their planning.
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { About } from './reminders.ts'

/** One round; the next takes what is left. */
const MOST = 200

type Which = { readonly tenant: string; readonly mediation: string; readonly about: About; readonly subject: string }

/** Whatever waits until a day, each subject once, the longest waiting first. */
export const remindersDue = (tx: Tx, tenant: string, today: string) =>
  tx.all(
    k
      .selectFrom('mediation_reminder')
      .select(({ fn }) => ['mediation_id', 'about', 'subject_id', fn.min('remind_on').as('since')])
      .where('tenant_id', '=', tenant)
      .where('remind_on', '<=', today)
      .groupBy(['mediation_id', 'about', 'subject_id'])
      .orderBy('since')
      .limit(MOST),
  )

/** Said: those days are over. A later one of the same period still comes. */
export const dropReminders = ({ tenant, mediation, about, subject }: Which, until?: string): Statement<unknown> => {
  const all = k
    .deleteFrom('mediation_reminder')
    .where('tenant_id', '=', tenant)
    .where('mediation_id', '=', mediation)
    .where('about', '=', about)
    .where('subject_id', '=', subject)
  return until === undefined ? all : all.where('remind_on', '<=', until)
}
