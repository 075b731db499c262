// The two sides of a dispute as they are first written down.
import { useWords } from '#web/lang.ts'
import { LineField, PickField, TickField } from '../../parts/Field.tsx'
import type { Values } from '../../parts/Form.tsx'
import { partyKindWords } from '../choice-words.ts'
import { registerWords } from './words.ts'

export const SIDES = ['applicant', 'respondent'] as const
type Side = (typeof SIDES)[number]

/** The party as the contract wants it; one whom Linli knows as the reporter is not typed again. */
export function partyOf(side: Side, value: Values) {
  const of = (name: string) => value(`${side}-${name}`)
  const kind = of('kind') as 'person'
  const consent = of('consent') === 'agreed' ? ('agreed' as const) : ('open' as const)
  if (of('reporter') === 'on') return { side, kind, consent, reporter: true }
  return {
    ...{ side, kind, consent, name: of('name'), address: of('home') },
    ...(of('phone') ? { phone: of('phone') } : {}),
  }
}

type OneSideProps = {
  readonly side: Side
  readonly lang: 'zh' | 'en'
  /** Whether he may be whoever reported the matter. */
  readonly mayBeReporter: boolean
  readonly isReporter: boolean
  readonly onReporter: (is: boolean) => void
}

export function OneSide({ side, lang, mayBeReporter, isReporter, onReporter }: OneSideProps) {
  const t = useWords(registerWords)
  const kinds = (['person', 'group', 'organisation'] as const).map((value) => ({
    value,
    label: partyKindWords[value][lang],
  }))
  return (
    <fieldset className="f">
      <legend>{t(side)}</legend>
      {mayBeReporter ? <TickField name={`${side}-reporter`} label={t('reporter')} onChange={onReporter} /> : null}
      <PickField name={`${side}-kind`} label={t('partyKind')} options={kinds} />
      {isReporter ? null : (
        <>
          <LineField name={`${side}-name`} label={t('name')} required maxLength={60} />
          <LineField name={`${side}-phone`} label={t('phone')} type="tel" maxLength={20} />
          <LineField name={`${side}-home`} label={t('home')} maxLength={120} />
        </>
      )}
      <PickField
        name={`${side}-consent`}
        label={t('consent')}
        options={[
          { value: 'open', label: t('open') },
          { value: 'agreed', label: t('agreed') },
        ]}
        defaultValue={side === 'applicant' ? 'agreed' : 'open'}
      />
    </fieldset>
  )
}
