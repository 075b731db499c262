// The one line at the top: where one can go, finding, who one is, language, leaving.
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { roleWords } from '#modules/account/words.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { closeLine } from '#web/live.ts'
import { Drawing, Icon } from '#web/parts/Icon.tsx'
import { type Me, signOut, speak, useMay, useMe } from '#web/session.ts'
import { Bell } from '../notices/Bell.tsx'
import { Entries } from './Entries.tsx'
import { isHandedOnly } from './entries.ts'
import { useKeys } from './use-keys.ts'
import { frameWords } from './words.ts'

const FindDialog = lazy(() => import('./FindDialog.tsx').then(({ FindDialog }) => ({ default: FindDialog })))
const KeysDialog = lazy(() => import('./KeysDialog.tsx').then(({ KeysDialog }) => ({ default: KeysDialog })))

export function Top() {
  const t = useWords(frameWords)
  const me = useMe()
  return (
    <header className="top">
      <Link to="/desk" className="mark">
        <Drawing name="mark" />
        {t('product')}
      </Link>
      {me.data ? <Entries /> : <span className="bone top-bone" />}
      {me.data ? <NewMatter /> : null}
      {me.data ? <Finding /> : null}
      {me.data ? <Bell /> : null}
      {me.data ? <Person me={me.data} /> : null}
    </header>
  )
}

function NewMatter() {
  const t = useWords(frameWords)
  const may = useMay()
  if (!may('matter.report') || isHandedOnly(may)) return null
  return (
    <Link to="/desk/new" className="tool new-matter">
      <Icon name="plus" />
      {t('newMatter')}
    </Link>
  )
}

function Finding() {
  const t = useWords(frameWords)
  const [open, setOpen] = useState<'find' | 'keys'>()
  useKeys({ '/': () => setOpen('find'), '?': () => setOpen('keys') })
  const close = () => setOpen(undefined)
  return (
    <>
      <button type="button" className="find" onClick={() => setOpen('find')} aria-keyshortcuts="/">
        <Icon name="search" />
        {t('find')}
        <span className="find-key" aria-hidden="true">
          <kbd>/</kbd>
        </span>
      </button>
      <Suspense>
        {open === 'find' ? <FindDialog onClose={close} /> : null}
        {open === 'keys' ? <KeysDialog onClose={close} /> : null}
      </Suspense>
    </>
  )
}

/** “清荷社区工作人员”: the first post says enough; the page behind the name lists all. */
function usePostLine({ posts }: Me): string {
  const t = useWords(frameWords)
  const role = useWords(roleWords)
  const lang = useLang()
  const post = posts[0]
  if (!post) return ''
  const name = pick(post.areaName, post.areaNameEn, lang)
  const area = post.standsIn ? t('standsIn', { area: name }) : name
  if (lang === 'en') return `${role(post.role)}, ${area}`
  // 清荷社区 + 社区书记 is said as 清荷社区书记.
  return area.endsWith(role(post.role).slice(0, 2)) ? `${area}${role(post.role).slice(2)}` : `${area}${role(post.role)}`
}

function Person({ me }: { readonly me: Me }) {
  const t = useWords(frameWords)
  const lang = useLang()
  const navigate = useNavigate()
  const post = usePostLine(me)
  const leave = async () => {
    closeLine()
    await signOut()
    await navigate({ to: '/desk/sign-in', search: {} })
  }
  return (
    <div className="me">
      <Link to="/desk/me" title={t('me')}>
        <span className="me-name">{me.name}</span>
        <span className="me-post">{post}</span>
      </Link>
      <button
        type="button"
        lang={lang === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => void speak(lang === 'zh' ? 'en' : 'zh')}
      >
        {t(lang === 'zh' ? 'toEnglish' : 'toChinese')}
      </button>
      <button type="button" onClick={() => void leave()}>
        {t('signOut')}
      </button>
    </div>
  )
}
