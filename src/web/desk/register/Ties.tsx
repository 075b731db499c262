// Ties of a person, a home or an organisation: who, what, since when.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { tieWords } from '#modules/register/words.ts'
import type { Output } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { EndTieForm } from './EndTieForm.tsx'
import { sourceWord } from './source-word.ts'
import { registerWords } from './words.ts'

export type Tie = Output<'register.ties'>['ties'][number]
type End = Tie['to']

function EndName({ end }: { readonly end: End }) {
  const params = { id: end.id }
  if (end.kind === 'home')
    return (
      <Link to="/desk/homes/{-$id}" params={params}>
        {end.name}
      </Link>
    )
  if (end.kind === 'person')
    return (
      <Link to="/desk/register/{-$id}" params={params}>
        {end.name}
      </Link>
    )
  if (end.kind === 'organisation')
    return (
      <Link to="/desk/organisations/{-$id}" params={params}>
        {end.name}
      </Link>
    )
  return <span>{end.name}</span>
}

type TiesProps = {
  readonly ties: readonly Tie[] | undefined
  readonly about: string
  /** Whoever may enter here may end what goes on. */
  readonly mayEnd?: boolean
}

export function Ties({ ties, about, mayEnd = false }: TiesProps) {
  const t = useWords(registerWords)
  const [ending, setEnding] = useState<string>()
  const close = () => setEnding(undefined)
  return (
    <section className="register-part">
      <h2>{t('ties')}</h2>
      {ties?.length === 0 ? <p className="q">{t('noTies')}</p> : null}
      <ul className="lines">
        {(ties ?? []).map((tie) => (
          <li key={tie.id}>
            <TieLine tie={tie} about={about} />
            {mayEnd && tie.toDay === null && tie.kind !== 'lives_in' ? (
              <button
                type="button"
                className="tool"
                aria-expanded={ending === tie.id}
                onClick={() => setEnding(ending === tie.id ? undefined : tie.id)}
              >
                {t('endTie')}
              </button>
            ) : null}
            {ending === tie.id ? (
              <div className="tie-end">
                <EndTieForm tie={tie} onDone={close} onCancel={close} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TieLine({ tie, about }: { readonly tie: Tie; readonly about: string }) {
  const t = useWords(registerWords)
  const lang = useLang()
  return (
    <>
      <span>{tieWords[tie.kind][lang]}</span>
      <EndName end={tie.of.id === about ? tie.to : tie.of} />
      <span className="q nw">
        {tie.toDay ? t('fromTo', { from: tie.fromDay, to: tie.toDay }) : t('from', { from: tie.fromDay })}
      </span>
      <span className="q">{t(sourceWord(tie.source))}</span>
    </>
  )
}
