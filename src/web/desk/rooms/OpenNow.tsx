// Whether a room is open now, and the hours of its week that nobody covers.
import type { Output } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Mark } from '#web/parts/State.tsx'
import { clockTime } from '#web/parts/when.ts'
import { roomWords } from './words.ts'

export type Listed = Output<'room.list'>['rooms'][number]

export function OpenNow({ now: { open, until, nextAt } }: { readonly now: Listed['now'] }) {
  const t = useWords(roomWords)
  const lang = useLang()
  const now = useNow()
  if (open)
    return (
      <Mark shape="tick" tone="done">
        {until === null ? t('always') : t('openUntil', { until: clockTime(until, now, lang) })}
      </Mark>
    )
  return (
    <Mark shape="ring">{nextAt === null ? t('closedLong') : t('opens', { next: clockTime(nextAt, now, lang) })}</Mark>
  )
}

/** Hours to one decimal. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10

export function Gap({ minutes, teams }: { readonly minutes: number; readonly teams: number }) {
  const t = useWords(roomWords)
  if (teams > 0 && minutes === 0) return <Mark shape="tick">{t('noGap')}</Mark>
  return (
    <Mark shape="missing" tone="need">
      {teams === 0 ? t('nobody') : t('gap', { hours: hoursOf(minutes) })}
    </Mark>
  )
}
