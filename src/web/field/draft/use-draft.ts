// A form that remembers: what is typed is kept at once, and comes back after a lost line, a call or a dead battery.

import { useCallback, useRef, useState, useSyncExternalStore } from 'react'
import { newKey } from '#web/new-key.ts'
import { type Draft, draftOwner, dropDraft, keepDraft, listenToDrafts, readDraft, unsentDrafts } from './store.ts'

export type About = Pick<Draft, 'name' | 'title' | 'page'>

export type Drafting<T> = {
  readonly key: string
  readonly fields: T
  readonly photos: readonly Blob[]
  readonly voices: readonly Blob[]
  readonly failed: boolean
  change(fields: Partial<T>): void
  setPhotos(photos: readonly Blob[]): void
  setVoices(voices: readonly Blob[]): void
  fail(): void
  /** Sent or thrown away: the next one starts empty, with a key of its own. */
  drop(): void
}

type Kept<T> = Required<Pick<Draft<T>, 'key' | 'fields' | 'photos' | 'voices' | 'failed'>>

const start = <T>(name: string, empty: T): Kept<T> => {
  const draft = readDraft(name) as Draft<T> | undefined
  return draft
    ? { ...draft, voices: draft.voices ?? [], fields: { ...empty, ...draft.fields } }
    : { key: newKey(), fields: empty, photos: [], voices: [], failed: false }
}

/** `empty` gives the fields of a form that nobody has begun. */
export function useDraft<T extends object>(about: About, empty: T): Drafting<T> {
  const [kept, setKept] = useState(() => start(about.name, empty))
  const latest = useRef(kept)
  const asked = useRef({ about, empty })
  asked.current = { about, empty }

  const put = useCallback((change: Partial<Kept<T>>) => {
    latest.current = { ...latest.current, ...change }
    setKept(latest.current)
    keepDraft({ ...asked.current.about, ...latest.current })
  }, [])
  const change = useCallback((fields: Partial<T>) => put({ fields: { ...latest.current.fields, ...fields } }), [put])
  const setPhotos = useCallback((photos: readonly Blob[]) => put({ photos }), [put])
  const setVoices = useCallback((voices: readonly Blob[]) => put({ voices }), [put])
  const fail = useCallback(() => put({ failed: true }), [put])
  const drop = useCallback(() => {
    dropDraft(asked.current.about.name)
    latest.current = start(asked.current.about.name, asked.current.empty)
    setKept(latest.current)
  }, [])

  return { ...kept, change, setPhotos, setVoices, fail, drop }
}

/** Drafts whose send failed, for the banner. */
export const useUnsent = (): readonly Draft[] => useSyncExternalStore(listenToDrafts, unsentDrafts)

/** The account whose drafts are here, once they have been read: forms wait for it, a moment. */
export const useDraftOwner = (): string | undefined => useSyncExternalStore(listenToDrafts, draftOwner)
