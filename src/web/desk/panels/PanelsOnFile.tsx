// In a mediation file: the panels on it, and the form that convenes one.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { minuteOf } from '#web/day-minute.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, PickField, ProseField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { PanelLink } from './PanelsPage.tsx'
import { panelWords } from './words.ts'
import './panels.css'

type Candidate = Output<'counsel.panels'>['candidates'][number]
const LEAST = 2

export function PanelsOnFile({ mediationId, open }: { readonly mediationId: string; readonly open: boolean }) {
  const t = useWords(panelWords)
  const { data } = useAnswer('counsel.panels', { mediationId }, { keep: true })
  const [convening, setConvening] = useState(false)
  if (!data || (data.panels.length === 0 && !open)) return null
  return (
    <section className="panel-on-file">
      <h2>{t('title')}</h2>
      {data.panels.length > 0 ? (
        <ul className="q-list">
          {data.panels.map((one) => (
            <li key={one.id}>
              <PanelLink panel={one} />
            </li>
          ))}
        </ul>
      ) : null}
      {data.panels.length === 0 && !convening ? <p className="q">{t('onFileNone')}</p> : null}
      {open && !convening ? (
        <p>
          <Button look="plain" onPress={() => setConvening(true)}>
            {t('convene')}
          </Button>
        </p>
      ) : null}
      {convening ? (
        <ConveneForm mediationId={mediationId} candidates={data.candidates} onDone={() => setConvening(false)} />
      ) : null}
    </section>
  )
}

type ConveneProps = {
  readonly mediationId: string
  readonly candidates: readonly Candidate[]
  readonly onDone: () => void
}

function ConveneForm({ mediationId, candidates, onDone }: ConveneProps) {
  const t = useWords(panelWords)
  const lang = useLang()
  const today = localDay(useNow())
  const rooms = useAnswer('room.list', {}).data?.rooms ?? []
  const convene = useCommand('counsel.convenePanel', { onDone: () => [tell(t('convened')), onDone()] })
  const asked = (value: Values) =>
    candidates.filter((one) => value(`member-${one.accountId}`)).map(({ accountId, role }) => ({ accountId, role }))
  if (candidates.length < LEAST) return <p>{t('nobody')}</p>
  return (
    <Form
      label={t('convene')}
      send={t('convene')}
      busy={convene.isPending}
      problem={convene.error}
      onCancel={onDone}
      onSend={(value) =>
        convene.mutate({
          input: {
            ...{ mediationId, question: value('question'), summary: value('summary'), roomId: value('roomId') },
            ...{ day: value('day'), from: minuteOf(value('from')) ?? 0, to: minuteOf(value('to')) ?? 0 },
            members: asked(value),
          },
        })
      }
    >
      <LineField
        name="question"
        label={t('question')}
        help={t('questionHelp')}
        required
        minLength={4}
        maxLength={500}
      />
      <ProseField
        name="summary"
        label={t('summary')}
        help={t('summaryHelp')}
        required
        minLength={10}
        maxLength={4000}
        rows={5}
      />
      <fieldset className="f">
        <legend>{t('members')}</legend>
        {candidates.map((one) => (
          <label className="tick" key={one.accountId}>
            <input type="checkbox" name={`member-${one.accountId}`} />
            {one.name} <span className="q">{`${t(one.role)} · ${one.from}`}</span>
          </label>
        ))}
      </fieldset>
      <PickField
        name="roomId"
        label={t('room')}
        required
        options={rooms.map((one) => ({ value: one.id, label: pick(one.name, one.nameEn, lang) }))}
      />
      <div className="panel-when">
        <LineField name="day" label={t('day')} type="date" required min={today} />
        <LineField name="from" label={t('from')} type="time" required defaultValue="14:00" />
        <LineField name="to" label={t('to')} type="time" required defaultValue="16:00" />
      </div>
    </Form>
  )
}
