// `/my`: what I reported. A receipt typed by hand, or, when the reader wanted it so, those that this phone remembers.
import type { Page } from '#kernel/http/page.ts'
import { html } from '#web/parts/html.ts'
import { RECEIPT_LEAST, receiptForm, typedCode } from '../codes.ts'
import { frame, readerOf } from '../frame.ts'
import { homeWords } from '../home/words.ts'
import { teller } from '../tell.ts'
import { residentWords } from '../words.ts'
import { storyWords as w } from './words.ts'

export const minePage: Page = {
  method: 'GET',
  path: '/my',
  answer: async (request) => {
    const typed = request.query.get('receipt')
    const receipt = typed === null ? undefined : typedCode(typed, RECEIPT_LEAST)
    if (receipt) return { to: `/r/${receipt}` }
    const reader = { ...readerOf(request), here: '/my' }
    const { lang } = reader
    const tell = teller(lang)
    const mistakes = typed === null ? undefined : { receipt: residentWords.receiptShort[lang] }
    const main = html`<div class="lead"><h1>${tell(homeWords.mineTitle)}</h1><p>${tell(w.mineHelp)}</p></div>
      <section data-mine data-title="${tell(homeWords.mineList)}" data-drop="${tell(residentWords.drop)}" data-forget="${tell(residentWords.dropKept)}"></section>
      ${receiptForm(tell, typed ?? '', mistakes)}`
    return { html: frame(reader, { title: homeWords.mineTitle[lang], main }), status: mistakes ? 400 : 200 }
  },
}
