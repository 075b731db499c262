// The first page: what Linli is here for, and the ways in for those who have no code to scan.
import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { html } from '#web/parts/html.ts'
import { emergencyNumbers } from '../calls.ts'
import { codeForm, PLACE_CODE_LEAST, receiptForm, typedCode } from '../codes.ts'
import type { Mistakes } from '../fields.ts'
import { frame, readerOf } from '../frame.ts'
import { lawWords } from '../law/words.ts'
import { waysWords } from '../mine/ways-words.ts'
import { icon, teller } from '../tell.ts'
import { residentWords } from '../words.ts'
import { homeWords as w } from './words.ts'

export const homePage: Page = {
  method: 'GET',
  path: '/',
  answer: async (request) => home(request),
}

/** `/q?code=…` of the form for those who cannot scan. */
export const codePage: Page = {
  method: 'GET',
  path: '/q',
  answer: async (request) => {
    const typed = request.query.get('code') ?? ''
    const code = typedCode(typed, PLACE_CODE_LEAST)
    if (code) return { to: `/q/${code}` }
    return home(request, typed, { code: residentWords.codeShort[request.lang] })
  },
}

function home(request: PageRequest, code = '', mistakes: Mistakes = {}): PageAnswer {
  const reader = readerOf(request)
  const tell = teller(reader.lang)
  const main = html`
    <div class="lead"><h1>${tell(w.title)}</h1><p class="with">${icon('scan')}<span>${tell(w.lead)}</span></p></div>
    ${emergencyNumbers(tell)}
    <section class="sheet pad"><h2>${tell(w.scanTitle)}</h2>${codeForm(tell, code, mistakes, 'btn block')}</section>
    <section class="sheet pad"><h2>${tell(w.mineTitle)}</h2><div data-mine data-title="${tell(w.mineList)}" data-drop="${tell(residentWords.drop)}" data-forget="${tell(residentWords.dropKept)}"></div>${receiptForm(tell, '', {}, 'btn block')}</section>
    <nav class="more" aria-label="${tell(w.more)}"><a href="/rooms">${icon('pin')}<span>${tell(w.rooms)}</span>${icon('next')}</a><a href="/law">${icon('people')}<span>${tell(lawWords.title)}</span>${icon('next')}</a><a href="/mine">${icon('person')}<span>${tell(waysWords.title)}</span>${icon('next')}</a></nav>`
  const foot = html`${tell(w.staff)}<a href="/desk">${tell(w.desk)}</a> <a href="/field">${tell(w.field)}</a> <a href="/promises">${tell(w.promises)}</a>`
  return {
    html: frame(reader, { title: w.title[reader.lang], main, foot }),
    ...('code' in mistakes && { status: 400 }),
  }
}
