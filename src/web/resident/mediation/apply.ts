// `/q/CODE/mediation`: asking for mediation where one stands. One form; it works without script and leads to the page of its code.

import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { sumScript } from '../assets.ts'
import { describedBy, lineField, type Mistakes, mistake, mistakeList, one } from '../fields.ts'
import { frame, readerOf } from '../frame.ts'
import { hereOf, unknownCode } from '../place/here.ts'
import { named, type Tell, teller } from '../tell.ts'
import { mediationWords as w } from './words.ts'

const FIELDS = ['kind', 'name', 'phone', 'other', 'facts', 'requests'] as const
type Wish = Readonly<Record<(typeof FIELDS)[number], string>>
const MOST = { kind: 10, name: 60, phone: 20, other: 60, facts: 2000, requests: 2000 } as const

const wishOf = (request: PageRequest): Wish =>
  Object.fromEntries(FIELDS.map((name) => [name, one(request.fields, name).trim().slice(0, MOST[name])])) as Wish

/** What the contract would refuse, said beside its field. */
function mistakesIn(wish: Wish, tell: (text: typeof w.needed) => string): Mistakes {
  const { shape } = mediation.ask.input
  return Object.fromEntries(
    FIELDS.filter((name) => !shape[name].safeParse(wish[name]).success).map((name) => [
      name,
      name === 'phone' && wish.phone ? tell(w.badPhone) : `${tell(w.needed)}${tell(w[name])}`,
    ]),
  )
}

const prose = (name: 'facts' | 'requests', label: Markup, value: string, mistakes: Mistakes): Markup =>
  html`<div class="f${name in mistakes && ' bad'}"><label for="${name}">${label}</label>${mistake(name, mistakes)}
    <textarea id="${name}" name="${name}" rows="4" maxlength="2000"${describedBy(name, false, name in mistakes)}>${value}</textarea></div>`

type Shown = {
  readonly mistakes?: Mistakes
  readonly refused?: boolean
  readonly pass?: string
  readonly note?: Markup
}

async function form(request: PageRequest, wish: Wish, shown: Shown = {}, status = 200): Promise<PageAnswer> {
  const here = await hereOf(request)
  if (!here) return unknownCode(request)
  const { kinds } = await request.ask(mediation.askable, { code: here.code })
  const reader = readerOf(request)
  const { lang } = reader
  const tell = teller(lang)
  const { mistakes = {}, pass } = shown
  const address = `/q/${here.code}/mediation`
  const main = html`<div class="lead"><h1>${tell(w.title)}</h1><p>${tell(w.lead)}</p><p class="q">${named(here, lang)}</p></div>
    ${mistakeList(mistakes, tell, shown.refused)}${shown.note}${steps(tell)}
    <form id="ask" method="post" action="${address}" class="sheet pad">
      <input type="hidden" name="key" value="${keyOf(request)}">${pass && html`<input type="hidden" name="pass" value="${pass}">`}
      <div class="f${'kind' in mistakes && ' bad'}"><label for="kind">${tell(w.kind)}</label>${mistake('kind', mistakes)}
        <select id="kind" name="kind"><option value=""></option>${kinds.map((each) => html`<option value="${each.code}"${each.code === wish.kind && html` selected`}>${each[lang]}</option>`)}</select></div>
      ${lineField({ name: 'name', label: tell(w.name), value: wish.name, mistakes, more: html`autocomplete="name" maxlength="60"` })}
      ${lineField({ name: 'phone', label: tell(w.phone), help: tell(w.phoneHelp), value: wish.phone, mistakes, more: html`type="tel" autocomplete="tel" maxlength="20"` })}
      ${lineField({ name: 'other', label: tell(w.other), help: tell(w.otherHelp), value: wish.other, mistakes, more: html`autocomplete="off" maxlength="60"` })}
      ${prose('facts', tell(w.facts), wish.facts, mistakes)}${prose('requests', tell(w.requests), wish.requests, mistakes)}
      <button class="btn primary block" id="send">${tell(w.send)}</button></form>`
  const page = { title: w.title[lang], main, back: { to: `/q/${here.code}` }, scripts: pass ? [sumScript.address] : [] }
  return { html: frame({ ...reader, here: address }, page), status }
}

const steps = (tell: Tell): Markup =>
  html`<section class="sheet pad"><h2>${tell(w.after)}</h2><ol><li>${tell(w.then1)}</li><li>${tell(w.then2)}</li><li>${tell(w.then3)}</li></ol></section>`

const KEY = /^[\w-]{8,80}$/
/** Kept while the same form is shown again, so that pressing twice sends once. */
const keyOf = (request: PageRequest): string => {
  const key = one(request.fields, 'key')
  return KEY.test(key) ? key : request.newKey()
}

export const askMediationPage: Page = {
  method: 'GET',
  path: '/q/:code/mediation',
  answer: (request) => form(request, wishOf(request)),
}

type Asked = { readonly seconds?: number; readonly ticket?: string; readonly challenge?: unknown }

export const sendMediationPage: Page = {
  method: 'POST',
  path: '/q/:code/mediation',
  answer: async (request) => {
    const wish = wishOf(request)
    const mistakes = mistakesIn(wish, (text) => text[request.lang])
    if (Object.keys(mistakes).length > 0) return form(request, wish, { mistakes }, 400)
    const pass = one(request.fields, 'pass') || undefined
    try {
      const code = request.params.code ?? ''
      const sent = await request.ask(mediation.ask, { code, ...wish }, { key: keyOf(request), pass })
      return { to: `${sent.page}?sent=1` }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.entry !== doorProblems.proofNeeded)
        return form(
          request,
          wish,
          { mistakes: { send: error.body(request.lang).message }, refused: true },
          error.status,
        )
      const { seconds = 20, ticket = '', challenge } = error.details as Asked
      const tell = teller(request.lang)
      const note = html`<div class="note" role="status" data-sum="${JSON.stringify(challenge ?? null)}"><p>${tell(w.wait, { seconds })}</p></div>`
      return form(request, wish, { pass: ticket, note }, 429)
    }
  },
}
