// /demo/phone: in place of the phones of invented people. Where real people live, the operation behind it is missing.
import type { Page } from '#kernel/http/page.ts'
import { notice } from '#modules/notice/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { clockTime } from '#web/parts/when.ts'
import { frame, readerOf } from '../frame.ts'
import { icon, teller } from '../tell.ts'
import { demoWords as w } from './words.ts'

/** Addresses become links, everything else is text; a line break stays one. */
const linked = (text: string): Markup =>
  html`${text
    .split('\n')
    .map(
      (line, at) =>
        html`${at > 0 && html`<br>`}${line
          .split(/(https?:\/\/[^\s，。]+)/)
          .map((part) => (/^https?:/.test(part) ? html`<a href="${part}">${part}</a>` : part))}`,
    )}`

export const demoPhonePage: Page = {
  method: 'GET',
  path: '/demo/phone',
  answer: async (request) => {
    const { messages } = await request.ask(notice.demoPhone, {})
    const reader = readerOf(request)
    const tell = teller(reader.lang)
    const one = (message: (typeof messages)[number]) => html`<section class="sheet pad">
      <p class="s">${tell(w.to, { way: w[message.channel][reader.lang], to: html`<b class="nw">${message.to}</b>` })} · <span class="nw">${clockTime(message.sentAt, request.now, reader.lang)}</span></p>
      <div lang="${/\p{Script=Han}/u.test(message.text) ? 'zh-CN' : 'en'}">${message.subject && html`<h2>${message.subject}</h2>`}<p>${linked(message.text)}</p></div></section>`
    const none = html`<section class="sheet pad"><h2>${tell(w.empty)}</h2><p>${tell(w.emptyText)}</p></section>`
    const main = html`
      <div class="lead"><h1>${tell(w.title)}</h1><p>${tell(w.lead)}</p></div>
      <p><a class="btn block" href="${reader.here}">${icon('chat')}${tell(w.look)}</a></p>
      ${messages.length ? messages.map(one) : none}`
    return { html: frame(reader, { title: w.title[reader.lang], main }) }
  },
}
