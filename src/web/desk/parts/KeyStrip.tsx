// The keys of a page under its list, always in sight, and told to the list behind `?`.
import { useMemo } from 'react'
import { type PageKey, usePageKeys } from '../frame/page-keys.ts'

/** `keys` by their words in the reader's language; without `?`, which is in every page's list. */
export function KeyStrip({ title, keys }: { readonly title: string; readonly keys: readonly PageKey[] }) {
  const said = JSON.stringify(keys)
  usePageKeys(
    title,
    useMemo(() => JSON.parse(said) as PageKey[], [said]),
  )
  return (
    <div className="keys" aria-hidden="true">
      {[...keys, [['?'], '']].map(([names, label]) => (
        <span key={String(names)}>
          {(names as readonly string[]).map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {label}
        </span>
      ))}
    </div>
  )
}
