// The figures as drawings: months, promises, rates, levels, kinds, areas, ways, and what happened on the way.

import type { WAYS } from '#modules/matter/lifecycle.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { levelNames, wayWords } from '#web/parts/matter-words.ts'
import { Facts } from '../parts/Facts.tsx'
import { Columns, CountedBars, PlainBars, Rate } from './Bars.tsx'
import type { Figures } from './FiguresPage.tsx'
import { monthParts } from './month-words.ts'
import { figureWords } from './words.ts'

type Part = { readonly figures: Figures }
const MOST_KINDS = 12
const OTHERS = ['declined', 'returned', 'ruled', 'paused', 'raised', 'merged', 'withdrawn', 'reopened'] as const

export const Drawn = ({ figures }: Part) => (
  <div className="pair">
    <Months figures={figures} />
    <Kept figures={figures} />
    <Rates figures={figures} />
    <Levels figures={figures} />
    <Kinds figures={figures} />
    <Areas figures={figures} />
    <Ways figures={figures} />
    <Others figures={figures} />
  </div>
)

export function Months({ figures: { months } }: { readonly figures: Pick<Figures, 'months'> }) {
  const t = useWords(figureWords)
  const lang = useLang()
  return (
    <section className="sheet">
      <h2>{t('months')}</h2>
      <p className="s q">{t('halfYearText')}</p>
      <Columns
        words={[t('finished'), t('open')]}
        columns={months.slice(-12).map(({ month, received, finished }) => ({
          ...{ key: month, label: monthParts(month, lang), up: finished, down: received - finished },
        }))}
      />
    </section>
  )
}

function Kept({ figures: { total } }: Part) {
  const t = useWords(figureWords)
  return (
    <section className="sheet">
      <h2>{t('kept')}</h2>
      <p className="s q">{t('keptText')}</p>
      <ul className="rates">
        <Rate name={t('keptLine')} means={t('finished')} count={total.kept} of={total.finished} />
      </ul>
      <p className="figure-foot">
        {t('lateLine')} <b>{total.late}</b> <span className="q">{t('lateText', { of: total.received })}</span>
      </p>
    </section>
  )
}

export function Rates({ figures: { total } }: { readonly figures: Pick<Figures, 'total'> }) {
  const t = useWords(figureWords)
  const rates = [
    ['answered', total.answered, total.asked],
    ['solved', total.solved, total.answered],
    ['satisfied', total.satisfied, total.starred],
  ] as const
  return (
    <section className="sheet">
      <h2>{t('rates')}</h2>
      <p className="s q">{t('ratesText')}</p>
      <ul className="rates">
        {rates.map(([name, count, of]) => (
          <Rate key={name} name={t(`rate.${name}`)} means={t(`rate.${name}.text`)} count={count} of={of} />
        ))}
      </ul>
      {total.unanswered > 0 ? <p className="figure-foot q s">{t('unanswered', { count: total.unanswered })}</p> : null}
    </section>
  )
}

function Levels({ figures: { total } }: Part) {
  const t = useWords(figureWords)
  const lang = useLang()
  return (
    <section className="sheet">
      <h2>{t('levels')}</h2>
      <p className="s q">{t('levelsText', { count: total.onTheSpot })}</p>
      <PlainBars
        rows={total.levels.map((count, level) => ({
          ...{ key: String(level), label: levelNames[level]?.[lang] ?? '', count },
        }))}
      />
    </section>
  )
}

function Kinds({ figures: { kinds } }: Part) {
  const t = useWords(figureWords)
  const lang = useLang()
  const rest = kinds.slice(MOST_KINDS)
  const sum = (name: 'received' | 'finished') => rest.reduce((all, one) => all + one[name], 0)
  return (
    <section className="sheet">
      <h2>{t('kinds')}</h2>
      <p className="s q">{t('kindsText', { count: Math.min(MOST_KINDS, kinds.length) })}</p>
      <CountedBars
        rows={kinds.slice(0, MOST_KINDS).map(({ kind, zh, en, received, finished }) => ({
          ...{ key: kind, label: pick(zh, en, lang), received, finished },
        }))}
      />
      {rest.length > 0 ? (
        <p className="figure-foot s q">
          {t('kindsRest', { count: rest.length, received: sum('received'), finished: sum('finished') })}
        </p>
      ) : null}
    </section>
  )
}

export function Areas({ figures: { areas } }: { readonly figures: Pick<Figures, 'areas'> }) {
  const t = useWords(figureWords)
  const lang = useLang()
  if (areas.length === 0) return null
  return (
    <section className="sheet">
      <h2>{t('areas')}</h2>
      <p className="s q">{t('areasText')}</p>
      <CountedBars
        rows={areas.map(({ id, name, nameEn, ...counted }) => ({
          ...counted,
          key: id,
          label: pick(name, nameEn, lang),
        }))}
      />
    </section>
  )
}

function Ways({ figures: { ways } }: Part) {
  const t = useWords(figureWords)
  const lang = useLang()
  return (
    <section className="sheet">
      <h2>{t('ways')}</h2>
      <PlainBars
        rows={ways.map(({ way, received }) => ({
          ...{ key: way, label: wayWords[way as (typeof WAYS)[number]]?.[lang] ?? way, count: received },
        }))}
      />
    </section>
  )
}

function Others({ figures: { total } }: Part) {
  const t = useWords(figureWords)
  return (
    <section className="sheet">
      <h2>{t('others')}</h2>
      <p className="s q">{t('lateText', { of: total.received })}</p>
      <div className="happened">
        <Facts
          facts={OTHERS.map((name) => [
            t(name),
            <span key={name}>
              <b className="num">{total[name]}</b> <span className="s q">{t(`${name}.text`)}</span>
            </span>,
          ])}
        />
      </div>
    </section>
  )
}
