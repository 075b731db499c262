// The frame around every resident page: head, the mark or the way back, 大字版, the page, its foot and the other language.
import type { PageRequest } from '#kernel/http/page.ts'
import type { Lang } from '#kernel/words.ts'
import { html, type Markup } from '#web/parts/html.ts'
import { residentMark, residentScript, residentStyle } from './assets.ts'
import { icon, type Tell, teller } from './tell.ts'
import { residentWords as w } from './words.ts'

/** Who reads: the language, 大字版, and the address to come back to. */
export type Reader = { readonly lang: Lang; readonly big: boolean; readonly here: string }

export function readerOf(request: PageRequest): Reader {
  const query = new URLSearchParams(request.query)
  query.delete('lang')
  return { lang: request.lang, big: request.big, here: query.size ? `${request.path}?${query}` : request.path }
}

/** A form that must not lose what was typed when letters or language change: the switches send it along. */
export type Kept = { readonly form: string; readonly action: string }

export type Frame = {
  readonly title: string
  readonly main: Markup
  /** The way back in place of the mark; a kept form goes back by sending itself. */
  readonly back?: { readonly to: string } | { readonly send: string }
  readonly kept?: Kept
  readonly foot?: Markup | false
  /** Addresses of this page's own scripts. */
  readonly scripts?: readonly string[]
  /** A receipt whose matter this page follows, and what to say when there is news while somebody writes. */
  readonly live?: { readonly receipt: string; readonly news: string }
}

/**
 * A whole page. `same-origin`: with no referrer at all, browsers send forms with `Origin: null`, and the server could not
 * tell our own pages from foreign ones. Other sites still learn nothing, which matters on a page whose address is a key.
 */
export function frame(reader: Reader, page: Frame): string {
  const tell = teller(reader.lang)
  const main = page.live
    ? html`<div class="news" role="status" data-news="${page.live.news}"></div><main data-live="${page.live.receipt}">${page.main}</main>`
    : html`<main>${page.main}</main>`
  return html`<!doctype html>
<html lang="${reader.lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="referrer" content="same-origin">
${reader.here !== '/' && html`<meta name="robots" content="noindex">`}
<title>${page.title} · ${w.brand[reader.lang]}</title>
<link rel="icon" type="image/svg+xml" href="${residentMark.address}">
<link rel="stylesheet" href="${residentStyle.address}">
<script defer src="${residentScript.address}"></script>
${page.scripts?.map((address) => html`<script defer src="${address}"></script>`)}
</head>
<body data-room="resident"${reader.big && html` class="big"`}>
<header>${page.kept && enterSends(page.kept)}${wayBack(page, tell)}${lettersSwitch(reader, page.kept, tell)}</header>
${main}
<footer>${page.foot && html`<p>${page.foot}</p>`}${languageSwitch(reader, page.kept)}</footer>
</body>
</html>`.text
}

/** The first button of a form is the one that Enter presses; without this one it would be the way back or 大字版. */
const enterSends = ({ form }: Kept): Markup =>
  html`<button class="vh" form="${form}" tabindex="-1" aria-hidden="true"></button>`

function wayBack({ back, kept }: Frame, tell: Tell): Markup {
  if (back && 'to' in back) return html`<a class="btn plain" href="${back.to}">${icon('back')}${tell(w.back)}</a>`
  if (back && kept)
    return html`<button class="btn plain" form="${kept.form}" formaction="${kept.action}" formnovalidate name="${back.send}" value="1">
      ${icon('back')}${tell(w.back)}</button>`
  return html`<a class="mark" href="/">${icon('mark', '')}${tell(w.brand)}</a>`
}

/** With the script the letters change in place. Without it the page is sent for again, with what was typed. */
function lettersSwitch({ big, here }: Reader, kept: Kept | undefined, tell: Tell): Markup {
  const label = html`data-letters data-bigger="${tell(w.bigger)}" data-normal="${tell(w.normal)}"`
  const word = tell(big ? w.normal : w.bigger)
  if (kept)
    return html`<button class="btn" ${label} form="${kept.form}" formaction="${kept.action}" formnovalidate name="letters" value="${big ? 'normal' : 'big'}">${word}</button>`
  return html`<form method="post" action="/style/big"><input type="hidden" name="back" value="${here}"><button class="btn" ${label}>${word}</button></form>`
}

function languageSwitch({ lang, here }: Reader, kept: Kept | undefined): Markup {
  const other = lang === 'zh' ? 'en' : 'zh'
  const attributes = html`lang="${other === 'zh' ? 'zh-CN' : 'en'}"`
  const word = w.otherLanguage[lang]
  if (kept)
    return html`<p><button class="btn plain" ${attributes} form="${kept.form}" formaction="${kept.action}" formnovalidate name="language" value="${other}">${word}</button></p>`
  const address = `${here}${here.includes('?') ? '&' : '?'}lang=${other}`
  return html`<p><a class="btn plain" ${attributes} hreflang="${other}" href="${address}">${word}</a></p>`
}
