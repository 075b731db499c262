// The posts of an account, present ones first; ending one opens under its row.
import { Fragment, useState } from 'react'
import { roleWords } from '#modules/account/words.ts'
import { type Level, levelWords } from '#modules/area/lifecycle.ts'
import type { Output } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { Mark } from '#web/parts/State.tsx'
import { EndPostForm } from './account-forms.tsx'
import { accountWords } from './words.ts'

type Account = Output<'account.get'>

export function PostTable({ account }: { readonly account: Account }) {
  const t = useWords(accountWords)
  const lang = useLang()
  const [open, setOpen] = useState<string>()
  const close = () => setOpen(undefined)
  if (account.posts.length === 0) return <p className="q">{t('noPosts')}</p>
  const posts = account.posts.toSorted((a, b) => Number(a.ended) - Number(b.ended) || b.from.localeCompare(a.from))
  return (
    <table className="t">
      <thead>
        <tr>
          <th>{t('role')}</th>
          <th>{t('area')}</th>
          <th>{t('from')}</th>
          <th>
            <span className="vh">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {posts.map((post) => (
          <Fragment key={post.id}>
            <tr className={post.ended ? 'past' : ''}>
              <td>
                {roleWords[post.role][lang]} {post.standsIn ? <Mark tag>{t('standsIn')}</Mark> : null}
              </td>
              <td>
                {post.areaName} <span className="s q">{levelWords[post.level as Level]?.[lang] ?? ''}</span>
              </td>
              <td className="nw">
                {post.to ? t('termTo', { from: post.from, to: post.to }) : t('term', { from: post.from })}
              </td>
              <td className="num">
                {post.ended ? t('ended') : null}
                {!post.ended && account.can.includes('endPost') ? (
                  <button type="button" className="tool" onClick={() => setOpen(post.id)}>
                    {t('endPost')}
                  </button>
                ) : null}
              </td>
            </tr>
            {open === post.id ? (
              <tr className="opened">
                <td colSpan={4}>
                  <EndPostForm post={post} onDone={close} onCancel={close} />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
