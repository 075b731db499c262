// Which backups of a folder are kept: the newest of each of the last days, weeks and months that have one.

import { localDay } from '../clock.ts'
import type { BackupPlan } from '../config.ts'

export type Dated = { readonly folder: string; readonly takenAt: Date }

/** The Monday of a local day, 'YYYY-MM-DD'. */
function weekOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7))
  return at.toISOString().slice(0, 10)
}

const PERIODS = {
  daily: (at: Date) => localDay(at),
  weekly: (at: Date) => weekOf(localDay(at)),
  monthly: (at: Date) => localDay(at).slice(0, 7),
} as const

/** Those to take away; the newest of all is never among them. */
export function tooOld(backups: readonly Dated[], plan: Pick<BackupPlan, keyof typeof PERIODS>): Dated[] {
  const newest = [...backups].sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime())
  const kept = new Set(newest.slice(0, 1))
  for (const [period, of] of Object.entries(PERIODS) as [keyof typeof PERIODS, (at: Date) => string][]) {
    const seen = new Set<string>()
    for (const one of newest) {
      const name = of(one.takenAt)
      if (seen.has(name) || seen.size >= plan[period]) continue
      seen.add(name)
      kept.add(one)
    }
  }
  return newest.filter((one) => !kept.has(one))
}
