// How many hours of a usual week nobody of a team covers.
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { Mark } from '#web/parts/State.tsx'
import { hoursOf } from '../rooms/OpenNow.tsx'
import { teamWords } from './words.ts'

export type Team = Output<'duty.teams'>['teams'][number]

export function TeamGap({ team: { gapMinutes, cover } }: { readonly team: Team }) {
  const t = useWords(teamWords)
  if (cover.every((day) => day.length === 0)) return <Mark>{t('noCover')}</Mark>
  if (gapMinutes === 0) return <Mark shape="tick">{t('covered')}</Mark>
  return (
    <Mark shape="missing" tone="need">
      {t('gap', { hours: hoursOf(gapMinutes) })}
    </Mark>
  )
}
