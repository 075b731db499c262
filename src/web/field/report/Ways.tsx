// Three things to tell on the way: what is to be done, what was put right at once, what somebody said.
import { useWords } from '#web/lang.ts'
import { Go } from '../Go.tsx'
import { reportWords } from './words.ts'

const WAYS = [
  { to: '/report', word: 'wayReport' },
  { to: '/spot', word: 'waySpot' },
  { to: '/hear', word: 'wayHear' },
] as const

export function Ways({ on }: { readonly on: (typeof WAYS)[number]['to'] }) {
  const t = useWords(reportWords)
  return (
    <nav className="ways" aria-label={t('ways')}>
      {WAYS.map(({ to, word }) => (
        <Go key={to} to={to} replace {...(to === on ? { 'aria-current': 'page' } : {})}>
          {t(word)}
        </Go>
      ))}
    </nav>
  )
}
