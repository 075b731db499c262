// The page behind a scanned code: where you are, what to do in danger, what you can do here, who answers.
import type { Page } from '#kernel/http/page.ts'
import type { Lang } from '#kernel/words.ts'
import { duty } from '#modules/duty/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { emergencyNumbers } from '../calls.ts'
import { frame, readerOf } from '../frame.ts'
import { mediationWords } from '../mediation/words.ts'
import { servicesAt } from '../order/menu.ts'
import { icon, named, type Tell, teller, whole } from '../tell.ts'
import { gridName, type Here, hereOf, unknownCode } from './here.ts'
import { whoAnswers } from './who-answers.ts'
import { placeWords as w } from './words.ts'

export const scanPage: Page = {
  method: 'GET',
  path: '/q/:code',
  answer: async (request) => {
    const here = await hereOf(request)
    if (!here) return unknownCode(request)
    const [who, services] = await Promise.all([
      request.ask(duty.here, { code: here.code }),
      servicesAt(request, here.code),
    ])
    const reader = readerOf(request)
    const { lang } = reader
    const tell = teller(lang)
    // Whoever chose this place from a list has no sticker of it before him.
    const chosen = request.query.has('chosen')
    const main = html`${placeCard(here, chosen, tell, lang)}${emergencyNumbers(tell)}${whatToDo(here, services.length, tell)}
      ${whoAnswers(who, gridName(here, lang), request.now, lang)}`
    return { html: frame(reader, { title: named(here, lang), main, foot: foot(here, tell, lang) }) }
  },
}

function placeCard(here: Here, chosen: boolean, tell: Tell, lang: Lang): Markup {
  return html`<section class="place" aria-label="${tell(chosen ? w.youChose : w.scanned)}">
    <div class="door">${icon('pin')}<div><span class="s">${tell(chosen ? w.youChose : w.youAreAt)}</span>
      <h1>${whole(named(here, lang))}</h1>
      ${!chosen && here.checkWords && html`<p class="s">${tell(w.check, { words: html`<b class="nw">${here.checkWords}</b>` })}</p>`}
      <a href="/q/${here.code}/place">${tell(w.notHere)}</a></div></div></section>`
}

const whatToDo = (here: Here, services: number, tell: Tell): Markup => html`<section><h2 class="l">${tell(w.want)}</h2>
    <div class="do"><a class="first" href="/q/${here.code}/report">${icon('camera')}<div><b>${tell(w.report)}</b><span>${tell(w.reportHint)}</span></div>${icon('next')}</a>
      ${services > 0 && html`<a href="/q/${here.code}/services">${icon('wrench')}<div><b>${tell(w.order)}</b><span>${tell(w.orderHint, { count: services })}</span></div>${icon('next')}</a>`}</div></section>
  <nav class="more" aria-label="${tell(w.more)}"><a href="/my">${icon('doc')}${tell(w.mine)}${icon('next')}</a><a href="/q/${here.code}/mediation">${icon('people')}${tell(mediationWords.askHere)}${icon('next')}</a><a href="/rooms?at=${here.code}">${icon('pin')}${tell(w.rooms)}${icon('next')}</a></nav>`

function foot(here: Here, tell: Tell, lang: Lang): Markup {
  const areas = here.path
    .filter((area) => area.level === 'subdistrict' || area.level === 'community')
    .map((area) => named(area, lang))
    .join(lang === 'zh' ? ' ' : ', ')
  return html`${tell(w.foot)}<br>${areas && `${areas}${lang === 'zh' ? '，' : ', '}`}<span class="nw">${tell(w.label, { label: here.label })}</span>`
}
