// “不是这里？改位置”: other places of the same grid, to be found by name.
import type { Page } from '#kernel/http/page.ts'
import { place } from '#modules/place/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { frame, readerOf } from '../frame.ts'
import { icon, named, type Tell, teller, whole } from '../tell.ts'
import { hereOf, unknownCode } from './here.ts'
import { placeWords as w } from './words.ts'

/** As the contract of place.near takes it. */
const MOST_LETTERS = 40

export const elsewherePage: Page = {
  method: 'GET',
  path: '/q/:code/place',
  answer: async (request) => {
    const here = await hereOf(request)
    if (!here) return unknownCode(request)
    const words = (request.query.get('words') ?? '').trim().slice(0, MOST_LETTERS)
    const { places } = await request.ask(place.near, { code: here.code, words })
    const others = places.filter((each) => each.code !== here.code)
    const reader = readerOf(request)
    const { lang } = reader
    const tell = teller(lang)
    const name = html`<b>${whole(named(here, lang))}</b>`
    const main = html`<div class="lead"><h1>${tell(w.elsewhere)}</h1><p>${tell(w.elsewhereNow, { place: name })}</p></div>
      ${search(here.code, words, tell)}
      ${
        others.length > 0
          ? html`<section><h2 class="s q">${tell(w.found, { count: others.length })}</h2><ul class="more">${others.map(
              (each) =>
                html`<li><a href="/q/${each.code}?chosen=1">${icon('pin')}<span>${whole(named(each, lang))}<small class="q">${each.label}</small></span>${icon('next')}</a></li>`,
            )}</ul></section>`
          : html`<p class="note">${icon('info')}<span>${words ? tell(w.none, { words, place: name }) : tell(w.empty)}</span></p>`
      }
      ${words && html`<a class="btn plain" href="/q/${here.code}/place">${tell(w.all)}</a>`}
      <a class="btn block" href="/q/${here.code}"><span>${tell(w.stay, { place: whole(named(here, lang)) })}</span></a>`
    return {
      html: frame(reader, {
        title: w.elsewhere[lang],
        main,
        back: { to: `/q/${here.code}` },
        foot: tell(w.otherEstate),
      }),
    }
  },
}

const search = (
  code: string,
  words: string,
  tell: Tell,
): Markup => html`<form class="find" role="search" method="get" action="/q/${code}/place">
  <div class="f"><label for="words">${tell(w.find)}</label>
  <div class="line"><input id="words" name="words" type="search" value="${words}" maxlength="${MOST_LETTERS}" autocomplete="off" enterkeyhint="search"><button class="btn">${icon('search')}${tell(w.findGo)}</button></div></div></form>`
