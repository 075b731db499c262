// 大字版: larger words and targets, chosen on this phone for this phone.
import { useSyncExternalStore } from 'react'

const KEPT = 'linli.big'
const listeners = new Set<() => void>()

const isBig = (): boolean => document.body.classList.contains('big')

export function setBig(big: boolean): void {
  document.body.classList.toggle('big', big)
  localStorage.setItem(KEPT, big ? '1' : '0')
  for (const listener of listeners) listener()
}

export const startBig = (): void => {
  document.body.classList.toggle('big', localStorage.getItem(KEPT) === '1')
}

export const useBig = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, isBig)
