// What stands around every field page: the honest network line, what could not be sent, the page, the tabs at the thumb.
import { Suspense, useEffect } from 'react'
import { CallProblem } from '#web/call-problem.ts'
import { useWords } from '#web/lang.ts'
import { PageProblem } from '#web/parts/Problem.tsx'
import { ToastPlace } from '#web/parts/Toast.tsx'
import { Bones } from './Bones.tsx'
import { Go } from './Go.tsx'
import { NetworkLine } from './NetworkLine.tsx'
import { pageFor, readAhead } from './pages.tsx'
import { Tabs } from './Tabs.tsx'
import { Unsent } from './Unsent.tsx'
import { useWay } from './way.ts'
import { fieldWords } from './words.ts'

const READ_AHEAD_MS = 2_500

export function Frame() {
  const way = useWay()
  const shown = pageFor(way)
  useEffect(() => {
    const later = setTimeout(readAhead, READ_AHEAD_MS)
    return () => clearTimeout(later)
  }, [])
  return (
    <>
      <NetworkLine />
      {way.path === '/sign-in' ? null : <Unsent />}
      <Suspense fallback={<Bones />}>{shown ? shown.page : <NoSuchPage />}</Suspense>
      {shown?.tab ? <Tabs on={shown.tab} /> : null}
      <ToastPlace />
    </>
  )
}

function NoSuchPage() {
  const t = useWords(fieldWords)
  return (
    <main>
      <h1 className="vh">{t('product')}</h1>
      <PageProblem
        problem={new CallProblem('door.missing', '', {}, 404)}
        onAgain={() => {}}
        back={
          <Go to="/" className="btn">
            {t('back')}
          </Go>
        }
      />
    </main>
  )
}
