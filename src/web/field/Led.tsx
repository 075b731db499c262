// Who leads a matter when it is not the grid, and how pressing it is: said wherever the matter is named.

import type { Output } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { levelNames, urgencyWords } from '#web/parts/matter-words.ts'
import { Mark, MatterState } from '#web/parts/State.tsx'
import { moreWords } from './matter/more-words.ts'

type Row = Pick<Output<'matter.list'>['matters'][number], 'state' | 'agencyName' | 'level' | 'urgency' | 'round'>

/** States that the time left and the one action do not tell already. */
const TOLD: readonly Row['state'][] = ['dispatched', 'paused', 'merged', 'declined', 'archived']

type LedProps = {
  readonly row: Row
  /** How it stands is told beside it already. */
  readonly told?: boolean
}

export function Led({ row, told = false }: LedProps) {
  const t = useWords(moreWords)
  const lang = useLang()
  const { state, agencyName, level, urgency, round } = row
  const by = agencyName
    ? t('ledBy', { name: agencyName })
    : level > 0
      ? t('ledAt', { level: levelNames[level]?.[lang] })
      : ''
  const stands = TOLD.includes(state) && !told
  if (!stands && !by && urgency === 'plain') return null
  return (
    <p className="led">
      {urgency === 'plain' ? null : (
        <Mark shape="half" tone="due">
          {urgencyWords[urgency][lang]}
        </Mark>
      )}
      {stands ? <MatterState state={state} round={round} /> : null}
      {by ? <span className="s">{by}</span> : null}
    </p>
  )
}
