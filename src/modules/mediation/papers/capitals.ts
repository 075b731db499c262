// Amounts in Chinese capitals, as contracts and vouchers ask for them (中国人民银行《正确填写票据和结算凭证的基本规定》), and plainly.

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '兆']
/** 9,999 兆 and the rest: sixteen digits of 元. */
const MOST = 10n ** 18n

/** Up to four digits; `joined`: a larger group stands before, so that missing thousands are said as 零. */
function group(value: number, joined: boolean): string {
  let words = ''
  let gap = joined
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      gap ||= words !== ''
      continue
    }
    words += (gap && (words !== '' || place < 3) ? DIGITS[0] : '') + DIGITS[digit]! + PLACES[place]!
    gap = false
  }
  return words
}

function yuanWords(yuan: bigint): string {
  let words = ''
  let skipped = false
  for (let n = GROUPS.length - 1; n >= 0; n--) {
    const value = Number((yuan / 10_000n ** BigInt(n)) % 10_000n)
    if (value === 0) {
      skipped ||= words !== ''
      continue
    }
    const inside = group(value, words !== '')
    words += (skipped && !inside.startsWith('零') ? '零' : '') + inside + GROUPS[n]!
    skipped = false
  }
  return words
}

/**
 * 分 as capitals: 1_640_902 is 壹万陆仟肆佰零玖元零贰分. 整 follows 元 and 角, never 分.
 * @throws RangeError for less than nothing, parts of a 分, and from 10^18 分 on.
 */
export function capitals(fen: number | bigint): string {
  if (typeof fen === 'number' && !Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`)
  const whole = BigInt(fen)
  if (whole < 0n || whole >= MOST) throw new RangeError(`not an amount that is written: ${fen}`)
  const [yuan, jiao, cents] = [whole / 100n, Number((whole / 10n) % 10n), Number(whole % 10n)]
  if (whole === 0n) return '零元整'
  const before = yuan > 0n ? `${yuanWords(yuan)}元` : ''
  if (jiao === 0 && cents === 0) return `${before}整`
  if (cents === 0) return `${before}${DIGITS[jiao]}角整`
  const middle = jiao > 0 ? `${DIGITS[jiao]}角` : before && '零'
  return `${before}${middle}${DIGITS[cents]}分`
}

/** ¥16,409.02 */
export function figures(fen: number | bigint): string {
  const whole = BigInt(fen)
  return `¥${(whole / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')}.${(whole % 100n).toString().padStart(2, '0')}`
}

/** Both, as agreements write them. */
export const amount = (fen: number | bigint): string => `人民币${capitals(fen)}（${figures(fen)}）`
