// How long what is kept: each purpose with its basis, and what was due, held and ended at the last look.
import { useState } from 'react'
import { fromWords } from '#modules/retention/words.ts'
import { type Output, useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { useNow } from '#web/now.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { clockTime } from '#web/parts/when.ts'
import { useTitle } from '../frame/use-title.ts'
import { showMe } from '../rooms/show-me.ts'
import { RetentionTabs } from './RetentionTabs.tsx'
import { TermForm } from './TermForm.tsx'
import { retentionWords } from './words.ts'
import '../kinds/kinds.css'
import '../rooms/rooms.css'

export type Term = Output<'retention.rules'>['rules'][number]

/** Three years are easier to read than 1095 days. */
export function useTerm() {
  const t = useWords(retentionWords)
  return (days: number): string => {
    if (days === 0) return t('atOnce')
    if (days === 365) return t('year')
    return days % 365 === 0 ? t('years', { n: days / 365 }) : t('days', { n: days })
  }
}

export function RetentionPage() {
  const t = useWords(retentionWords)
  const lang = useLang()
  const now = useNow()
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useAnswer('retention.rules', {}, { keep: true })
  useLive('retention')
  useTitle(t('terms'))
  const may = data?.can.includes('setRule') ?? false
  const chosen = data?.rules.find((one) => one.purpose === open)
  const looked = data?.rules.find((one) => one.lookedAt)?.lookedAt
  return (
    <main className="wide narrow-too">
      <article className="sheet">
        <RetentionTabs />
        <div className="table-head">
          <div>
            <h1>{t('terms')}</h1>
            <p className="q">{t('termsLead')}</p>
            {data ? (
              <p className="s q">{looked ? t('lookedAt', { at: clockTime(looked, now, lang) }) : t('neverLooked')}</p>
            ) : null}
          </div>
        </div>
        {data ? <TermTable rules={data.rules} may={may} chosen={open} onOpen={setOpen} /> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={10} />}
      </article>
      {chosen && may ? (
        <aside className="side-panel sheet">
          <div ref={showMe} key={chosen.purpose}>
            <TermForm rule={chosen} onDone={() => setOpen(undefined)} />
          </div>
        </aside>
      ) : null}
    </main>
  )
}

type TermTableProps = {
  readonly rules: readonly Term[]
  readonly may: boolean
  readonly chosen: string | undefined
  readonly onOpen: (purpose: string) => void
}

function TermTable({ rules, may, chosen, onOpen }: TermTableProps) {
  const t = useWords(retentionWords)
  const lang = useLang()
  const term = useTerm()
  return (
    <table className="t keeps-head n-table">
      <thead>
        <tr>
          <th>{t('what')}</th>
          <th>{t('term')}</th>
          <th className="num">{t('due')}</th>
          <th className="num">{t('held')}</th>
          <th className="num">{t('ended')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((one) => (
          <tr key={one.purpose} className={one.purpose === chosen ? 'is-on' : ''}>
            <td className="n-first">
              {may ? (
                <button
                  type="button"
                  className="row-open"
                  aria-expanded={one.purpose === chosen}
                  onClick={() => onOpen(one.purpose)}
                >
                  {pick(one.zh, one.en, lang)}
                </button>
              ) : (
                <b>{pick(one.zh, one.en, lang)}</b>
              )}
              <span className="s q sub-line">{one.basis}</span>
            </td>
            <td>
              {term(one.days)}
              <span className="s q sub-line">
                {one.signed ? `${fromWords[one.from][lang]} · ${t('signedKind')}` : fromWords[one.from][lang]}
              </span>
              {one.nextDays !== null && one.nextFrom ? (
                <span className="s sub-line">{t('coming', { from: one.nextFrom, term: term(one.nextDays) })}</span>
              ) : null}
            </td>
            <td className="num n-aside">{one.due}</td>
            <td className="num n-aside">{one.held}</td>
            <td className="num n-aside">{one.ended}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
