// Rooms and stations: near a scanned code, or of a subdistrict that the reader chooses.
import type { OutputOf } from '#kernel/contract.ts'
import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { area } from '#modules/area/contract.ts'
import { room } from '#modules/room/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { frame, readerOf } from '../frame.ts'
import { icon, named, type Tell, teller, whole } from '../tell.ts'
import { openNow } from './open-now.ts'
import { orNothing } from './or-nothing.ts'
import { roomWords as w } from './words.ts'

type Listed = OutputOf<typeof room.near>['rooms'][number]
type District = OutputOf<typeof area.districts>['districts'][number]

export const roomsPage: Page = {
  method: 'GET',
  path: '/rooms',
  answer: async (request) => {
    const code = request.query.get('at') ?? ''
    const near = code ? await orNothing(request.ask(room.near, { code })) : undefined
    if (near) return nearPage(request, code, near)
    const { districts } = await request.ask(area.districts, {})
    const chosen = districts.find((one) => one.code === request.query.get('in'))
    const only = districts.length === 1 ? districts[0] : undefined
    return chosen || only ? districtPage(request, (chosen ?? only)!, !only) : choosePage(request, districts)
  },
}

function page(request: PageRequest, main: Markup, back: string, status?: number): PageAnswer {
  const reader = readerOf(request)
  return {
    html: frame(reader, { title: w.title[reader.lang], main, back: { to: back } }),
    ...(status === undefined ? {} : { status }),
  }
}

function nearPage(request: PageRequest, code: string, near: OutputOf<typeof room.near>): PageAnswer {
  const tell = teller(request.lang)
  const place = html`<b>${whole(named(near, request.lang))}</b>`
  const main = html`<div class="lead"><h1>${tell(w.title)}</h1><p>${near.rooms.length > 0 ? tell(w.from, { place }) : tell(w.lead)}</p></div>
    ${openAndNot(near.rooms, request, tell)}`
  return page(request, main, `/q/${code}`)
}

function choosePage(request: PageRequest, districts: readonly District[]): PageAnswer {
  const tell = teller(request.lang)
  const main = html`<div class="lead"><h1>${tell(w.title)}</h1><p>${tell(w.lead)}</p></div>
    <section><h2>${tell(w.whichDistrict)}</h2><ul class="more">${districts.map(
      (one) =>
        html`<li><a href="/rooms?in=${one.code}">${icon('pin')}<span>${named(one, request.lang)}</span>${icon('next')}</a></li>`,
    )}</ul></section>`
  return page(request, main, '/')
}

async function districtPage(request: PageRequest, district: District, several: boolean): Promise<PageAnswer> {
  const tell = teller(request.lang)
  const wish = request.query.get('of')
  const whole = await orNothing(request.ask(room.around, { district: district.id }))
  const streets = whole?.subdistricts ?? []
  const street = streets.find((one) => one.id === wish) ?? (streets.length === 1 ? streets[0] : undefined)
  const back = street && streets.length > 1 ? `/rooms?in=${district.code}` : several ? '/rooms' : '/'
  const head = html`<div class="lead"><h1>${tell(w.title)}</h1><p>${named(street ?? district, request.lang)}${request.lang === 'zh' ? '。' : '. '}${tell(w.lead)}</p></div>`
  if (!whole || (streets.length === 0 && whole.rooms.length === 0))
    return page(request, html`${head}${nothing(tell)}`, back)
  if (street) {
    const { rooms } = await request.ask(room.around, { district: district.id, subdistrict: street.id })
    return page(request, html`${head}${openAndNot(rooms, request, tell)}`, back)
  }
  const choice = html`<section><h2>${tell(w.whichStreet)}</h2><ul class="more">${streets.map(
    (one) =>
      html`<li><a href="/rooms?in=${district.code}&of=${one.id}">${icon('pin')}<span>${named(one, request.lang)}<small class="q">${tell(w.count, { count: one.rooms })}</small></span>${icon('next')}</a></li>`,
  )}</ul></section>`
  const above =
    whole.rooms.length > 0 && html`<section><h2>${tell(w.ofDistrict)}</h2>${list(whole.rooms, request, tell)}</section>`
  return page(request, html`${head}${choice}${above}`, back)
}

const nothing = (tell: Tell): Markup =>
  html`<section class="note">${icon('info')}<div><p><b>${tell(w.empty)}</b></p><p>${tell(w.emptyNow)}</p></div></section>`

/** What can be walked into now comes first. */
function openAndNot(rooms: readonly Listed[], request: PageRequest, tell: Tell): Markup {
  if (rooms.length === 0) return nothing(tell)
  const open = rooms.filter((one) => one.now.open)
  const shut = rooms.filter((one) => !one.now.open)
  return html`${
    open.length > 0
      ? html`<section><h2>${tell(w.openNow, { count: open.length })}</h2>${list(open, request, tell)}</section>`
      : html`<p class="note">${icon('clock')}<span>${tell(w.nothingOpen)}</span></p>`
  }${shut.length > 0 && html`<section><h2>${tell(w.notNow, { count: shut.length })}</h2>${list(shut, request, tell)}</section>`}`
}

const list = (rooms: readonly Listed[], { now, lang }: PageRequest, tell: Tell): Markup =>
  html`<ul class="more rooms">${rooms.map(
    (one) =>
      html`<li><a href="/rooms/${one.id}"><span><b>${whole(named(one, lang))}</b>${openNow(one.now, now, lang, tell)}<small class="q">${[
        lang === 'zh' ? one.kindZh : one.kindEn,
        one.metres !== null
          ? tell(w.metres, { metres: one.metres }).text
          : named({ name: one.areaName, nameEn: one.areaNameEn }, lang),
      ].join(' · ')}</small></span>${icon('next')}</a></li>`,
  )}</ul>`
