// The title in the tab: what is open, then the product, so that ten tabs can be told apart.
import { useEffect } from 'react'
import { useWords } from '#web/lang.ts'
import { frameWords } from './words.ts'

export function useTitle(title: string | undefined): void {
  const t = useWords(frameWords)
  const product = t('product')
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product
  }, [title, product])
}
