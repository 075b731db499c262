// `/mine`: what is kept of me, who looked at it, and a word when it is wrong. Opened by telephone or by a slip
// from the desk (ways.ts); without a script.
import type { OutputOf } from '#kernel/contract.ts'
import type { Page, PageRequest } from '#kernel/http/page.ts'
import { readCode } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { register } from '#modules/register/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { dateWords } from '#web/parts/when.ts'
import { type Mistakes, mistakeList, one } from '../fields.ts'
import { frame, readerOf } from '../frame.ts'
import { type Tell, teller } from '../tell.ts'
import { correctionForm, correctionList } from './correction.ts'
import { lookList } from './looks.ts'
import { phonePage, waysPage } from './ways.ts'
import { waysWords } from './ways-words.ts'
import { mineWords as w } from './words.ts'

type Mine = OutputOf<typeof register.mine>

const LEAST = 8

const entryFacts = (entry: Mine['entry'], tell: Tell): Markup => {
  const facts = [
    [w.name, entry.name],
    [w.phone, entry.phone],
    [w.birthYear, entry.birthYear ?? ''],
    [w.address, entry.address],
    [w.asOf, entry.asOf],
  ] as const
  return html`<section class="sheet pad"><h2>${tell(w.entry)}</h2><dl class="entry">${facts
    .filter(([, value]) => value !== '')
    .map(
      ([word, value]) => html`<div><dt>${tell(word)}</dt><dd>${value}</dd></div>`,
    )}</dl><p class="s">${tell(w.masked)}</p></section>`
}

/** `said`: what was just sent; `mistakes`: what is wrong with it. */
type With = { readonly dueAt?: string; readonly mistakes?: Mistakes; readonly typed?: string; readonly key?: string }

async function showMine(request: PageRequest, slip: string, { dueAt, mistakes = {}, typed = '', key }: With = {}) {
  const reader = { ...readerOf(request), here: '/mine' }
  const { lang } = reader
  const tell = teller(lang)
  const [mine, looked] = [await request.ask(register.mine, { slip }), await request.ask(register.lookedAt, { slip })]
  const day = (at: string) => dateWords(at, request.now, lang)
  // An answer is due at midnight, when its last day is over.
  const lastDay = (at: string) => dateWords(new Date(Date.parse(at) - 1), request.now, lang)
  const main = html`<div class="lead"><h1>${tell(w.title)}</h1></div>
    ${mistakeList(mistakes, tell)}
    ${dueAt && html`<section class="note" role="status"><p>${tell(w.asked, { day: lastDay(dueAt) })}</p></section>`}
    ${entryFacts(mine.entry, tell)}
    ${lookList(looked, tell, { lang, now: request.now })}
    ${correctionList(mine.corrections, tell, { day, lastDay })}
    ${correctionForm(slip, tell, { mistakes, typed, key: key ?? request.newKey() })}`
  const status = Object.keys(mistakes).length > 0 ? 400 : 200
  return { html: frame(reader, { title: w.title[lang], main, back: { to: '/' } }), status }
}

const noSlip = (request: PageRequest, typed: string) =>
  waysPage(request, { slip: typed }, { slip: waysWords.slipWrong[request.lang] }, 404)

const isMissing = (error: unknown) => error instanceof Problem && ['missing', 'invalid'].includes(error.entry.kind)

export const minePage: Page = {
  method: 'POST',
  path: '/mine',
  answer: async (request) => {
    const typed = one(request.fields, 'slip')
    const slip = readCode(typed)
    if (slip.length < LEAST || slip.length > 40) return noSlip(request, typed)
    try {
      return await showMine(request, slip)
    } catch (error) {
      if (isMissing(error)) return noSlip(request, typed)
      throw error
    }
  },
}

const KEY = /^[\w-]{8,80}$/
const LEAST_WORDS = 2

export const askCorrectionPage: Page = {
  method: 'POST',
  path: '/mine/correction',
  answer: async (request) => {
    const slip = readCode(one(request.fields, 'slip'))
    const typed = one(request.fields, 'words').trim()
    const sent = one(request.fields, 'key')
    const key = KEY.test(sent) ? sent : request.newKey()
    const wrong = (text: string) => showMine(request, slip, { mistakes: { words: text }, typed, key })
    try {
      if (typed.length < LEAST_WORDS) return await wrong(w.askShort[request.lang])
      const { dueAt } = await request.ask(register.askCorrection, { slip, words: typed }, { key })
      return await showMine(request, slip, { dueAt })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.entry.kind === 'missing') return noSlip(request, slip)
      return wrong(error.body(request.lang).message)
    }
  },
}

/** By telephone: the page is opened by the slip that was given for half an hour. */
export const openByPhonePage = phonePage((request, slip) => showMine(request, slip))
