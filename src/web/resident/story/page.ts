// `/r/RECEIPT`: the page of a reported matter, made of its sections; the live script asks for it again when something changed.

import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { readCode } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { storyScript } from '../assets.ts'
import { emergencyNumbers } from '../calls.ts'
import { receiptForm } from '../codes.ts'
import { type Mistakes, mistakeList } from '../fields.ts'
import { frame, readerOf } from '../frame.ts'
import { teller } from '../tell.ts'
import { residentWords } from '../words.ts'
import { effectForm } from './effect.ts'
import { nowSection } from './now.ts'
import { grouped, keepButton, receiptCard } from './receipt.ts'
import { declinedSection, joinedSection, replySection, whatSection } from './reply.ts'
import { rightsSection } from './rights.ts'
import { type Answer, asksFirst, noAnswer, solvedForm } from './solved.ts'
import { stepsSection } from './steps.ts'
import { type Story, storyOf, titleOf } from './story.ts'
import { storyWords as w } from './words.ts'

/** What a form brought back because it could not be done. */
export type Returned = {
  readonly answer: Answer
  readonly mistakes: Mistakes
  readonly key?: string
  readonly status: number
  /** Nothing was wrong with what was typed; it could not be done. */
  readonly refused?: true
}

export const receiptOf = (request: PageRequest): string => readCode(request.params.receipt ?? '')

export const storyPage: Page = { method: 'GET', path: '/r/:receipt', answer: (request) => showStory(request) }

/** The page, or with what a form brought back. */
export async function showStory(request: PageRequest, returned?: Returned): Promise<PageAnswer> {
  const receipt = receiptOf(request)
  const story = await storyOf(request, receipt)
  if (!story) return unknownReceipt(request)
  const { lang } = request
  const justSent = request.query.has('sent')
  // A page with a mistake stands at the form's address, where only forms are taken: the switches lead to the story.
  const reader = { ...readerOf(request), here: `/r/${receipt}${justSent ? '?sent=1' : ''}` }
  const state = returned?.refused
    ? residentWords.refusedTitle
    : returned
      ? residentWords.mistakesTitle
      : matterLife.states[story.state]
  return {
    html: frame(reader, {
      title: `${titleOf(story, lang)} · ${state[lang]}`,
      main: sections(request, story, receipt, justSent, returned),
      scripts: [storyScript.address],
      live: { receipt, news: w.news[lang] },
    }),
    status: returned?.status ?? 200,
  }
}

function sections(request: PageRequest, story: Story, receipt: string, justSent: boolean, returned?: Returned): Markup {
  const { lang, now } = request
  const tell = teller(lang)
  const asking = {
    receipt,
    key: returned?.key ?? request.newKey(),
    answer: returned?.answer ?? noAnswer,
    mistakes: returned?.mistakes ?? {},
  }
  const keep = justSent ? false : keepButton(receipt, titleOf(story, lang), tell)
  return html`${mistakeList(asking.mistakes, tell, returned?.refused)}
    ${nowSection(story, justSent, now, lang)}
    ${justSent && receiptCard(receipt, titleOf(story, lang), tell)}
    ${whatSection(story, receipt, !justSent && grouped(receipt), now, lang)}
    ${declinedSection(story, now, lang)}${joinedSection(story, now, lang)}${replySection(story, receipt, now, lang)}
    ${story.asksEffect ? effectForm(asking, lang) : asksFirst(story) && solvedForm(story, asking, lang)}
    ${stepsSection(story, now, lang)}
    ${rightsSection(story, asking, request.newKey, now, lang)}
    ${keep}`
}

export function unknownReceipt(request: PageRequest): PageAnswer {
  const reader = { ...readerOf(request), here: '/my' }
  const tell = teller(reader.lang)
  const main = html`<div class="lead"><h1>${tell(w.unknownTitle)}</h1><p>${tell(w.unknown)}</p></div>
    ${receiptForm(tell, request.params.receipt)}${emergencyNumbers(tell)}`
  return { html: frame(reader, { title: w.unknownTitle[reader.lang], main }), status: 404 }
}

/** Shows the page again with what could not be done, as the server said it. */
export async function returnedBy(
  error: unknown,
  field: string,
  request: PageRequest,
  answer: Answer,
  key: string,
): Promise<PageAnswer> {
  if (!(error instanceof Problem)) throw error
  return showStory(request, {
    answer,
    key,
    mistakes: { [field]: error.body(request.lang).message },
    status: error.status,
    refused: true,
  })
}
