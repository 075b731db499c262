// Property management 物业 of a place: which company, whom to speak to, masked, and of what.
import { Link } from '@tanstack/react-router'
import type { Output } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { registerWords } from './words.ts'

type ManagedByProps = {
  readonly managers: Output<'register.home'>['managers']
  /** The place itself: what it lies in is said beside. */
  readonly about: string
}

export function ManagedBy({ managers, about }: ManagedByProps) {
  const t = useWords(registerWords)
  return (
    <section className="register-part">
      <h2>{t('managers')}</h2>
      {managers.length === 0 ? <p className="q">{t('noManagers')}</p> : null}
      <ul className="lines">
        {managers.map((one) => (
          <li key={`${one.id}${one.of}`}>
            <Link to="/desk/organisations/{-$id}" params={{ id: one.id }}>
              {one.name}
            </Link>
            <span className="q">
              {one.contactName} {one.contactPhone}
            </span>
            {one.of === about ? null : <span className="q">{one.of}</span>}
            <span className="q nw">{t('from', { from: one.fromDay })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
