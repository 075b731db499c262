// Entering somebody at the door, or what was missing of him: the name first, everything else may be left out.
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#web/lang.ts'
import { readBirthDay } from './birth-day.ts'
import type { Asked, HomeFull, Person } from './Known.tsx'
import { PersonAsked } from './PersonAsked.tsx'
import { HEAD, sexOf } from './relation-sex.ts'
import type { Door, Refusal } from './use-door.ts'
import { visitWords } from './words.ts'

type PersonFormProps = {
  readonly home: HomeFull
  readonly door: Door
  /** Undefined: somebody new. */
  readonly person: Person | undefined
  /** What is asked besides the name. */
  readonly missing: readonly Asked[]
  readonly onDone: () => void
  /** Saved, and the next one of the family at once. */
  readonly onNext?: () => void
}

/** The household that somebody new joins: the head's, also when the head is still on the phone. */
function householdIn(home: HomeFull, door: Door, relation: string): string {
  if (relation === HEAD) return 'new'
  const head = home.inside.find((one) => one.householdId && one.relation === HEAD)
  if (head?.householdId) return head.householdId
  const waiting = door.visiting?.steps.find(({ act, input }) => act === 'enter' && input.household === 'new')
  return waiting ? `@${waiting.key}` : 'new'
}

/** The first one of a home is its head; a family is registered here or elsewhere as its head is. */
function usualIn(home: HomeFull, door: Door) {
  const waiting = door.visiting?.steps.filter(({ act }) => act === 'enter') ?? []
  const empty = home.inside.length === 0 && waiting.length === 0
  const floats = home.inside.length ? home.inside[0]!.class === 'floating' : waiting[0]?.input.class === 'floating'
  return { relation: empty ? HEAD : '', floats }
}

export function PersonForm({ home, door, person, missing, onDone, onNext }: PersonFormProps) {
  const t = useWords(visitWords)
  const id = useId()
  const name = useRef<HTMLInputElement>(null)
  const [another, setAnother] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [usual] = useState(() => usualIn(home, door))
  useEffect(() => name.current?.focus(), [])

  const stepIn = (said: (field: string) => string, birth: string) => {
    const texts = Object.fromEntries(
      (['phone', 'need', 'relation'] as const).flatMap((field) => (said(field) ? [[field, said(field)]] : [])),
    )
    const sex = sexOf(said('relation')) ?? Number(said('sex'))
    const told = { ...texts, ...(birth ? { birth } : {}), ...(sex ? { sex } : {}) }
    if (person)
      return { id: person.id, version: person.version, ...told, ...(said('name') ? { name: said('name') } : {}) }
    return {
      ...{ homeId: home.id, name: said('name'), another, ...told },
      ...{ class: said('floating') === 'on' ? 'floating' : 'registered' },
      household: householdIn(home, door, said('relation')),
    }
  }
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const more = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'next'
    const said = (field: string) => String(data.get(field) ?? '').trim()
    const birth = readBirthDay(said('birth'))
    if (birth === undefined) return setRefusal({ code: 'visit.birth', message: t('birthWrong') })
    setBusy(true)
    setRefusal(undefined)
    const step = stepIn(said, birth)
    const answer = await door.give(person ? 'change' : 'enter', step, said('name') || person?.name)
    setBusy(false)
    if (answer.refusal) return setRefusal(answer.refusal)
    if (more) onNext?.()
    else onDone()
  }
  return (
    <form className="visit-form" onSubmit={(event) => void send(event)}>
      <div className="f">
        <label htmlFor={`${id}name`}>{t('name')}</label>
        {person ? <p className="help">{t('nameEmpty')}</p> : null}
        <input ref={name} id={`${id}name`} name="name" required={!person} maxLength={60} autoComplete="off" />
      </div>
      <PersonAsked id={id} missing={missing} relation={usual.relation} />
      {person ? null : (
        <label className="tick">
          <input type="checkbox" name="floating" defaultChecked={usual.floats} />
          {t('floating')}
        </label>
      )}
      {refusal ? (
        <p className="note held" role="alert">
          {refusal.message}
        </p>
      ) : null}
      {refusal?.code === 'register.known' && !person ? (
        <label className="tick">
          <input type="checkbox" checked={another} onChange={({ target }) => setAnother(target.checked)} />
          {t('another')}
        </label>
      ) : null}
      <div className="visit-row">
        <button type="submit" className="btn primary" disabled={busy}>
          {t('save')}
        </button>
        {onNext ? (
          <button type="submit" className="btn" value="next" disabled={busy}>
            {t('saveNext')}
          </button>
        ) : null}
        <button type="button" className="btn plain" onClick={onDone}>
          {t('cancel')}
        </button>
      </div>
    </form>
  )
}
