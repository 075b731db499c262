// A limit as people write it: an amount and a unit, and back to the minutes that are stored.
import { WORKDAY_MINUTES } from '#web/parts/when.ts'

export const UNITS = ['minutes', 'hours', 'days'] as const
export type Unit = (typeof UNITS)[number]

const MINUTES: Record<Unit, number> = { minutes: 1, hours: 60, days: WORKDAY_MINUTES }

/** Working days only where office hours count: 1,440 minutes day and night are 24 hours, not so many working days. */
export function inUnits(minutes: number, counting: string): { amount: number; unit: Unit } {
  const fits = (unit: Unit) => minutes % MINUTES[unit] === 0 && (unit !== 'days' || counting === 'work')
  const unit = (['days', 'hours', 'minutes'] as const).find(fits) ?? 'minutes'
  return { amount: minutes / MINUTES[unit], unit }
}

export const inMinutes = (amount: number, unit: string): number =>
  Math.round(amount * MINUTES[UNITS.find((each) => each === unit) ?? 'minutes'])
