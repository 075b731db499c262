// Accounts, one a row: who, in which post, and whether the account can be used.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { roleWords } from '#modules/account/words.ts'
import type { Output } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { Empty } from '#web/parts/Problem.tsx'
import { Mark } from '#web/parts/State.tsx'
import { accountWords } from './words.ts'

export type Account = Output<'account.get'>

/** Whether an account can be used, as a mark; nothing where all is well. */
export function AccountState({ account }: { readonly account: Account }) {
  const t = useWords(accountWords)
  if (account.state === 'disabled')
    return (
      <Mark shape="pause" tone="held">
        {t('disabled')}
      </Mark>
    )
  if (account.locked)
    return (
      <Mark shape="missing" tone="need">
        {t('locked')}
      </Mark>
    )
  if (!account.joined) return <Mark shape="ring">{t('invited')}</Mark>
  return (
    <Mark shape="tick" tone="done">
      {t('active')}
    </Mark>
  )
}

/** “清荷社区 网格员、…” */
export function usePostsLine(): (account: Account) => string {
  const t = useWords(accountWords)
  const lang = useLang()
  return ({ posts }) => {
    const held = posts.filter(({ ended }) => !ended)
    if (held.length === 0) return t('noPost')
    return held.map(({ role, areaName }) => `${areaName} ${roleWords[role][lang]}`).join(lang === 'zh' ? '，' : ', ')
  }
}

type AccountListProps = {
  readonly rows: readonly Account[]
  readonly chosen: string | undefined
  readonly total: number
  readonly children?: ReactNode
}

export function AccountList({ rows, chosen, total, children }: AccountListProps) {
  const t = useWords(accountWords)
  const lang = useLang()
  const posts = usePostsLine()
  if (rows.length === 0)
    return (
      <div className="q-empty">
        <Empty title={t('empty')}>{t('emptyText')}</Empty>
      </div>
    )
  return (
    <>
      <ul className="q-list">
        {rows.map((account) => (
          <li key={account.id} className={account.id === chosen ? 'on' : ''}>
            <Link
              to="/desk/accounts/{-$id}"
              params={{ id: account.id }}
              resetScroll={false}
              aria-current={account.id === chosen ? 'true' : undefined}
            >
              <b>{pick(account.name, account.nameEn, lang)}</b>
              <AccountState account={account} />
              <span className="sub">{posts(account)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="q-foot">
        {children}
        <span className="s q">{t('total', { total })}</span>
      </div>
    </>
  )
}
