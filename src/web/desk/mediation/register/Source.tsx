// How a dispute came to the desk, and the letter of whoever refers it.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { LETTER_STAGES, REFERRERS, SOURCES } from '#modules/mediation/lifecycle.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { ChoiceField, LineField, PickField } from '../../parts/Field.tsx'
import type { Values } from '../../parts/Form.tsx'
import { bodyWords } from '../choice-words.ts'
import { registerWords } from './words.ts'

/** As the contract wants it: a letter only where it has a number. */
export function sourceOf(value: Values) {
  const source = value('source') as (typeof SOURCES)[number]
  if (source !== 'referred') return { source }
  const stage = value('stage')
  const letter = {
    ...{ no: value('letterNo'), on: value('letterOn') },
    ...(stage ? { stage: stage as (typeof LETTER_STAGES)[number] } : {}),
    ...(value('replyBy') ? { replyBy: value('replyBy') } : {}),
  }
  return {
    ...{ source, referredBy: value('referredBy') as (typeof REFERRERS)[number] },
    ...(letter.no ? { letter } : {}),
  }
}

export function Source() {
  const t = useWords(registerWords)
  const [source, setSource] = useState('applied')
  return (
    <>
      <ChoiceField
        name="source"
        label={t('source')}
        options={SOURCES.map((value) => ({ value, label: t(value) }))}
        initial={source}
        onChange={setSource}
      />
      {source === 'referred' ? <Letter /> : null}
    </>
  )
}

function Letter() {
  const t = useWords(registerWords)
  const lang = useLang()
  const today = localDay(useNow())
  const [by, setBy] = useState<string>(REFERRERS[0])
  return (
    <fieldset className="f">
      <legend>{t('referred')}</legend>
      <PickField
        name="referredBy"
        label={t('referredBy')}
        options={REFERRERS.map((value) => ({ value, label: bodyWords[value][lang] }))}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      {by === 'court' ? (
        <PickField
          name="stage"
          label={t('stage')}
          options={LETTER_STAGES.map((value) => ({ value, label: t(value) }))}
        />
      ) : null}
      <LineField name="letterNo" label={t('letterNo')} help={t('letterNoHelp')} maxLength={60} />
      <LineField name="letterOn" label={t('letterOn')} type="date" max={today} defaultValue={today} />
      <LineField name="replyBy" label={t('replyBy')} help={t('replyByHelp')} type="date" min={today} />
    </fieldset>
  )
}
