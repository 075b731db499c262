// Telephone numbers as people write them, in one form that can be hashed and dialled.

export type Phone = {
  /** 13812345678, or 0371-12345678, or 4001234567. */
  readonly phone: string
  /** More than one number stood in the cell; the first is taken. */
  readonly more: boolean
}

const isFigure = (code: number) => code >= 48 && code <= 57
/** What stands between figures of one number. */
const JOINS = " -()+.·—–_/\t'"

/** The figures of the first number, and whether another follows. */
function firstFigures(text: string): { figures: string; more: boolean } | undefined {
  let figures = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isFigure(code)) {
      figures += text[at]
      continue
    }
    const rest = text.slice(at)
    const isComplete = nationalForm(figures) !== undefined
    if (isComplete && /^[\s/、,，;；|]+(?=[\d+(])/.test(rest)) return { figures, more: true }
    // An extension is no part of the number that is looked for.
    if (isComplete && /^\s*(转|分机|ext\.?|#|-)\s*\d{1,6}$/i.test(rest)) return { figures, more: false }
    if (!JOINS.includes(text[at]!)) return undefined
  }
  return { figures, more: false }
}

/** Two figures: Beijing, Guangzhou and the other cities whose area code has three with the zero. */
const isShortArea = (figures: string) => figures[1] === '1' || figures[1] === '2'

/** The form that is kept, of figures alone; undefined where no telephone has such a number. */
function nationalForm(given: string): string | undefined {
  let figures = given.startsWith('0086') ? given.slice(4) : given
  if (figures.startsWith('86') && figures.length >= 12) figures = figures.slice(2)
  if (figures.length === 12 && figures[0] === '0' && figures[1] === '1' && figures[2] !== '0')
    figures = figures.slice(1)
  if (figures.length === 11 && figures[0] === '1') return figures[1]! >= '3' ? figures : undefined
  if (figures.length === 10 && (figures.startsWith('400') || figures.startsWith('800'))) return figures
  // +86 371 …: the zero of the area code goes with the country's number.
  if (figures !== given && figures[0] !== '0') figures = `0${figures}`
  if (figures[0] !== '0' || figures[1] === '0') return undefined
  const area = isShortArea(figures) ? 3 : 4
  const own = figures.slice(area)
  const fits = (own.length === 7 || own.length === 8) && own[0] !== '0' && own[0] !== '1'
  return fits ? `${figures.slice(0, area)}-${own}` : undefined
}

/** Reads the first number of a cell; undefined where it is none. Expects half-width text. */
export function readPhone(text: string): Phone | undefined {
  const found = firstFigures(text)
  const phone = found && nationalForm(found.figures)
  return phone === undefined ? undefined : { phone, more: found!.more }
}
