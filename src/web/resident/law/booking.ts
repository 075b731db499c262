// Booking a time: one form, then the page of its receipt, from which it can be dropped again.
import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { Problem } from '#kernel/problem.ts'
import { area } from '#modules/area/contract.ts'
import { counsel } from '#modules/counsel/contract.ts'
import { TOPIC_CODES, TOPICS, type Topic } from '#modules/counsel/words.ts'
import { html } from '#web/parts/html.ts'
import { lineField, type Mistakes, mistake, mistakeList, one } from '../fields.ts'
import { frame, readerOf } from '../frame.ts'
import { clockOf } from '../rooms/hours.ts'
import { orNothing } from '../rooms/or-nothing.ts'
import { teller } from '../tell.ts'
import { dayOf, gone, sessionHead } from './parts.ts'
import { lawWords as w } from './words.ts'

const isTopic = (text: string): text is Topic => (TOPIC_CODES as readonly string[]).includes(text)

type Wish = {
  readonly in: string
  readonly clinic: string
  readonly from: number
  readonly topic: string
  readonly phone: string
}

const wishOf = (read: (name: string) => string): Wish => ({
  ...{ in: read('in'), clinic: read('clinic'), topic: read('topic'), phone: read('phone') },
  from: /^\d{1,4}$/.test(read('from')) ? Number(read('from')) : -1,
})

async function found(request: PageRequest, wish: Wish) {
  const { districts } = await request.ask(area.districts, {})
  const district = districts.find((each) => each.code === wish.in)
  const seen = district && (await orNothing(request.ask(counsel.law, { district: district.id })))
  const session = seen?.clinics.find((each) => each.id === wish.clinic)
  return district && session && { district, session }
}

async function form(request: PageRequest, wish: Wish, mistakes: Mistakes = {}, refused = false): Promise<PageAnswer> {
  const there = await found(request, wish)
  if (!there || wish.from < 0) return gone(request)
  const reader = readerOf(request)
  const { lang } = reader
  const tell = teller(lang)
  const title = { day: dayOf(there.session, request.now, lang), time: clockOf(wish.from) }
  const choice = (code: Topic) =>
    html`<label class="choice"><input type="radio" name="topic" value="${code}"${code === wish.topic && html` checked`}><span>${TOPICS[code][lang]}</span></label>`
  const main = html`<div class="lead"><h1>${tell(w.bookTitle, title)}</h1></div>${mistakeList(mistakes, tell, refused)}
    <section class="sheet pad">${sessionHead(there.session, request.now, lang, tell)}</section>
    <form method="post" action="/law/book" class="sheet pad">
      ${Object.entries({ in: wish.in, clinic: wish.clinic, from: wish.from, key: request.newKey() }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${String(value)}">`)}
      <fieldset class="f" id="topic"><legend>${tell(w.topic)}</legend>${mistake('topic', mistakes)}<div class="choices">${TOPIC_CODES.map(choice)}</div></fieldset>
      ${lineField({ name: 'phone', label: tell(w.phone), help: tell(w.phoneHelp), value: wish.phone, mistakes, more: html`type="tel" autocomplete="tel" maxlength="20"` })}
      <button class="btn primary block">${tell(w.send)}</button></form>`
  const answer = { html: frame(reader, { title: w.send[lang], main, back: { to: `/law?in=${wish.in}` } }) }
  return Object.keys(mistakes).length ? { ...answer, status: 400 } : answer
}

export const bookPage: Page = {
  method: 'GET',
  path: '/law/book',
  answer: (request) =>
    form(
      request,
      wishOf((name) => request.query.get(name) ?? ''),
    ),
}

const KEY = /^[\w-]{8,80}$/

export const sendBookingPage: Page = {
  method: 'POST',
  path: '/law/book',
  answer: async (request) => {
    const wish = wishOf((name) => one(request.fields, name))
    if (!isTopic(wish.topic)) return form(request, wish, { topic: w.topicNeeded[request.lang] })
    const there = await found(request, wish)
    if (!there) return gone(request)
    const key = one(request.fields, 'key')
    try {
      const { receipt } = await request.ask(
        counsel.book,
        { district: there.district.id, clinicId: wish.clinic, from: wish.from, topic: wish.topic, phone: wish.phone },
        { key: KEY.test(key) ? key : request.newKey() },
      )
      return { to: `/law/booking/${receipt}` }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const about = error.message === 'counsel.badPhone' || error.message === 'door.invalid' ? 'phone' : 'topic'
      return form(request, wish, { [about]: error.body(request.lang).message }, about === 'topic')
    }
  },
}

export const bookingPage: Page = {
  method: 'GET',
  path: '/law/booking/:receipt',
  answer: async (request) => {
    const receipt = request.params.receipt ?? ''
    const seen = await orNothing(request.ask(counsel.booking, { receipt }))
    if (!seen) return gone(request)
    const reader = readerOf(request)
    const { lang } = reader
    const tell = teller(lang)
    const head = html`<section class="sheet pad"><p><b>${dayOf(seen.clinic, request.now, lang)} ${clockOf(seen.from)}</b></p>${sessionHead(seen.clinic, request.now, lang, tell)}</section>`
    const main = seen.booked
      ? html`<div class="lead"><h1>${tell(w.booked)}</h1><p>${tell(w.bring)}</p></div>${head}
        <section class="sheet pad"><h2>${tell(w.receipt)}</h2><p><b class="nw">${receipt}</b></p><p class="q">${tell(w.keep)}</p>
        <form method="post" action="/law/booking/${receipt}/drop"><button class="btn block">${tell(w.drop)}</button></form></section>`
      : html`<div class="lead"><h1>${tell(seen.lost ? w.lost : w.dropped)}</h1></div>${seen.lost && head}<a class="btn primary block" href="/law">${tell(w.another)}</a>`
    return {
      html: frame(reader, {
        title: (seen.booked ? w.booked : seen.lost ? w.lost : w.dropped)[lang],
        main,
        back: { to: '/law' },
      }),
    }
  },
}

export const dropBookingPage: Page = {
  method: 'POST',
  path: '/law/booking/:receipt/drop',
  answer: async (request) => {
    const receipt = request.params.receipt ?? ''
    const done = await orNothing(request.ask(counsel.dropBooking, { receipt }))
    return done ? { to: `/law/booking/${receipt}` } : gone(request)
  },
}
