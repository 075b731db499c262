// Writes answers as XML the way the specification maps them to JSON: a list is its name around elements named after one of it.

/** What one of a list is called. */
const ONE: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }

/** Characters that XML 1.0 cannot hold, even escaped, are left out: one of them would make the whole answer unreadable. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const UNHEARD = /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

export const escaped = (text: string): string => text.replace(UNHEARD, '').replace(/[&<>"']/g, (sign) => SIGNS[sign]!)

function element(name: string, value: Value): string {
  const inner = Array.isArray(value)
    ? value.map((one: Value) => element(ONE[name]!, one)).join('')
    : value !== null && typeof value === 'object'
      ? Object.entries(value)
          .map(([key, one]) => element(key, one))
          .join('')
      : escaped(String(value ?? ''))
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`
}

export const writeXml = (root: string, value: Value): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`
