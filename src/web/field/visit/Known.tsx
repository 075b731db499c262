// Who is known in a home, masked; what is missing of each, and entering or correcting one at a time.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { relationWords, sexWords } from '#modules/register/words.ts'
import type { Output } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { PersonForm } from './PersonForm.tsx'
import type { Door } from './use-door.ts'
import { visitWords } from './words.ts'

export type HomeFull = Output<'register.home'>
export type Person = HomeFull['inside'][number]

type KnownProps = { readonly home: HomeFull; readonly may: boolean; readonly door: Door }

export function Known({ home, may, door }: KnownProps) {
  const t = useWords(visitWords)
  const [adding, setAdding] = useState(0)
  return (
    <section className="f">
      <p className="label">{t('known')}</p>
      <p className="help">{home.inside.length ? t('knownHelp') : t('nobodyKnown')}</p>
      <ul className="visit-people">
        {home.inside.map((person) => (
          <KnownPerson key={`${person.id} ${person.version}`} home={home} person={person} may={may} door={door} />
        ))}
      </ul>
      {may && adding === 0 ? (
        <button type="button" className="btn block" onClick={() => setAdding(1)}>
          {t('add')}
        </button>
      ) : null}
      {may && adding > 0 ? (
        <PersonForm
          key={adding}
          home={home}
          door={door}
          person={undefined}
          missing={ALL}
          onDone={() => setAdding(0)}
          onNext={() => setAdding(adding + 1)}
        />
      ) : null}
    </section>
  )
}

export type Asked = 'phone' | 'birth' | 'sex' | 'relation' | 'need'
const ALL: readonly Asked[] = ['phone', 'birth', 'sex', 'relation', 'need']

/** What nobody has said yet. */
const missingOf = (person: Person): Asked[] => [
  ...(person.phone ? [] : ['phone' as const]),
  ...(person.birthYear ? [] : ['birth' as const]),
  ...(person.sex === 9 || person.sex === 0 ? ['sex' as const] : []),
  ...(person.relation ? [] : ['relation' as const]),
]

function KnownPerson({ home, person, may, door }: KnownProps & { readonly person: Person }) {
  const t = useWords(visitWords)
  const lang = useLang()
  const [open, setOpen] = useState<'correct' | 'gone'>()
  const missing = missingOf(person)
  // What was said of him and has not gone out yet stands above, and is settled there.
  const waits = door.visiting?.steps.some(({ input }) => input.id === person.id) ?? false
  const line = [
    relationWords[person.relation]?.[lang],
    person.sex === 1 || person.sex === 2 ? sexWords[String(person.sex)]?.[lang] : '',
    person.birthYear ? t('born', { year: person.birthYear }) : '',
    person.phone,
  ].filter(Boolean)
  return (
    <li>
      <p>
        <b>{person.name}</b> <span className="q">{line.join(' · ')}</span>
      </p>
      {missing.length ? (
        <p className="s">
          {t('missing', { fields: missing.map((field) => t(field)).join(lang === 'zh' ? '、' : ', ') })}
        </p>
      ) : null}
      {may && !open && !waits ? (
        <div className="visit-row">
          <button type="button" className="btn" onClick={() => setOpen('correct')}>
            {t('correct')}
          </button>
          <button type="button" className="btn" onClick={() => setOpen('gone')}>
            {t('gone')}
          </button>
        </div>
      ) : null}
      {may && open === 'correct' ? (
        <PersonForm home={home} door={door} person={person} missing={missing} onDone={() => setOpen(undefined)} />
      ) : null}
      {may && open === 'gone' ? <Gone person={person} door={door} onClose={() => setOpen(undefined)} /> : null}
    </li>
  )
}

type GoneProps = { readonly person: Person; readonly door: Door; readonly onClose: () => void }

function Gone({ person: { id, version, name }, door, onClose }: GoneProps) {
  const t = useWords(visitWords)
  const day = localDay(useNow())
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState('')
  const go = async () => {
    setBusy(true)
    const { refusal } = await door.give('moveOut', { id, version, day }, name)
    setBusy(false)
    if (refusal) setRefused(refusal.message)
    else onClose()
  }
  return (
    <div className="visit-row">
      <button type="button" className="btn primary" disabled={busy} onClick={() => void go()}>
        {t('goneSure')}
      </button>
      <button type="button" className="btn plain" onClick={onClose}>
        {t('cancel')}
      </button>
      {refused ? (
        <p className="note held" role="alert">
          {refused}
        </p>
      ) : null}
    </div>
  )
}
