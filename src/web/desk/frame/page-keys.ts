// The keys of the page that is open, for the list behind `?`: a page names them while it stands.
import { useEffect } from 'react'

export type PageKey = readonly [keys: readonly string[], label: string]
type Named = { readonly title: string; readonly keys: readonly PageKey[] }

let named: Named | undefined

export const pageKeys = (): Named | undefined => named

export function usePageKeys(title: string, keys: readonly PageKey[]): void {
  useEffect(() => {
    const mine = { title, keys }
    named = mine
    return () => {
      if (named === mine) named = undefined
    }
  }, [title, keys])
}
