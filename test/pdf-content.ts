// Follows the drawing commands of one PDF page and notes where words and shapes come to stand.

export type Font = { readonly letters: ReadonlyMap<number, string>; readonly widths: ReadonlyMap<number, number> }
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
/** The box reaches from a little above Chinese characters to a little below them. */
export type Words = Box & { readonly text: string; readonly size: number }
/** A path that was filled or stroked; `parts` are the boxes of its closed pieces. */
export type Shape = Box & { readonly filled: boolean; readonly parts: readonly Box[] }

type Matrix = readonly [number, number, number, number, number, number]
type Point = readonly [number, number]

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]
const move = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f]

const around = (points: readonly Point[]): Box => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
export const boxAround = (boxes: readonly Box[]): Box => around(boxes.flatMap(({ left, top, right, bottom }): Point[] => [[left, top], [right, bottom]]))

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const unescape = (text: string) => text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, it: string) => (/^[0-7]/.test(it) ? String.fromCharCode(Number.parseInt(it, 8)) : (ESCAPES[it] ?? it)))

/** Numbers, names, operators and brackets as they are; strings begin with a parenthesis and are decoded. */
function* tokens(content: string): Generator<string> {
  const plain = /\s+|\/?[^\s()<>[\]/]+|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]/y
  for (let at = 0; at < content.length; ) {
    if (content[at] === '(') {
      let end = at + 1
      for (let depth = 1; depth > 0; end++) {
        if (content[end] === '\\') end++
        else if (content[end] === '(') depth++
        else if (content[end] === ')') depth--
      }
      yield `(${unescape(content.slice(at + 1, end - 1))}`
      at = end
      continue
    }
    plain.lastIndex = at
    const [token] = plain.exec(content) ?? ['']
    if (!token) throw new Error(`cannot read ${content.slice(at, at + 20)}`)
    if (token.startsWith('<') && /[0-9A-Fa-f]/.test(token)) yield `(${Buffer.from(token.slice(1, -1), 'hex').toString('latin1')}`
    else if (token.trim()) yield token
    at = plain.lastIndex
  }
}

/** Draws `content`; `toPage` leads from its units to those of the answer. */
export function paint(content: string, fonts: ReadonlyMap<string, Font>, toPage: Matrix): { words: Words[]; shapes: Shape[] } {
  const words: Words[] = []
  const shapes: Shape[] = []
  const stack: Matrix[] = []
  let matrix = toPage
  let text: Matrix = toPage
  let font: Font | undefined
  let size = 0
  let parts: Point[][] = []
  let given: string[] = []
  const numbers = () => given.slice(-6).map(Number) as unknown as Matrix
  const last = () => given.slice(-2).map(Number) as unknown as Point

  const finish = (filled: boolean) => {
    const boxes = parts.map(around)
    shapes.push({ ...boxAround(boxes), filled, parts: boxes })
    parts = []
  }
  const write = () => {
    let said = ''
    let wide = 0
    for (const piece of given) {
      if (!piece.startsWith('(')) {
        wide -= (Number(piece) || 0) / 1000
        continue
      }
      const bytes = Buffer.from(piece.slice(1), 'latin1')
      for (let at = 0; at + 1 < bytes.length; at += 2) {
        const glyph = bytes.readUInt16BE(at)
        said += font!.letters.get(glyph) ?? '\ufffd'
        wide += (font!.widths.get(glyph) ?? 0) / 1000
      }
    }
    const corners: Point[] = [[0, -0.12 * size], [wide * size, 0.88 * size]]
    words.push({ ...around(corners.map((corner) => move(times(text, matrix), corner))), text: said, size })
  }
  const commands: Readonly<Record<string, () => void>> = {
    q: () => stack.push(matrix),
    Q: () => (matrix = stack.pop()!),
    cm: () => (matrix = times(numbers(), matrix)),
    m: () => parts.push([move(matrix, last())]),
    l: () => parts.at(-1)!.push(move(matrix, last())),
    c: () => parts.at(-1)!.push(move(matrix, last())),
    f: () => finish(true),
    'f*': () => finish(true),
    S: () => finish(false),
    n: () => (parts = []),
    Tf: () => ([font, size] = [fonts.get(given.at(-2)!.slice(1)), Number(given.at(-1))]),
    Tm: () => (text = numbers()),
    Tj: write,
    TJ: write,
    Do: () => {
      throw new Error('pictures are not read')
    },
  }
  const silent = /^(h|W|w|M|J|j|d|i|gs|cs|CS|scn|SCN|sc|SC|BT|ET|Tr|BMC|BDC|EMC)$/
  for (const token of tokens(content)) {
    if (commands[token] || silent.test(token)) {
      commands[token]?.()
      given = []
    } else given.push(token)
  }
  return { words, shapes }
}
