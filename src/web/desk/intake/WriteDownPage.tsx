// A matter that came by phone or at the counter, written down while somebody tells it.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { NAMED_WAYS } from '#modules/matter/lifecycle.ts'
import { type Input, type Output, useAnswer, useCommand } from '#web/call.ts'
import { useLater } from '#web/field/report/use-later.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { clockTime } from '#web/parts/when.ts'
import { useTitle } from '../frame/use-title.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { ChoiceField, LineField, PickField, ProseField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { NearMatters } from './NearMatters.tsx'
import { intakeWords } from './words.ts'
import './intake.css'

/** Ways that a desk hears of a matter; a line of the ledger is raised from the ledger. */
const WAYS = ['phone', 'counter', 'patrol', 'desk'] as const
type Preview = Output<'matter.preview'>

const reportOf = (value: Values, areaId: string, sameAs: string | undefined): Input<'matter.report'> => {
  const way = NAMED_WAYS.find((one) => one === value('way'))
  return {
    ...{ areaId, words: value('words'), spot: value('spot'), photos: [] },
    ...(way ? { way } : {}),
    ...(value('kind') ? { kind: value('kind') } : {}),
    ...(value('name') ? { name: value('name') } : {}),
    ...(value('phone') ? { phone: value('phone') } : {}),
    ...(sameAs ? { sameAs } : {}),
  }
}

export function WriteDownPage() {
  const t = useWords(intakeWords)
  useTitle(t('newTitle'))
  const [sent, setSent] = useState<Output<'matter.report'>>()
  const [round, setRound] = useState(0)
  return (
    <main className="one">
      <article className="sheet page-note">
        <h1>{t('newTitle')}</h1>
        <p className="q">{t('newLead')}</p>
        {sent ? <Sent sent={sent} /> : null}
        <NewMatter
          key={round}
          onSent={(answer) => {
            setSent(answer)
            setRound(round + 1)
            scrollTo({ top: 0 })
          }}
        />
      </article>
    </main>
  )
}

function Sent({ sent }: { readonly sent: Output<'matter.report'> }) {
  const t = useWords(intakeWords)
  const lang = useLang()
  const now = useNow()
  return (
    <p className="note" role="status">
      <Icon name="check" />
      <span>
        {t('sent', { no: sent.no, when: clockTime(sent.promisedAt, now, lang) })}{' '}
        <Link to="/desk/matters/$id" params={{ id: sent.id }}>
          {t('openIt')}
        </Link>
      </span>
    </p>
  )
}

function NewMatter({ onSent }: { readonly onSent: (answer: Output<'matter.report'>) => void }) {
  const t = useWords(intakeWords)
  const [words, setWords] = useState('')
  const [area, setArea] = useState<string>()
  const [kind, setKind] = useState('')
  const [sameAs, setSameAs] = useState<string>()
  const report = useCommand('matter.report', { onDone: onSent })
  const rested = useLater(words.trim())
  const enough = rested.length > 1 && area !== undefined
  const { data } = useAnswer(
    'matter.preview',
    { areaId: area ?? '', words: rested, ...(kind ? { kind } : {}) },
    { enabled: enough, keep: true },
  )
  const preview = enough ? data : undefined
  return (
    <div className="new-matter-page">
      <Form
        label={t('newTitle')}
        send={t('send')}
        busy={report.isPending}
        problem={report.error}
        consequence={t('after')}
        onSend={(value) => area && report.mutate({ input: reportOf(value, area, sameAs) })}
      >
        <ChoiceField
          name="way"
          label={t('way')}
          initial="phone"
          options={WAYS.map((value) => ({ value, label: t(`way.${value}`) }))}
        />
        <ProseField
          name="words"
          label={t('words')}
          help={t('wordsHelp')}
          rows={4}
          required
          minLength={2}
          maxLength={2000}
          onChange={({ target }) => setWords(target.value)}
        />
        <Hints preview={preview} />
        <AreaField name="area" label={t('where')} required onChange={(one) => setArea(one?.id)} />
        <LineField name="spot" label={t('spot')} help={t('spotHelp')} maxLength={60} />
        <KindChoice preview={preview} onChange={setKind} />
        <div className="row2">
          <LineField name="name" label={t('name')} maxLength={40} />
          <LineField name="phone" label={t('phone')} type="tel" maxLength={20} />
        </div>
        <p className="s q">{t('phoneHelp')}</p>
      </Form>
      <NearMatters areaId={area} words={rested} kind={kind} chosen={sameAs} onChoose={setSameAs} />
    </div>
  )
}

/** What the words seem to hold that is not needed, and danger before everything. */
function Hints({ preview }: { readonly preview: Preview | undefined }) {
  const t = useWords(intakeWords)
  if (!preview || (preview.hints.length === 0 && !preview.emergency)) return null
  return (
    <div role="status">
      {preview.emergency ? (
        <p className="note late">
          <Icon name="warn" />
          <b>{t('danger', { call: preview.emergency.call })}</b>
        </p>
      ) : null}
      {preview.hints.map((hint) => (
        <p key={hint} className="note">
          <Icon name="info" />
          <span>{t(`hint.${hint}`)}</span>
        </p>
      ))}
    </div>
  )
}

/** All kinds, and above them what the words sound like. */
function KindChoice({
  preview,
  onChange,
}: {
  readonly preview: Preview | undefined
  readonly onChange: (code: string) => void
}) {
  const t = useWords(intakeWords)
  const lang = useLang()
  const kinds = useAnswer('matter.kinds', {}, { staleMs: 600_000 })
  const guess = preview?.kind.sure ? t('kindGuess', { kind: pick(preview.kind.zh, preview.kind.en, lang) }) : undefined
  return (
    <PickField
      name="kind"
      label={t('kind')}
      help={guess}
      onChange={({ target }) => onChange(target.value)}
      options={[
        { value: '', label: t('kindLater') },
        ...(kinds.data?.kinds ?? []).map(({ code, zh, en }) => ({
          value: code,
          label: `${pick(zh, en, lang)} ${code}`,
        })),
      ]}
    />
  )
}
