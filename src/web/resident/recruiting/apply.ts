// Applying to become a mediator: one form, then the page of its receipt.
import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { committee } from '#modules/committee/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { sumScript } from '../assets.ts'
import { describedBy, lineField, type Mistakes, mistake, mistakeList, one } from '../fields.ts'
import { frame, readerOf } from '../frame.ts'
import { teller } from '../tell.ts'
import { callHead, callsHere, committeeOf, gone } from './parts.ts'
import { recruitingWords as w } from './words.ts'

const FIELDS = ['name', 'phone', 'about'] as const
const MOST = { name: 40, phone: 20, about: 1000 } as const
type Wish = Readonly<Record<(typeof FIELDS)[number] | 'in' | 'call', string>> & { readonly adult: boolean }

const wishOf = (request: PageRequest): Wish => {
  const read = (name: string) => one(request.fields, name).trim() || (request.query.get(name) ?? '')
  return {
    ...{ in: read('in'), call: read('call'), adult: one(request.fields, 'adult') === 'yes' },
    ...{ name: read('name').slice(0, MOST.name), phone: read('phone').slice(0, MOST.phone) },
    about: read('about').slice(0, MOST.about),
  }
}

/** What the contract would refuse, said beside its field. */
function mistakesIn(wish: Wish, tell: (text: { readonly zh: string; readonly en: string }) => string): Mistakes {
  const { shape } = committee.apply.input
  const wrong = FIELDS.filter((name) => !shape[name].safeParse(wish[name]).success)
  return {
    ...Object.fromEntries(wrong.map((name) => [name, `${tell(w.needed)}${tell(w[name])}`])),
    ...(wish.adult ? {} : { adult: tell(w.notAdult) }),
  }
}

const KEY = /^[\w-]{8,80}$/
/** Kept while the same form is shown again, so that pressing twice sends once. */
const keyOf = (request: PageRequest): string => {
  const key = one(request.fields, 'key')
  return KEY.test(key) ? key : request.newKey()
}

type Shown = {
  readonly mistakes?: Mistakes
  readonly refused?: boolean
  readonly pass?: string
  readonly note?: Markup
}

async function form(request: PageRequest, wish: Wish, shown: Shown = {}, status = 200): Promise<PageAnswer> {
  const { district, calls } = await callsHere(request, wish.in)
  const call = calls.find(({ id }) => id === wish.call)
  if (!district || !call) return gone(request)
  const reader = readerOf(request)
  const { lang } = reader
  const tell = teller(lang)
  const { mistakes = {}, pass } = shown
  const hidden = { in: district.code, call: call.id, key: keyOf(request), ...(pass ? { pass } : {}) }
  const main = html`<div class="lead"><h1>${tell(w.applyTitle, { committee: committeeOf(call, lang) })}</h1></div>
    ${mistakeList(mistakes, tell, shown.refused)}${shown.note}
    <section class="sheet pad">${callHead(call, lang, tell)}<p class="s q">${tell(w.law)}</p></section>
    <form id="ask" method="post" action="/mediators/apply" class="sheet pad">
      ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      ${lineField({ name: 'name', label: tell(w.name), value: wish.name, mistakes, more: html`autocomplete="name" maxlength="40"` })}
      ${lineField({ name: 'phone', label: tell(w.phone), help: tell(w.phoneHelp), value: wish.phone, mistakes, more: html`type="tel" autocomplete="tel" maxlength="20"` })}
      <div class="f${'about' in mistakes && ' bad'}"><label for="about">${tell(w.about)}</label><p class="help" id="about-help">${tell(w.aboutHelp)}</p>${mistake('about', mistakes)}
        <textarea id="about" name="about" rows="4" maxlength="1000"${describedBy('about', true, 'about' in mistakes)}>${wish.about}</textarea></div>
      <div class="f${'adult' in mistakes && ' bad'}" id="adult">${mistake('adult', mistakes)}<label class="choice"><input type="checkbox" name="adult" value="yes"${wish.adult && html` checked`}><span>${tell(w.adult)}</span></label></div>
      <button class="btn primary block" id="send">${tell(w.send)}</button></form>`
  const page = {
    ...{ title: w.apply[lang], main, back: { to: `/mediators?in=${district.code}` } },
    scripts: pass ? [sumScript.address] : [],
  }
  return { html: frame(reader, page), status }
}

export const applyPage: Page = {
  method: 'GET',
  path: '/mediators/apply',
  answer: (request) => form(request, wishOf(request)),
}

type Asked = { readonly seconds?: number; readonly ticket?: string; readonly challenge?: unknown }

export const sendApplicationPage: Page = {
  method: 'POST',
  path: '/mediators/apply',
  answer: async (request) => {
    const wish = wishOf(request)
    const mistakes = mistakesIn(wish, (text) => text[request.lang])
    if (Object.keys(mistakes).length > 0) return form(request, wish, { mistakes }, 400)
    const { district, calls } = await callsHere(request, wish.in)
    if (!district || !calls.some(({ id }) => id === wish.call)) return gone(request)
    const { name, phone, about } = wish
    const pass = one(request.fields, 'pass') || undefined
    try {
      const asked = { district: district.id, callId: wish.call, name, phone, about, adult: true as const }
      const { receipt } = await request.ask(committee.apply, asked, { key: keyOf(request), pass })
      return { to: `/mediators/application/${receipt}` }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.message === 'committee.badPhone')
        return form(request, wish, { mistakes: { phone: error.body(request.lang).message } }, 400)
      if (error.entry !== doorProblems.proofNeeded)
        return form(
          request,
          wish,
          { mistakes: { send: error.body(request.lang).message }, refused: true },
          error.status,
        )
      const { seconds = 20, ticket = '', challenge } = error.details as Asked
      const note = html`<div class="note" role="status" data-sum="${JSON.stringify(challenge ?? null)}"><p>${teller(request.lang)(w.wait, { seconds })}</p></div>`
      return form(request, wish, { pass: ticket, note }, 429)
    }
  },
}
