// Makes the texts that are planted: a mark of their own, then as many payloads as the field has room for.
import { MARK } from '../access/canaries.ts'
import type { TextField } from './fields.ts'
import type { Payload } from './payloads.ts'

/** A text, the field it went into, and the payloads in it. */
export type Planted = { readonly field: string; readonly text: string; readonly payloads: readonly Payload[] }

export type Planter = {
  /** A text for a field: 鵺12鵺 and payloads, no longer than the field takes; without those that have a forbidden sign. */
  text(field: TextField, without?: RegExp): string
  /** Says that a text has been stored. */
  keep(text: string, field: string): void
  /** What was stored, by its mark. */
  readonly kept: ReadonlyMap<string, Planted>
}

export const MARKED = new RegExp(`${MARK}([0-9a-z]+)${MARK}`, 'g')

/**
 * Gives out of all payloads that still fit the one given out least, from `from` on: taken in turn, the few short ones
 * that fill up the ends of texts would be met again and again and most of the others never. Two planters whose texts
 * may stand on one page need marks of their own: `first` is the number of the first mark.
 */
export function openPlanter(list: readonly Payload[], from = 0, first = 1): Planter {
  let count = first - 1
  const given = new Map([...list.slice(from), ...list.slice(0, from)].map((payload) => [payload, 0]))
  const made = new Map<string, Planted>()
  const kept = new Map<string, Planted>()
  const one = (room: number, without: RegExp | undefined): Payload | undefined => {
    let least: Payload | undefined
    for (const [payload, times] of given)
      if (payload.text.length <= room && !without?.test(payload.text) && times < (least ? given.get(least)! : Infinity))
        least = payload
    if (least) given.set(least, given.get(least)! + 1)
    return least
  }
  return {
    kept,
    text({ name, most }, without) {
      const mark = `${MARK}${(++count).toString(36)}${MARK}`
      const texts: Payload[] = []
      let text = mark
      // A text of 5,000 characters on every row makes pages that nobody has; 400 hold eight payloads.
      const room = Math.min(most, 400)
      for (;;) {
        const payload = one(room - text.length - (texts.length ? 1 : 0), without)
        if (!payload) break
        text += (texts.length ? ' ' : '') + payload.text
        texts.push(payload)
      }
      const fits = text.slice(0, most)
      made.set(fits, { field: name, text: fits, payloads: texts })
      return fits
    },
    keep(text, field) {
      const planted = made.get(text)
      const mark = text.match(MARKED)?.[0]
      if (planted && mark) kept.set(mark, { ...planted, field })
    },
  }
}
