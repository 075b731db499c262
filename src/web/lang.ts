// The reader's language in the browser, and how pages get their words in it.
import { createElement, Fragment, type ReactNode, useSyncExternalStore } from 'react'
import { type Lang, readLang, say, type Text } from '#kernel/words.ts'

/** The words of a page, in both languages, under names. */
export type Words = Readonly<Record<string, Text>>

const KEPT = 'linli.lang'
const listeners = new Set<() => void>()
let lang: Lang = 'zh'
let asked = false

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const currentLang = (): Lang => lang

/** Shows every page in this language from now on; `keep` remembers it on this machine. */
export function showLang(next: Lang, keep = false): void {
  if (keep) {
    asked = false
    localStorage.setItem(KEPT, next)
  }
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  if (next === lang) return
  lang = next
  for (const listener of listeners) listener()
}

/** An address with `?lang=` wins over the account's language while the page is open. */
export const langAsked = (): boolean => asked

/** Before anybody has signed in: what the address asks for, then what this machine remembers, then the browser's. */
export function startLang(): void {
  const wish = new URLSearchParams(location.search).get('lang')
  asked = wish !== null
  showLang(readLang(wish ?? localStorage.getItem(KEPT) ?? undefined, navigator.language))
}

export const useLang = (): Lang => useSyncExternalStore(listen, currentLang)

export type Say<W extends Words> = (name: keyof W & string, values?: Readonly<Record<string, unknown>>) => string

/** `const t = useWords(queueWords)`, then `t('more', { count: 20 })`. */
export function useWords<W extends Words>(words: W): Say<W> {
  const now = useLang()
  return (name, values) => say(words[name]!, now, values)
}

/** A name that a row carries in both languages; Chinese where the row has no English. */
export const pick = (zh: string, en: string, as: Lang): string => (as === 'en' && en ? en : zh)

/** Fills `{name}` in a text with controls and other elements, so that each language keeps its own word order. */
export function fill(text: string, parts: Readonly<Record<string, ReactNode>>): ReactNode {
  const pieces = text.split(/\{(\w+)\}/)
  return pieces.map((piece, at) => createElement(Fragment, { key: String(at) }, at % 2 ? parts[piece] : piece))
}
