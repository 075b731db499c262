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
const boxAround = (boxes: readonly Box[]): Box =>
  around(
    boxes.flatMap(({ left, top, right, bottom }): Point[] => [
      [left, top],
      [right, bottom],
    ]),
  )

/** Words of one line touch, and their widths are rounded to thousandths: a twentieth of a millimetre is not an overlap. */
const TOUCH = 0.05
export const standApart = (a: Box, b: Box): boolean =>
  a.right <= b.left + TOUCH || b.right <= a.left + TOUCH || a.bottom <= b.top + TOUCH || b.bottom <= a.top + TOUCH

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const unescaped = (text: string) =>
  text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, it: string) =>
    /^[0-7]/.test(it) ? String.fromCharCode(Number.parseInt(it, 8)) : (ESCAPES[it] ?? it),
  )

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
      yield `(${unescaped(content.slice(at + 1, end - 1))}`
      at = end
      continue
    }
    plain.lastIndex = at
    const [token] = plain.exec(content) ?? ['']
    if (!token) throw new Error(`cannot read ${content.slice(at, at + 20)}`)
    if (token.startsWith('<') && /[0-9A-Fa-f]/.test(token))
      yield `(${Buffer.from(token.slice(1, -1), 'hex').toString('latin1')}`
    else if (token.trim()) yield token
    at = plain.lastIndex
  }
}

type Hand = {
  readonly fonts: ReadonlyMap<string, Font>
  readonly words: Words[]
  readonly shapes: Shape[]
  readonly stack: Matrix[]
  matrix: Matrix
  text: Matrix
  font: Font | undefined
  size: number
  parts: Point[][]
}

function write(hand: Hand, pieces: readonly string[]): void {
  let said = ''
  let wide = 0
  for (const piece of pieces) {
    if (!piece.startsWith('(')) {
      wide -= (Number(piece) || 0) / 1000
      continue
    }
    const bytes = Buffer.from(piece.slice(1), 'latin1')
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      const glyph = bytes.readUInt16BE(at)
      said += hand.font!.letters.get(glyph) ?? '\ufffd'
      wide += (hand.font!.widths.get(glyph) ?? 0) / 1000
    }
  }
  const toPage = times(hand.text, hand.matrix)
  const corners: Point[] = [
    [0, -0.12 * hand.size],
    [wide * hand.size, 0.88 * hand.size],
  ]
  hand.words.push({ ...around(corners.map((corner) => move(toPage, corner))), text: said, size: hand.size })
}

function finish(hand: Hand, filled: boolean): void {
  const parts = hand.parts.map(around)
  hand.shapes.push({ ...boxAround(parts), filled, parts })
  hand.parts = []
}

/** `Do` shows a picture, which holds no words: our compiler draws none by way of a form. */
const SILENT = /^(Do|h|W|w|M|J|j|d|i|gs|cs|CS|scn|SCN|sc|SC|BT|ET|Tr|BMC|BDC|EMC)$/

/** Carries out `command` with what was `given` before it. False when it is not a command. */
function carryOut(hand: Hand, command: string, given: readonly string[]): boolean {
  const numbers = given.slice(-6).map(Number) as unknown as Matrix
  const point = () => move(hand.matrix, given.slice(-2).map(Number) as unknown as Point)
  if (command === 'q') hand.stack.push(hand.matrix)
  else if (command === 'Q') hand.matrix = hand.stack.pop()!
  else if (command === 'cm') hand.matrix = times(numbers, hand.matrix)
  else if (command === 'm') hand.parts.push([point()])
  else if (command === 'l' || command === 'c') hand.parts.at(-1)!.push(point())
  else if (command === 'f' || command === 'S') finish(hand, command === 'f')
  else if (command === 'n') hand.parts = []
  else if (command === 'Tm') hand.text = numbers
  else if (command === 'Tj' || command === 'TJ') write(hand, given)
  else if (command === 'Tf') {
    hand.font = hand.fonts.get(given.at(-2)!.slice(1))
    hand.size = Number(given.at(-1))
  } else if (/^(re|f\*|B|b|s|v|y|Td|T\*|sh)$/.test(command)) throw new Error(`${command} is not read`)
  else return SILENT.test(command)
  return true
}

/** Follows `content`; `toPage` leads from its units to those of the answer. */
export function paint(
  content: string,
  fonts: ReadonlyMap<string, Font>,
  toPage: Matrix,
): { words: Words[]; shapes: Shape[] } {
  const hand: Hand = {
    fonts,
    words: [],
    shapes: [],
    stack: [],
    matrix: toPage,
    text: toPage,
    font: undefined,
    size: 0,
    parts: [],
  }
  let given: string[] = []
  for (const token of tokens(content)) {
    if (carryOut(hand, token, given)) given = []
    else given.push(token)
  }
  return { words: hand.words, shapes: hand.shapes }
}
