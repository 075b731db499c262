// Choosing somebody, a home or an organisation by what the search finds: as masked as every list.
import { useState } from 'react'
import { type Output, useAnswer } from '#web/call.ts'
import { useWords } from '#web/lang.ts'
import { FindField, type Found } from '../parts/FindField.tsx'
import { usePersonLine } from './person-line.ts'
import { registerWords } from './words.ts'

type Kind = 'people' | 'homes' | 'organisations'
type Answer = Output<'finding.find'>

const LEAST = 2

type FoundFieldProps = {
  readonly name: string
  readonly label: string
  readonly of: Kind
  /** Whoever is asked about stands at the other end and cannot be chosen. */
  readonly but?: string
  readonly onChange?: (found: Found | undefined) => void
}

export function FoundField({ of, but, ...rest }: FoundFieldProps) {
  const t = useWords(registerWords)
  const line = usePersonLine()
  const [words, setWords] = useState('')
  const asked = words.length >= LEAST
  const { data, isFetching } = useAnswer('finding.find', { words }, { enabled: asked, keep: true })
  const label: { [K in Kind]: (one: Answer[K][number]) => Found } = {
    people: ({ id, name, phone, birthYear, address }) => ({
      ...{ id, label: name },
      note: [line({ sex: 9, relation: '', birthYear }), phone, address].filter(Boolean).join(' · '),
    }),
    homes: ({ id, address }) => ({ id, label: address, note: '' }),
    organisations: ({ id, name, address }) => ({ id, label: name, note: address }),
  }
  const rows = (asked ? (data?.[of] ?? []) : []) as Answer[Kind][number][]
  const found = rows.filter((one) => one.id !== but).map((one) => (label[of] as (one: unknown) => Found)(one))
  return <FindField {...rest} required help={t(`${of}Help`)} found={found} asking={isFetching} onWords={setWords} />
}
