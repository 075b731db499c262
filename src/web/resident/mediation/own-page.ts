// `/m/CODE`: a party's own page: how far it is, what is next, what he said, his rights; never a word of the other side.

import { localInstant } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import type { Page, PageAnswer, PageRequest } from '#kernel/http/page.ts'
import { readCode, showCode } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { ABOUT } from '#modules/committee/contract.ts'
import { aboutWords } from '#modules/committee/words.ts'
import { mediation } from '#modules/mediation/contract.ts'
import { mediationLife } from '#modules/mediation/lifecycle.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { dateWords } from '#web/parts/when.ts'
import { type Mistakes, mistakeList, one } from '../fields.ts'
import { frame, readerOf } from '../frame.ts'
import { clockOf } from '../rooms/hours.ts'
import { orNothing } from '../rooms/or-nothing.ts'
import { type Tell, teller } from '../tell.ts'
import { routeNames, mediationWords as w } from './words.ts'

type Side = OutputOf<typeof mediation.mySide>
type Telling = {
  readonly side: Side
  readonly request: PageRequest
  readonly tell: Tell
  readonly mistakes: Mistakes
}

const dayIn = ({ request }: Telling, day: string) => dateWords(localInstant(day, '12:00'), request.now, request.lang)
/** What somebody wrote in a form that was refused is there again, and the form stands open. */
const written = ({ request, mistakes }: Telling, form: string, field: string) =>
  form in mistakes ? one(request.fields, field) : ''
const joined = ({ request }: Telling, words: readonly string[]) => words.join(request.lang === 'zh' ? '、' : ', ')

function nowCard(telling: Telling, address: string): Markup {
  const { side, request, tell } = telling
  const { lang } = request
  const meeting = side.meetings[0]
  const routes = side.routes.map((each) => routeNames[each][lang])
  return html`<section class="sheet pad"><h2>${mediationLife.states[side.state][lang]}</h2>
    <p>${side.kind[lang]}${side.no && html` · ${tell(w.no, { no: side.no })}`}</p>
    <p class="q">${tell(w.you, { side: w[side.side][lang], name: side.name, phone: side.phone ?? '' })}</p>
    <p>${
      side.mediators.length
        ? tell(w.mediator, {
            names: joined(
              telling,
              side.mediators.map(({ name }) => name),
            ),
            committee: side.committee,
          })
        : tell(w.noMediator)
    }</p>
    ${side.dueOn && html`<p class="q">${tell(w.due, { day: dayIn(telling, side.dueOn) })}</p>`}
    ${routes.length > 0 && html`<p>${tell(w.routes, { routes: joined(telling, routes) })}</p>`}</section>
    ${consent(telling, address)}${
      mediationLife.states[side.state].open &&
      html`<section class="sheet pad"><h2>${tell(w.next)}</h2>
      ${meeting ? html`<p><b>${dayIn(telling, meeting.heldOn)} ${clockOf(meeting.from)}–${clockOf(meeting.until)}</b></p><p>${meeting.place}</p>` : html`<p class="q">${tell(w.noNext)}</p>`}</section>`
    }`
}

function ownWords({ side, tell }: Telling): Markup {
  return html`${side.told && html`<section class="sheet pad"><h2>${tell(w.said)}</h2><p>${side.told.facts}</p><p>${side.told.requests}</p></section>`}
    ${side.papers.length > 0 && html`<section class="sheet pad"><h2>${tell(w.papers)}</h2><ul>${side.papers.map((each) => html`<li>${each.name}</li>`)}</ul></section>`}`
}

function agreed(telling: Telling, address: string): Markup | false {
  const { side, tell } = telling
  const { agreement } = side
  if (!agreement) return false
  const term = (one: (typeof agreement.terms)[number]) =>
    html`<li>${one.words} ${one.doneOn ? html`<b>${tell(w.done)}</b>` : one.dueOn && html`<span class="q nw">${tell(w.dueOn, { day: dayIn(telling, one.dueOn) })}</span>`}</li>`
  return html`<section class="sheet pad"><h2>${tell(w.agreement, { day: dayIn(telling, agreement.effectiveOn) })}</h2><ol>${agreement.terms.map(term)}</ol>
    ${agreement.confirmUntil && html`<p>${tell(w.court, { day: dayIn(telling, agreement.confirmUntil) })}</p>`}
    ${side.wishesCourt && html`<p><b>${tell(w.wishes)}</b></p>`}
    ${side.can.includes('wishCourt') && html`<form method="post" action="${address}/court"><button class="btn block">${tell(w.wishCourt)}</button></form>`}</section>
    ${side.followUps.length > 0 && html`<section class="sheet pad"><h2>${tell(w.visits)}</h2><ul>${side.followUps.map((each) => html`<li>${dayIn(telling, each.dueOn)}${each.made && html` <b>${tell(w.done)}</b>`}</li>`)}</ul></section>`}`
}

/** Said to somebody who did not ask for it: what it is, that it costs nothing, and that no is an answer. */
function consent({ side, tell }: Telling, address: string): Markup | false {
  return (
    side.can.includes('sayConsent') &&
    html`<section class="sheet pad"><h2>${tell(w.consent)}</h2>
      <p>${tell(side.side === 'respondent' ? w.consentAsked : w.consentOwn)}</p>
      <form method="post" action="${address}/consent">
      <button class="btn primary block" name="consent" value="agreed">${tell(w.agree)}</button>
      <button class="btn block or" name="consent" value="refused">${tell(w.refuse)}</button></form></section>`
  )
}

