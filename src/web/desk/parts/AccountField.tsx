// Choosing a person with an account, by name or login.
import { useState } from 'react'
import { roleWords } from '#modules/account/words.ts'
import { useAnswer } from '#web/call.ts'
import { useLang, useWords } from '#web/lang.ts'
import { FindField, type Found } from './FindField.tsx'
import { deskPartWords } from './words.ts'

function useAccounts(words: string) {
  const lang = useLang()
  const { data, isFetching } = useAnswer(
    'account.list',
    { words, limit: 20 },
    { enabled: words !== '', keep: true, staleMs: 60_000 },
  )
  const found = (words ? (data?.accounts ?? []) : [])
    .filter(({ state }) => state === 'active')
    .map(({ id, name, login, posts }) => ({
      id,
      label: name,
      note: [
        login,
        ...posts.filter(({ ended }) => !ended).map(({ role, areaName }) => `${areaName} ${roleWords[role][lang]}`),
      ].join(' · '),
    }))
  return { found, asking: isFetching }
}

type AccountFieldProps = {
  readonly name: string
  readonly label: string
  readonly required?: boolean
  readonly onChange?: (account: Found | undefined) => void
}

export function AccountField(props: AccountFieldProps) {
  const t = useWords(deskPartWords)
  const [words, setWords] = useState('')
  return <FindField {...props} {...useAccounts(words)} help={t('chooseAccount')} onWords={setWords} />
}
