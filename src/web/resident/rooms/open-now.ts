// Whether a room is open, in one line with its sign.
import type { OutputOf } from '#kernel/contract.ts'
import type { Lang } from '#kernel/words.ts'
import type { room } from '#modules/room/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { clockTime } from '#web/parts/when.ts'
import { icon, type Tell } from '../tell.ts'
import { roomWords as w } from './words.ts'

export type Now = OutputOf<typeof room.see>['now']

export function openNow({ open, until, nextAt }: Now, now: Date, lang: Lang, tell: Tell): Markup {
  if (open)
    return html`<span class="st done">${icon('tick', '')}<span>${until === null ? tell(w.alwaysOpen) : tell(w.open, { until: clockTime(until, now, lang) })}</span></span>`
  return html`<span class="st">${icon('ring', '')}<span>${nextAt === null ? tell(w.closedLong) : tell(w.closed, { next: clockTime(nextAt, now, lang) })}</span></span>`
}
