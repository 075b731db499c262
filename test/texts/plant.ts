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

/** Gives out payloads in turn, so that texts of all lengths meet all of them over many texts. */
export function openPlanter(list: readonly Payload[], from = 0): Planter {
  let next = from
  let count = 0
  const made = new Map<string, Planted>()
  const kept = new Map<string, Planted>()
  /** The next one that is short enough, within one turn of the list. */
  const one = (room: number, without: RegExp | undefined): Payload | undefined => {
    for (let tried = 0; tried < list.length; tried++) {
      const payload = list[next++ % list.length]!
      if (payload.text.length <= room && !without?.test(payload.text)) return payload
    }
    return undefined
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
