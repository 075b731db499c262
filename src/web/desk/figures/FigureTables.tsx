// The same figures as tables, for whoever reads by ear, copies or prints.
import type { WAYS } from '#modules/matter/lifecycle.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { wayWords } from '#web/parts/matter-words.ts'
import type { Counted } from './Bars.tsx'
import type { Figures } from './FiguresPage.tsx'
import { monthWords } from './month-words.ts'
import { share } from './share.ts'
import { figureWords } from './words.ts'

const TOTALS = [
  ...(['received', 'finished', 'kept', 'late', 'onTheSpot', 'asked', 'answered', 'solved', 'starred'] as const),
  ...(['satisfied', 'unanswered', 'declined', 'returned', 'ruled', 'paused', 'raised'] as const),
  ...(['merged', 'withdrawn', 'reopened'] as const),
] as const

const totalWords = {
  received: { zh: '报来', en: 'Reported' },
  finished: { zh: '办结', en: 'Finished' },
  kept: { zh: '办结，每一步都按时', en: 'Finished, no step late' },
  late: { zh: '有一步超过时', en: 'A step was late' },
  onTheSpot: { zh: '当场办结', en: 'Settled on the spot' },
  asked: { zh: '请居民评价', en: 'Asked for a rating' },
  answered: { zh: '居民回答了', en: 'Answered' },
  solved: { zh: '说解决了', en: 'Said solved' },
  starred: { zh: '打了分', en: 'Gave stars' },
  satisfied: { zh: '给 4 分或 5 分', en: 'Four or five stars' },
  unanswered: { zh: '过期没有评价', en: 'Closed without a rating' },
  declined: figureWords.declined,
  returned: figureWords.returned,
  ruled: figureWords.ruled,
  paused: figureWords.paused,
  raised: figureWords.raised,
  merged: figureWords.merged,
  withdrawn: figureWords.withdrawn,
  reopened: figureWords.reopened,
} as const

type CountedTableProps = { readonly title: string; readonly head: string; readonly rows: readonly Counted[] }

function CountedTable({ title, head, rows }: CountedTableProps) {
  const t = useWords(figureWords)
  return (
    <section className="sheet">
      <h2>{title}</h2>
      <table className="t">
        <thead>
          <tr>
            <th>{head}</th>
            <th className="num">{t('received')}</th>
            <th className="num">{t('finished')}</th>
            <th className="num">{t('share')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, received, finished }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className="num">{received}</td>
              <td className="num">{finished}</td>
              <td className="num">{share(finished, received) ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function FigureTables({ figures: { total, months, kinds, areas, ways } }: { readonly figures: Figures }) {
  const t = useWords(figureWords)
  const said = useWords(totalWords)
  const lang = useLang()
  const pair = (
    rows: readonly (readonly [key: string, label: string, count: number])[],
    title: string,
    head: string,
  ) => (
    <section className="sheet">
      <h2>{title}</h2>
      <table className="t">
        <thead>
          <tr>
            <th>{head}</th>
            <th className="num">{t('received')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, label, count]) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className="num">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
  return (
    <div className="pair">
      {pair(
        TOTALS.map((name) => [name, said(name), total[name]]),
        t('title'),
        t('others'),
      )}
      <CountedTable
        title={t('months')}
        head={t('month')}
        rows={months.map((one) => ({ ...one, key: one.month, label: monthWords(one.month, lang) }))}
      />
      <CountedTable
        title={t('kinds')}
        head={t('kind')}
        rows={kinds.map((one) => ({ ...one, key: one.kind, label: pick(one.zh, one.en, lang) }))}
      />
      <CountedTable
        title={t('areas')}
        head={t('area')}
        rows={areas.map((one) => ({ ...one, key: one.id, label: pick(one.name, one.nameEn, lang) }))}
      />
      {pair(
        ways.map(({ way, received }) => [way, wayWords[way as (typeof WAYS)[number]]?.[lang] ?? way, received]),
        t('ways'),
        t('way'),
      )}
    </div>
  )
}
