// Chinese numerals before the words that count buildings: 三单元 is 3单元, while 五一路 stays a name.

const FIGURES = '〇一二三四五六七八九'

const figureOf = (sign: string): number => (sign === '零' ? 0 : sign === '两' ? 2 : FIGURES.indexOf(sign))

/** `''`, behind the end of a text, is in every list of signs, and no numeral. */
export const isNumeral = (sign: string | undefined): boolean =>
  sign !== undefined && sign !== '' && (figureOf(sign) >= 0 || sign === '十' || sign === '百')

/** 二十一 is 21, 一百零三 is 103, 三〇二 is 302; undefined for what nobody counts like. */
export function readNumeral(text: string): number | undefined {
  if (!text.includes('十') && !text.includes('百')) {
    const figures = [...text].map(figureOf)
    return figures.some((one) => one < 0) || figures.length > 4 ? undefined : Number(figures.join(''))
  }
  let total = 0
  let figure = -1
  for (const sign of text) {
    if (sign === '百' || sign === '十') {
      if (sign === '百' && figure < 0) return undefined
      total += (figure < 0 ? 1 : figure) * (sign === '百' ? 100 : 10)
      figure = -1
    } else figure = figureOf(sign)
  }
  return total + Math.max(0, figure)
}
