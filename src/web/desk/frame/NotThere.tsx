// An address that leads nowhere.
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { Top } from './Top.tsx'
import { useTitle } from './use-title.ts'
import { frameWords } from './words.ts'

export function NotThere() {
  const t = useWords(frameWords)
  useTitle(t('notThere'))
  return (
    <>
      <Top />
      <main className="one">
        <div className="sheet page-note pg">
          <Icon name="none" />
          <h1>{t('notThere')}</h1>
          <p>{t('notThereText')}</p>
          <div className="acts">
            <Link to="/desk" className="btn">
              {t('toQueue')}
            </Link>
          </div>
        </div>
      </main>
    </>
  )
}
