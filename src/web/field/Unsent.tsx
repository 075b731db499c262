// What was not sent, wherever the reader has gone since, with the way back to sending it.

import { useEffect } from 'react'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { useMe } from '#web/session.ts'
import { keptDrafts, loadDrafts } from './draft/store.ts'
import { useDraftOwner, useUnsent } from './draft/use-draft.ts'
import { Go } from './Go.tsx'
import { useOnline } from './NetworkLine.tsx'
import { useWay } from './way.ts'
import { fieldWords } from './words.ts'

const AGAIN_MS = 30_000
const VISIT = '/register.visit/'

/** What was entered at doors goes out by itself: when it is read from the phone, when the network is back, every half minute. */
function useVisitsSent(account: string | undefined): void {
  const owner = useDraftOwner()
  const online = useOnline()
  useEffect(() => {
    if (!account || owner !== account || !online) return
    const send = () => {
      if (keptDrafts().some(({ name }) => name.includes(VISIT)))
        void import('./visit/outbox.ts').then(({ sendVisits }) => sendVisits()).catch(() => {})
    }
    send()
    const timer = setInterval(send, AGAIN_MS)
    return () => clearInterval(timer)
  }, [account, owner, online])
}

export function Unsent() {
  const t = useWords(fieldWords)
  const { path, query } = useWay()
  const account = useMe().data?.id
  const unsent = useUnsent()
  useEffect(() => {
    if (account) void loadDrafts(account)
  }, [account])
  useVisitsSent(account)
  const [first] = unsent
  // Where it is written, the form says so itself.
  const here = query.size > 0 ? `${path}?${query}` : path
  if (!first || unsent.some(({ page }) => page === here)) return null
  const title = t(unsent.length > 1 ? 'unsentMore' : 'unsent', { title: first.title, count: unsent.length })
  return (
    <div className="unsent" role="alert">
      <Icon name="cloudOff" />
      <span>{title}</span>
      <Go to={first.page} className="btn">
        {t(first.name.includes(VISIT) ? 'look' : 'sendAgain')}
      </Go>
    </div>
  )
}
