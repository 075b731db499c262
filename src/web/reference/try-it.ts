// A place to try an operation in the page: with the session or a token pasted; a change asks before it is sent.
import type { Described } from '#kernel/http/describe.ts'
import type { PageRequest } from '#kernel/http/page.ts'
import { say } from '#kernel/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { referenceWords as w } from './words.ts'

/** The key is made here, since a page draws nothing by chance; the script counts on from it. */
export function tryIt(op: Described, input: string, { lang, actor, newKey }: PageRequest): Markup {
  const changes = op.kind === 'command'
  const who = actor.kind === 'staff' ? say(w.trySession, lang, { name: actor.name }) : w.tryNobody[lang]
  const rows = Math.min(14, Math.max(3, input.split('\n').length + 1))
  return html`<section class="sheet"><h2>${w.try[lang]}</h2><noscript><p class="note">${w.tryNoScript[lang]}</p></noscript>
<form class="try" hidden data-try="${op.name}"${op.keyed && html` data-key="${newKey()}"`}${changes && html` data-changes`} data-not-json="${w.notJson[lang]}" data-lost="${w.lost[lang]}">
<p class="s">${who}</p>
<details><summary>${w.tryToken[lang]}</summary><div class="f"><label class="vh" for="token">${w.tryToken[lang]}</label><span class="help" id="token-help">${w.tryTokenHelp[lang]}</span><input id="token" name="token" type="password" autocomplete="off" spellcheck="false" aria-describedby="token-help"></div></details>
<div class="f"><label for="input">${w.tryInput[lang]}</label><textarea id="input" name="input" rows="${rows}" spellcheck="false">${input}</textarea></div>
<p class="err s" role="alert" hidden></p>
<button class="btn primary">${w[changes ? 'send' : 'ask'][lang]}</button>
<div class="answer" hidden aria-live="polite"><h3>${w.answer[lang]} <span class="s q" data-status></span></h3><pre tabindex="0"><code></code></pre><img alt="" hidden></div>
</form>
${changes && html`<dialog aria-labelledby="sure"><h2 id="sure">${w.sureTitle[lang]}</h2><p>${say(w.sure, lang, { summary: op.summary[lang] })}</p><form method="dialog" class="acts"><button class="btn primary" value="yes">${w.sureYes[lang]}</button><button class="btn" value="no" autofocus>${w.sureNo[lang]}</button></form></dialog>`}</section>`
}
