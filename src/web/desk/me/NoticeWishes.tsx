// How one wishes to be told: when the digest comes, by e-mail too or not, and when it is quiet.
import { useState } from 'react'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { minuteOf, timeOf } from '#web/day-minute.ts'
import { useWords } from '#web/lang.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { SkeletonText } from '#web/parts/Skeleton.tsx'
import { tell } from '#web/parts/Toast.tsx'
import { ChoiceField, LineField, TickField } from '../parts/Field.tsx'
import { Form, type Values } from '../parts/Form.tsx'
import { meWords } from './words.ts'

type Answer = Output<'notice.wishes'>
type Wishes = Answer['wishes']
const QUIETS = ['usual', 'own', 'none'] as const

export function NoticeWishes() {
  const t = useWords(meWords)
  const { data, error } = useAnswer('notice.wishes', {})
  return (
    <section className="part">
      <h2>{t('told')}</h2>
      {data ? <Fields key={data.wishes.version} {...data} /> : null}
      {data || error ? null : <SkeletonText lines={4} />}
      <ProblemNote problem={error} />
    </section>
  )
}

const inputOf = (before: Wishes, value: Values) => {
  const quiet = QUIETS.find((one) => one === value('quiet')) ?? 'usual'
  const email = value('email')
  return {
    version: before.version,
    digestAt: minuteOf(value('digestAt')),
    digestEmail: value('digestEmail') === 'on',
    quiet,
    quietFrom: quiet === 'own' ? minuteOf(value('quietFrom')) : null,
    quietTo: quiet === 'own' ? minuteOf(value('quietTo')) : null,
    // The field shows the masked address: left as it is, nothing is sent; emptied, it is deleted.
    ...(email === (before.email ?? '') ? {} : { email: email || null }),
  }
}

function Fields({ wishes, rule }: Answer) {
  const t = useWords(meWords)
  const [quiet, setQuiet] = useState<string>(wishes.quiet)
  const save = useCommand('notice.setWishes', { onDone: () => tell(t('toldSaved')) })
  const street = { from: timeOf(rule.quietFrom), to: timeOf(rule.quietTo) }
  return (
    <Form
      label={t('told')}
      send={t('toldSave')}
      busy={save.isPending}
      problem={save.error}
      onSend={(value) => save.mutate({ input: inputOf(wishes, value) })}
    >
      <LineField
        name="digestAt"
        label={t('digestAt')}
        help={t('digestHelp')}
        type="time"
        defaultValue={timeOf(wishes.digestAt ?? rule.digestAt)}
        required
      />
      <ChoiceField
        name="quiet"
        label={t('quiet')}
        help={t('quietHelp')}
        initial={wishes.quiet}
        onChange={setQuiet}
        options={QUIETS.map((value) => ({ value, label: t(`quiet.${value}`, street) }))}
      />
      {quiet === 'own' ? (
        <div className="row2">
          <LineField
            name="quietFrom"
            label={t('quietFrom')}
            type="time"
            defaultValue={timeOf(wishes.quietFrom ?? rule.quietFrom)}
            required
          />
          <LineField
            name="quietTo"
            label={t('quietTo')}
            type="time"
            defaultValue={timeOf(wishes.quietTo ?? rule.quietTo)}
            required
          />
        </div>
      ) : null}
      <LineField
        name="email"
        label={t('email')}
        help={t('emailHelp')}
        inputMode="email"
        autoComplete="email"
        maxLength={120}
        defaultValue={wishes.email ?? ''}
      />
      <TickField name="digestEmail" label={t('digestEmail')} initial={wishes.digestEmail} />
    </Form>
  )
}
