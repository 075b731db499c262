// One room: is it open, when, where, the phone, what one can do and borrow there, who is there today.
import { localDay, localInstant } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import type { Lang } from '#kernel/words.ts'
import { room } from '#modules/room/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { dateWords } from '#web/parts/when.ts'
import { callButton } from '../calls.ts'
import { frame, readerOf } from '../frame.ts'
import { icon, named, type Tell, teller, whole } from '../tell.ts'
import { clockOf, daysAhead, weekTable } from './hours.ts'
import { openNow } from './open-now.ts'
import { orNothing } from './or-nothing.ts'
import { roomWords as w } from './words.ts'

type Room = OutputOf<typeof room.see>

export const roomPage: Page = {
  method: 'GET',
  path: '/rooms/:id',
  answer: async (request) => {
    const seen = await orNothing(request.ask(room.see, { id: request.params.id ?? '' }))
    if (!seen) return gone(request)
    const reader = readerOf(request)
    const { lang } = reader
    const tell = teller(lang)
    const main = html`${head(seen, request.now, lang, tell)}${when(seen, request.now, lang, tell)}
      ${services(seen, lang, tell)}${tools(seen, request.now, lang, tell)}${people(seen, lang, tell)}`
    return { html: frame(reader, { title: named(seen, lang), main, back: { to: '/rooms' } }) }
  },
}

function gone(request: PageRequest): PageAnswer {
  const reader = readerOf(request)
  const tell = teller(reader.lang)
  const main = html`<div class="lead"><h1>${tell(w.gone)}</h1><p>${tell(w.goneNow)}</p></div>
    <a class="btn primary block" href="/rooms">${tell(w.everybody)}</a>`
  return { html: frame(reader, { title: w.gone[reader.lang], main }), status: 404 }
}

const about = (seen: Room, lang: Lang) => (lang === 'en' && seen.aboutEn) || seen.aboutZh

function head(seen: Room, now: Date, lang: Lang, tell: Tell): Markup {
  const spot = (lang === 'en' && seen.spotEn) || seen.spotZh
  const area = named({ name: seen.areaName, nameEn: seen.areaNameEn }, lang)
  const said = about(seen, lang)
  return html`<section class="sheet pad room"><p class="s q">${lang === 'zh' ? seen.kindZh : seen.kindEn} · ${area}</p>
    <h1>${whole(named(seen, lang))}</h1>
    <p class="open">${openNow(seen.now, now, lang, tell)}</p>
    ${said && html`<p>${said}</p>`}
    ${(spot || seen.address) && html`<p class="with">${icon('pin')}<span>${spot}${spot && seen.address && html`<br>`}${seen.address && html`<span class="q">${seen.address}</span>`}</span></p>`}
    ${seen.phone && callButton(seen.phone, tell(w.call))}</section>`
}

const when = (seen: Room, now: Date, lang: Lang, tell: Tell): Markup =>
  html`<section class="sheet pad"><h2>${tell(w.hours)}</h2>${weekTable(seen, now, lang, tell)}
    <p class="s">${tell(seen.followsCalendar ? w.holidays : w.noHolidays)}</p>${daysAhead(seen.ahead, now, lang, tell)}</section>`

const services = ({ services: offered }: Room, lang: Lang, tell: Tell): Markup | false =>
  offered.length > 0 &&
  html`<section class="sheet pad"><h2>${tell(w.services)}</h2><ul class="offers">${offered.map((one) => html`<li>${icon('check')}<span>${one[lang]}</span></li>`)}</ul></section>`

function tools({ tools: lent }: Room, now: Date, lang: Lang, tell: Tell): Markup | false {
  if (lent.length === 0) return false
  return html`<section class="sheet pad"><h2>${tell(w.tools)}</h2><p>${tell(w.toolsHow)}</p>
    <dl class="week">${lent.map(
      (tool) =>
        html`<div><dt>${tool[lang]}</dt><dd>${
          tool.out < tool.total || tool.backBy === null
            ? html`<span class="nw">${tell(w.left, { count: tool.total - tool.out })}</span>`
            : expected(tool.backBy, now, lang, tell)
        }</dd></div>`,
    )}</dl></section>`
}

function expected(backBy: string, now: Date, lang: Lang, tell: Tell): Markup {
  const today = localDay(now)
  if (backBy < today) return html`${tell(w.allOutLate)}`
  return html`${backBy === today ? tell(w.allOutToday) : tell(w.allOut, { day: dateWords(localInstant(backBy, '12:00'), now, lang) })}`
}

function people({ people: here }: Room, lang: Lang, tell: Tell): Markup | false {
  if (here.length === 0) return false
  return html`<section class="sheet pad"><h2>${tell(w.people)}</h2><dl class="week">${here.map(
    (one) =>
      html`<div><dt><span class="nw">${named(one, lang)}</span><small>${[(lang === 'en' && one.taskEn) || one.taskZh, lang === 'en' ? one.bodyNameEn || one.bodyName : one.bodyName].filter(Boolean).join(' · ')}</small></dt><dd class="nw">${clockOf(one.from)}–${clockOf(one.to)}</dd></div>`,
  )}</dl></section>`
}
