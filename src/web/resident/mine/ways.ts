// How one comes to one's own entry: by telephone, or by a slip from the desk. Everything is sent in the body, nothing stands in an address.
import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { Problem } from '#kernel/problem.ts'
import { register } from '#modules/register/contract.ts'
import { html } from '#web/parts/html.ts'
import { lineField, type Mistakes, one } from '../fields.ts'
import { frame, readerOf } from '../frame.ts'
import { teller } from '../tell.ts'
import { waysWords as w } from './ways-words.ts'

const byHand = html`autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40"`
const byFigures = html`inputmode="numeric" autocomplete="one-time-code" maxlength="10"`
const telephone = html`type="tel" inputmode="tel" autocomplete="tel" maxlength="40"`

type Typed = { readonly phone?: string; readonly slip?: string }

/** The two ways, the quick one first. `mistakes` names the field that was wrong. */
export function waysPage(
  request: PageRequest,
  typed: Typed = {},
  mistakes: Mistakes = {},
  status = Object.keys(mistakes).length > 0 ? 400 : 200,
): PageAnswer {
  const reader = { ...readerOf(request), here: '/mine' }
  const tell = teller(reader.lang)
  const phone = {
    ...{ name: 'phone', label: tell(w.phoneLabel), help: tell(w.phoneCount), value: typed.phone ?? '' },
    ...{ mistakes, more: telephone },
  }
  const slip = {
    ...{ name: 'slip', label: tell(w.slipLabel), help: tell(w.slipCount), value: typed.slip ?? '' },
    ...{ mistakes, more: byHand },
  }
  const main = html`<div class="lead"><h1>${tell(w.title)}</h1><p>${tell(w.lead)}</p></div>
    <form class="hand" method="post" action="/mine/code"><h2>${tell(w.phoneTitle)}</h2><p>${tell(w.phoneHelp)}</p>
      ${lineField(phone)}<button class="btn primary block">${tell(w.phoneGo)}</button></form>
    <form class="hand" method="post" action="/mine"><h2>${tell(w.slipTitle)}</h2><p>${tell(w.slipHelp)}</p>
      ${lineField(slip)}<button class="btn block">${tell(w.slipGo)}</button></form>`
  return { html: frame(reader, { title: w.title[reader.lang], main, back: { to: '/' } }), status }
}

export const waysFormPage: Page = { method: 'GET', path: '/mine', answer: async (request) => waysPage(request) }

/** The second step: the code that came and the last six. What was typed wrong is not shown again. */
function codePage(request: PageRequest, phone: string, said?: { text: string; status: number }): PageAnswer {
  const reader = { ...readerOf(request), here: '/mine' }
  const tell = teller(reader.lang)
  const code = { name: 'code', label: tell(w.codeLabel), help: tell(w.codeCount), more: byFigures }
  const tail = { name: 'tail', label: tell(w.tailLabel), help: tell(w.tailHelp), more: byHand }
  const main = html`<div class="lead"><h1>${tell(w.codeTitle)}</h1><p>${tell(w.codeSent)}</p></div>
    ${said && html`<section class="note bad" role="alert"><p>${said.text}</p></section>`}
    <form class="hand" method="post" action="/mine/phone"><input type="hidden" name="phone" value="${phone}">
      ${lineField(code)}${lineField(tail)}<button class="btn primary block">${tell(w.codeGo)}</button></form>
    <section class="sheet pad"><h2>${tell(w.noCode)}</h2><p>${tell(w.noCodeHelp)}</p>
      <p><a class="btn block" href="/mine">${tell(w.back)}</a></p></section>`
  return {
    html: frame(reader, { title: w.codeTitle[reader.lang], main, back: { to: '/mine' } }),
    status: said?.status ?? 200,
  }
}

const refusal = (error: unknown, request: PageRequest) => {
  if (!(error instanceof Problem) || error.status >= 500) throw error
  return { text: error.body(request.lang).message, status: error.status }
}

export const askCodePage: Page = {
  method: 'POST',
  path: '/mine/code',
  answer: async (request) => {
    const phone = one(request.fields, 'phone').trim()
    const wrong = (text: string, status: number) => waysPage(request, { phone }, { phone: text }, status)
    if (phone.length < 5 || phone.length > 40) return wrong(w.phoneShort[request.lang], 400)
    try {
      await request.ask(register.askCode, { phone })
      return codePage(request, phone)
    } catch (error) {
      const { text, status } = refusal(error, request)
      return wrong(text, status)
    }
  },
}

/** Opens with code and last six; `show` is the page itself, by the slip that was given for it. */
export const phonePage = (show: (request: PageRequest, slip: string) => Promise<PageAnswer>): Page => ({
  method: 'POST',
  path: '/mine/phone',
  answer: async (request) => {
    const phone = one(request.fields, 'phone').trim()
    const [code, tail] = [one(request.fields, 'code').trim(), one(request.fields, 'tail').trim()]
    if (phone.length < 5 || phone.length > 40) return waysPage(request)
    const fits = (text: string) => text.length > 0 && text.length <= 20
    if (!fits(code) || !fits(tail)) return codePage(request, phone, { text: w.both[request.lang], status: 400 })
    try {
      const { slip } = await request.ask(register.enterByPhone, { phone, code, tail })
      return await show(request, slip)
    } catch (error) {
      return codePage(request, phone, refusal(error, request))
    }
  },
})
