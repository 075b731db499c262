// The working time that applies at a place, read once per tenant and kept until its calendar or hours change.
import type { Tx } from '#kernel/database.ts'
import type { WorkingTime } from './spans.ts'
import { allHours, announcedYears, specialDays, USUAL_WEEK, type Weekly } from './store.ts'
import type { CalendarDay } from './working-days.ts'

export type Purpose = 'work' | 'duty'

type Office = { purpose: Purpose; pos: number; end: number; time: WorkingTime }
type Times = { days: ReadonlyMap<string, CalendarDay>; announcedThrough: number; offices: Office[]; usual: WorkingTime }

const byTenant = new Map<string, Promise<Times>>()

/** Forgets what was read, after a change here or in another process. */
export const forgetTimes = (tenant: string): void => {
  byTenant.delete(tenant)
}

async function read(tx: Tx, tenant: string): Promise<Times> {
  const [rows, years, hours] = await Promise.all([
    specialDays(tx, tenant),
    announcedYears(tx, tenant),
    allHours(tx, tenant),
  ])
  const announcedThrough = Math.max(0, ...years.map((row) => row.year))
  const days = new Map(
    rows.map((row) => [
      row.day,
      { day: row.day, kind: row.kind, name: { zh: row.zh, en: row.en }, provisional: false },
    ]),
  )
  const timeOf = (weekly: Weekly): WorkingTime => ({ days, announcedThrough, hours: { weekly } })
  return {
    days,
    announcedThrough,
    usual: timeOf(USUAL_WEEK),
    offices: hours.map((row) => ({
      purpose: row.purpose,
      pos: row.area_pos,
      end: row.area_end,
      time: timeOf(row.weekly as Weekly),
    })),
  }
}

/** Working or duty time at a position: that of the nearest area above with hours of its own, else the usual week. */
export async function timeAt(tx: Tx, tenant: string, pos: number, purpose: Purpose): Promise<WorkingTime> {
  let times = byTenant.get(tenant)
  if (!times) {
    times = read(tx, tenant)
    byTenant.set(tenant, times)
    times.catch(() => byTenant.delete(tenant))
  }
  const { offices, usual } = await times
  const near = (wanted: Purpose) =>
    offices.findLast((office) => office.purpose === wanted && office.pos <= pos && pos <= office.end)
  return (near(purpose) ?? near('work'))?.time ?? usual
}
