// What was not sent, wherever the reader has gone since, with the way back to sending it.

import { useEffect } from 'react'
import { useWords } from '#web/lang.ts'
import { Icon } from '#web/parts/Icon.tsx'
import { useMe } from '#web/session.ts'
import { loadDrafts } from './draft/store.ts'
import { useUnsent } from './draft/use-draft.ts'
import { Go } from './Go.tsx'
import { useWay } from './way.ts'
import { fieldWords } from './words.ts'

export function Unsent() {
  const t = useWords(fieldWords)
  const { path, query } = useWay()
  const account = useMe().data?.id
  const unsent = useUnsent()
  useEffect(() => {
    if (account) void loadDrafts(account)
  }, [account])
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
        {t('sendAgain')}
      </Go>
    </div>
  )
}
