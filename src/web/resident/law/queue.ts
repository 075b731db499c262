// The page behind the code at the door of a session: take a number, see how far it is. Nobody is asked who he is.
import type { Page } from '#kernel/http/page.ts'
import { Problem } from '#kernel/problem.ts'
import { counsel } from '#modules/counsel/contract.ts'
import { html } from '#web/parts/html.ts'
import { one } from '../fields.ts'
import { frame, readerOf } from '../frame.ts'
import { orNothing } from '../rooms/or-nothing.ts'
import { type Tell, teller } from '../tell.ts'
import { gone, sessionHead, whenOf } from './parts.ts'
import { lawWords as w } from './words.ts'

const KEY = /^[\w-]{8,80}$/
type Queue = { readonly waiting: readonly number[]; readonly called: readonly number[] }

/** Where a number stands in the queue. */
function standing(no: number, { waiting, called }: Queue, tell: Tell) {
  const at = waiting.indexOf(no)
  const word = called.includes(no) ? tell(w.turn) : at < 0 ? tell(w.over) : tell(w.before, { count: at })
  return html`<section class="sheet pad" role="status"><h2>${tell(w.yours)}</h2><p class="big-no"><b>${no}</b></p><p>${word}</p></section>`
}

export const queuePage: Page = {
  method: 'GET',
  path: '/clinic/:code',
  answer: async (request) => {
    const code = request.params.code ?? ''
    const seen = await orNothing(request.ask(counsel.queue, { code }))
    if (!seen) return gone(request)
    const reader = readerOf(request)
    const { lang } = reader
    const tell = teller(lang)
    const asked = request.query.get('no') ?? ''
    const no = /^\d{1,3}$/.test(asked) ? Number(asked) : 0
    const main = html`<div class="lead"><h1>${tell(w.queueTitle)}</h1></div>${no > 0 && standing(no, seen, tell)}
      <section class="sheet pad">${sessionHead(seen.clinic, request.now, lang, tell)}
      <p>${tell(w.called)}${lang === 'zh' ? '：' : ': '}<b>${seen.called.join(lang === 'zh' ? '、' : ', ') || '—'}</b></p>
      <p>${tell(w.waiting)}${lang === 'zh' ? '：' : ': '}<b>${seen.waiting.length ? tell(w.people, { count: seen.waiting.length }) : tell(w.nobody)}</b></p></section>
      ${
        no > 0
          ? html`<a class="btn block" href="/clinic/${code}?no=${no}">${tell(w.refresh)}</a>`
          : seen.open
            ? html`<form method="post" action="/clinic/${code}"><input type="hidden" name="key" value="${request.newKey()}"><button class="btn primary block">${tell(w.take)}</button></form><p class="q">${tell(w.noName)}</p>`
            : html`<p>${tell(w.shut, { when: whenOf(seen.clinic, request.now, lang) })}</p>`
      }`
    return { html: frame(reader, { title: w.queueTitle[lang], main, back: { to: '/law' } }) }
  },
}

export const takeNumberPage: Page = {
  method: 'POST',
  path: '/clinic/:code',
  answer: async (request) => {
    const code = request.params.code ?? ''
    const sent = one(request.fields, 'key')
    const key = KEY.test(sent) ? sent : request.newKey()
    try {
      const { no } = await request.ask(counsel.takeNumber, { code }, { key })
      return { to: `/clinic/${code}?no=${no}` }
    } catch (error) {
      // It was full or over when he pressed: the page itself says so.
      if (error instanceof Problem && error.status === 409) return { to: `/clinic/${code}` }
      if (error instanceof Problem && (error.status === 404 || error.status === 400)) return gone(request)
      throw error
    }
  },
}
