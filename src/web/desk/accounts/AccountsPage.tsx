// People who sign in: the list at the left, one account with its posts at the right.
import { useNavigate, useParams } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { type Input, usePages } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { useLive } from '#web/live.ts'
import { Button } from '#web/parts/Button.tsx'
import { PageProblem } from '#web/parts/Problem.tsx'
import { SkeletonList, SkeletonText } from '#web/parts/Skeleton.tsx'
import { useMay } from '#web/session.ts'
import { useTitle } from '../frame/use-title.ts'
import { LineField } from '../parts/Field.tsx'
import { AccountList } from './AccountList.tsx'
import { AccountRecord } from './AccountRecord.tsx'
import { AccountSentence } from './AccountSentence.tsx'
import { OpenAccount } from './OpenAccount.tsx'
import { accountWords } from './words.ts'
import './accounts.css'

export type AccountFilter = Pick<Input<'account.list'>, 'role' | 'areaId'>

export function AccountsPage() {
  const t = useWords(accountWords)
  const navigate = useNavigate()
  const may = useMay()
  const { id } = useParams({ from: '/frame/desk/accounts/{-$id}' })
  const [filter, setFilter] = useState<AccountFilter>({})
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const pages = usePages('account.list', { ...filter, ...(words ? { words } : {}), limit: 30 })
  useLive('account')
  useTitle(t('title'))
  const rows = pages.data?.pages.flatMap(({ accounts }) => accounts)
  const opening = id === 'new'
  const chosen = opening ? undefined : (id ?? rows?.[0]?.id)
  return (
    <main className="two">
      <section aria-label={t('title')}>
        <h1 className="vh">{t('title')}</h1>
        <AccountSentence filter={filter} onChange={setFilter} />
        <div className="list-tools">
          <LineField
            name="words"
            label={t('find')}
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {may('account.add') ? (
            <Button onPress={() => void navigate({ to: '/desk/accounts/{-$id}', params: { id: 'new' } })}>
              {t('open')}
            </Button>
          ) : null}
        </div>
        {rows ? (
          <AccountList rows={rows} chosen={chosen} total={pages.data?.pages[0]?.total ?? 0}>
            {pages.hasNextPage ? (
              <Button busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
                {t('more')}
              </Button>
            ) : null}
          </AccountList>
        ) : null}
        {!rows && pages.error ? <PageProblem problem={pages.error} onAgain={() => void pages.refetch()} /> : null}
        {rows || pages.error ? null : <SkeletonList rows={8} />}
      </section>
      <article className="rec sheet">
        {opening ? <OpenAccount /> : null}
        {chosen ? <AccountRecord key={chosen} id={chosen} /> : null}
        {!opening && !chosen && rows ? <p className="q">{t('nothing')}</p> : null}
        {opening || chosen || rows || pages.error ? null : <SkeletonText lines={8} />}
      </article>
    </main>
  )
}
