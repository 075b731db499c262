// What is held back from ending, on whose word, and who has asked to lift it.
import { useState } from 'react'
import { holdStateWords } from '#modules/retention/words.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { Empty, PageProblem, ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonList } from '#web/parts/Skeleton.tsx'
import { Mark } from '#web/parts/State.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { useTitle } from '../frame/use-title.ts'
import { Facts } from '../parts/Facts.tsx'
import { ProseField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { showMe } from '../rooms/show-me.ts'
import { HoldForm } from './HoldForm.tsx'
import { RetentionTabs } from './RetentionTabs.tsx'
import { retentionWords } from './words.ts'
import '../kinds/kinds.css'
import '../rooms/rooms.css'
import '../systems/systems.css'

type Hold = Output<'retention.holds'>['holds'][number]
const NEW = 'new'

const LOOKS = {
  holding: { shape: 'pause', tone: 'held' },
  lifting: { shape: 'triangle', tone: 'due' },
  lifted: { shape: 'tick', tone: 'done' },
} as const

function usePurpose() {
  const t = useWords(retentionWords)
  const lang = useLang()
  const { data } = useAnswer('retention.rules', {}, { staleMs: 600_000 })
  return (purpose: string): string => {
    const rule = data?.rules.find((one) => one.purpose === purpose)
    return rule ? pick(rule.zh, rule.en, lang) : purpose || t('everything')
  }
}

export function HoldsPage() {
  const t = useWords(retentionWords)
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useAnswer('retention.holds', {}, { keep: true })
  useLive('retention')
  useTitle(t('holds'))
  const may = data?.can.includes('hold') ?? false
  const chosen = data?.holds.find((one) => one.id === open)
  return (
    <main className="wide narrow-too">
      <article className="sheet">
        <RetentionTabs />
        <div className="table-head">
          <div>
            <h1>{t('holds')}</h1>
            <p className="q">{t('holdsLead')}</p>
          </div>
          {may ? <Button onPress={() => setOpen(NEW)}>{t('newHold')}</Button> : null}
        </div>
        {data && data.holds.length > 0 ? <HoldTable holds={data.holds} chosen={open} onOpen={setOpen} /> : null}
        {data?.holds.length === 0 ? <Empty title={t('noHolds')}>{t('noHoldsText')}</Empty> : null}
        {!data && error ? <PageProblem problem={error} onAgain={() => void refetch()} /> : null}
        {data || error ? null : <SkeletonList rows={4} />}
      </article>
      {open === NEW && may ? (
        <aside className="side-panel sheet">
          <div ref={showMe}>
            <HoldForm onDone={() => setOpen(undefined)} />
          </div>
        </aside>
      ) : chosen ? (
        <aside className="side-panel sheet">
          <div ref={showMe} key={`${chosen.id} ${chosen.version}`}>
            <HoldPanel hold={chosen} />
          </div>
        </aside>
      ) : null}
    </main>
  )
}

type HoldTableProps = {
  readonly holds: readonly Hold[]
  readonly chosen: string | undefined
  readonly onOpen: (id: string) => void
}

function HoldTable({ holds, chosen, onOpen }: HoldTableProps) {
  const t = useWords(retentionWords)
  const lang = useLang()
  const purpose = usePurpose()
  return (
    <table className="t keeps-head n-table">
      <thead>
        <tr>
          <th>{t('purpose')}</th>
          <th>{t('area')}</th>
          <th>{t('term')}</th>
          <th>{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {holds.map((one) => (
          <tr key={one.id} className={one.id === chosen ? 'is-on' : ''}>
            <td className="n-first">
              <button
                type="button"
                className="row-open"
                aria-expanded={one.id === chosen}
                onClick={() => onOpen(one.id)}
              >
                {purpose(one.purpose)}
              </button>
              <span className="s q sub-line">{one.documentNo}</span>
            </td>
            <td>
              {one.areaName}
              {one.rows > 0 ? <span className="s q sub-line">{t('onlyRows', { n: one.rows })}</span> : null}
            </td>
            <td className="nw">
              {one.to ? t('until', { from: one.from, to: one.to }) : t('since', { from: one.from })}
            </td>
            <td>
              <Mark {...LOOKS[one.state]}>{holdStateWords[one.state][lang]}</Mark>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HoldPanel({ hold }: { readonly hold: Hold }) {
  const t = useWords(retentionWords)
  const purpose = usePurpose()
  const ask = useCommand('retention.askLift', { onDone: () => tell(t('asked')) })
  const lift = useCommand('retention.lift', { onDone: () => tell(t('liftedNow')) })
  const named = { id: hold.id, version: hold.version }
  return (
    <>
      <h2 className="l">{purpose(hold.purpose)}</h2>
      <div className="sys-facts">
        <Facts
          facts={[
            [t('why'), hold.why],
            [t('documentNo'), hold.documentNo],
            [t('area'), hold.areaName],
            [t('madeBy'), hold.madeBy],
          ]}
        />
      </div>
      {hold.state === 'lifting' ? <p>{t('askedBy', { name: hold.liftBy, why: hold.liftWhy })}</p> : null}
      {hold.can.includes('lift') ? (
        <div className="can">
          <Button look="primary" busy={lift.isPending} onPress={() => lift.mutate({ input: named })}>
            {t('lift')}
          </Button>
          <ProblemNote problem={lift.error} />
        </div>
      ) : null}
      {hold.can.includes('askLift') ? (
        <Form
          label={t('askLift')}
          send={t('askLift')}
          busy={ask.isPending}
          problem={ask.error}
          onSend={(value) => ask.mutate({ input: { ...named, why: value('why') } })}
        >
          <ProseField name="why" label={t('askLiftWhy')} minLength={4} maxLength={500} required />
        </Form>
      ) : null}
    </>
  )
}
