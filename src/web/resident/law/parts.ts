// Parts of the pages about the law: a session in a few lines, the page for what is not there.
import { localInstant } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import type { PageAnswer, PageRequest } from '#kernel/http/page.ts'
import type { Lang } from '#kernel/words.ts'
import type { counsel } from '#modules/counsel/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { dayLine } from '#web/parts/when.ts'
import { frame, readerOf } from '../frame.ts'
import { clockOf } from '../rooms/hours.ts'
import { icon, named, type Tell, teller, whole } from '../tell.ts'
import { lawWords as w } from './words.ts'

export type Session = OutputOf<typeof counsel.law>['clinics'][number]

export const dayOf = (session: Pick<Session, 'day'>, now: Date, lang: Lang): string =>
  dayLine(localInstant(session.day, '12:00'), now, lang)

export const whenOf = (session: Session, now: Date, lang: Lang): string =>
  `${dayOf(session, now, lang)} ${clockOf(session.from)}–${clockOf(session.to)}`

const firmOf = (firm: string, lang: Lang) => (firm ? (lang === 'zh' ? `（${firm}）` : ` (${firm})`) : '')

/** When, where and who: the same on every page. */
export function sessionHead(session: Session, now: Date, lang: Lang, tell: Tell): Markup {
  const why = session.why[lang] || session.why.zh
  const offers = session.offers[lang] || session.offers.zh
  return html`<h3 class="nw">${whenOf(session, now, lang)}</h3>
    <p class="with">${icon('pin')}<span>${whole(session.where[lang])}<br><span class="q">${named({ name: session.areaName, nameEn: session.areaNameEn }, lang)}</span></span></p>
    <p class="with">${icon('person')}<span>${session.sitters.map((one) => `${named(one, lang)}${firmOf(one.firm, lang)}`).join(lang === 'zh' ? '、' : ', ')}</span></p>
    ${offers && html`<p class="q">${offers}</p>`}
    ${why && html`<p><b>${tell(session.state === 'cancelled' ? w.cancelled : w.moved, { why })}</b></p>`}`
}

export function gone(request: PageRequest): PageAnswer {
  const reader = readerOf(request)
  const tell = teller(reader.lang)
  const main = html`<div class="lead"><h1>${tell(w.gone)}</h1><p>${tell(w.goneNow)}</p></div>
    <a class="btn primary block" href="/law">${tell(w.title)}</a>`
  return { html: frame(reader, { title: w.gone[reader.lang], main }), status: 404 }
}
