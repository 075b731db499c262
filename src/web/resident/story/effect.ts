// “过了几周，还管用吗”: two equal answers; one ends it, the other takes it up again.
import type { Lang } from '#kernel/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { describedBy, mistake } from '../fields.ts'
import { icon, teller } from '../tell.ts'
import { residentWords } from '../words.ts'
import { type Asking, saidField } from './solved.ts'
import { storyWords as w } from './words.ts'

export function effectForm({ receipt, key, answer, mistakes }: Asking, lang: Lang): Markup {
  const tell = teller(lang)
  const choice = (value: string, word: Markup, look: string) =>
    html`<label class="choice ${look}"><input type="radio" name="solved" value="${value}"${answer.solved === value && html` checked`}>${word}</label>`
  const wrong = 'solved' in mistakes
  return html`<form class="solved" method="post" action="/r/${receipt}/effect" data-busy="${tell(residentWords.sending)}"><input type="hidden" name="key" value="${key}">
    <fieldset class="f${wrong && ' bad'}" id="solved" tabindex="-1"${describedBy('solved', false, wrong)}><legend class="l">${tell(w.effectAsk)}</legend>${mistake('solved', mistakes)}
      ${choice('yes', tell(w.effectYes), 'yes')}${choice('no', tell(w.effectNo), 'no')}</fieldset>
    <div class="only-no">${saidField(answer.said, tell(w.effectSaid), mistakes, tell, tell(w.effectSaidHelp))}</div>
    <button class="btn primary block">${icon('send')}<span class="if-none">${tell(w.effectSend)}</span><span class="if-yes">${tell(w.effectSendYes)}</span><span class="if-no">${tell(w.sendNo)}</span></button></form>`
}
