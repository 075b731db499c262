// Sweeps for disputes 排查: what they find is counted from the files, and what they prevented is said once.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { type CountedFile, filesCounted } from '#modules/mediation/index.ts'
import { study } from '../contract.ts'
import { keeps, reads } from '../rights.ts'
import * as store from '../store.ts'
import { isSettled } from '../tally.ts'
import { FIELD_KINDS, studyProblems } from '../words.ts'

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const sweepLocked = (input: { id: string }, tx: Tx, actor: Actor) => store.lockSweep(tx, actor.tenant, input.id)

/** Opened on own initiative there, in its days, of its kinds. */
const isFind = (row: store.SweepRow) => (file: CountedFile) =>
  file.source === 'initiative' &&
  file.area_pos >= row.area_pos &&
  file.area_pos <= row.area_end &&
  file.applied_on >= row.from_day &&
  file.applied_on <= row.to_day &&
  FIELD_KINDS[row.field].some((start) => file.kind.startsWith(start))

function resultsOf(row: store.SweepRow, files: readonly CountedFile[]) {
  const finds = files.filter(isFind(row))
  return {
    found: finds.length,
    settled: finds.filter(isSettled).length,
    handedOn: finds.filter((file) => file.outcome === 'handedOn').length,
    open: finds.filter((file) => file.outcome === null && file.state !== 'declined').length,
  }
}

export const sweeps = operation(study.sweeps, {
  permit: [reads],
  subject: areaNamed,
  async run({ subject, tx, actor }) {
    const span = { pos: subject!.area_pos, end: subject!.area_end }
    const rows = await store.sweepsWithin(tx, actor.tenant, span)
    const days = [...rows.map((row) => row.from_day), ...rows.map((row) => row.to_day)].sort()
    const prevented = await store.preventedAt(tx, actor.tenant, subject!.id)
    const files = rows.length ? await filesCounted(tx, actor.tenant, [span], days[0]!, days.at(-1)!) : []
    return {
      sweeps: rows.map((row) => ({
        ...{ id: row.id, areaName: row.area_name, areaNameEn: row.area_name_en, field: row.field, title: row.title },
        ...{ units: row.units, from: row.from_day, to: row.to_day, closed: row.closed_at !== null },
        ...{ visited: row.visited, prevented: row.prevented, ...resultsOf(row, files), version: row.version },
        can: row.closed_at === null && keeps.allows(actor, row) ? ['closeSweep'] : [],
      })),
      prevented,
      can: keeps.allows(actor, subject!) ? ['planSweep', 'notePrevented'] : [],
    }
  },
})

export const planSweep = operation(study.planSweep, {
  permit: [keeps, machineOnly],
  subject: areaNamed,
  async run({ input, subject, actor, now, write, made }) {
    if (input.to < input.from) throw new Problem(studyProblems.wrongDays)
    const id = newId()
    const { id: area_id, area_pos, area_end } = subject!
    write(
      k.insertInto('study_sweep').values({
        ...{ tenant_id: actor.tenant, id, area_id, area_pos, area_end, field: input.field, title: input.title },
        ...{ units: input.units, from_day: input.from, to_day: input.to, made_at: now, changed_at: now },
      }),
    )
    made({ id, area_pos, version: 1 })
    return { id, version: 1 }
  },
})

export const closeSweep = operation(study.closeSweep, {
  permit: [keeps],
  subject: sweepLocked,
  async run({ input, subject, tx, now, made }) {
    const row = subject!
    if (row.closed_at) throw new Problem(studyProblems.closedAlready)
    if (row.version !== input.version) throw new Problem(doorProblems.changed)
    const set = { visited: input.visited, prevented: input.prevented, closed_at: now }
    const changed = await store.changeSweep(tx, row, set, now)
    made(changed)
    return { id: row.id, version: changed.version }
  },
})

export const notePrevented = operation(study.notePrevented, {
  permit: [keeps, machineOnly],
  subject: areaNamed,
  async run({ input, subject, actor, write }) {
    const { id: area_id, area_pos } = subject!
    const { month, kind, cases, people } = input
    write(store.putPrevented({ tenant_id: actor.tenant, area_id, area_pos, month, kind, cases, people }))
    return { cases, people }
  },
})
