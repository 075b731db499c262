// Step 3 of 3: leave a phone number or not; what kind it is, what becomes public and by when it is done; then send.
import type { OutputOf } from '#kernel/contract.ts'
import type { PageAnswer, PageRequest } from '#kernel/http/page.ts'
import type { Lang } from '#kernel/words.ts'
import { matter } from '#modules/matter/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { clockTime, limitWords } from '#web/parts/when.ts'
import { lineField, type Mistakes, mistakeList } from '../fields.ts'
import { frame, type Reader } from '../frame.ts'
import { gridName, type Here } from '../place/here.ts'
import { icon, named, type Tell, teller } from '../tell.ts'
import { residentWords } from '../words.ts'
import { type Draft, hidden, pictureOf, toldWords } from './draft.ts'
import { hintNote, nearDraft, nearField } from './near.ts'
import { stepHead } from './step-head.ts'
import { FORM } from './what.ts'
import { reportWords as w } from './words.ts'

type Preview = OutputOf<typeof matter.preview>

export type Sending = {
  /** Of the coming command: sent twice it is one matter. */
  readonly key: string
  readonly mistakes?: Mistakes
  /** The status of a refusal: all was filled in well, but it could not be sent now. */
  readonly refused?: number
}

export async function whoStep(
  request: PageRequest,
  reader: Reader,
  here: Here,
  draft: Draft,
  { key, mistakes = {}, refused }: Sending,
): Promise<PageAnswer> {
  const { lang } = reader
  const tell = teller(lang)
  const preview = await request.ask(matter.preview, {
    code: here.code,
    words: toldWords(draft),
    ...(draft.kind && { kind: draft.kind }),
  })
  const near = draft.sameAs === undefined ? await nearDraft(request, here.code, draft) : []
  const pictures = await Promise.all(draft.shots.map((shot) => pictureOf(request, shot)))
  const wrong = Object.keys(mistakes).length > 0
  const main = html`${preview.emergency && callFirst(preview.emergency, lang)}${mistakeList(mistakes, tell, refused !== undefined)}
    ${stepHead(tell(w.third), tell(w.phoneOrNot), named(here, lang), tell)}
    <form id="${FORM}" class="steps" method="post" action="/q/${here.code}/send" data-busy="${tell(residentWords.sending)}">
      <input type="hidden" name="step" value="3"><input type="hidden" name="key" value="${key}">
      ${hidden(draft, ['words', 'when', 'spot', 'lon', 'lat', ...(near.length ? [] : (['sameAs'] as const)), ...(draft.order ? (['kind'] as const) : [])])}
      ${draft.voices.map(({ ticket }) => html`<input type="hidden" name="voice" value="${ticket}">`)}
      ${draft.shots.map(({ ticket }) => html`<input type="hidden" name="ticket" value="${ticket}">`)}
      ${nearField(near, draft.sameAs, request.now, lang)}
      ${whoFields(draft, mistakes, tell)}
      ${!draft.order && kindChoice(preview, draft, lang)}
      ${whatFollows(preview, request.now, lang)}
      ${yours(draft, pictures, preview.hints, here.code, lang)}
      <button class="btn primary block" id="send">${tell(w.send, { grid: gridName(here, lang) })}</button>
    </form>`
  const title = `${(refused ? residentWords.refusedTitle : wrong ? residentWords.mistakesTitle : w.third)[lang]} · ${w.phoneOrNot[lang]}`
  const kept = { form: FORM, action: `/q/${here.code}/report` }
  return { html: frame(reader, { title, main, back: { send: 'edit' }, kept }), status: refused ?? (wrong ? 400 : 200) }
}

function callFirst({ call, ...said }: NonNullable<Preview['emergency']>, lang: Lang): Markup {
  return html`<section class="sos now" role="alert"><p>${icon('flame')}${said[lang]}</p>
    <a class="btn block" href="tel:${call}">${icon('phone')}${teller(lang)(w.callNow, { call })}</a></section>`
}

