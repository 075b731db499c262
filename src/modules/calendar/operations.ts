// Who may announce working days and set hours.
import { type Actor, holds, machineOnly, signedIn, works } from '#kernel/access.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { calendar } from './contract.ts'
import { announcedYears, type HoursRow, hoursAround, putHours, specialDays, USUAL_WEEK } from './store.ts'
import { forgetTimes } from './times.ts'
import { calendarProblems } from './words.ts'

const announces = holds('system_admin', 'district_staff')
const setsHours = works('system_admin', 'district_staff', 'subdistrict_staff')

export const year = operation(calendar.year, {
  permit: [signedIn],
  async run({ input, tx, actor }) {
    const [days, years] = await Promise.all([specialDays(tx, actor.tenant), announcedYears(tx, actor.tenant)])
    const known = years.find((row) => row.year === input.year)
    return {
      year: input.year,
      announced: known !== undefined,
      source: known?.source ?? null,
      days: days
        .filter((row) => row.day.startsWith(`${input.year}-`))
        .map((row) => ({ day: row.day, kind: row.kind, name: { zh: row.zh, en: row.en } })),
      can: announces.mayEver(actor) ? ['announce'] : [],
    }
  },
})

/** The New Year notice reaches back into the last days of December (29 December 2007 and 2018 were working Saturdays). */
const belongs = (day: string, year: number) => day.startsWith(`${year}-`) || day >= `${year - 1}-12-29`

export const announce = operation(calendar.announce, {
  permit: [announces, machineOnly],
  async run({ input, actor, now, tx, jobs }) {
    const seen = new Set<string>()
    for (const { day } of input.days) {
      if (!belongs(day, input.year) || day > `${input.year}-12-31`)
        throw new Problem(calendarProblems.wrongYear, { day, year: input.year })
      if (seen.has(day)) throw new Problem(calendarProblems.twice, { day })
      seen.add(day)
    }
    await tx.all(
      k
        .deleteFrom('calendar_day')
        .where('tenant_id', '=', actor.tenant)
        .where('day', '>=', `${input.year}-01-01`)
        .where('day', '<=', `${input.year}-12-31`),
    )
    for (const { day, kind, zh, en } of input.days) {
      await tx.all(
        k
          .insertInto('calendar_day')
          .values({ tenant_id: actor.tenant, day, kind, zh, en })
          .onConflict((clash) => clash.columns(['tenant_id', 'day']).doUpdateSet({ kind, zh, en })),
      )
    }
    await tx.all(
      k
        .insertInto('calendar_year')
        .values({ tenant_id: actor.tenant, year: input.year, announced_at: now, source: input.source })
        .onConflict((clash) =>
          clash.columns(['tenant_id', 'year']).doUpdateSet({ announced_at: now, source: input.source }),
        ),
    )
    await jobs.send(tx, 'calendar.announced', { tenant: actor.tenant, year: input.year })
    forgetTimes(actor.tenant)
    return { year: input.year, days: input.days.length }
  },
})

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)

const hoursView = (rows: readonly HoursRow[], purpose: 'work' | 'duty', area: { id: string; name: string }) => {
  const row = rows.findLast((one) => one.purpose === purpose) ?? rows.findLast((one) => one.purpose === 'work')
  return {
    areaId: area.id,
    areaName: row?.area_name ?? area.name,
    purpose,
    weekly: (row?.weekly ?? USUAL_WEEK) as [number, number][][],
    inherited: row?.area_id !== area.id || row.purpose !== purpose,
    version: row?.area_id === area.id && row.purpose === purpose ? row.version : 0,
  }
}

export const hours = operation(calendar.hours, {
  permit: [signedIn],
  sight: 'tenant',
  subject: areaNamed,
  async run({ tx, actor, subject }) {
    const rows = await hoursAround(tx, actor.tenant, subject!.area_pos)
    return {
      work: hoursView(rows, 'work', subject!),
      duty: hoursView(rows, 'duty', subject!),
      can: setsHours.allows(actor, subject!) ? ['setHours'] : [],
    }
  },
})

export const setHours = operation(calendar.setHours, {
  permit: [setsHours, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, tx, actor, subject, now }) {
    if (input.weekly.every((day) => day.length === 0)) throw new Problem(calendarProblems.noTime)
    const before = (await hoursAround(tx, actor.tenant, subject!.area_pos)).find(
      (row) => row.area_id === subject!.id && row.purpose === input.purpose,
    )
    if ((before?.version ?? 0) !== input.version) throw new Problem(doorProblems.changed)
    await tx.all(
      putHours(actor.tenant, newId(), {
        area_id: subject!.id,
        purpose: input.purpose,
        weekly: input.weekly,
        version: 1,
        changed_at: now,
      }),
    )
    forgetTimes(actor.tenant)
    return hoursView(await hoursAround(tx, actor.tenant, subject!.area_pos), input.purpose, subject!)
  },
})
