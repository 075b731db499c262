// The frame of every desk page: the line at the top, the honest word about a lost line, the page, what has just happened.
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useWords } from '#web/lang.ts'
import { useLine } from '#web/live.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { ToastPlace } from '#web/parts/Toast.tsx'
import { wallTime } from '#web/parts/when.ts'
import { useMe } from '#web/session.ts'
import { Top } from './Top.tsx'
import { UpkeepLine } from './UpkeepLine.tsx'
import { frameWords } from './words.ts'

function LostLine() {
  const t = useWords(frameWords)
  const { lostAt } = useLine()
  return (
    <div role="status">
      {lostAt === undefined ? null : (
        <p className="net">
          <Icon name="cloudOff" />
          {t('lost', { at: wallTime(new Date(lostAt)) })}
        </p>
      )}
    </div>
  )
}

export function Frame() {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const page = useRef<HTMLDivElement>(null)
  const first = useRef(true)
  const me = useMe()
  // Whoever goes from page to page by keyboard or by ear arrives at the top of the new page, not in the old link.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what is followed
  useEffect(() => {
    if (!first.current) page.current?.focus({ preventScroll: true })
    first.current = false
  }, [path])
  return (
    <>
      <Top />
      <LostLine />
      <UpkeepLine />
      <div ref={page} tabIndex={-1} className="page">
        {me.error && !me.data ? (
          <main className="one">
            <div className="sheet page-note">
              <PageProblem problem={me.error} onAgain={() => void me.refetch()} />
            </div>
          </main>
        ) : (
          <Outlet />
        )}
      </div>
      <ToastPlace />
    </>
  )
}
