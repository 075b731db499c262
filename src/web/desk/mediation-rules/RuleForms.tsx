// Changes one rule: a period, a kind of dispute, a tie, or the days for committees.
import { type Output, useCommand } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { tell } from '#web/parts/Toast.tsx'
import { LineField, TickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { mediationRuleWords } from './words.ts'

export type Period = Output<'mediation.rules'>['rules'][number]
export type Dispute = Output<'mediation.kinds'>['kinds'][number]
export type Tie = Output<'mediation.tieKinds'>['kinds'][number]
export type Days = Output<'committee.kinds'>['rules'][number]

type Of<T> = { readonly one: T; readonly onDone: () => void }

const useSaved = (onDone: () => void) => {
  const t = useWords(mediationRuleWords)
  return { onDone: () => [tell(t('saved')), onDone()] }
}

const numbersOf = (text: string): number[] =>
  text
    .split(/[^0-9]+/)
    .filter(Boolean)
    .map(Number)

export function PeriodForm({ one, onDone }: Of<Period>) {
  const t = useWords(mediationRuleWords)
  const lang = useLang()
  const save = useCommand('mediation.setRule', useSaved(onDone))
  const { code, version } = one
  return (
    <Form
      label={pick(one.zh, one.en, lang)}
      send={t('save')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onDone}
      onSend={(value) =>
        save.mutate({ input: { code, version, numbers: numbersOf(value('numbers')), basis: value('basis') } })
      }
    >
      <h2 className="l">{pick(one.zh, one.en, lang)}</h2>
      <LineField
        name="numbers"
        label={t('number')}
        help={one.numbers.length > 1 ? t('numbersHelp') : undefined}
        required
        inputMode="numeric"
        defaultValue={one.numbers.join(lang === 'zh' ? '、' : ', ')}
      />
      <LineField name="basis" label={t('basis')} required minLength={2} maxLength={120} defaultValue={one.basis} />
    </Form>
  )
}

type Named = { readonly zh: string; readonly en: string; readonly basis: string; readonly retired: boolean }

/** What is worded by the district: both names, the basis, and whether it is still offered. */
function NamedFields({ one }: { readonly one: Named }) {
  const t = useWords(mediationRuleWords)
  return (
    <>
      <LineField name="zh" label={t('zh')} required minLength={2} maxLength={30} defaultValue={one.zh} />
      <LineField name="en" label={t('en')} required minLength={2} maxLength={60} defaultValue={one.en} />
      <LineField name="basis" label={t('basis')} required minLength={2} maxLength={120} defaultValue={one.basis} />
      <TickField name="retired" label={t('retire')} initial={one.retired} />
    </>
  )
}

const namedOf = (value: Values) => ({
  ...{ zh: value('zh'), en: value('en'), basis: value('basis'), retired: value('retired') === 'on' },
})

export function DisputeForm({ one, onDone }: Of<Dispute>) {
  const t = useWords(mediationRuleWords)
  const lang = useLang()
  const save = useCommand('mediation.setKind', useSaved(onDone))
  const { code, version } = one
  return (
    <Form
      label={pick(one.zh, one.en, lang)}
      send={t('save')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onDone}
      onSend={(value) => save.mutate({ input: { code, version, days: Number(value('days')), ...namedOf(value) } })}
    >
      <h2 className="l">{pick(one.zh, one.en, lang)}</h2>
      <LineField name="days" type="number" min={1} max={180} label={t('howMany')} required defaultValue={one.days} />
      <NamedFields one={one} />
    </Form>
  )
}

export function TieForm({ one, onDone }: Of<Tie>) {
  const t = useWords(mediationRuleWords)
  const lang = useLang()
  const save = useCommand('mediation.setTieKind', useSaved(onDone))
  const { version } = one
  const code = one.code as Parameters<typeof save.mutate>[0]['input']['code']
  return (
    <Form
      label={pick(one.zh, one.en, lang)}
      send={t('save')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onDone}
      onSend={(value) => save.mutate({ input: { code, version, ...namedOf(value) } })}
    >
      <h2 className="l">{pick(one.zh, one.en, lang)}</h2>
      <NamedFields one={one} />
    </Form>
  )
}

export function DaysForm({ one, onDone }: Of<Days>) {
  const t = useWords(mediationRuleWords)
  const save = useCommand('committee.setRule', useSaved(onDone))
  const { code, version } = one
  return (
    <Form
      label={t(`rule.${code}`)}
      send={t('save')}
      busy={save.isPending}
      problem={save.error}
      onCancel={onDone}
      onSend={(value) => save.mutate({ input: { code, version, days: Number(value('days')), basis: value('basis') } })}
    >
      <h2 className="l">{t(`rule.${code}`)}</h2>
      <LineField name="days" type="number" min={1} max={3650} label={t('howMany')} required defaultValue={one.days} />
      <LineField name="basis" label={t('basis')} required maxLength={200} defaultValue={one.basis} />
    </Form>
  )
}
