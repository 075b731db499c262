// Study meetings: planned, held with the figures of that day, ending in measures that are followed until they are done.
import type { z } from 'zod'
import { type Actor, machineOnly, signedIn } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { accountById, workersAt, workersWithin } from '#modules/account/index.ts'
import { areaById } from '#modules/area/index.ts'
import { dayNumber, dayText } from '#modules/calendar/index.ts'
import type { Frozen } from '../contract/meetings.ts'
import { study } from '../contract.ts'
import { CLEAR, keeps, reads } from '../rights.ts'
import * as store from '../store.ts'
import { studyProblems } from '../words.ts'
import { figures } from './figures.ts'

const MONTHS = { once: 0, month: 1, quarter: 3 } as const
const TOLD = 5

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const meetingLocked = (input: { id: string }, tx: Tx, actor: Actor) => store.lockMeeting(tx, actor.tenant, input.id)
const isHis = (actor: Actor, row: store.MeasureRow) => keeps.allows(actor, row) || row.owner_id === actor.id
/** Whoever owns one may sit anywhere; to others it is not there. */
async function measureLocked(input: { id: string }, tx: Tx, actor: Actor) {
  const row = await store.lockMeasure(tx, actor.tenant, input.id)
  return row && isHis(actor, row) ? row : undefined
}

const toMeasure = (actor: Actor, today: string) => (row: store.MeasureRow) => ({
  ...{ id: row.id, words: row.words, ownerId: row.owner_id, ownerName: row.owner_name ?? '', dueOn: row.due_on },
  ...{
    doneOn: row.done_on,
    result: row.result,
    late: row.done_on === null && row.due_on < today,
    version: row.version,
  },
  can: row.done_on === null && isHis(actor, row) ? ['finishMeasure'] : [],
})

function canOf(actor: Actor, row: store.MeetingRow, today: string): string[] {
  return row.held_at === null && row.on_day <= today && keeps.allows(actor, row) ? ['holdMeeting'] : []
}

export const meetings = operation(study.meetings, {
  permit: [reads],
  subject: areaNamed,
  async run({ subject, tx, actor, now }) {
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const rows = await store.meetingsWithin(tx, actor.tenant, span)
    const all = await store.measuresOf(
      tx,
      actor.tenant,
      rows.map((row) => row.id),
    )
    const today = localDay(now)
    const of = Map.groupBy(all, (one) => one.meeting_id)
    const told = (id: string | undefined) => (of.get(id ?? '') ?? []).map(toMeasure(actor, today))
    return {
      meetings: rows.map((row, at) => ({
        ...{ id: row.id, areaName: row.area_name, areaNameEn: row.area_name_en, about: row.about, every: row.every },
        ...{ onDay: row.on_day, from: row.from_day, to: row.to_day, held: row.held_at !== null },
        ...{ figures: row.figures as z.input<typeof Frozen> | null, offices: row.offices, minutes: row.minutes },
        measures: told(row.id),
        before: told(rows.slice(at + 1).find((one) => one.area_id === row.area_id && one.held_at !== null)?.id),
        ...{ version: row.version, can: canOf(actor, row, today) },
      })),
      can: keeps.allows(actor, subject!) ? ['planMeeting'] : [],
    }
  },
})

/** At the desks of the area and of those above it; each once, by his first post. */
export const owners = operation(study.owners, {
  permit: [keeps],
  subject: areaNamed,
  async run({ subject, tx, actor, now }) {
    const { area_pos: pos, area_end: end } = subject!
    const today = localDay(now)
    const [above, within] = await Promise.all([
      workersAt(tx, actor.tenant, pos, CLEAR, today),
      workersWithin(tx, actor.tenant, { pos, end }, CLEAR, today),
    ])
    const each = new Map([...within, ...above].map(({ id, name, role }) => [id, { id, name, role }]))
    return { owners: [...each.values()] }
  },
})

type Planned = Pick<store.MeetingRow, 'area_id' | 'area_pos' | 'about' | 'every' | 'on_day' | 'from_day' | 'to_day'>

