// /promises: what is promised in plain words, the figure asked for, the figure of the last run, and the test that shows it.
import { readFileSync } from 'node:fs'
import type { Page } from '#kernel/http/page.ts'
import type { Lang } from '#kernel/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { frame, readerOf } from '../frame.ts'
import { icon, type Tell, teller } from '../tell.ts'
import type { GOALS, OPEN } from './register.ts'
import { risks, promiseWords as w } from './words.ts'

type Last = { figure: { zh: string; en: string }; date: string; met: boolean }
type Run = { date: string; passed: number; met: boolean }
type Goal = (typeof GOALS)[number] & { readonly last: Last | null; readonly run: Run | null }
type Shown = {
  readonly goals: readonly Goal[]
  readonly open: typeof OPEN
  readonly measures: readonly { name: string; ratio: number; limit: number; pass: boolean }[]
}

let read: Shown | undefined
/** Generated with the docs; a test compares it with the register and the results. Read once, when somebody first asks. */
const shown = (): Shown =>
  (read ??= JSON.parse(
    readFileSync(new URL('../../../../docs/reference/promises.json', import.meta.url), 'utf8'),
  ) as Shown)

const GROUPS = ['lost', 'seen', 'history', 'doors', 'keeping'] as const

const ran = ({ date, passed, met }: Run, tell: Tell): Markup =>
  html` · ${tell(met ? w.quick : w.failed, { date: html`<span class="nw">${date}</span>`, passed })}`

/** Held is said of nothing whose long run has left no figure: a promise of so many tries is not shown by a few. */
const isHeld = ({ long, last, run }: Goal): boolean => (long ? last?.met === true : true) && (run?.met ?? true)

function one(goal: Goal, lang: Lang, tell: Tell): Markup {
  const { id, said, asked, shown, last, run } = goal
  const held = isHeld(goal)
  return html`<li id="${id}"><p class="promise"><b>${said[lang]}</b><span class="st ${held ? 'done' : 'due'}">${icon(held ? 'tick' : 'half', '')}${tell(held ? w.met : w.partly)}</span></p>
    <p>${tell(w.asked, { asked: asked[lang] })}</p>
    ${last && html`<p>${tell(w.last, { figure: last.figure[lang] })}</p>`}
    <p class="s q">${id} · ${tell(w.shownBy, { file: html`<code>${shown.file}</code>` })}${run && ran(run, tell)}${last && html` · ${tell(w.on, { date: html`<span class="nw">${last.date}</span>` })}`}</p></li>`
}

const group = (name: (typeof GROUPS)[number], lang: Lang, tell: Tell): Markup =>
  html`<section class="sheet pad promises"><h2>${tell(w[name])}</h2><ul>${shown()
    .goals.filter((goal) => goal.group === name)
    .map((goal) => one(goal, lang, tell))}</ul></section>`

const speed = (tell: Tell): Markup =>
  html`<section class="sheet pad promises"><h2>${tell(w.speed)}</h2><p>${tell(w.speedText)}</p><ul>${shown().measures.map(
    ({ name, ratio, limit, pass }) =>
      html`<li><p class="promise"><span lang="en">${name}</span><span class="st ${pass ? 'done' : 'due'}">${icon(pass ? 'tick' : 'half', '')}${tell(pass ? w.met : w.missed)}</span></p>
      <p class="s q">${tell(w.measure, { ratio, limit })}</p></li>`,
  )}</ul></section>`

const open = (lang: Lang, tell: Tell): Markup | false =>
  shown().open.length > 0 &&
  html`<section class="sheet pad promises"><h2>${tell(w.open)}</h2><p>${tell(w.openText)}</p><ul>${shown().open.map(
    ({ id, said }) => html`<li><p>${said[lang]}</p><p class="s q">${id}</p></li>`,
  )}</ul></section>`

export const promisesPage: Page = {
  method: 'GET',
  path: '/promises',
  answer: async (request) => {
    const reader = readerOf(request)
    const { lang } = reader
    const tell = teller(lang)
    const main = html`<div class="lead"><h1>${tell(w.title)}</h1><p>${tell(w.lead)}</p></div>
      ${GROUPS.map((name) => group(name, lang, tell))}
      ${speed(tell)}
      ${open(lang, tell)}
      <section class="sheet pad promises"><h2>${tell(w.risks)}</h2><ul>${risks.map((risk) => html`<li><p>${risk[lang]}</p></li>`)}</ul></section>`
    return { html: frame(reader, { title: w.title[lang], main, back: { to: '/' } }) }
  },
}
