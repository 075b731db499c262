// What is asked of somebody at the door: only what is not known yet, and nothing that another answer says already.
import { useState } from 'react'
import { relationWords, sexWords } from '#modules/register/words.ts'
import { useLang, useWords } from '#web/lang.ts'
import type { Asked } from './Known.tsx'
import { RELATIONS, sexOf } from './relation-sex.ts'
import { visitWords } from './words.ts'

type PersonAskedProps = {
  readonly id: string
  readonly missing: readonly Asked[]
  /** Chosen until he says otherwise. */
  readonly relation: string
}

export function PersonAsked({ id, missing, relation: usual }: PersonAskedProps) {
  const t = useWords(visitWords)
  const lang = useLang()
  const [relation, setRelation] = useState(usual)
  const asks = (field: Asked) => missing.includes(field)
  return (
    <>
      {asks('relation') ? (
        <fieldset className="f">
          <legend>{t('relation')}</legend>
          <div className="choices three">
            {RELATIONS.map(([code]) => (
              <label className="choice" key={code}>
                <input
                  type="radio"
                  name="relation"
                  value={code}
                  checked={relation === code}
                  onChange={() => setRelation(code)}
                />
                {relationWords[code]?.[lang]}
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      {asks('sex') && !sexOf(relation) ? (
        <fieldset className="f">
          <legend>{t('sex')}</legend>
          <div className="choices two">
            {['1', '2'].map((value) => (
              <label className="choice" key={value}>
                <input type="radio" name="sex" value={value} />
                {sexWords[value]?.[lang]}
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      {asks('birth') ? (
        <div className="f">
          <label htmlFor={`${id}birth`}>{t('birth')}</label>
          <p className="help" id={`${id}birth-help`}>
            {t('birthHelp')}
          </p>
          <input
            id={`${id}birth`}
            name="birth"
            inputMode="numeric"
            maxLength={11}
            autoComplete="off"
            aria-describedby={`${id}birth-help`}
          />
        </div>
      ) : null}
      {asks('phone') ? (
        <div className="f">
          <label htmlFor={`${id}phone`}>{t('phone')}</label>
          <input id={`${id}phone`} name="phone" type="tel" maxLength={25} autoComplete="off" />
        </div>
      ) : null}
      {asks('need') ? (
        <details className="f">
          <summary>{t('need')}</summary>
          <textarea aria-label={t('need')} name="need" rows={2} maxLength={300} />
        </details>
      ) : null}
    </>
  )
}
