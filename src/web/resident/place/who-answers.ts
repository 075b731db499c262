// Who answers for a place: the grid worker, whether he is on duty, the phone, and the whole chain up to the subdistrict.
import type { OutputOf } from '#kernel/contract.ts'
import type { Lang } from '#kernel/words.ts'
import { LEVELS } from '#modules/area/lifecycle.ts'
import type { duty } from '#modules/duty/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { clockTime } from '#web/parts/when.ts'
import { callButton } from '../calls.ts'
import { icon, named, teller } from '../tell.ts'
import { placeWords as w } from './words.ts'

export type WhoAnswers = OutputOf<typeof duty.here>

export function whoAnswers(who: WhoAnswers, grid: string, now: Date, lang: Lang): Markup {
  const tell = teller(lang)
  const { worker, onDuty, nightPhone } = who
  const name = worker && html`<b class="nw">${worker.name}</b>`
  return html`<section class="who sheet" id="who"><h2>${tell(w.who)}</h2>
    <p>${tell(worker ? w.worker : w.noWorker, { grid, name })}</p>
    <p>${dutyLine(who, now, lang)}${lang === 'en' && ' '}${nightPhone && tell(w.night)}</p>
    ${
      onDuty && worker?.phone
        ? callButton(worker.phone, tell(w.callDuty))
        : nightPhone && callButton(nightPhone, tell(onDuty ? w.callDuty : w.callNight))
    }
    ${who.chain.length > 0 && chain(who.chain, lang)}</section>`
}

function dutyLine({ onDuty, until, nextAt }: WhoAnswers, now: Date, lang: Lang): Markup | false {
  const tell = teller(lang)
  if (onDuty) return until !== null && tell(w.onDuty, { until: clockTime(until, now, lang) })
  return nextAt === null ? tell(w.offDutyOpen) : tell(w.offDuty, { next: clockTime(nextAt, now, lang) })
}

const depth = (level: string): number => (LEVELS as readonly string[]).indexOf(level)

/** Nearest first: the one at the door is asked before the one in the office. */
function chain(levels: WhoAnswers['chain'], lang: Lang): Markup {
  const tell = teller(lang)
  const nearestFirst = [...levels].sort((a, b) => depth(b.level) - depth(a.level))
  return html`<details><summary>${tell(w.chain)}${icon('down')}</summary>
    <dl class="chain">${nearestFirst.map(
      (area) =>
        html`<dt>${named({ name: area.areaName, nameEn: area.areaNameEn }, lang)}</dt>${area.duties.map(
          (held) =>
            html`<dd><b>${held[lang]}</b>${
              held.gap
                ? html`<span class="st need">${icon('missing', '')}${tell(w.gap)}</span>`
                : held.holders.map((holder) => oneHolder(holder, lang))
            }<span class="s q">${lang === 'zh' ? held.dutiesZh : held.dutiesEn}</span></dd>`,
        )}`,
    )}</dl></details>`
}

function oneHolder(holder: WhoAnswers['chain'][number]['duties'][number]['holders'][number], lang: Lang): Markup {
  const tell = teller(lang)
  const name = named(holder, lang)
  return html`<span>${holder.standsInFor ? tell(w.standsIn, { name }) : name}${
    holder.phone && html` <a class="nw" href="tel:${holder.phone.replace(/[^\d+]/g, '')}">${holder.phone}</a>`
  }</span>`
}
