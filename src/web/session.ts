// Who is signed in here, what his posts may do, his language, and leaving.
import { useEffect } from 'react'
import type { Lang } from '#kernel/words.ts'
import { type Operation, type Output, perform, queries, useAnswer } from './call.ts'
import { currentLang, langAsked, showLang } from './lang.ts'
import { setServerNow } from './now.ts'

export type Me = Output<'account.me'>

const FRESH_MS = 5 * 60_000

/** The person signed in; the account's language and the server's clock are taken over when the answer comes. */
export function useMe() {
  const asked = useAnswer('account.me', {}, { staleMs: FRESH_MS })
  const { data } = asked
  useEffect(() => {
    if (!data) return
    setServerNow(data.now)
    if (!langAsked()) showLang(data.lang, true)
  }, [data])
  return asked
}

/** Whether this person's posts could ever perform an operation: decides which entries a page shows. */
export function useMay(): (operation: Operation) => boolean {
  const { data } = useMe()
  return (operation) => data?.may.includes(operation) ?? false
}

/** Shows this language at once and remembers it with the account. */
export async function speak(lang: Lang): Promise<void> {
  if (lang === currentLang()) return
  showLang(lang, true)
  queries.setQueryData<Me>(['account.me', {}], (me) => me && { ...me, lang })
  await perform('account.setLang', { lang })
  await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'account.me' })
}

/** Ends the session and forgets everything the page had read. */
export async function signOut(): Promise<void> {
  await perform('account.signOut', {}).catch(() => {})
  queries.clear()
}
