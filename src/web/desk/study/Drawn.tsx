// Disputes as drawings: months, kinds, places, sources, endings, how long, and what came after the agreement.
import { preventedWords } from '#modules/study/words.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Columns, CountedBars, PlainBars, Rate } from '../figures/Bars.tsx'
import { monthParts } from '../figures/month-words.ts'
import { Facts } from '../parts/Facts.tsx'
import { Days } from './Days.tsx'
import type { Study } from './StudyPage.tsx'
import { studyWords } from './words.ts'

type Part = { readonly study: Study }
const MOST = 14
const SOURCES = ['initiative', 'applied', 'court', 'procuratorate', 'police', 'petition', 'others'] as const
/** In the unit of each language: 万元 to two places, whole yuan. */
const moneyOf = (fen: number) => ({
  wan: (fen / 1_000_000).toFixed(2),
  yuan: Math.round(fen / 100).toLocaleString('en'),
})

export const Drawn = ({ study }: Part) => (
  <div className="pair">
    <Months study={study} />
    <Groups study={study} of="kinds" />
    <Groups study={study} of="areas" />
    <Groups study={study} of="places" />
    <Days days={study.days} />
    <After study={study} />
    <Sources study={study} />
    <Ends study={study} />
    <Tiers study={study} />
    <Groups study={study} of="committees" />
    <Others study={study} />
  </div>
)

function Months({ study: { months } }: Part) {
  const t = useWords(studyWords)
  const lang = useLang()
  if (months.length === 0) return null
  return (
    <section className="sheet">
      <h2>{t('months')}</h2>
      <p className="s q">{t('monthsText')}</p>
      <Columns
        words={[t('settled'), t('rest')]}
        columns={months.slice(-12).map(({ month, n, settled }) => ({
          ...{ key: month, label: monthParts(month, lang), up: settled ?? 0, down: n - (settled ?? 0) },
        }))}
      />
    </section>
  )
}

const TEXTS = { kinds: 'kindsText', areas: 'areasText', places: 'placesText', committees: undefined } as const

function Groups({ study, of }: Part & { readonly of: keyof typeof TEXTS }) {
  const t = useWords(studyWords)
  const lang = useLang()
  const rows = study[of].slice(0, MOST)
  const text = TEXTS[of]
  if (rows.length === 0) return null
  const named = rows.map((row) => ({ key: row.keys.join(' '), label: pick(row.zh, row.en, lang), ...row }))
  return (
    <section className="sheet">
      <h2>{t(of)}</h2>
      {text ? <p className="s q">{t(study.joined ? 'joinedText' : text)}</p> : null}
      {study.joined ? (
        <PlainBars rows={named.map(({ key, label, n }) => ({ key, label, count: n }))} />
      ) : (
        <CountedBars
          rows={named.map(({ key, label, n, settled }) => ({ key, label, received: n, finished: settled ?? 0 }))}
        />
      )}
    </section>
  )
}

function Sources({ study: { total } }: Part) {
  const t = useWords(studyWords)
  const rows = SOURCES.map((key) => ({ key, label: t(`source.${key}`), count: total[key] ?? 0 }))
  if (rows.every(({ count }) => count === 0)) return null
  return (
    <section className="sheet">
      <h2>{t('sources')}</h2>
      <PlainBars rows={rows.filter(({ count }) => count > 0)} />
    </section>
  )
}

const isEnd = (outcome: string) => `outcome.${outcome}` as keyof typeof studyWords & `outcome.${string}`

function Ends({ study: { outcomes } }: Part) {
  const t = useWords(studyWords)
  if (outcomes.length === 0) return null
  return (
    <section className="sheet">
      <h2>{t('ends')}</h2>
      <PlainBars rows={outcomes.map(({ outcome, n }) => ({ key: outcome, label: t(isEnd(outcome)), count: n }))} />
    </section>
  )
}

function Tiers({ study: { tiers } }: Part) {
  const t = useWords(studyWords)
  const word = (tier: number) => t(tier === 1 ? 'tier.1' : tier === 2 ? 'tier.2' : 'tier.3')
  if (tiers.length === 0) return null
  return (
    <section className="sheet">
      <h2>{t('tiers')}</h2>
      <PlainBars rows={tiers.map(({ tier, n }) => ({ key: String(tier), label: word(tier), count: n }))} />
    </section>
  )
}

function After({ study: { total } }: Part) {
  const t = useWords(studyWords)
  const kept = total.performed !== null && total.due !== null
  const asked = total.confirmed !== null && total.written !== null
  // Too few to be told: no heading over nothing.
  if (!total.settled || (!kept && !asked)) return null
  return (
    <section className="sheet">
      <h2>{t('after')}</h2>
      <ul className="rates">
        {total.performed !== null && total.due !== null ? (
          <Rate name={t('performed')} means={t('performedText')} count={total.performed} of={total.due} />
        ) : null}
        {total.confirmed !== null && total.written !== null ? (
          <Rate name={t('confirmed')} means={t('confirmedText')} count={total.confirmed} of={total.written} />
        ) : null}
      </ul>
    </section>
  )
}

function Others({ study: { total, swept, prevented } }: Part) {
  const t = useWords(studyWords)
  const form = useWords(preventedWords)
  const told = (n: number | null) => n ?? t('few')
  return (
    <section className="sheet">
      <h2>{t('form29')}</h2>
      <div className="happened">
        <Facts
          facts={[
            [t('parties'), told(total.parties)],
            [t('money'), total.fen === null ? t('few') : t('yuan', moneyOf(total.fen))],
            [
              t('hard'),
              <span key="hard">
                <b className="num">{told(total.hard)}</b> <span className="s q">{t('hardText')}</span>
              </span>,
            ],
            swept && [t('sweptLabel'), t('sweptSaid', swept)],
            ...prevented.map(({ kind, cases, people }) => [form(kind), t('counted', { cases, people })] as const),
          ]}
        />
      </div>
    </section>
  )
}
