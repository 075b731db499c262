// 就地调解: two neighbours came to terms on the stairs; one form makes it a file, in effect the same day.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { dayOf } from '#web/parts/day-of.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { Shape } from '#web/parts/State.tsx'
import { dateWords } from '#web/parts/when.ts'
import { Bones } from '../Bones.tsx'
import { useDraftOwner } from '../draft/use-draft.ts'
import { Go } from '../Go.tsx'
import { Ways } from '../report/Ways.tsx'
import { useTitle } from '../use-title.ts'
import { SettleForm } from './SettleForm.tsx'
import { settleWords } from './words.ts'
import './settle.css'

type Sent = Output<'mediation.recordOnSpot'>

/** `matter`: the one that it is settled for. */
export function Settle({ matter }: { readonly matter: string | undefined }) {
  const t = useWords(settleWords)
  useTitle(t('title'))
  const account = useDraftOwner()
  const [sent, setSent] = useState<Sent>()
  const of = useAnswer('matter.get', { id: matter ?? '' }, { enabled: matter !== undefined })
  if (!account || (matter && of.isPending)) return <Bones />
  if (matter && of.error && !of.data)
    return (
      <main className="report">
        <PageProblem problem={of.error} onAgain={() => void of.refetch()} />
      </main>
    )
  return (
    <main className="report settle">
      {sent ? (
        <Settled sent={sent} matter={matter} onOther={matter ? undefined : () => setSent(undefined)} />
      ) : (
        <>
          {matter ? null : <Ways on="/settle" />}
          <SettleForm key={matter} account={account} matter={of.data} onSent={setSent} />
        </>
      )}
    </main>
  )
}

type SettledProps = {
  readonly sent: Sent
  readonly matter: string | undefined
  readonly onOther: (() => void) | undefined
}

/** Its number, when it is looked at again and by whom, and until when a court can confirm it. */
function Settled({ sent, matter, onOther }: SettledProps) {
  const t = useWords(settleWords)
  const lang = useLang()
  const now = useNow()
  const { data } = useAnswer('mediation.get', { id: sent.id })
  const said = (day: string) => dateWords(dayOf(day), now, lang)
  const first = data?.followUps[0]
  const until = data?.agreement?.confirmUntil
  return (
    <section className="sent">
      <h1>
        <Shape name="tick" />
        {t('sentTitle')}
      </h1>
      {first ? <p>{t('sentText', { no: data.no ?? '', day: said(first.dueOn) })}</p> : null}
      {until ? <p className="s q">{t('sentCourt', { day: said(until) })}</p> : null}
      {onOther ? (
        <button type="button" className="btn primary block" onClick={onOther}>
          {t('sentOther')}
        </button>
      ) : null}
      {matter ? (
        <Go to={`/matters/${matter}`} className="btn primary block">
          {t('sentMatter')}
        </Go>
      ) : null}
      <Go to="/follow-ups" className="btn block">
        {t('sentVisits')}
      </Go>
    </section>
  )
}
