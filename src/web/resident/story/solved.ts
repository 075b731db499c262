// “现在解决了吗”: two equal answers, satisfaction if wanted, and a word on what is still wrong.
import type { Lang, Text } from '#kernel/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { spanWords } from '#web/parts/when.ts'
import { describedBy, type Mistakes, mistake } from '../fields.ts'
import { icon, type Tell, teller } from '../tell.ts'
import { residentWords } from '../words.ts'
import { answerLimit, type Story } from './story.ts'
import { satisfactionWords, storyWords as w } from './words.ts'

/** What was chosen and written when the form comes back with a mistake. */
export type Answer = { readonly solved: string; readonly satisfaction: string; readonly said: string }

export const noAnswer: Answer = { solved: '', satisfaction: '', said: '' }

export type Asking = {
  readonly receipt: string
  readonly key: string
  readonly answer: Answer
  readonly mistakes: Mistakes
}

/** Asked right below the reply, since it is what the page is for now; else it waits among the folded parts. */
export const asksFirst = ({ can, joined }: Story): boolean =>
  can.includes('rate') || (can.includes('dispute') && joined !== null)

/** With `rate` both answers; with `dispute` alone only the way back into work. */
export function solvedForm(story: Story, asking: Asking, lang: Lang): Markup | false {
  if (story.can.includes('rate')) return bothAnswers(story, asking, lang)
  return story.can.includes('dispute') && reopenOnly(asking, story.joined ? w.reopenJoined : w.reopenTitle, lang)
}

function bothAnswers(story: Story, { receipt, key, answer, mistakes }: Asking, lang: Lang): Markup {
  const tell = teller(lang)
  const choice = (value: string, word: Markup, look = '') =>
    html`<label class="choice${look}"><input type="radio" name="solved" value="${value}"${answer.solved === value && html` checked`}>${word}</label>`
  const limit = answerLimit(story)
  const then = limit === null || !story.phone ? tell(w.noThen) : tell(w.noThenWithin, { span: spanWords(limit, lang) })
  return html`<form class="solved" method="post" action="/r/${receipt}/rate" data-busy="${tell(residentWords.sending)}"><input type="hidden" name="key" value="${key}">
    <fieldset class="f${'solved' in mistakes && ' bad'}" id="solved" tabindex="-1"${describedBy('solved', false, 'solved' in mistakes)}><legend class="l">${tell(w.solved)}</legend>${mistake('solved', mistakes)}
      ${choice('yes', tell(w.yes), ' yes')}${choice('no', tell(w.no), ' no')}<p class="then">${then}</p></fieldset>
    <fieldset class="f"><legend>${tell(w.satisfied)}</legend><div class="five">${satisfactionWords.map(
      (each) =>
        html`<label class="choice"><input type="radio" name="satisfaction" value="${each.value}"${answer.satisfaction === String(each.value) && html` checked`}><span>${breakable(each[lang])}</span></label>`,
    )}</div></fieldset>
    ${saidField(answer.said, tell(w.said), mistakes, tell)}
    <button class="btn primary block">${icon('send')}<span class="if-none">${tell(w.send)}</span><span class="if-yes">${tell(w.sendYes)}</span><span class="if-no">${tell(w.sendNo)}</span></button>
    <p class="s q">${tell(w.noScore)}</p></form>`
}

/** 基本满意 may break in its middle, nowhere else. */
const breakable = (word: string): Markup =>
  word.length === 4 ? html`${word.slice(0, 2)}<wbr>${word.slice(2)}` : html`${word}`

export function saidField(
  said: string,
  label: Markup,
  mistakes: Mistakes,
  tell: Tell,
  help = tell(w.saidHelp),
): Markup {
  const wrong = 'said' in mistakes
  return html`<div class="f${wrong && ' bad'}"><label for="said">${label}</label><p class="help" id="said-help">${help}</p>${mistake('said', mistakes)}
    <textarea id="said" name="said" rows="3" maxlength="1000"${describedBy('said', true, wrong)}${wrong && html` aria-invalid="true" autofocus`}>${said}</textarea></div>`
}

function reopenOnly({ receipt, key, answer, mistakes }: Asking, title: Text, lang: Lang): Markup {
  const tell = teller(lang)
  const open = Object.keys(mistakes).length > 0
  return html`<details${open && html` open`}><summary>${tell(title)}${icon('down')}</summary>
    <form method="post" action="/r/${receipt}/rate" data-busy="${tell(residentWords.sending)}"><input type="hidden" name="key" value="${key}"><input type="hidden" name="solved" value="no">
      ${saidField(answer.said, tell(w.why), mistakes, tell)}<button class="btn block">${icon('undo')}${tell(w.sendNo)}</button></form></details>`
}
