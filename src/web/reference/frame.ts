// The frame around the pages for programmers: one line at the top, a list at the left, the page, and the other language.
import type { PageRequest } from '#kernel/http/page.ts'
import { html, type Markup, raw } from '#web/parts/html.ts'
import { icons } from '#web/parts/icons.ts'
import { residentMark } from '#web/resident/assets.ts'
import { referenceScript, referenceStyle } from './assets.ts'
import { referenceWords as w } from './words.ts'

export type Sheet = { readonly title: string; readonly side: Markup; readonly main: Markup }

const mark = html`<svg viewBox="${icons.mark.box}" aria-hidden="true">${raw(icons.mark.body)}</svg>`

export function frame(request: PageRequest, { title, side, main }: Sheet): string {
  const { lang, path, query } = request
  const other = lang === 'zh' ? 'en' : 'zh'
  const search = new URLSearchParams(query)
  search.set('lang', other)
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<meta name="robots" content="noindex">
<title>${title} · ${w.brand[lang]}</title>
<link rel="icon" type="image/svg+xml" href="${residentMark.address}">
<link rel="stylesheet" href="${referenceStyle.address}">
<script defer src="${referenceScript.address}"></script>
</head>
<body data-room="desk" class="reference">
<header class="top"><a class="mark" href="/">${mark}${w.brand[lang]}</a>
<nav><a href="/api-docs"${path === '/api-docs' && html` aria-current="page"`}>${w.title[lang]}</a></nav>
<p class="ways s"><a href="/api/openapi.json">${w.open[lang]}</a><a href="${path}?${search.toString()}" hreflang="${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${w.other[lang]}</a></p></header>
<div class="two"><nav class="side" aria-label="${w.modules[lang]}">${side}</nav><main>${main}</main></div>
</body>
</html>`.text
}
