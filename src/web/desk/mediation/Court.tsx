// The days in which a court can be asked to confirm, drawn, and what it would look at.
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf, daysTo } from '#web/parts/day-of.ts'
import { Mark } from '#web/parts/State.tsx'
import { dateWords } from '#web/parts/when.ts'
import type { File } from './MediationRecord.tsx'
import { mediationWords } from './words.ts'

const WIDTH = 304
type CourtProps = { readonly id: string; readonly agreement: NonNullable<File['agreement']> }

export function Court({ id, agreement }: CourtProps) {
  const t = useWords(mediationWords)
  const lang = useLang()
  const now = useNow()
  const { data } = useAnswer('mediation.precheck', { id })
  const until = agreement.confirmUntil!
  const left = daysTo(until, now)
  return (
    <section className="court">
      <h2>{t('court')}</h2>
      <div>
        <p className="l">{left < 0 ? t('courtOver') : t('courtLeft', { count: left })}</p>
        {agreement.confirmation === 'none' ? (
          <p>{t('courtUntil', { day: dateWords(dayOf(until), now, lang) })}</p>
        ) : (
          <p>
            {t('courtState', { state: t(agreement.confirmation) })} {agreement.court} {agreement.courtNo}
          </p>
        )}
        {data ? <Line days={data.days} told={data.toldBefore} left={left} /> : null}
        <ul>
          {data?.checks.map((check) => (
            <li key={check.code}>
              {check.ok === null ? (
                <Mark shape="ring">{t('youLook', { what: check[lang] })}</Mark>
              ) : (
                <Mark shape={check.ok ? 'tick' : 'missing'} tone={check.ok ? 'done' : 'need'}>
                  {check.ok ? check[lang] : t('lacks', { what: check[lang] })}
                </Mark>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

type LineProps = {
  /** How long the window is. */
  readonly days: number
  /** So many days before its end it is spoken of again. */
  readonly told: readonly number[]
  readonly left: number
}

function Line({ days, told, left }: LineProps) {
  const t = useWords(mediationWords)
  const at = (left: number) => ((days - Math.max(0, Math.min(days, left))) / days) * WIDTH
  return (
    <svg
      width={WIDTH}
      height="44"
      viewBox={`0 0 ${WIDTH} 44`}
      role="img"
      aria-label={t('courtLine', { days, count: left })}
    >
      <rect y="8" width={WIDTH} height="6" rx="3" className="sunk" />
      <rect x={at(left)} y="8" width={WIDTH - at(left)} height="6" rx="3" className="left" />
      {told
        .filter((before) => before < days)
        .map((before) => (
          <g key={before}>
            <path d={`M${at(before)} 4v14`} />
            <text x={at(before)} y="38" textAnchor="middle">
              {before}
            </text>
          </g>
        ))}
    </svg>
  )
}
