// Entering somebody at the door, or what was missing of him: the name first, everything else may be left out.
import { type FormEvent, useState } from 'react'
import { relationWords, sexWords } from '#modules/register/words.ts'
import { useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { tell } from '#web/parts/Toast.tsx'
import type { Asked, HomeFull, Person } from './Known.tsx'
import { visitWords } from './words.ts'

type PersonFormProps = {
  readonly home: HomeFull
  readonly visit: string
  /** Undefined: somebody new. */
  readonly person: Person | undefined
  /** What is asked besides the name. */
  readonly missing: readonly Asked[]
  readonly onDone: () => void
}

const HEAD = '02'
/** Those met at most doors; the others are entered at the desk. */
const RELATIONS = ['02', '10', '20', '30', '28', '38', '41', '42', '50', '60', '70', '97', '99'] as const

export function PersonForm({ home, visit, person, missing, onDone }: PersonFormProps) {
  const t = useWords(visitWords)
  const [another, setAnother] = useState(false)
  const done = () => {
    tell(t('saved'))
    onDone()
  }
  const enter = useCommand('register.enter', { onDone: done })
  const change = useCommand('register.change', { onDone: done })
  const problem = enter.error ?? change.error
  const head = home.inside.find((one) => one.householdId && one.relation === HEAD)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const said = (name: string) => String(data.get(name) ?? '').trim()
    const texts = Object.fromEntries(
      ['phone', 'birth', 'need', 'relation'].flatMap((name) => (said(name) ? [[name, said(name)]] : [])),
    )
    const sex = said('sex') ? { sex: Number(said('sex')) as 1 | 2 } : {}
    const name = said('name') ? { name: said('name') } : {}
    if (person)
      change.mutate({ input: { id: person.id, version: person.version, visitId: visit, ...texts, ...sex, ...name } })
    else
      enter.mutate({
        input: {
          ...{ homeId: home.id, visitId: visit, name: said('name'), another, ...texts, ...sex },
          class: said('floating') === 'on' ? 'floating' : 'registered',
          household: texts.relation === HEAD || !head?.householdId ? 'new' : head.householdId,
        },
      })
  }
  return (
    <form className="visit-form" onSubmit={send}>
      <div className="f">
        <label htmlFor="name">{t('name')}</label>
        {person ? <p className="help">{t('nameEmpty')}</p> : null}
        <input id="name" name="name" required={!person} maxLength={60} autoComplete="off" />
      </div>
      <PersonAsked missing={missing} />
      {person ? null : (
        <label className="tick">
          <input type="checkbox" name="floating" />
          {t('floating')}
        </label>
      )}
      <ProblemNote problem={problem} />
      {problem?.code === 'register.known' && !person ? (
        <label className="tick">
          <input type="checkbox" checked={another} onChange={({ target }) => setAnother(target.checked)} />
          {t('another')}
        </label>
      ) : null}
      <div className="visit-row">
        <button type="submit" className="btn primary" disabled={enter.isPending || change.isPending}>
          {t('save')}
        </button>
        <button type="button" className="btn plain" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}

/** Only what is not known yet. */
function PersonAsked({ missing }: { readonly missing: readonly Asked[] }) {
  const t = useWords(visitWords)
  const lang = useLang()
  const asks = (field: Asked) => missing.includes(field)
  return (
    <>
      {asks('phone') ? (
        <div className="f">
          <label htmlFor="phone">{t('phone')}</label>
          <input id="phone" name="phone" type="tel" maxLength={25} autoComplete="off" />
        </div>
      ) : null}
      {asks('birth') ? (
        <div className="f">
          <label htmlFor="birth">{t('birth')}</label>
          <input id="birth" name="birth" type="date" />
        </div>
      ) : null}
      {asks('sex') ? (
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
      {asks('relation') ? (
        <div className="f">
          <label htmlFor="relation">{t('relation')}</label>
          <select id="relation" name="relation" defaultValue="">
            <option value="">–</option>
            {RELATIONS.map((code) => (
              <option key={code} value={code}>
                {relationWords[code]?.[lang]}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {asks('need') ? (
        <div className="f">
          <label htmlFor="need">{t('need')}</label>
          <textarea id="need" name="need" rows={2} maxLength={300} />
        </div>
      ) : null}
    </>
  )
}
