// The page about the law: answers by words, sessions with the times that are still free. It works without script.
import { localInstant } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { area } from '#modules/area/contract.ts'
import { counsel } from '#modules/counsel/contract.ts'
import { TOPICS } from '#modules/counsel/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { dateWords } from '#web/parts/when.ts'
import { lineField } from '../fields.ts'
import { frame, readerOf } from '../frame.ts'
import { recruitingWords } from '../recruiting/words.ts'
import { clockOf } from '../rooms/hours.ts'
import { orNothing } from '../rooms/or-nothing.ts'
import { icon, named, type Tell, teller } from '../tell.ts'
import { type Session, sessionHead } from './parts.ts'
import { lawWords as w } from './words.ts'

type District = OutputOf<typeof area.districts>['districts'][number]
type Adviser = OutputOf<typeof counsel.law>['advisers'][number]
type Answer = OutputOf<typeof counsel.law>['answers'][number]

const MOST_WORDS = 40

export const lawPage: Page = {
  method: 'GET',
  path: '/law',
  answer: async (request) => {
    const { districts } = await request.ask(area.districts, {})
    const chosen = districts.find((one) => one.code === request.query.get('in'))
    const only = districts.length === 1 ? districts[0] : undefined
    return chosen || only ? districtPage(request, (chosen ?? only)!) : choosePage(request, districts)
  },
}

function choosePage(request: PageRequest, districts: readonly District[]): PageAnswer {
  const reader = readerOf(request)
  const tell = teller(reader.lang)
  const main = html`<div class="lead"><h1>${tell(w.title)}</h1><p>${tell(w.lead)}</p></div>
    <section><h2>${tell(w.whichDistrict)}</h2><ul class="more">${districts.map(
      (one) =>
        html`<li><a href="/law?in=${one.code}">${icon('pin')}<span>${named(one, reader.lang)}</span>${icon('next')}</a></li>`,
    )}</ul></section>`
  return { html: frame(reader, { title: w.title[reader.lang], main, back: { to: '/' } }) }
}

async function districtPage(request: PageRequest, district: District): Promise<PageAnswer> {
  const reader = readerOf(request)
  const { lang } = reader
  const tell = teller(lang)
  const words = (request.query.get('words') ?? '').slice(0, MOST_WORDS)
  const seen = (await orNothing(request.ask(counsel.law, { district: district.id, words }))) ?? {
    answers: [],
    clinics: [],
    advisers: [],
  }
  const main = html`<div class="lead"><h1>${tell(w.title)}</h1><p>${tell(w.lead)}</p></div>
    <section class="sheet pad"><form method="get" action="/law"><input type="hidden" name="in" value="${district.code}">
      ${lineField({ name: 'words', label: tell(w.search), help: tell(w.searchHelp), value: words, more: html`maxlength="${MOST_WORDS}"` })}
      <button class="btn block">${tell(w.find)}</button></form></section>
    <section class="sheet pad"><h2>${tell(w.answers, { count: seen.answers.length })}</h2>
      ${seen.answers.length ? html`${seen.answers.map((one) => answer(one, request.now, lang, tell))}<p class="s q">${tell(w.notAdvice)}</p>` : html`<p>${tell(w.noAnswers)}</p>`}</section>
    ${seen.advisers.length ? advisers(seen.advisers, lang, tell) : ''}
    <h2 id="sessions">${tell(w.sessions)}</h2>
    ${seen.clinics.length ? seen.clinics.map((one) => session(one, district, request, tell)) : html`<p>${tell(w.noSessions)}</p>`}
    <nav class="more"><a href="/mediators?in=${district.code}">${icon('people')}<span>${tell(recruitingWords.title)}</span>${icon('next')}</a></nav>`
  return { html: frame(reader, { title: w.title[lang], main, back: { to: '/' } }) }
}

const advisers = (list: readonly Adviser[], lang: 'zh' | 'en', tell: Tell): Markup =>
  html`<section class="sheet pad"><h2>${tell(w.advisers)}</h2><p class="s q">${tell(w.advisersText)}</p><ul class="rows">${list.map(
    (one) =>
      html`<li><b>${named({ name: one.areaName, nameEn: one.areaNameEn }, lang)}</b> ${named(one, lang)} <span class="s q">${[one.firm, lang === 'en' && one.hoursEn ? one.hoursEn : one.hoursZh].filter(Boolean).join(' · ')}</span></li>`,
  )}</ul></section>`

/** Answers are folded: a dozen of them are a list of questions. They are in Chinese, as the law is. */
const answer = (one: Answer, now: Date, lang: 'zh' | 'en', tell: Tell): Markup =>
  html`<details class="answer"><summary><b lang="zh-CN">${one.question}</b> <span class="s q">${TOPICS[one.topic][lang]}</span></summary>
    <div lang="zh-CN">${one.answer.split('\n').map((line) => html`<p>${line}</p>`)}
    <p class="s">${one.articles.map((each) => `《${each.law}》${each.article}`).join('；')}</p></div>
    <p class="s q">${tell(w.checked, { day: dateWords(localInstant(one.checkedOn, '12:00'), now, lang) })}</p></details>`

function session(one: Session, district: District, request: PageRequest, tell: Tell): Markup {
  const book = (from: number) =>
    html`<a class="btn" href="/law/book?in=${district.code}&amp;clinic=${one.id}&amp;from=${from}">${tell(w.book, { time: clockOf(from) })}</a> `
  const how =
    one.state !== 'planned'
      ? false
      : one.slotMinutes === 0
        ? html`<p>${tell(w.dropIn)}</p>`
        : one.free.length
          ? html`<p>${tell(w.choose)}</p><p>${one.free.map(book)}</p>`
          : html`<p>${tell(w.full)}</p>`
  return html`<section class="sheet pad">${sessionHead(one, request.now, request.lang, tell)}${how}</section>`
}
