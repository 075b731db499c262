// One operation: who may, what goes in and comes out, how it refuses, the command line, and a place to try it.
import type { Described } from '#kernel/http/describe.ts'
import type { Page, PageRequest } from '#kernel/http/page.ts'
import { doorProblems, Problem, STATUS } from '#kernel/problem.ts'
import { type Lang, say, type Text } from '#kernel/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { exampleOf } from './example.ts'
import { fieldList } from './fields.ts'
import { frame } from './frame.ts'
import { marks, moduleName } from './overview.ts'
import { ruleWords } from './rules.ts'
import { tryIt } from './try-it.ts'
import { referenceWords as w } from './words.ts'

export const operationPage = (list: readonly Described[]): Page => ({
  method: 'GET',
  path: '/api-docs/:operation',
  answer: async (request) => {
    const op = list.find(({ name }) => name === request.params.operation)
    if (!op) throw new Problem(doorProblems.missing)
    const { lang } = request
    const near = list.filter(({ module }) => module === op.module)
    const side = html`<p><a href="/api-docs#${op.module}">← ${w.back[lang]}</a></p><p class="s q">${moduleName(op.module, lang)}</p><ul>${near.map(
      ({ name, summary }) =>
        html`<li><a href="/api-docs/${name}"${name === op.name && html` aria-current="page"`}><span>${summary[lang]}</span></a></li>`,
    )}</ul>`
    return { html: frame(request, { title: op.summary[lang], side, main: sheet(op, request) }) }
  },
})

function sheet(op: Described, request: PageRequest): Markup {
  const { lang } = request
  const input = JSON.stringify(exampleOf(op.input), null, 2)
  return html`<div class="lead"><p class="name"><code>${op.name}</code>${marks(op, lang)}</p><h1>${op.summary[lang]}</h1></div>
<div class="halves"><div class="sheet">${facts(op, lang)}
<section><h2>${w.input[lang]}</h2>${fieldList(op.input, lang, true) ?? html`<p class="q">${w.noInput[lang]}</p>`}</section>
<section><h2>${w.output[lang]}</h2>${(op.output && fieldList(op.output, lang, false)) ?? html`<p class="q">${w.file[lang]}</p>`}</section>
${refusals(op, lang)}</div>
<div class="use"><section class="sheet"><h2>${w.example[lang]}</h2><pre tabindex="0"><code data-here>${curl(op, input)}</code></pre></section>${tryIt(op, input, request)}</div></div>`
}

/** Typed as it would be: a quote inside the JSON ends and begins the shell's own. */
function curl(op: Described, input: string): string {
  const lines = [
    `curl -X POST /api/${op.name}`,
    `-H 'Content-Type: application/json'`,
    ...(op.open ? [] : [`-H 'Authorization: Bearer linli_…'`]),
    ...(op.keyed ? [`-H 'Idempotency-Key: ${op.module}-0001'`] : []),
    `-d '${JSON.stringify(JSON.parse(input)).replaceAll("'", `'\\''`)}'`,
    ...(op.bytes ? ['-o answer'] : []),
  ]
  return lines.join(' \\\n  ')
}

function facts(op: Described, lang: Lang): Markup {
  const fact = (name: Text, value: Markup | string) => html`<dt>${name[lang]}</dt><dd>${value}</dd>`
  const rules = op.allowed.map((label) => ruleWords(label, lang))
  const who =
    rules.length === 1
      ? html`${rules[0]}`
      : html`${w.whoAny[lang]}<ul class="rules">${rules.map((rule) => html`<li>${rule}</li>`)}</ul>`
  const token = op.inPerson
    ? say(w.tokenNever, lang, { why: op.inPerson[lang] })
    : say(w.tokenScope, lang, { scope: op.scope })
  const again = op.keyed ? w.keyed : op.kind === 'query' ? w.safe : w.once
  return html`<dl class="facts">${fact(w.who, who)}${fact(w.token, token)}${fact(w.key, again[lang])}${op.discloses && fact(w.trace, w.traced[lang])}</dl>`
}

/** What hangs on the sending and not on the operation. */
const GENERAL =
  /^(photo|voice)\.|^door\.(signIn|badKey|keyReused|filesUsed|full|wrongType|invalid|tooLarge|tooMany|busy|fault|outOfScope)$/

function refusals({ problems, module }: Described, lang: Lang): Markup {
  const general = problems.filter(({ code }) => GENERAL.test(code))
  const particular = problems.filter((one) => !general.includes(one))
  const own = ({ code }: { code: string }) => (code.startsWith(`${module}.`) ? 0 : 1)
  const row = (problem: Described['problems'][number]) =>
    html`<li><span class="s q">${STATUS[problem.kind]}</span><div><code>${problem.code}</code><p class="s">${problem[lang]}</p></div></li>`
  return html`<section><h2>${w.problems[lang]}</h2><p class="s q">${w.problemsHelp[lang]}</p><ul class="refusals">${particular.sort((a, b) => own(a) - own(b)).map(row)}</ul>
<details><summary>${say(w.general, lang, { count: general.length })}</summary><ul class="refusals">${general.map(row)}</ul></details></section>`
}
