// Single keys that do something on a page, as long as nobody is typing and no dialog is open.
import { useEffect, useRef } from 'react'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input, textarea, select, [role="listbox"] *, [role="dialog"] *, dialog *'))

/** `{ j: next, k: previous }`. Keys are names as in KeyboardEvent.key. */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      const act = latest.current[event.key]
      if (!act) return
      // A button or link in focus keeps its own Enter.
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('button, a, summary'))
        return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
