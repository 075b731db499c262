// Choosing an area by name, former name, code or address.
import { useState } from 'react'
import { type Level, levelWords } from '#modules/area/lifecycle.ts'
import { useAnswer } from '#web/call.ts'
import { pick, useLang, useWords } from '#web/lang.ts'
import { FindField, type Found } from './FindField.tsx'
import { deskPartWords } from './words.ts'

function useAreas(words: string, level: Level | undefined) {
  const lang = useLang()
  const { data, isFetching } = useAnswer(
    'area.find',
    { words, ...(level ? { level } : {}) },
    { enabled: words !== '', keep: true, staleMs: 60_000 },
  )
  const found = (words ? (data?.areas ?? []) : []).map(({ id, name, nameEn, level: its, path }) => ({
    id,
    label: pick(name, nameEn, lang),
    note: `${levelWords[its][lang]} · ${path}`,
  }))
  return { found, asking: isFetching }
}

type AreaFieldProps = {
  readonly name: string
  readonly label: string
  readonly level?: Level
  readonly initial?: Found | undefined
  readonly required?: boolean
  readonly onChange?: (area: Found | undefined) => void
}

export function AreaField({ level, ...rest }: AreaFieldProps) {
  const t = useWords(deskPartWords)
  const [words, setWords] = useState('')
  return <FindField {...rest} {...useAreas(words, level)} help={t('chooseArea')} onWords={setWords} />
}
