// Who is known in a home, masked; what is missing of each, and entering or correcting one at a time.
import { useState } from 'react'
import { localDay } from '#kernel/clock.ts'
import { relationWords, sexWords } from '#modules/register/words.ts'
import { type Output, useAnswer, useCommand } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { useNow } from '#web/now.ts'
import { ProblemNote } from '#web/parts/Problem.tsx'
import { PersonForm } from './PersonForm.tsx'
import { visitWords } from './words.ts'

export type HomeFull = Output<'register.home'>
export type Person = HomeFull['inside'][number]

type KnownProps = { readonly home: HomeFull; readonly visit: string | undefined }

export function Known({ home, visit }: KnownProps) {
  const t = useWords(visitWords)
  const [adding, setAdding] = useState(false)
  return (
    <section className="f">
      <p className="label">{t('known')}</p>
      <p className="help">{home.inside.length ? t('knownHelp') : t('nobodyKnown')}</p>
      <ul className="visit-people">
        {home.inside.map((person) => (
          <KnownPerson key={`${person.id} ${person.version}`} home={home} person={person} visit={visit} />
        ))}
      </ul>
      {visit && !adding ? (
        <button type="button" className="btn block" onClick={() => setAdding(true)}>
          {t('add')}
        </button>
      ) : null}
      {visit && adding ? (
        <PersonForm home={home} visit={visit} person={undefined} missing={ALL} onDone={() => setAdding(false)} />
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

function KnownPerson({ home, person, visit }: KnownProps & { readonly person: Person }) {
  const t = useWords(visitWords)
  const lang = useLang()
  const [open, setOpen] = useState<'correct' | 'gone'>()
  const missing = missingOf(person)
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
      {visit && !open ? (
        <div className="visit-row">
          <button type="button" className="btn" onClick={() => setOpen('correct')}>
            {t('correct')}
          </button>
          <button type="button" className="btn" onClick={() => setOpen('gone')}>
            {t('gone')}
          </button>
        </div>
      ) : null}
      {visit && open === 'correct' ? (
        <PersonForm home={home} visit={visit} person={person} missing={missing} onDone={() => setOpen(undefined)} />
      ) : null}
      {visit && open === 'gone' ? <Gone person={person} visit={visit} onCancel={() => setOpen(undefined)} /> : null}
    </li>
  )
}

type GoneProps = { readonly person: Person; readonly visit: string; readonly onCancel: () => void }

function Gone({ person, visit, onCancel }: GoneProps) {
  const t = useWords(visitWords)
  const today = localDay(useNow())
  const { data } = useAnswer('register.person', { id: person.id })
  const move = useCommand('register.moveOut')
  const input = { id: person.id, version: data?.version ?? person.version, visitId: visit, day: today }
  return (
    <div className="visit-row">
      <button type="button" className="btn primary" disabled={move.isPending} onClick={() => move.mutate({ input })}>
        {t('goneSure')}
      </button>
      <button type="button" className="btn plain" onClick={onCancel}>
        {t('cancel')}
      </button>
      <ProblemNote problem={move.error} />
    </div>
  )
}
