// What the reporter may know and decide: what others see, who looked, deleting name and phone, withdrawing.
import type { Lang } from '#kernel/words.ts'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { dayAndTime } from '#web/parts/when.ts'
import type { Mistakes } from '../fields.ts'
import { icon, teller } from '../tell.ts'
import { residentWords } from '../words.ts'
import { type Asking, asksFirst, solvedForm } from './solved.ts'
import type { Story } from './story.ts'
import { storyWords as w } from './words.ts'

const fold = (id: string, title: Markup, body: Markup, mistakes: Mistakes = {}): Markup =>
  html`<details id="${id}"${id in mistakes && html` open`}><summary>${title}${icon('down')}</summary>${body}</details>`

export function rightsSection(story: Story, asking: Asking, newKey: () => string, now: Date, lang: Lang): Markup {
  const tell = teller(lang)
  const { publicLine, can } = story
  const { receipt, mistakes } = asking
  const state = matterLife.states[story.state][lang]
  const form = (verb: string, body: Markup) =>
    html`<form method="post" action="/r/${receipt}/${verb}" data-busy="${tell(residentWords.sending)}"><input type="hidden" name="key" value="${newKey()}">${body}</form>`
  return html`<section class="folds">
    ${!story.asksEffect && !asksFirst(story) && solvedForm(story, asking, lang)}
    ${fold('public', tell(w.public), html`<p>${publicLine ? tell(w.publicLine, { line: publicLine[lang], state }) : tell(w.publicNone)}</p>`)}
    ${fold('looks', tell(w.looks), whoLooked(story, now, lang))}
    ${can.includes('forget') && fold('forget', tell(w.forget), form('forget', html`<p>${tell(w.forgetThen)}</p><button class="btn block">${tell(w.forgetGo)}</button>`), mistakes)}
    ${
      can.includes('withdraw') &&
      fold(
        'withdraw',
        tell(w.withdraw),
        form(
          'withdraw',
          html`<p>${tell(w.withdrawThen)}</p><div class="f"><label for="why">${tell(w.withdrawWhy)}</label><input id="why" name="why" maxlength="500" autocomplete="off"></div>
            <button class="btn block">${tell(w.withdrawGo)}</button>`,
        ),
        mistakes,
      )
    }</section>`
}

function whoLooked({ looks, phone }: Story, now: Date, lang: Lang): Markup {
  const tell = teller(lang)
  if (looks.length === 0) return html`<p>${tell(phone ? w.looksNone : w.looksNoPhone)}</p>`
  return html`<ul>${looks.map(({ who, at }) => html`<li>${tell(w.look, { who, at: html`<span class="nw">${dayAndTime(at, now, lang)}</span>` })}</li>`)}</ul>`
}
