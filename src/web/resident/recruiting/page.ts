// `/mediators`: which committees look for mediators, and what became of an application. They work without script.
import type { Page, PageRequest } from '#kernel/http/page.ts'
import { committee } from '#modules/committee/contract.ts'
import { applicantLife } from '#modules/committee/lifecycle.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { frame, readerOf } from '../frame.ts'
import { orNothing } from '../rooms/or-nothing.ts'
import { icon, named, teller } from '../tell.ts'
import { callHead, callsHere, committeeOf, gone } from './parts.ts'
import { recruitingWords as w } from './words.ts'

export const mediatorsPage: Page = {
  method: 'GET',
  path: '/mediators',
  answer: async (request) => {
    const { districts, district, calls } = await callsHere(request, request.query.get('in') ?? '')
    const reader = readerOf(request)
    const { lang } = reader
    const tell = teller(lang)
    const choose = html`<section><h2>${tell(w.whichDistrict)}</h2><ul class="more">${districts.map(
      (one) =>
        html`<li><a href="/mediators?in=${one.code}">${icon('pin')}<span>${named(one, lang)}</span>${icon('next')}</a></li>`,
    )}</ul></section>`
    const list = calls.length
      ? calls.map(
          (call) =>
            html`<section class="sheet pad">${callHead(call, lang, tell)}<a class="btn primary block" href="/mediators/apply?in=${district?.code ?? ''}&amp;call=${call.id}">${tell(w.apply)}</a></section>`,
        )
      : html`<p>${tell(w.none)}</p>`
    const main = html`<div class="lead"><h1>${tell(w.title)}</h1><p>${tell(w.lead)}</p></div>
      ${district ? html`<p class="q">${tell(w.law)}</p>${list}` : choose}`
    return { html: frame(reader, { title: w.title[lang], main, back: { to: '/' } }) }
  },
}

const NEXT = { applied: w.next, shortlisted: w.talk, appointed: w.taken, withdrawn: w.withdrawn, declined: undefined }

export const applicationPage: Page = {
  method: 'GET',
  path: '/mediators/application/:receipt',
  answer: async (request) => {
    const receipt = request.params.receipt ?? ''
    const seen = await orNothing(request.ask(committee.application, { receipt }))
    if (!seen) return gone(request)
    const reader = readerOf(request)
    const { lang } = reader
    const tell = teller(lang)
    const state = applicantLife.states[seen.state][lang]
    const next = NEXT[seen.state]
    const kept: Markup | false =
      seen.can.includes('withdrawApplication') &&
      html`<section class="sheet pad"><h2>${tell(w.receipt)}</h2><p><b class="nw">${receipt}</b></p><p class="q">${tell(w.keep)}</p>
        <form method="post" action="/mediators/application/${receipt}/withdraw"><button class="btn block">${tell(w.withdraw)}</button></form></section>`
    const main = html`<div class="lead"><h1>${seen.state === 'applied' ? tell(w.sent) : state}</h1>
        <p>${tell(w.stateIs, { committee: committeeOf(seen, lang), state })}</p>${next && html`<p>${tell(next)}</p>`}</div>
      ${seen.answer && html`<section class="sheet pad"><h2>${tell(w.why)}</h2><p>${seen.answer}</p></section>`}
      ${seen.phone && html`<p class="s q">${tell(w.ask, { phone: seen.phone })}</p>`}${kept}`
    return { html: frame(reader, { title: state, main, back: { to: '/mediators' } }) }
  },
}

export const withdrawApplicationPage: Page = {
  method: 'POST',
  path: '/mediators/application/:receipt/withdraw',
  answer: async (request: PageRequest) => {
    const receipt = request.params.receipt ?? ''
    const done = await orNothing(request.ask(committee.withdrawApplication, { receipt }))
    return done ? { to: `/mediators/application/${receipt}` } : gone(request)
  },
}
