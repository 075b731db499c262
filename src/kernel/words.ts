/** The two languages Linli speaks, and a text in both. */
export type Lang = 'zh' | 'en'
export type Text = { readonly zh: string; readonly en: string }

/** Fills `{name}` in a text from values; an unknown name stays visible rather than vanishing. */
export const say = (text: Text, lang: Lang, values: Readonly<Record<string, unknown>> = {}): string =>
  text[lang].replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))

/** The reader's language: what he asked for, then his browser's, then Chinese. */
export function readLang(asked: string | undefined, header: string | undefined): Lang {
  if (asked === 'en' || asked === 'zh') return asked
  if (asked?.startsWith('zh')) return 'zh'
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? ''
  return first.startsWith('en') ? 'en' : 'zh'
}
