// 任期: said to a mediator and to who keeps the committee as many days before its end as the district has set, each once.
import { machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { operation } from '#kernel/operation.ts'
import { dayNumber } from '#modules/calendar/index.ts'
import { committee } from '../contract.ts'
import type { Days } from '../gaps.ts'
import { mediatorLocked } from '../rights.ts'
import { committeeById, endingBy, type MediatorRow, toldOfTerm } from '../store.ts'
import { daysHere } from '../view.ts'

type Seat = Pick<MediatorRow, 'to_on' | 'left_on' | 'told_days'>
const daysLeft = (row: Seat, today: string) => dayNumber(row.to_on) - dayNumber(today)

/** The nearest of the days that has come and was not said; undefined where there is none. */
function toSay(row: Seat, today: string, { term_ends, term_last }: Days): number | undefined {
  const left = daysLeft(row, today)
  if (row.left_on !== null || left < 0) return undefined
  const [come] = [term_ends, term_last].filter((days) => left <= days).sort((a, b) => a - b)
  return come !== undefined && (row.told_days === null || come < row.told_days) ? come : undefined
}

export const toRemind = operation(committee.toRemind, {
  permit: [machineOnly],
  async run({ tx, actor, now }) {
    const today = localDay(now)
    const days = await daysHere(tx, actor.tenant)
    const rows = await endingBy(tx, actor.tenant, today, Math.max(days.term_ends, days.term_last))
    return { due: rows.flatMap((row) => (toSay(row, today, days) === undefined ? [] : row.id)) }
  },
})

export type TermTold = OutputOf<(typeof committee)['remindTerm']>

export const remindTerm = operation(committee.remindTerm, {
  permit: [machineOnly],
  subject: mediatorLocked,
  async run({ subject, tx, actor, now, write }) {
    const row = subject!
    const today = localDay(now)
    const [days, its] = await Promise.all([
      daysHere(tx, actor.tenant),
      committeeById(tx, actor.tenant, row.committee_id),
    ])
    const come = its?.state === 'open' ? toSay(row, today, days) : undefined
    if (come !== undefined) write(toldOfTerm(row, come))
    return {
      account: come === undefined ? null : row.account_id,
      ...{ committeeName: its?.name ?? '', committeeNameEn: its?.name_en ?? '', areaPos: row.area_pos },
      daysLeft: daysLeft(row, today),
    }
  },
})
