// Who looked at my data: a line for each time, newest first, by days.
import type { OutputOf } from '#kernel/contract.ts'
import type { Lang } from '#kernel/words.ts'
import { roleWords } from '#modules/account/words.ts'
import type { register } from '#modules/register/contract.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { fullTime } from '#web/parts/when.ts'
import type { Tell } from '../tell.ts'
import { mineWords as w } from './words.ts'

type Looked = OutputOf<typeof register.lookedAt>
type Reader = { readonly lang: Lang; readonly now: Date }

function lookLine(look: Looked['looks'][number], tell: Tell, { lang, now }: Reader): Markup {
  const field = (name: string) => (`field.${name}` in w ? w[`field.${name}` as keyof typeof w][lang] : name)
  const role = roleWords[look.role as keyof typeof roleWords]
  const values = {
    office: lang === 'en' && look.officeEn ? look.officeEn : look.office,
    role: role ? role[lang] : look.role,
    purpose: w[`purpose.${look.purpose}`][lang],
    fields: look.fields.map(field).join(lang === 'zh' ? '、' : ', '),
  }
  return html`<li><p class="s">${fullTime(look.at, now, lang)}</p><p>${tell(w.line, values)}</p></li>`
}

export const lookList = (
  { looks, later, more }: Looked,
  tell: Tell,
  reader: Reader,
): Markup => html`<section class="sheet pad" id="looks">
  <h2>${tell(w.looks)}</h2><p class="s">${tell(w.looksHelp)}</p>
  ${looks.length === 0 && later === 0 && html`<p>${tell(w.none)}</p>`}
  ${looks.length > 0 && html`<ul class="plain">${looks.map((look) => lookLine(look, tell, reader))}</ul>`}
  ${later > 0 && html`<p>${tell(w.later, { count: later })}</p>`}
  ${more && html`<p class="s">${tell(w.more)}</p>`}</section>`
