// The title in the tab.
import { useEffect } from 'react'
import { useWords } from '#web/lang.ts'
import { fieldWords } from './words.ts'

export function useTitle(title: string): void {
  const product = useWords(fieldWords)('product')
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
}
