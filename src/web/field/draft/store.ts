// Keeps what was typed or photographed and not yet sent in this browser, until it is sent, thrown away or a week old.
import { clock } from '#kernel/clock.ts'

/** One unsent piece of work. `key` is its Idempotency-Key for as long as it lives: however often it is sent, it happens once. */
export type Draft<T = unknown> = {
  /** Whose it is and about what: `<account>/matter.finish/<matter>`. */
  readonly name: string
  readonly key: string
  readonly fields: T
  readonly photos: readonly Blob[]
  /** Missing in what an earlier version kept. */
  readonly voices?: readonly Blob[]
  /** What the banner calls it, and where it is taken up again. */
  readonly title: string
  readonly page: string
  /** A send has failed: whether it arrived is not known. */
  readonly failed: boolean
  readonly savedAt: number
}

const STORE = 'drafts'
const KEPT_MS = 7 * 24 * 3_600_000

const memory = new Map<string, Draft>()
const listeners = new Set<() => void>()
let unsent: readonly Draft[] = []
let owner: string | undefined
let opening: Promise<IDBDatabase | undefined> | undefined

/** Private windows and some chat browsers refuse a database: then drafts live as long as the page does. */
const open = (): Promise<IDBDatabase | undefined> =>
  (opening ??= new Promise((resolve) => {
    try {
      const asked = indexedDB.open('linli-field', 1)
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'name' })
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => resolve(undefined)
      asked.onblocked = () => resolve(undefined)
    } catch {
      resolve(undefined)
    }
  }))

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const db = await open()
  if (!db) return undefined
  return new Promise((resolve) => {
    const asked = work(db.transaction(STORE, mode).objectStore(STORE))
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => resolve(undefined)
  })
}

function tell(): void {
  unsent = [...memory.values()].filter((draft) => draft.failed)
  for (const listener of listeners) listener()
}

/** Brings one account's drafts back from an earlier visit; other accounts' and old ones are removed. */
export async function loadDrafts(account: string): Promise<void> {
  const stored = ((await inStore('readonly', (store) => store.getAll())) ?? []) as Draft[]
  const oldest = clock.now().getTime() - KEPT_MS
  for (const draft of stored) {
    const wanted = draft.name.startsWith(`${account}/`) && draft.savedAt > oldest
    if (!wanted) void inStore('readwrite', (store) => store.delete(draft.name))
    else if (!memory.has(draft.name)) memory.set(draft.name, draft)
  }
  for (const name of memory.keys()) if (!name.startsWith(`${account}/`)) memory.delete(name)
  owner = account
  tell()
}

/** Whose drafts have been brought back; undefined until they have. */
export const draftOwner = (): string | undefined => owner

export const readDraft = (name: string): Draft | undefined => memory.get(name)

/** All that is kept of this account. */
export const keptDrafts = (): readonly Draft[] => [...memory.values()]

export function keepDraft(draft: Omit<Draft, 'savedAt'>): void {
  const kept = { ...draft, savedAt: clock.now().getTime() }
  memory.set(draft.name, kept)
  void inStore('readwrite', (store) => store.put(kept))
  tell()
}

export function dropDraft(name: string): void {
  memory.delete(name)
  void inStore('readwrite', (store) => store.delete(name))
  tell()
}

/** For signing out: nothing of a resident stays on a phone that may be passed on. */
export function dropAllDrafts(): void {
  memory.clear()
  owner = undefined
  void inStore('readwrite', (store) => store.clear())
  tell()
}

export const listenToDrafts = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Those whose send failed; the same list as long as none changes. */
export const unsentDrafts = (): readonly Draft[] => unsent