const meetingRow = (tenant: string, id: string, planned: Planned, now: Date) =>
  k.insertInto('study_meeting').values({ tenant_id: tenant, id, ...planned, made_at: now, changed_at: now })

export const planMeeting = operation(study.planMeeting, {
  permit: [keeps, machineOnly],
  subject: areaNamed,
  async run({ input, subject, actor, now, write, made }) {
    if (input.to < input.from) throw new Problem(studyProblems.wrongDays)
    const id = newId()
    const { id: area_id, area_pos } = subject!
    const { about, every, onDay: on_day, from: from_day, to: to_day } = input
    write(meetingRow(actor.tenant, id, { area_id, area_pos, about, every, on_day, from_day, to_day }, now))
    made({ id, area_pos, version: 1 })
    return { id, version: 1 }
  },
})

/** The same day of a later month, or its last day. */
function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return `${last.toISOString().slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`
}

function nextOf(row: store.MeetingRow): Planned | undefined {
  const months = MONTHS[row.every]
  if (months === 0) return undefined
  const on_day = monthsLater(row.on_day, months)
  const from_day = dayText(dayNumber(row.to_day) + 1)
  const { area_id, area_pos, about, every } = row
  const to_day = [dayText(dayNumber(on_day) - 1), from_day].sort()[1]!
  return { area_id, area_pos, about, every, on_day, from_day, to_day }
}

const firstOf = (list: readonly { zh: string; en: string; n: number }[]) =>
  list.slice(0, TOLD).map(({ zh, en, n }) => ({ zh, en, n }))

export const holdMeeting = operation(study.holdMeeting, {
  permit: [keeps],
  subject: meetingLocked,
  async run({ input, subject, tx, actor, now, write, perform, made }) {
    const row = subject!
    if (row.held_at) throw new Problem(studyProblems.heldAlready)
    if (row.version !== input.version) throw new Problem(doorProblems.changed)
    if (row.on_day > localDay(now)) throw new Problem(studyProblems.notYet)
    const told = await perform(figures, { areaId: row.area_id, from: row.from_day, to: row.to_day })
    const frozen = {
      ...{ taken: told.total.taken ?? 0, settled: told.total.settled ?? 0 },
      ...{ kinds: firstOf(told.kinds), places: firstOf(told.places) },
      signs: told.signs.map(({ zh, en, recent, usual }) => ({ zh, en, recent, usual })),
    }
    for (const one of input.measures) {
      if (one.dueOn < row.on_day) throw new Problem(studyProblems.pastDay)
      if (!(await accountById(tx, actor.tenant, one.ownerId))) throw new Problem(studyProblems.noOwner)
      write(
        k.insertInto('study_measure').values({
          ...{ tenant_id: actor.tenant, id: newId(), meeting_id: row.id, area_pos: row.area_pos, words: one.words },
          ...{ owner_id: one.ownerId, due_on: one.dueOn, made_at: now, changed_at: now },
        }),
      )
    }
    const { offices, minutes } = input
    const set = { figures: JSON.stringify(frozen), offices, minutes, held_at: now }
    const changed = await store.changeMeeting(tx, row, set, now)
    const planned = nextOf(row)
    const nextId = planned ? newId() : null
    if (planned && nextId) write(meetingRow(actor.tenant, nextId, planned, now))
    made(changed)
    return { id: row.id, version: changed.version, nextId }
  },
})

export const measures = operation(study.measures, {
  permit: [signedIn],
  async run({ tx, actor, now }) {
    const rows = await store.measuresOwnedBy(tx, actor.tenant, actor.id)
    return { measures: rows.map(toMeasure(actor, localDay(now))) }
  },
})

export const finishMeasure = operation(study.finishMeasure, {
  permit: [signedIn],
  sight: 'tenant',
  subject: measureLocked,
  async run({ input, subject, tx, now, made }) {
    const row = subject!
    if (row.done_on) throw new Problem(studyProblems.doneAlready)
    if (row.version !== input.version) throw new Problem(doorProblems.changed)
    const set = { done_on: localDay(now), result: input.result }
    const changed = await store.changeMeasure(tx, row, set, now)
    made(changed)
    return { id: row.id, version: changed.version }
  },
})