const whoFields = (
  { name, phone, order }: Draft,
  mistakes: Mistakes,
  tell: Tell,
): Markup => html`<p>${tell(order ? w.orderPhoneHelp : w.phoneOrNotHelp)}</p>
  ${lineField({ name: 'phone', label: tell(w.phone), help: tell(w.phoneHelp), value: phone, mistakes, more: html`type="tel" inputmode="tel" autocomplete="tel-national" maxlength="24"` })}
  ${lineField({ name: 'name', label: tell(w.name), help: tell(w.nameHelp), value: name, mistakes, more: html`autocomplete="name" maxlength="40"` })}`

/** What we are sure of is one line with a way to change it; otherwise the question stands open. */
function kindChoice({ kind, others }: Preview, draft: Draft, lang: Lang): Markup {
  const tell = teller(lang)
  const chosen = draft.kind ?? (kind.sure ? kind.code : '')
  const one = (code: string, word: Markup | string) =>
    html`<label class="choice"><input type="radio" name="kind" value="${code}"${code === chosen && html` checked`}><span>${word}</span></label>`
  const offered = [kind, ...others.filter((each) => each.code !== kind.code)]
  const choices = html`${offered.map((each) => one(each.code, each[lang]))}${one('', tell(w.kindUnsure))}`
  const named = offered.find((each) => each.code === chosen)
  if (!named)
    return html`<fieldset class="f"><legend>${tell(w.kindOpen)}</legend><div class="choices">${choices}</div></fieldset>`
  return html`<details class="kind sheet"><summary><span>${tell(w.kindSure, { kind: html`<b>${named[lang]}</b>` })}<small>${tell(w.kindChange)}</small></span>${icon('down')}</summary>
    <fieldset class="f"><legend class="vh">${tell(w.kindOpen)}</legend><div class="choices">${choices}</div></fieldset></details>`
}

function whatFollows({ promise, publicLine }: Preview, now: Date, lang: Lang): Markup {
  const tell = teller(lang)
  return html`<section class="sheet pad"><h2>${tell(w.promise)}</h2>
    <p>${tell(w.promiseTake, { time: html`<b class="nw">${clockTime(promise.takenBy, now, lang)}</b>` })}</p>
    <p>${tell(w.promiseDone, { limit: html`<b class="nw">${limitWords(promise.minutes, promise.counting, lang)}</b>` })}</p>
    <p class="s q">${tell(w.promiseNote)}</p></section>
  <section class="sheet pad"><h2>${tell(w.public)}</h2>${
    publicLine
      ? html`<p>${tell(w.publicLine, { line: publicLine[lang] })}</p><p class="s q">${tell(w.publicRest)}</p>`
      : html`<p>${tell(w.publicNone)}</p>`
  }</section>`
}

function yours(
  draft: Draft,
  pictures: readonly (string | undefined)[],
  hints: Preview['hints'],
  code: string,
  lang: Lang,
): Markup {
  const tell = teller(lang)
  const count = draft.shots.length
  return html`<section class="yours"><h2>${tell(w.yours)}</h2>${(draft.words.trim() || draft.when) && html`<p class="said">${toldWords(draft)}</p>`}
    ${draft.voices.length > 0 && html`<p class="s q">${icon('mic')} ${tell(w.voiceCount, { count: draft.voices.length })}</p>`}${draft.sameAs && html`<p class="s q">${icon('people')} ${tell(w.sameToo)}</p>`}${hintNote(hints, lang)}
    ${draft.spot && html`<p class="s q">${icon('pin')} ${draft.spot}</p>`}
    ${draft.lon && html`<p class="s q">${icon('locate')} ${tell(w.withPosition)}</p>`}
    ${count > 0 && html`<p class="s q">${tell(w.photoCount, { count })}</p><ul class="shots small">${pictures.map((src, at) => src && html`<li><img src="${src}" alt="${tell(w.photo, { no: at + 1 })}"></li>`)}</ul>`}
    <button class="btn plain" formaction="/q/${code}/report" formnovalidate name="edit" value="1">${icon('edit')}${tell(w.change)}</button></section>`
}
