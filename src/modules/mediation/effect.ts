// What begins when an agreement takes effect: the court's window, the follow-ups, and who is reminded of what.
import type { Tx } from '#kernel/database.ts'
import { timeAt } from '#modules/calendar/index.ts'
import type { Effect } from './agreement.ts'
import { planFollowUp } from './follow-up-store.ts'
import { type Planned, plannedVisits } from './follow-ups.ts'
import type { Writing } from './moving.ts'
import { followUpDays, lastDay } from './periods.ts'
import { plannedReminders } from './reminders.ts'
import { rulesOf } from './rules.ts'

type Place = { readonly tenant_id: string; readonly area_pos: number }
type Agreed = {
  readonly id: string
  readonly terms: readonly { readonly id: string; readonly due_on: string | null }[]
}

/** From the day it takes effect to the last one to ask the court (人民调解法 art. 33). */
export async function effectFrom(tx: Tx, { tenant_id, area_pos }: Place, day: string): Promise<Effect> {
  const [{ confirm }, { days }] = await Promise.all([rulesOf(tx, tenant_id), timeAt(tx, tenant_id, area_pos, 'work')])
  return { effective_on: day, confirm_until: lastDay(days, day, confirm.numbers[0]!) }
}

/** `today`: YYYY-MM-DD; nobody is reminded of days gone by. */
export async function planAfter(
  { tx, keys, write }: Writing & { readonly tx: Tx },
  of: Planned,
  agreed: Agreed,
  { effective_on, confirm_until }: Effect,
  today: string,
): Promise<void> {
  const rules = await rulesOf(tx, of.tenant_id)
  const [weeks = 0, months = 0] = rules.followUp.numbers
  const visits = plannedVisits(keys, of, followUpDays(effective_on, weeks, months))
  for (const visit of visits) write(planFollowUp(visit))
  const window = {
    about: 'confirm',
    subject: agreed.id,
    ends: confirm_until,
    before: rules.confirmWarn.numbers,
  } as const
  const spoken = [
    window,
    ...agreed.terms.flatMap(({ id, due_on }) =>
      due_on ? [{ about: 'term' as const, subject: id, ends: due_on, before: rules.termWarn.numbers }] : [],
    ),
    ...visits.map(({ id, due_on }) => ({
      ...{ about: 'follow_up' as const, subject: id, ends: due_on, before: rules.followUpWarn.numbers },
    })),
  ]
  for (const period of spoken) for (const row of plannedReminders(of, period, today)) write(row)
}
