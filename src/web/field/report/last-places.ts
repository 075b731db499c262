// The places this phone reported from last, for a walk through the same buildings.
import type { Place } from './place.ts'

const KEPT = 'linli.places'
const MOST = 3

export function lastPlaces(): readonly Place[] {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '[]') as Place[]
  } catch {
    return []
  }
}

/** A position of the phone is of its moment and is not kept. */
export function rememberPlace(place: Place): void {
  if (place.lon !== undefined) return
  const others = lastPlaces().filter(({ id }) => id !== place.id)
  localStorage.setItem(KEPT, JSON.stringify([place, ...others].slice(0, MOST)))
}

export const forgetPlaces = (): void => localStorage.removeItem(KEPT)
