// What there is to do on the way: tell what is to be done, what was put right at once, what somebody said; visit a home;
// settle a dispute.
import { useWords } from '#web/lang.ts'
import { useMay } from '#web/session.ts'
import { Go } from '../Go.tsx'
import { reportWords } from './words.ts'

const WAYS = [
  { to: '/report', word: 'wayReport' },
  { to: '/spot', word: 'waySpot' },
  { to: '/hear', word: 'wayHear' },
  { to: '/visit', word: 'wayVisit' },
  { to: '/settle', word: 'waySettle' },
] as const

const ASKED = { '/visit': 'register.beginVisit', '/settle': 'mediation.recordOnSpot' } as const

export function Ways({ on }: { readonly on: (typeof WAYS)[number]['to'] }) {
  const t = useWords(reportWords)
  const may = useMay()
  return (
    <nav className="ways" aria-label={t('ways')}>
      {WAYS.filter(({ to }) => !(to in ASKED) || may(ASKED[to as keyof typeof ASKED])).map(({ to, word }) => (
        <Go key={to} to={to} replace {...(to === on ? { 'aria-current': 'page' } : {})}>
          {t(word)}
        </Go>
      ))}
    </nav>
  )
}
