// What the reader can do with a panel now: the next thing open as a form, the others behind a button.
import { type ReactNode, useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { useCommand } from '#web/call.ts'
import type { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, ProseField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import type { Panel } from './PanelRecord.tsx'
import { panelWords } from './words.ts'

type Props = { readonly panel: Panel }

export function PanelActs({ panel }: Props) {
  return (
    <>
      {panel.can.includes('giveOpinion') ? <OpinionForm panel={panel} /> : null}
      {panel.can.includes('drawPlan') ? <PlanForm panel={panel} /> : null}
      {panel.can.includes('acceptPlan') ? <Deciding panel={panel} /> : null}
      {panel.can.includes('finishPanel') ? <Finish panel={panel} /> : null}
      {panel.can.includes('cancelPanel') ? <WithReason panel={panel} verb="cancelPanel" /> : null}
    </>
  )
}

/** Every act of a panel says that it was noted. */
function useAct<N extends 'giveOpinion' | 'drawPlan' | 'acceptPlan' | 'finishPanel'>(name: N) {
  const t = useWords(panelWords)
  return useCommand(`counsel.${name}`, { onDone: () => tell(t('saved')), touches: ['mediation'] })
}

function OpinionForm({ panel }: Props) {
  const t = useWords(panelWords)
  const give = useAct('giveOpinion')
  return (
    <section className="panel-act">
      <Form
        label={t('giveOpinion')}
        send={t('giveOpinion')}
        busy={give.isPending}
        problem={give.error}
        onSend={(value) =>
          give.mutate({ input: { id: panel.id, words: value('words'), basis: value('basis'), noTie: true } })
        }
      >
        <ProseField
          name="words"
          label={t('opinion')}
          help={t('opinionHelp')}
          required
          minLength={4}
          maxLength={4000}
          rows={6}
        />
        <LineField name="basis" label={t('basis')} help={t('basisHelp')} maxLength={300} />
        <label className="tick">
          <input type="checkbox" name="noTie" required />
          {t('noTie')}
        </label>
      </Form>
      <WithReason panel={panel} verb="stepAside" />
    </section>
  )
}

const MEASURES = [1, 2, 3, 4] as const

function PlanForm({ panel }: Props) {
  const t = useWords(panelWords)
  const today = localDay(useNow())
  const draw = useAct('drawPlan')
  const measures = (value: Values) =>
    MEASURES.filter((no) => value(`words-${no}`)).map((no) => ({
      ...{ words: value(`words-${no}`), owner: value(`owner-${no}`), dueOn: value(`due-${no}`) },
    }))
  const [shown, setShown] = useState(1)
  return (
    <section className="panel-act">
      <Form
        label={t('drawPlan')}
        send={t('drawPlan')}
        busy={draw.isPending}
        problem={draw.error}
        onSend={(value) =>
          draw.mutate({
            input: { id: panel.id, version: panel.version, words: value('plan'), measures: measures(value) },
          })
        }
      >
        <ProseField name="plan" label={t('planWords')} required minLength={4} maxLength={2000} rows={4} />
        {MEASURES.slice(0, shown).map((no) => (
          <div className="panel-measure" key={no}>
            <LineField name={`words-${no}`} label={t('measure', { no })} required minLength={2} maxLength={300} />
            <LineField name={`owner-${no}`} label={t('owner')} required maxLength={40} />
            <LineField name={`due-${no}`} label={t('due')} required type="date" min={today} />
          </div>
        ))}
        {shown < MEASURES.length ? (
          <p>
            <Button look="plain" onPress={() => setShown(shown + 1)}>
              + {t('measure', { no: shown + 1 })}
            </Button>
          </p>
        ) : null}
      </Form>
    </section>
  )
}

function Deciding({ panel }: Props) {
  const accept = useAct('acceptPlan')
  return (
    <Press verb="acceptPlan" panel={panel} busy={accept.isPending} problem={accept.error} onPress={accept.mutate}>
      <WithReason panel={panel} verb="declinePlan" />
    </Press>
  )
}

function Finish({ panel }: Props) {
  const finish = useAct('finishPanel')
  return (
    <Press verb="finishPanel" panel={panel} busy={finish.isPending} problem={finish.error} onPress={finish.mutate} />
  )
}

type PressProps = Props & {
  readonly verb: 'acceptPlan' | 'finishPanel'
  readonly busy: boolean
  readonly problem: CallProblem | null
  readonly onPress: (given: { input: { id: string; version: number } }) => void
  readonly children?: ReactNode
}

function Press({ verb, panel: { id, version }, busy, problem, onPress, children }: PressProps) {
  const t = useWords(panelWords)
  return (
    <section className="panel-act">
      {problem ? <ProblemNote problem={problem} /> : null}
      <p>
        <Button look="primary" busy={busy} onPress={() => onPress({ input: { id, version } })}>
          {t(verb)}
        </Button>
      </p>
      {children}
    </section>
  )
}

type ReasonVerb = 'stepAside' | 'declinePlan' | 'cancelPanel'

/** What cannot be taken back, and why. */
function WithReason({ panel, verb }: Props & { readonly verb: ReasonVerb }) {
  const t = useWords(panelWords)
  const [open, setOpen] = useState(false)
  const { id, version } = panel
  // The three differ in whether they name what was read.
  const act = useCommand(`counsel.${verb}` as 'counsel.declinePlan', { onDone: () => tell(t('saved')) })
  const input = (words: string) => (verb === 'stepAside' ? ({ id, words } as never) : { id, version, words })
  if (!open)
    return (
      <p className="panel-aside">
        <Button look="plain" onPress={() => setOpen(true)}>
          {t(verb)}
        </Button>
      </p>
    )
  return (
    <Form
      label={t(verb)}
      send={t(verb)}
      look="danger"
      busy={act.isPending}
      problem={act.error}
      onCancel={() => setOpen(false)}
      onSend={(value) => act.mutate({ input: input(value('why')) })}
    >
      <LineField
        name="why"
        label={t(verb === 'stepAside' ? 'asideWhy' : 'reason')}
        required
        minLength={2}
        maxLength={300}
      />
    </Form>
  )
}
