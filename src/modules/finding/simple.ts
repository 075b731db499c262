// Texts as they are compared: half-width, simplified, small letters, without spaces; 栋 and 幢 as 号楼.
import { Converter } from 'opencc-js/t2cn'

const simplify = Converter({ from: 't', to: 'cn' })

/** 張 曉蘭 → 张晓兰, ＡＢ → ab. Dots of long names go, too: 阿依·努尔 is found without. */
export const simple = (text: string): string =>
  simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s·•‧・'’-]/g, '')

const FIGURES = '零一二三四五六七八九'
/** 三 → 3, 十二 → 12, 二十 → 20; buildings and units are not numbered beyond. */
const figure = (text: string): string => {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text]
  const of = (sign: string | undefined, none: number) => (sign ? Math.max(0, FIGURES.indexOf(sign)) : none)
  return String((tens === '0' ? 0 : of(tens, 1)) * 10 + of(ones, 0))
}

/** 清荷苑三栋 → 清荷苑3号楼, 二单元 → 2单元. */
export const simpleAddress = (text: string): string =>
  simple(text)
    .replace(/[一二三四五六七八九十]{1,3}(?=号楼|栋|幢|座|单元|号院)/g, figure)
    .replace(/(?<=\d)(?:栋|幢|座|#)/g, '号楼')
