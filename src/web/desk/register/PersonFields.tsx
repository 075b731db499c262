// The fields of an entry as they are asked: what is required stands first.
import { classWords, relationWords, sexWords } from '#modules/register/words.ts'
import { useLang, useWords } from '#web/lang.ts'
import { LineField, PickField, ProseField } from '../parts/Field.tsx'
import type { Values } from '../parts/Form.tsx'
import { registerWords } from './words.ts'

type PersonFieldsProps = {
  /** Entered anew: the name is needed, and nothing is kept by leaving it empty. */
  readonly anew: boolean
  readonly sex?: string
  readonly relation?: string
  readonly of?: 'registered' | 'floating'
}

export function PersonFields({ anew, sex = '9', relation = '', of = 'registered' }: PersonFieldsProps) {
  const t = useWords(registerWords)
  const lang = useLang()
  const options = (words: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(words).map(([value, word]) => ({ value, label: word[lang] }))
  return (
    <>
      <LineField name="name" label={t('name')} required={anew} maxLength={60} />
      <PickField
        name="class"
        label={t('class')}
        defaultValue={of}
        options={(['registered', 'floating'] as const).map((value) => ({ value, label: classWords[value][lang] }))}
      />
      <LineField name="number" label={t('number')} help={t('numberHelp')} maxLength={18} />
      <LineField name="birth" label={t('birth')} type="date" />
      <PickField name="sex" label={t('sex')} defaultValue={sex} options={options(sexWords)} />
      <LineField name="phone" label={t('phone')} type="tel" maxLength={25} />
      <PickField
        name="relation"
        label={t('relation')}
        defaultValue={relation}
        options={[{ value: '', label: '–' }, ...options(relationWords).sort((a, b) => a.value.localeCompare(b.value))]}
      />
      <LineField name="homePlace" label={t('homePlace')} maxLength={100} />
      <ProseField name="need" label={t('need')} help={t('needHelp')} maxLength={300} rows={2} />
    </>
  )
}

/** The texts that were filled in. */
export const filledIn = (value: Values) =>
  Object.fromEntries(
    (['name', 'number', 'birth', 'phone', 'homePlace', 'need'] as const).flatMap((name) =>
      value(name) ? [[name, value(name)]] : [],
    ),
  )

export const chosenIn = (value: Values) => ({
  class: value('class') === 'floating' ? ('floating' as const) : ('registered' as const),
  sex: Number(value('sex')) as 0 | 1 | 2 | 9,
  relation: value('relation'),
})
