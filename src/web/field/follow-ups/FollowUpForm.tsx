// One follow-up: does it hold, and one sentence. Kept while it is typed, sent once.
import { askAgain } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { Button } from '#web/parts/Button.tsx'
import { dayAhead } from '#web/parts/day-of.ts'
import { tell } from '#web/parts/Toast.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { SendNote } from '../SendNote.tsx'
import { useSend } from '../use-send.ts'
import type { FollowUp } from './FollowUps.tsx'
import { followUpWords } from './words.ts'

const WAYS = ['visit', 'phone', 'message'] as const
const CONTENT = ['both', 'one', 'neither'] as const
type Fields = {
  readonly holds: boolean | null
  readonly words: string
  readonly way: (typeof WAYS)[number]
  readonly content: (typeof CONTENT)[number] | null
}
const EMPTY: Fields = { holds: null, words: '', way: 'visit', content: null }
type Props = { readonly one: FollowUp; readonly account: string; readonly onDone: () => void }

export function FollowUpForm({ one, account, onDone }: Props) {
  const t = useWords(followUpWords)
  const now = useNow()
  const about = { name: `${account}/mediation.followUp/${one.id}`, title: one.title, page: '/follow-ups' }
  const draft = useDraft(about, EMPTY)
  const { holds, words, way, content } = { ...EMPTY, ...draft.fields }
  const send = useSend(
    'mediation.followUp',
    ({ alsoDone }) => {
      void askAgain('mediation')
      tell(alsoDone > 0 ? t('savedToo', { count: alsoDone }) : t('saved'))
      onDone()
    },
    draft,
  )
  const choice = (is: boolean, word: 'yes' | 'no') => (
    <button type="button" className="btn" aria-pressed={holds === is} onClick={() => draft.change({ holds: is })}>
      {t(word)}
    </button>
  )
  const ready = holds !== null && words.trim().length >= 2
  return (
    <div className="follow-up-form">
      <fieldset className="f">
        <legend>{t('holds')}</legend>
        <div className="pair">
          {choice(true, 'yes')}
          {choice(false, 'no')}
        </div>
      </fieldset>
      {holds === false ? <p className="s q">{t('relapse')}</p> : null}
      <HowItWas way={way} content={content} onChange={draft.change} />
      <div className="f">
        <label htmlFor={`words-${one.id}`}>{t('words')}</label>
        <p className="help" id={`help-${one.id}`}>
          {t('wordsHelp')}
        </p>
        <textarea
          id={`words-${one.id}`}
          rows={3}
          maxLength={2000}
          aria-describedby={`help-${one.id}`}
          value={words}
          onChange={({ target }) => draft.change({ words: target.value })}
        />
      </div>
      <SendNote problem={send.error} failed={draft.failed && !send.isPending} onDrop={draft.drop} />
      <Button
        look="primary"
        block
        isDisabled={!ready}
        busy={send.isPending}
        busyLabel={t('saving')}
        onPress={() => {
          const on = dayAhead(now, 0)
          if (holds === null) return
          const said = { on, holds, words: words.trim(), way, ...(content ? { content } : {}) }
          send.mutate({ id: one.mediationId, followUpId: one.id, ...said })
        }}
      >
        {t('save')}
      </Button>
      <Button look="plain" block onPress={onDone}>
        {t('cancel')}
      </Button>
    </div>
  )
}

type HowProps = Pick<Fields, 'way' | 'content'> & { readonly onChange: (part: Partial<Fields>) => void }

function HowItWas({ way, content, onChange }: HowProps) {
  const t = useWords(followUpWords)
  return (
    <>
      <OneOf
        legend={t('way')}
        chosen={way}
        options={WAYS.map((one) => [one, t(`way.${one}`)] as const)}
        onChoose={(one) => onChange({ way: one })}
      />
      <OneOf
        legend={t('content')}
        chosen={content}
        options={CONTENT.map((one) => [one, t(`content.${one}`)] as const)}
        onChoose={(one) => onChange({ content: content === one ? null : one })}
      />
    </>
  )
}

type OneOfProps<K extends string> = {
  readonly legend: string
  readonly chosen: K | null
  readonly options: readonly (readonly [value: K, label: string])[]
  readonly onChoose: (value: K) => void
}

function OneOf<K extends string>({ legend, chosen, options, onChoose }: OneOfProps<K>) {
  return (
    <fieldset className="f">
      <legend>{legend}</legend>
      <div className="thirds">
        {options.map(([value, label]) => (
          <button
            key={value}
            type="button"
            className="btn"
            aria-pressed={chosen === value}
            onClick={() => onChoose(value)}
          >
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
