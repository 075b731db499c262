// The page for what cannot be shown or done: what happened, what to do now, and the numbers that always answer.
import type { Problem } from '#kernel/problem.ts'
import type { Lang } from '#kernel/words.ts'
import { html } from '#web/parts/html.ts'
import { emergencyNumbers } from './calls.ts'
import { frame } from './frame.ts'
import { problemWords as w } from './home/words.ts'
import { teller } from './tell.ts'

/** Missing pages are the reader's to find again; for all else the problem's own sentence says what is wrong. */
function wordsFor(problem: Problem) {
  const { kind } = problem.entry
  if (kind === 'missing') return { ...w.missing, own: false }
  if (kind === 'tooMany') return { ...w.tooMany, own: true }
  if (kind === 'busy' || kind === 'full') return { ...w.busy, own: false }
  return { ...w.refused, own: true }
}

export function problemPage(problem: Problem, lang: Lang, big: boolean): string {
  const tell = teller(lang)
  const { title, now, own } = wordsFor(problem)
  const { request } = problem.details
  const main = html`
    <div class="lead"><h1>${tell(title)}</h1>${own && html`<p>${problem.body(lang).message}</p>`}<p>${tell(now)}</p>${typeof request === 'string' && html`<p>${tell(w.request, { request: html`<b class="nw">${request}</b>` })}</p>`}</div>
    <a class="btn primary block" href="/">${tell(w.home)}</a>
    ${emergencyNumbers(tell)}`
  return frame({ lang, big, here: '/' }, { title: title[lang], main })
}
