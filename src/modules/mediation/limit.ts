// The limit of a file, the day of one visit or session, as it is set anew: what was planned to be said of the old one is dropped.
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import type { Writing } from './moving.ts'
import { dropReminders } from './reminder-store.ts'
import { type About, plannedReminders } from './reminders.ts'
import { rulesOf } from './rules.ts'
import type { MediationRow } from './store.ts'

type Of = Pick<MediationRow, 'tenant_id' | 'id' | 'area_pos'>
type Setting = Writing & { readonly tx: Tx }

const RULE = { limit: 'limitWarn', follow_up: 'followUpWarn', meeting: 'meetingWarn', reply: 'replyWarn' } as const

/** Whoever mediates is reminded of the new day alone; `ends`: YYYY-MM-DD, null where none is left. */
export async function remindAnew(
  { tx, now, write }: Setting,
  of: Of,
  about: Extract<About, keyof typeof RULE>,
  subject: string,
  ends: string | null,
): Promise<void> {
  write(dropReminders({ tenant: of.tenant_id, mediation: of.id, about, subject }))
  if (ends === null) return
  const before = (await rulesOf(tx, of.tenant_id))[RULE[about]].numbers
  for (const row of plannedReminders(of, { about, subject, ends, before }, localDay(now))) write(row)
}
