// The pages of the register, each for those who may look at it.
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { useMay } from '#web/session.ts'
import { registerWords } from './words.ts'
import './register.css'

export function RegisterTabs() {
  const t = useWords(registerWords)
  const may = useMay()
  const whole = { params: { id: undefined }, activeOptions: { exact: false } } as const
  return (
    <nav className="saved" aria-label={t('tabs')}>
      <Link to="/desk/register/{-$id}" {...whole}>
        {t('people')}
      </Link>
      <Link to="/desk/homes/{-$id}" {...whole}>
        {t('homes')}
      </Link>
      <Link to="/desk/compounds/{-$id}" {...whole}>
        {t('compounds')}
      </Link>
      <Link to="/desk/organisations/{-$id}" {...whole}>
        {t('organisations')}
      </Link>
      {may('register.relocations') ? (
        <Link to="/desk/relocations/{-$id}" {...whole}>
          {t('relocations')}
        </Link>
      ) : null}
      {may('register.corrections') ? (
        <Link to="/desk/corrections/{-$id}" {...whole}>
          {t('corrections')}
        </Link>
      ) : null}
      {may('register.askExport') ? <Link to="/desk/exports">{t('exports')}</Link> : null}
    </nav>
  )
}
