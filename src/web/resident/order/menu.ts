// The menu of services: choose one, say what and when, send. Three steps, like a report.
import type { OutputOf } from '#kernel/contract.ts'
import type { Page, PageRequest } from '#kernel/http/page.ts'
import type { Lang } from '#kernel/words.ts'
import { matter } from '#modules/matter/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import type { IconName } from '#web/parts/icons.ts'
import { limitWords } from '#web/parts/when.ts'
import { frame, readerOf } from '../frame.ts'
import { hereOf, unknownCode } from '../place/here.ts'
import { stepHead } from '../report/step-head.ts'
import { icon, named, type Tell, teller } from '../tell.ts'
import { orderWords as w } from './words.ts'

type Service = OutputOf<typeof matter.menu>['services'][number]

export const servicesAt = async (request: PageRequest, code: string): Promise<readonly Service[]> =>
  (await request.ask(matter.menu, { code })).services

export const serviceOf = async (request: PageRequest, code: string, kind: string | undefined) =>
  kind ? (await servicesAt(request, code)).find((service) => service.code === kind) : undefined

/** The code of a service on the menu; undefined for what is not on it. */
export const serviceNamed = async (request: PageRequest, code: string, kind: string | null) =>
  (await serviceOf(request, code, kind ?? undefined))?.code

export const menuPage: Page = {
  method: 'GET',
  path: '/q/:code/services',
  answer: async (request) => {
    const here = await hereOf(request)
    if (!here) return unknownCode(request)
    const services = await servicesAt(request, here.code)
    const reader = readerOf(request)
    const { lang } = reader
    const tell = teller(lang)
    const main = html`${stepHead(tell(w.first), tell(w.title), named(here, lang), tell)}
      ${services.length > 0 ? families(services, here.code, tell, lang) : html`<p class="note">${icon('info')}<span>${tell(w.none)}</span></p>`}
      <a class="btn block" href="/q/${here.code}/report"><span>${icon('camera')}${tell(w.report)}</span></a>`
    return { html: frame(reader, { title: w.title[lang], main, back: { to: `/q/${here.code}` }, foot: tell(w.foot) }) }
  },
}

/** Under a heading each, in the order of the kinds; families have no English name. */
function families(services: readonly Service[], code: string, tell: Tell, lang: Lang): Markup {
  const entries = (offered: readonly Service[]) =>
    html`<div class="do menu">${offered.map((one) => entry(one, code, tell, lang))}</div>`
  const groups = Map.groupBy(services, ({ family }) => family)
  if (lang === 'en' || groups.size === 1) return entries(services)
  return html`${[...groups].map(([family, offered]) => html`<section><h2>${family}</h2>${entries(offered)}</section>`)}`
}

/** What a family of kinds looks like, by its first two digits: repairs, help for people, questions and errands. */
const SIGNS: Readonly<Record<string, IconName>> = { '06': 'heart', '08': 'chat' }

function entry(service: Service, code: string, tell: Tell, lang: Lang): Markup {
  const hint = lang === 'zh' ? service.hintZh : service.hintEn
  const limit = html`<span class="nw">${limitWords(service.limitMinutes, service.counting, lang)}</span>`
  return html`<a href="/q/${code}/report?service=${service.code}">${icon(SIGNS[service.code.slice(0, 2)] ?? 'wrench')}<div><b>${service[lang]}</b>${hint && html`<span>${hint}</span>`}<span>${tell(w.within, { limit })}</span></div>${icon('next')}</a>`
}
