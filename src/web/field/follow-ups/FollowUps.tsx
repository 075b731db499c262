// 我的回访: what is to be followed up within two weeks, the late ones first; one tap opens its form.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { dayAhead, dayOf, daysTo } from '#web/parts/day-of.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { Empty, PageProblem } from '#web/parts/Problem.tsx'
import { Mark } from '#web/parts/State.tsx'
import { dateWords } from '#web/parts/when.ts'
import { BonesCards } from '../Bones.tsx'
import { useDraftOwner } from '../draft/use-draft.ts'
import { Go } from '../Go.tsx'
import { useTitle } from '../use-title.ts'
import { FollowUpForm } from './FollowUpForm.tsx'
import { followUpWords } from './words.ts'
import './follow-ups.css'

export type FollowUp = Output<'mediation.dueFollowUps'>['followUps'][number]

const AHEAD_DAYS = 14

/** `file`: the one that a notice led here for. */
export function FollowUps({ file }: { readonly file: string | undefined }) {
  const t = useWords(followUpWords)
  useTitle(t('title'))
  useLive('mediation')
  const now = useNow()
  const { data, error, refetch } = useAnswer('mediation.dueFollowUps', { until: dayAhead(now, AHEAD_DAYS) })
  const [open, setOpen] = useState<string>()
  const shown = open ?? data?.followUps.find(({ mediationId }) => mediationId === file)?.id
  return (
    <>
      <header className="way-back">
        <Go to="/">
          <Icon name="back" />
          {t('back')}
        </Go>
      </header>
      <main className="follow-ups">
        <h1>{t('title')}</h1>
        <p className="q">{t('lead')}</p>
        {data?.followUps.map((one) => (
          <Card key={one.id} one={one} open={one.id === shown} onOpen={(is) => setOpen(is ? one.id : '')} />
        ))}
        {data?.followUps.length === 0 ? <Empty title={t('none')}>{t('noneText')}</Empty> : null}
        {error && !data ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <BonesCards />}
      </main>
    </>
  )
}

type CardProps = { readonly one: FollowUp; readonly open: boolean; readonly onOpen: (is: boolean) => void }

function Card({ one, open, onOpen }: CardProps) {
  const t = useWords(followUpWords)
  const lang = useLang()
  const now = useNow()
  const account = useDraftOwner()
  const late = -daysTo(one.dueOn, now)
  return (
    <section className="sheet follow-up" aria-label={one.title}>
      <h2>{one.title}</h2>
      <p className="s q">{one.address}</p>
      <p>
        {late > 0 ? (
          <Mark shape="triangle" tone="late">
            {t('late', { count: late })}
          </Mark>
        ) : (
          <Mark shape="ring">{t('due', { day: dateWords(dayOf(one.dueOn), now, lang) })}</Mark>
        )}
      </p>
      {open && account ? <FollowUpForm one={one} account={account} onDone={() => onOpen(false)} /> : null}
      {open ? null : (
        <Button look={late >= 0 ? 'primary' : 'plain'} block onPress={() => onOpen(true)}>
          {t('make')}
        </Button>
      )}
    </section>
  )
}
