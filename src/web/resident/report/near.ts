// While somebody writes: open matters that may be the same, and what in the words could be left out. Without script the last step shows it.
import type { OutputOf } from '#kernel/contract.ts'
import type { Page, PageRequest } from '#kernel/http/page.ts'
import type { Lang } from '#kernel/words.ts'
import { matter } from '#modules/matter/contract.ts'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { clockTime, dateWords } from '#web/parts/when.ts'
import { one } from '../fields.ts'
import { hereOf, unknownCode } from '../place/here.ts'
import { icon, teller } from '../tell.ts'
import type { Draft } from './draft.ts'
import { reportWords as w } from './words.ts'

type Near = OutputOf<typeof matter.similar>['near'][number]
type Hint = OutputOf<typeof matter.preview>['hints'][number]

/** Asked by the script after each pause; answers a piece of the page, in a form of its own nothing of it is kept. */
export const nearPage: Page = {
  method: 'POST',
  path: '/q/:code/near',
  answer: async (request) => {
    const here = await hereOf(request)
    if (!here) return unknownCode(request)
    const { fields, lang, now } = request
    const words = one(fields, 'words').trim().slice(0, 2000)
    const { hints } = await request.ask(matter.preview, { code: here.code, words })
    const near = await nearTo(request, here.code, words, undefined)
    return { html: html`${nearField(near, fields.get('sameAs')?.[0], now, lang)}${hintNote(hints, lang)}`.text }
  },
}

async function nearTo(request: PageRequest, code: string, words: string, kind: string | undefined): Promise<Near[]> {
  return (await request.ask(matter.similar, { code, words, ...(kind && { kind }) })).near
}

/** What may be the same as a draft. Nothing is known of what was only spoken, and who orders something orders it for himself. */
export const nearDraft = async (request: PageRequest, code: string, draft: Draft): Promise<Near[]> =>
  draft.order || !draft.words.trim() ? [] : nearTo(request, code, draft.words, draft.kind)

/** “今天 14:20”, “昨天 09:00”, before that the day alone. */
function dayOf(at: string, now: Date, lang: Lang): string {
  const said = clockTime(at, now, lang)
  return /[今昨]天|today|yesterday/.test(said) ? said : dateWords(at, now, lang)
}

export function nearField(near: readonly Near[], chosen: string | undefined, now: Date, lang: Lang): Markup | false {
  if (near.length === 0) return false
  const tell = teller(lang)
  const choice = (value: string, body: Markup) =>
    html`<label class="choice"><input type="radio" name="sameAs" value="${value}"${chosen === value && html` checked`}><span>${body}</span></label>`
  const known = (each: Near) =>
    html`<b>${lang === 'zh' ? each.kindZh : each.kindEn}</b> · <span class="nw">${matterLife.states[each.state][lang]}</span> · <span class="nw">${dayOf(each.reportedAt, now, lang)}</span><small>${tell(w.sameYes)}</small>`
  return html`<fieldset class="f" id="same"><legend>${tell(near.some(({ here }) => here) ? w.nearHere : w.nearBy)}</legend>
    ${near.map((each) => choice(each.id, known(each)))}${choice('', tell(w.sameNo))}</fieldset>`
}

export const hintNote = (hints: readonly Hint[], lang: Lang): Markup | false =>
  hints.length > 0 &&
  html`<p class="note">${icon('lock')}<span>${teller(lang)(hints.length > 1 ? w.hintBoth : hints[0] === 'name' ? w.hintName : w.hintNumber)}</span></p>`
