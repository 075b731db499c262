// The server's present in the browser: a page counts from the server's clock, not from a machine that may be wrong.
import { useSyncExternalStore } from 'react'
import { clock } from '#kernel/clock.ts'

const STEP_MS = 15_000
const listeners = new Set<() => void>()
let aheadMs = 0
let shown = clock.now()
let timer: ReturnType<typeof setInterval> | undefined

export const nowMs = (): number => clock.now().getTime() + aheadMs

function tick(): void {
  shown = new Date(nowMs())
  for (const listener of listeners) listener()
}

/** The server said what time it is. */
export function setServerNow(iso: string): void {
  aheadMs = Date.parse(iso) - clock.now().getTime()
  tick()
}

function listen(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(tick, STEP_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The server's present, renewed every 15 s: what is left of a limit stays true while a page is open. */
export const useNow = (): Date => useSyncExternalStore(listen, () => shown)
