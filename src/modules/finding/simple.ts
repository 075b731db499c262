// Texts as they are compared: half-width, simplified, without spaces; addresses in the one way that homes are compared by.
import { readAddress, simplified } from '#modules/register/index.ts'

/** 張 曉蘭 → 张晓兰, ＡＢ → ab. Dots of long names go, too: 阿依·努尔 is found without. */
export const simple = (text: string): string =>
  simplified(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s·•‧・'’-]/g, '')

/** 清荷苑三栋 → 清荷苑3号楼, 二单元 → 2单元, 第12网格 → 12网格. */
export const simpleAddress = (text: string): string => readAddress(text.normalize('NFKC')).key
