// One line at the foot of the page that says what has just happened, what comes next, and how to take it back if that can be.
import { useEffect, useSyncExternalStore } from 'react'
import { useWords } from '#web/lang.ts'
import { Icon } from './Icon.tsx'
import { partWords } from './words.ts'

type Told = {
  readonly text: string
  /** A way back, or to what is meant. */
  readonly act?: { readonly label: string; readonly run: () => void }
}

const SHOWN_MS = 9_000
let told: Told | undefined
const listeners = new Set<() => void>()

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function set(next: Told | undefined): void {
  told = next
  for (const listener of listeners) listener()
}

/** Says it once, from anywhere; a newer line takes the place of an older one. */
export const tell = (text: string, act?: Told['act']): void => set(act ? { text, act } : { text })

/** Where the lines appear. Stands once in every room's frame. */
export function ToastPlace() {
  const t = useWords(partWords)
  const now = useSyncExternalStore(listen, () => told)
  useEffect(() => {
    if (!now) return
    const end = setTimeout(() => set(undefined), SHOWN_MS)
    return () => clearTimeout(end)
  }, [now])
  return (
    <div className="toast-place" role="status">
      {now ? (
        <div className="toast">
          <Icon name="check" />
          <span>{now.text}</span>
          {now.act ? (
            <button
              type="button"
              className="toast-act"
              onClick={() => {
                now.act?.run()
                set(undefined)
              }}
            >
              {now.act.label}
            </button>
          ) : null}
          <button type="button" className="toast-act quiet" onClick={() => set(undefined)}>
            {t('close')}
          </button>
        </div>
      ) : null}
    </div>
  )
}