/** Of a mediator: what he is said to have done, to whoever keeps the committee; the mediators do not read it here. */
function complaint(telling: Telling, address: string): Markup {
  const { side, request, tell } = telling
  const last = side.complaint
  const told =
    last &&
    html`<section class="sheet pad"><h2>${tell(w.complained)}</h2>${
      last.state === 'answered'
        ? html`<p>${last.answer}</p>`
        : html`<p class="q">${tell(w.complainedUntil, { day: dayIn(telling, last.dueOn) })}</p>`
    }</section>`
  const choice = (field: string, value: string, label: Markup | string, first: boolean) =>
    html`<option value="${value}"${value === (written(telling, 'complain', field) || (first && value)) && html` selected`}>${label}</option>`
  return html`${told}${
    side.can.includes('complain') &&
    html`<details class="sheet pad"${'complain' in telling.mistakes && html` open`}><summary>${tell(w.complain)}</summary><form method="post" action="${address}/complain">
      <div class="f"><label for="mediator">${tell(w.complainOf)}</label><select id="mediator" name="mediator">${side.mediators.map(({ id, name }, at) => choice('mediator', id, name, at === 0))}</select></div>
      <div class="f"><label for="about">${tell(w.complainAbout)}</label><select id="about" name="about">${ABOUT.map((one, at) => choice('about', one, aboutWords[one][request.lang], at === 0))}</select></div>
      <div class="f"><label for="complain">${tell(w.complainWords)}</label><p class="help" id="complain-help">${tell(w.complainHelp)}</p>
      <textarea id="complain" name="words" rows="3" minlength="2" maxlength="2000" required aria-describedby="complain-help">${written(telling, 'complain', 'words')}</textarea></div>
      <button class="btn block">${tell(w.complainSend)}</button></form></details>`
  }`
}

function acts(telling: Telling, address: string): Markup {
  const { side, tell } = telling
  const asks = (to: string, title: Markup, label: Markup, send: Markup) =>
    html`<details class="sheet pad"${to in telling.mistakes && html` open`}><summary>${title}</summary><form method="post" action="${address}/${to}">
      <div class="f"><label for="${to}">${label}</label><textarea id="${to}" name="words" rows="3" minlength="2" maxlength="2000" required>${written(telling, to, 'words')}</textarea></div>
      <button class="btn block">${send}</button></form></details>`
  return html`${side.can.includes('askAnother') && asks('another', tell(w.another), tell(w.anotherWhy), tell(w.anotherSend))}
    ${side.can.includes('takeBack') && asks('withdraw', tell(w.back), tell(w.backWhy), tell(w.back))}
    ${complaint(telling, address)}
    <section class="sheet pad"><h2>${tell(w.rights)}</h2><ul><li>${tell(w.right1)}</li><li>${tell(w.right2)}</li><li>${tell(w.right3)}</li><li>${tell(w.right4)}</li></ul></section>`
}

const codeCard = (receipt: string, tell: Tell): Markup =>
  html`<section class="sheet pad"><h2>${tell(w.keep)}</h2><p><b class="nw">${showCode(receipt)}</b></p><p class="q">${tell(w.keepHelp)}</p></section>`

async function show(request: PageRequest, mistakes: Mistakes = {}, status = 200): Promise<PageAnswer> {
  const receipt = readCode(request.params.receipt ?? '')
  const address = `/m/${receipt}`
  const reader = { ...readerOf(request), here: address }
  const tell = teller(reader.lang)
  const side = await orNothing(request.ask(mediation.mySide, { receipt }))
  if (!side) {
    const main = html`<div class="lead"><h1>${tell(w.unknown)}</h1><p>${tell(w.unknownText)}</p></div>`
    return { html: frame({ ...reader, here: '/' }, { title: w.unknown[reader.lang], main }), status: 404 }
  }
  const telling = { side, request, tell, mistakes }
  const main = html`<div class="lead"><h1>${tell(w.mine)}</h1></div>${mistakeList(mistakes, tell, true)}
    ${request.query.has('sent') && codeCard(receipt, tell)}${nowCard(telling, address)}${agreed(telling, address)}${ownWords(telling)}${acts(telling, address)}
    ${!request.query.has('sent') && codeCard(receipt, tell)}`
  return { html: frame(reader, { title: w.mine[reader.lang], main }), status }
}

export const partyPage: Page = { method: 'GET', path: '/m/:receipt', answer: (request) => show(request) }

/** A form of the page: says it, and shows the page as it stands then. */
const saying = (to: string, say: (request: PageRequest, receipt: string) => Promise<unknown>): Page => ({
  method: 'POST',
  path: `/m/:receipt/${to}`,
  answer: async (request) => {
    const receipt = readCode(request.params.receipt ?? '')
    try {
      await say(request, receipt)
      return { to: `/m/${receipt}` }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // The words are all that is typed here.
      const { code, message } = error.body(request.lang)
      return show(request, { [to]: code === 'door.invalid' ? w.tellMore[request.lang] : message }, error.status)
    }
  },
})

export const partyActs: readonly Page[] = [
  saying('consent', (request, receipt) => {
    const consent = one(request.fields, 'consent') === 'refused' ? ('refused' as const) : ('agreed' as const)
    return request.ask(mediation.sayConsent, { receipt, consent })
  }),
  saying('another', (request, receipt) => {
    const words = one(request.fields, 'words')
    return request.ask(mediation.askAnother, { receipt, words })
  }),
  saying('withdraw', (request, receipt) => {
    const words = one(request.fields, 'words')
    return request.ask(mediation.takeBack, { receipt, words })
  }),
  saying('complain', (request, receipt) => {
    const [mediatorId, about] = [one(request.fields, 'mediator'), one(request.fields, 'about')]
    return request.ask(mediation.complain, {
      ...{ receipt, mediatorId, words: one(request.fields, 'words') },
      about: ABOUT.find((known) => known === about) ?? 'other',
    })
  }),
  saying('court', (request, receipt) => request.ask(mediation.wishCourt, { receipt })),
]
