// Step 2 of 3: photos first, words second, then where exactly.
import type { PageAnswer, PageRequest } from '#kernel/http/page.ts'
import type { Lang } from '#kernel/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { nearScript, reportScript, voiceScript } from '../assets.ts'
import { describedBy, lineField, type Mistakes, mistake, mistakeList } from '../fields.ts'
import { frame, type Reader } from '../frame.ts'
import { serviceOf } from '../order/menu.ts'
import type { Here } from '../place/here.ts'
import { icon, named, type Tell, teller } from '../tell.ts'
import { residentWords } from '../words.ts'
import { dangerData } from './danger.ts'
import { type Draft, hidden, MOST_PHOTOS, pictureOf } from './draft.ts'
import { stepHead } from './step-head.ts'
import { voiceField } from './voice.ts'
import { reportWords as w } from './words.ts'

export const FORM = 'matter'

export async function whatStep(
  request: PageRequest,
  reader: Reader,
  here: Here,
  draft: Draft,
  mistakes: Mistakes = {},
): Promise<PageAnswer> {
  const { lang } = reader
  const tell = teller(lang)
  const action = `/q/${here.code}/report`
  const wrong = Object.keys(mistakes).length > 0
  const pictures = await Promise.all(draft.shots.map((shot) => pictureOf(request, shot)))
  const service = draft.order ? await serviceOf(request, here.code, draft.kind) : undefined
  const question = service ? html`${service[lang]}` : tell(w.what)
  const main = html`${mistakeList(mistakes, tell)}
    ${stepHead(tell(w.second), question, named(here, lang), tell)}
    <form id="${FORM}" class="steps" method="post" action="${action}" enctype="multipart/form-data" data-busy="${tell(residentWords.sending)}" data-draft="${here.code}">
      <input type="hidden" name="step" value="2">
      ${photoField(draft, pictures, mistakes, tell)}
      ${wordsField(draft, mistakes, lang)}
      ${!draft.order && html`<div class="near" role="status" data-near="/q/${here.code}/near"></div>`}
      ${voiceField(draft, mistakes, tell)}
      ${draft.order && lineField({ name: 'when', label: tell(w.when), help: tell(w.whenHelp), value: draft.when, mistakes, more: html`maxlength="60" autocomplete="off"` })}
      ${lineField({ name: 'spot', label: tell(draft.order ? w.door : w.spot), help: tell(draft.order ? w.doorHelp : w.spotHelp), value: draft.spot, mistakes, more: html`maxlength="60" autocomplete="off"` })}
      ${position(draft, tell)}
      ${hidden(draft, ['name', 'phone', 'kind', 'sameAs'])}
      <button class="btn primary block">${tell(w.next)}</button>
    </form>`
  const title = `${wrong ? residentWords.mistakesTitle[lang] : w.second[lang]} · ${question.text.replace(/<[^>]*>/g, '')}`
  return {
    html: frame(reader, {
      title,
      main,
      back: { to: draft.order ? `/q/${here.code}/services` : `/q/${here.code}` },
      scripts: [reportScript, voiceScript, ...(draft.order ? [] : [nearScript])].map(({ address }) => address),
      kept: { form: FORM, action },
    }),
    status: wrong ? 400 : 200,
  }
}

/** Both inputs work by themselves; the script adds pictures, makes photos small and hides the inputs' own faces. */
function photoField(draft: Draft, pictures: readonly (string | undefined)[], mistakes: Mistakes, tell: Tell): Markup {
  return html`<fieldset class="f${'photos' in mistakes && ' bad'}" id="photos" tabindex="-1" data-photos="${MOST_PHOTOS}" data-drop="${tell(w.drop)}" data-photo="${tell(w.photo)}" data-shrinking="${tell(w.shrinking)}" data-full="${tell(w.full)}"${describedBy('photos', true, 'photos' in mistakes)}>
    <legend>${tell(w.photos)}</legend>
    <p class="help" id="photos-help">${tell(w.photosHelp)}</p>${mistake('photos', mistakes)}
    <ul class="shots">${draft.shots.map(
      ({ ticket }, at) => html`<li><input type="hidden" name="ticket" value="${ticket}">
        ${pictures[at] && html`<img src="${pictures[at]}" alt="${tell(w.photo, { no: at + 1 })}">`}
        <label class="drop"><input type="checkbox" name="drop" value="${at}">${tell(w.drop)}<span class="vh">${tell(w.photo, { no: at + 1 })}</span></label></li>`,
    )}</ul>
    <div class="adds">
      <label class="add">${icon('camera')}<span>${tell(w.take)}</span><input type="file" name="photos" accept="image/*" capture="environment"></label>
      <label class="add">${icon('picture')}<span>${tell(w.choose)}</span><input type="file" name="photos" accept="image/*" multiple></label>
    </div><p class="s q" role="status" data-status></p></fieldset>`
}

/** The box for danger stands below, next to the eyes of whoever types, and moves nothing under his fingers. */
function wordsField({ words, order }: Draft, mistakes: Mistakes, lang: Lang): Markup {
  const tell = teller(lang)
  const wrong = 'words' in mistakes
  return html`<div class="f${wrong && ' bad'}"><label for="words">${tell(w.words)}</label>
    <p class="help" id="words-help">${tell(order ? w.orderHelp : w.wordsHelp)}</p>${mistake('words', mistakes)}
    <textarea id="words" name="words" rows="4" maxlength="2000"${describedBy('words', true, wrong)}${wrong && html` aria-invalid="true" autofocus`}>${words}</textarea></div>
    <section class="sos now" role="alert" hidden data-danger="${dangerData(lang)}" data-call="${tell(w.callNow)}"><p>${icon('flame')}<span></span></p><a class="btn block" href="tel:119">${icon('phone')}<span></span></a></section>`
}

/** Asked for by a tap only, so it is drawn by the script; without it the spot in words is enough. */
const position = (
  { lon, lat }: Draft,
  tell: Tell,
): Markup => html`<div class="where" hidden data-locate data-locating="${tell(w.locating)}" data-located="${tell(w.located)}" data-failed="${tell(w.notLocated)}">
  <input type="hidden" name="lon" value="${lon}"><input type="hidden" name="lat" value="${lat}">
  <button type="button" class="btn block" data-do="locate">${icon('locate')}${tell(w.locate)}</button>
  <p role="status"></p><button type="button" class="btn plain" data-do="leave" hidden>${tell(w.unlocate)}</button></div>`
