// All operations by module: how to begin, a filter that works without script, and a line for each.
import type { Described } from '#kernel/http/describe.ts'
import type { Page, PageRequest } from '#kernel/http/page.ts'
import { type Lang, say } from '#kernel/words.ts'
import { moduleWords } from '#modules/account/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { frame } from './frame.ts'
import { referenceWords as w } from './words.ts'

export const moduleName = (module: string, lang: Lang): string =>
  (moduleWords[module as keyof typeof moduleWords] ?? { zh: module, en: module })[lang].split(/[：:]/)[0]!

export const overviewPage = (list: readonly Described[]): Page => ({
  method: 'GET',
  path: '/api-docs',
  answer: async (request) => {
    const { lang } = request
    const asked = request.query.get('q')?.trim().slice(0, 80) ?? ''
    const shown = list.filter((op) => fits(op, asked))
    const modules = [...new Set(list.map(({ module }) => module))]
    const sections = modules.map((module) =>
      section(
        module,
        shown.filter((op) => op.module === module),
        lang,
      ),
    )
    const main = html`<div class="lead"><h1>${w.title[lang]}</h1><p>${w.lead[lang]}</p></div>${asked === '' && begin(request)}
      ${filter(asked, shown.length, lang)}${shown.length === 0 && html`<p class="note">${w.none[lang]} <a href="/api-docs">${w.all[lang]}</a></p>`}${sections}`
    const side = html`<ul>${modules.map(
      (module) =>
        html`<li><a href="/api-docs#${module}"><span>${moduleName(module, lang)}</span><span class="s q">${list.filter((op) => op.module === module).length}</span></a></li>`,
    )}</ul>`
    return { html: frame(request, { title: w.title[lang], side, main }) }
  },
})

const fits = ({ name, summary }: Described, asked: string): boolean =>
  `${name} ${summary.zh} ${summary.en}`.toLowerCase().includes(asked.toLowerCase())

function begin({ lang }: PageRequest): Markup {
  const [before, link, after] = w.step1[lang].split(/<\/?a>/)
  const curl = `curl -X POST -H 'Authorization: Bearer linli_…' -H 'Content-Type: application/json' \\
  -d '{"view":"open"}' /api/matter.list`
  return html`<section class="sheet begin"><h2>${w.begin[lang]}</h2><ol>
<li>${before}<a href="/desk/me#tokens">${link}</a>${after}</li>
<li>${w.step2[lang]}<pre tabindex="0"><code data-here>${curl}</code></pre></li>
<li>${w.step3[lang]}</li></ol><p class="s q">${w.client[lang]}</p></section>`
}

const filter = (asked: string, count: number, lang: Lang): Markup =>
  html`<form class="filter" method="get" action="/api-docs" role="search"><div class="f"><label for="q">${w.filter[lang]}</label><span class="help" id="q-help">${w.filterHelp[lang]}</span>
<div class="line"><input id="q" name="q" type="search" value="${asked}" autocomplete="off" aria-describedby="q-help" data-filter><button class="btn">${w.find[lang]}</button></div></div>
<p class="s q" role="status" data-found="${w.found[lang]}">${say(w.found, lang, { count })}</p></form>`

function section(module: string, ops: readonly Described[], lang: Lang): Markup | false {
  if (ops.length === 0) return false
  const whole = (moduleWords[module as keyof typeof moduleWords] ?? { zh: module, en: module })[lang]
  return html`<section class="sheet" id="${module}"><h2>${whole} <code class="q">${module}</code></h2><ul class="ops">${ops.map((op) => line(op, lang))}</ul></section>`
}

const line = (op: Described, lang: Lang): Markup =>
  html`<li data-words="${`${op.name} ${op.summary.zh} ${op.summary.en}`.toLowerCase()}"><a href="/api-docs/${op.name}"><code>${op.name}</code><span>${op.summary[lang]}</span></a>${marks(op, lang)}</li>`

/** What it does to the world, and whom it is open to: words, no colour alone. */
export const marks = (op: Described, lang: Lang): Markup =>
  html`<span class="marks">${op.open && html`<span class="st tag">${w.public[lang]}</span>`}${op.inPerson && html`<span class="st tag held">${w.person[lang]}</span>`}<span class="st tag${op.kind === 'command' && html` pine`}">${w[op.kind === 'command' ? 'change' : 'read'][lang]}</span></span>`
