// The hours of a room as people say them: equal days together, today marked.
import { localDay, localInstant } from '#kernel/clock.ts'
import { type Lang, say } from '#kernel/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { dayLine } from '#web/parts/when.ts'
import type { Tell } from '../tell.ts'
import { roomWords as w } from './words.ts'

type Spans = readonly (readonly [number, number])[]
type Day = { readonly day: string; readonly spans: Spans; readonly zh: string; readonly en: string }

const WHOLE_DAY = 1440
const two = (n: number) => String(n).padStart(2, '0')
export const clockOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** “08:30–12:00，14:00–17:30”; “全天”; “不开”. */
export function spansWords(spans: Spans, lang: Lang): string {
  if (spans.length === 0) return w.closedDay[lang]
  if (spans[0]![0] === 0 && spans[0]![1] === WHOLE_DAY) return w.allDay[lang]
  return spans.map(([from, to]) => `${clockOf(from)}–${clockOf(to)}`).join(lang === 'zh' ? '，' : ', ')
}

type Run = { readonly first: number; last: number; readonly spans: Spans }

function runsOf(weekly: readonly Spans[]): Run[] {
  const runs: Run[] = []
  for (const [day, spans] of weekly.entries()) {
    const before = runs.at(-1)
    if (before && JSON.stringify(before.spans) === JSON.stringify(spans)) before.last = day
    else runs.push({ first: day, last: day, spans })
  }
  return runs
}

function daysWords({ first, last }: Run, lang: Lang): string {
  const names = w.weekdays[lang].split(' ')
  if (first === 0 && last === 6) return w.allWeek[lang]
  return first === last ? names[first]! : say(w.weekdayTo, lang, { from: names[first], to: names[last] })
}

/** Monday is 0. */
const weekdayOf = (now: Date) => (new Date(`${localDay(now)}T00:00:00Z`).getUTCDay() + 6) % 7

type Week = { readonly weekly: readonly Spans[]; readonly ahead: readonly Day[] }

/** A usual week. Today is marked in it unless it is one of the days that differ: then it is marked there. */
export function weekTable({ weekly, ahead }: Week, now: Date, lang: Lang, tell: Tell): Markup {
  const today = ahead.some(({ day }) => day === localDay(now)) ? -1 : weekdayOf(now)
  return html`<dl class="week">${runsOf(weekly).map((run) => {
    const here = run.first <= today && today <= run.last
    return html`<div${here && html` class="now"`}><dt>${daysWords(run, lang)}${here && html` <small>${tell(w.today)}</small>`}</dt><dd>${spansLines(run.spans, lang)}</dd></div>`
  })}</dl>`
}

/** A span never breaks across lines. */
const spansLines = (spans: Spans, lang: Lang): Markup =>
  spans.length > 1
    ? html`${spans.map((span) => html`<span class="nw">${spansWords([span], lang)}</span> `)}`
    : html`<span class="nw">${spansWords(spans, lang)}</span>`

export const daysAhead = (days: readonly Day[], now: Date, lang: Lang, tell: Tell): Markup | false =>
  days.length > 0 &&
  html`<h3>${tell(w.ahead)}</h3><dl class="week">${days.map(
    (one) =>
      html`<div${one.day === localDay(now) && html` class="now"`}><dt>${one.day === localDay(now) && html`${tell(w.today)} `}${dayLine(localInstant(one.day, '12:00'), now, lang)}<small>${lang === 'zh' ? one.zh : one.en || one.zh}</small></dt><dd>${spansLines(one.spans, lang)}</dd></div>`,
  )}</dl>`
