// One panel: what was put to it, an opinion of each, the plan with its measures, and what the reader can do next.
import { Link } from '@tanstack/react-router'
import { localDay, localInstant } from '#kernel/clock.ts'
import { panelLife } from '#modules/counsel/lifecycle.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { timeOf } from '#web/day-minute.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { dateWords, dayLine } from '#web/parts/when.ts'
import { Facts } from '../parts/Facts.tsx'
import { RecordHead } from '../parts/RecordHead.tsx'
import { PanelActs } from './PanelActs.tsx'
import { panelWords } from './words.ts'

export type Panel = Output<'counsel.panel'>

export function PanelRecord({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAnswer('counsel.panel', { id }, { keep: true })
  if (data) return <Whole panel={data} />
  return error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : <SkeletonText lines={9} />
}

function Whole({ panel }: { readonly panel: Panel }) {
  const t = useWords(panelWords)
  const lang = useLang()
  const when = `${dayLine(localInstant(panel.day, '12:00'), useNow(), lang)} ${timeOf(panel.from)}–${timeOf(panel.to)}`
  return (
    <>
      <RecordHead
        facts={<span>{panelLife.states[panel.state][lang]}</span>}
        title={panel.question}
        address={`/desk/panels/${panel.id}`}
        printed
      />
      <div className="counsel-facts">
        <Facts
          facts={[
            [t('sits'), when],
            [t('where'), pick(panel.where.zh, panel.where.en, lang)],
            panel.mediationId !== null && [
              t('file'),
              <Link key="file" to="/desk/mediations/{-$id}" params={{ id: panel.mediationId }}>
                {t('toFile')}
              </Link>,
            ],
          ]}
        />
      </div>
      <PanelActs panel={panel} />
      <section className="panel-part">
        <h2>{t('summary')}</h2>
        <p className="panel-words">{panel.summary}</p>
      </section>
      {panel.plan ? <Plan panel={panel} plan={panel.plan} /> : null}
      <Opinions panel={panel} />
    </>
  )
}

function Opinions({ panel }: { readonly panel: Panel }) {
  const t = useWords(panelWords)
  return (
    <section className="panel-part">
      <h2>{t('opinions')}</h2>
      {panel.state === 'convened' ? <p className="s q">{t('opinionsLead')}</p> : null}
      <ul className="panel-opinions">
        {panel.members.map((one) => (
          <li key={one.accountId}>
            <h3>
              {one.name} <span className="s q">{t(one.role)}</span>{' '}
              {one.state === 'given' ? (
                <Mark shape="tick" tone="done">
                  {t('given')}
                </Mark>
              ) : (
                <Mark shape={one.state === 'asked' ? 'ring' : 'pause'}>{t(one.state)}</Mark>
              )}
            </h3>
            {one.opinion === null ? null : <p className="panel-words">{one.opinion}</p>}
            {one.basis ? (
              <p className="s q">
                {t('basis')}：{one.basis}
              </p>
            ) : null}
            {one.state === 'given' && one.opinion === null ? <p className="q">{t('notYours')}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

type PlanProps = { readonly panel: Panel; readonly plan: NonNullable<Panel['plan']> }

function Plan({ panel, plan }: PlanProps) {
  const t = useWords(panelWords)
  const lang = useLang()
  const now = useNow()
  const done = useCommand('counsel.measureDone', { onDone: () => tell(t('saved')) })
  const said = (day: string) => dateWords(localInstant(day, '12:00'), now, lang)
  return (
    <section className="panel-part">
      {plan.words ? <h2>{t('plan')}</h2> : null}
      {plan.words ? <p className="panel-words">{plan.words}</p> : null}
      {plan.why ? (
        <p>
          {t('why')}：{plan.why}
        </p>
      ) : null}
      {done.error ? <ProblemNote problem={done.error} /> : null}
      <ol className="panel-measures">
        {panel.measures.map((one) => (
          <li key={one.id}>
            <span>
              {one.words}
              <span className="s q"> {t('dueOn', { owner: one.owner, day: said(one.dueOn) })}</span>
            </span>
            {one.doneOn ? (
              <Mark shape="tick" tone="done">
                {t('doneOn', { day: said(one.doneOn) })}
              </Mark>
            ) : null}
            {one.late ? (
              <Mark shape="triangle" tone="late">
                {t('late')}
              </Mark>
            ) : null}
            {panel.can.includes('measureDone') && one.doneOn === null ? (
              <Button
                look="plain"
                isDisabled={done.isPending}
                onPress={() =>
                  done.mutate({
                    input: { id: panel.id, version: panel.version, measureId: one.id, on: localDay(now) },
                  })
                }
              >
                {t('done')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
