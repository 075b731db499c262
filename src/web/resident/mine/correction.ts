// Asking for a correction of one's own entry, and what became of earlier requests.
import type { OutputOf } from '#kernel/contract.ts'
import type { register } from '#modules/register/contract.ts'
import { correctionLife } from '#modules/register/lifecycle.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { describedBy, type Mistakes, mistake } from '../fields.ts'
import type { Tell } from '../tell.ts'
import { mineWords as w } from './words.ts'

type Corrections = OutputOf<typeof register.mine>['corrections']
type Days = { readonly day: (at: string) => string; readonly lastDay: (at: string) => string }

const MOST = 1000

export const correctionList = (corrections: Corrections, tell: Tell, { day, lastDay }: Days): Markup | false =>
  corrections.length > 0 &&
  html`<section class="sheet pad"><h2>${tell(w.corrections)}</h2><ul class="plain">${corrections.map(
    ({ state, madeAt, dueAt, words, answer }) =>
      html`<li><p class="s">${day(madeAt)} · ${tell(correctionLife.states[state])}${state === 'open' && html` · ${tell(w.answerDue, { day: lastDay(dueAt) })}`}</p>
        <p>${words}</p>${answer && html`<p><b>${answer}</b></p>`}</li>`,
  )}</ul></section>`

type With = { readonly mistakes: Mistakes; readonly typed: string; readonly key: string }

export const correctionForm = (slip: string, tell: Tell, { mistakes, typed, key }: With): Markup => {
  const wrong = 'words' in mistakes
  return html`<form class="hand" method="post" action="/mine/correction"><h2>${tell(w.ask)}</h2>
    <input type="hidden" name="slip" value="${slip}"><input type="hidden" name="key" value="${key}">
    <div class="f${wrong && ' bad'}"><label for="words" class="vh">${tell(w.askLabel)}</label>
      <p class="help" id="words-help">${tell(w.askHelp)}</p>${mistake('words', mistakes)}
      <textarea id="words" name="words" rows="4" maxlength="${MOST}"${describedBy('words', true, wrong)}${wrong && html` aria-invalid="true" autofocus`}>${typed}</textarea></div>
    <button class="btn block">${tell(w.askGo)}</button></form>`
}
