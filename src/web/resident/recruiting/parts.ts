// What the pages of a call share: which district and which call is meant, and the page for what is not there.
import type { OutputOf } from '#kernel/contract.ts'
import type { PageAnswer, PageRequest } from '#kernel/http/page.ts'
import type { Lang } from '#kernel/words.ts'
import { area } from '#modules/area/contract.ts'
import { committee } from '#modules/committee/contract.ts'
import { modeWords } from '#modules/committee/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { frame, readerOf } from '../frame.ts'
import { orNothing } from '../rooms/or-nothing.ts'
import { named, type Tell, teller } from '../tell.ts'
import { recruitingWords as w } from './words.ts'

export type Call = OutputOf<typeof committee.openCalls>['calls'][number]

export const committeeOf = (call: Pick<Call, 'committee' | 'committeeEn'>, lang: Lang) =>
  named({ name: call.committee, nameEn: call.committeeEn }, lang)

/** The districts, the one that is meant, and its open calls. */
export async function callsHere(request: PageRequest, code: string) {
  const { districts } = await request.ask(area.districts, {})
  const district = districts.find((one) => one.code === code) ?? (districts.length === 1 ? districts[0] : undefined)
  const seen = district && (await orNothing(request.ask(committee.openCalls, { district: district.id })))
  return { districts, district, calls: seen?.calls ?? [] }
}

export const callHead = (call: Call, lang: Lang, tell: Tell): Markup => html`<h2>${committeeOf(call, lang)}</h2>
  <p>${tell(w.places, { mode: modeWords[call.mode][lang], count: call.places })} · <span class="nw">${tell(w.until, { day: call.to })}</span></p>
  <div>${(lang === 'en' && call.wantsEn ? call.wantsEn : call.wantsZh).split('\n').map((line) => html`<p>${line}</p>`)}</div>
  ${call.phone && html`<p class="s q">${tell(w.ask, { phone: call.phone })}</p>`}`

export function gone(request: PageRequest): PageAnswer {
  const reader = readerOf(request)
  const tell = teller(reader.lang)
  const main = html`<div class="lead"><h1>${tell(w.gone)}</h1><p>${tell(w.goneText)}</p></div>
    <a class="btn primary block" href="/mediators">${tell(w.title)}</a>`
  return { html: frame(reader, { title: w.gone[reader.lang], main }), status: 404 }
}
