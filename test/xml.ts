// Reads XML strictly, as far as Open311 writes it: elements and text, no attributes. Throws at whatever is not well formed.

export type Element = { readonly name: string; readonly inside: readonly Element[]; readonly text: string }

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string) =>
  text.replace(/&(\w+);|[&<>]/g, (whole, sign: string | undefined) => {
    const found = sign && SIGNS[sign]
    if (!found) throw new Error(`not well formed: ${whole} in ${text.slice(0, 80)}`)
    return found
  })

export function readXml(source: string): Element {
  const head = /^<\?xml version="1\.0" encoding="utf-8"\?>\n/.exec(source)
  if (!head) throw new Error(`no XML declaration: ${source.slice(0, 60)}`)
  const parts = source
    .slice(head[0].length)
    .trimEnd()
    .split(/(<[^>]*>)/)
  let at = 0
  const element = (): Element => {
    const tag = /^<([a-z_]\w*)(\/?)>$/.exec(parts[at++] ?? '')
    if (!tag) throw new Error(`no element at ${parts[at - 1]}`)
    const [, name = '', empty] = tag
    const inside: Element[] = []
    let text = ''
    while (!empty && parts[at] !== `</${name}>`) {
      if (at >= parts.length) throw new Error(`${name} is not closed`)
      if (parts[at]!.startsWith('<')) inside.push(element())
      else text += plain(parts[at++]!)
    }
    if (!empty) at++
    if (inside.length && text.trim()) throw new Error(`${name} holds text beside elements`)
    return { name, inside, text }
  }
  while (parts[at] === '') at++
  const root = element()
  if (parts.slice(at).join('').trim()) throw new Error('more than one element')
  return root
}

/** The texts of an element's parts by name; what holds parts of its own is ''. */
export const textsOf = (element: Element): Record<string, string> =>
  Object.fromEntries(element.inside.map((one) => [one.name, one.inside.length ? '' : one.text]))
