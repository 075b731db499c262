// Adds a question or changes one: what is asked, how it is answered, of which kind, and retiring it.
import { useState } from 'react'
import { useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { ChangedNote } from '../parts/ChangedNote.tsx'
import { LineField, PickField, TickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { LineRows, linesOf, useDrafts } from '../rooms/LineRows.tsx'
import type { Question, Questions } from './QuestionsPage.tsx'
import { questionWords } from './words.ts'

const TYPES = ['string', 'text', 'number', 'datetime', 'singlevaluelist', 'multivaluelist'] as const

/** A key for a choice that has none yet, from its English name. */
const keyOf = (en: string, at: number) =>
  en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 30) || `choice-${at + 1}`

type QuestionFormProps = Pick<Questions, 'kinds'> & {
  readonly question: Question | undefined
  readonly may: boolean
  readonly onDone: (id: string) => void
  readonly onCancel: () => void
  /** Opens it anew, as it is now. */
  readonly onReload: () => void
}

export function QuestionForm({ question: shown, kinds, may, onDone, onCancel, onReload }: QuestionFormProps) {
  // What was read when the form was opened: a change by somebody else must not slip under what is typed here.
  const [question] = useState(shown)
  const [type, setType] = useState<string>(question?.datatype ?? 'string')
  const t = useWords(questionWords)
  const lang = useLang()
  const choices = useDrafts((question?.choices ?? []).map(({ key, zh, en }) => ({ id: key, zh, en })))
  const save = useCommand('open311.setQuestion', { onDone: () => tell(t('saved')) })
  const isList = type.endsWith('valuelist')
  const inputOf = (value: Values) => ({
    ...{
      kind: question?.kind ?? value('kind'),
      code: question?.code ?? value('code'),
      version: question?.version ?? 0,
    },
    datatype: TYPES.find((one) => one === type) ?? 'string',
    required: value('required') === 'on',
    ...{ asksZh: value('asksZh'), asksEn: value('asksEn'), helpZh: value('helpZh'), helpEn: value('helpEn') },
    choices: isList
      ? linesOf('choices', choices.drafts, value).map(({ id, zh, en }, at) => ({ key: id ?? keyOf(en, at), zh, en }))
      : [],
    sort: Number(value('sort')),
    retired: value('retired') === 'on',
  })
  const title = question ? pick(question.asksZh, question.asksEn, lang) : t('add')
  return (
    <>
      <h2 className="l">{title}</h2>
      <fieldset disabled={!may}>
        <Form
          label={title}
          send={t('save')}
          busy={save.isPending}
          problem={save.error}
          onCancel={onCancel}
          onSend={(value) => save.mutate({ input: inputOf(value) }, { onSuccess: ({ id }) => onDone(id) })}
        >
          {question ? null : <NewFields kinds={kinds} />}
          <LineField name="asksZh" label={t('asksZh')} defaultValue={question?.asksZh} required maxLength={60} />
          <LineField name="asksEn" label={t('asksEn')} defaultValue={question?.asksEn} required maxLength={120} />
          <LineField name="helpZh" label={t('helpZh')} defaultValue={question?.helpZh} maxLength={120} />
          <LineField name="helpEn" label={t('helpEn')} defaultValue={question?.helpEn} maxLength={240} />
          <PickField
            name="datatype"
            label={t('type')}
            value={type}
            onChange={({ target }) => setType(target.value)}
            options={TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
          />
          {isList ? (
            <LineRows {...choices} name="choices" legend={t('choices')} help={t('choicesHelp')} most={[60, 120]} />
          ) : null}
          <TickField name="required" label={t('required')} initial={question?.required ?? false} />
          <LineField
            name="sort"
            label={t('sort')}
            help={t('sortHelp')}
            type="number"
            min={-10_000}
            max={10_000}
            required
            defaultValue={question?.sort ?? 50}
          />
          {question ? <TickField name="retired" label={t('retire')} initial={question.retired} /> : null}
          <ChangedNote problem={save.error} onReload={onReload} />
        </Form>
      </fieldset>
    </>
  )
}

function NewFields({ kinds }: Pick<Questions, 'kinds'>) {
  const t = useWords(questionWords)
  const lang = useLang()
  const check = (input: HTMLInputElement) =>
    input.setCustomValidity(/^[A-Z][A-Z0-9_]{0,19}$/.test(input.value) ? '' : t('codeOdd'))
  return (
    <>
      <LineField
        name="code"
        label={t('code')}
        help={t('codeHelp')}
        required
        maxLength={20}
        onChange={({ target }) => check(target)}
      />
      <PickField
        name="kind"
        label={t('of')}
        defaultValue=""
        options={[
          { value: '', label: t('every') },
          ...kinds.map(({ code, zh, en }) => ({ value: code, label: `${code} ${pick(zh, en, lang)}` })),
        ]}
      />
    </>
  )
}
