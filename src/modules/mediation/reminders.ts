// The days on which somebody is reminded: planned with the period they belong to.
import { k, type Statement } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import type { MediationRow } from './store.ts'

export const ABOUT = ['confirm', 'limit', 'term', 'follow_up', 'meeting', 'reply', 'wished', 'answered'] as const
export type About = (typeof ABOUT)[number]

type Of = Pick<MediationRow, 'tenant_id' | 'id' | 'area_pos'>
type Period = {
  readonly about: About
  /** The agreement, the file, the term, the follow-up or the session. */
  readonly subject: string
  /** Its last day, YYYY-MM-DD. */
  readonly ends: string
  /** So many days before it. */
  readonly before: readonly number[]
}

/** The days on which a period is spoken of, those from `today` on, the earliest first. */
export const reminderDays = (ends: string, before: readonly number[], today: string): string[] =>
  [...new Set(before.map((days) => dayText(dayNumber(ends) - days)))].filter((day) => day >= today).sort()

/** Rows of one period; none where every day of it is over. */
export const plannedReminders = (of: Of, period: Period, today: string): Statement<unknown>[] =>
  reminderDays(period.ends, period.before, today).map((remind_on) =>
    k
      .insertInto('mediation_reminder')
      .values({
        ...{ tenant_id: of.tenant_id, id: newId(), mediation_id: of.id, area_pos: of.area_pos },
        ...{ about: period.about, subject_id: period.subject, remind_on },
      })
      .onConflict((clash) => clash.doNothing()),
  )
