// An address as it is compared: half-width, simplified, without spaces, 栋 and 幢 as 号楼.
import { halfWidth, simplified, unspaced } from '../classes/plain-text.ts'

export const addressKey = (address: string): string =>
  unspaced(simplified(halfWidth(address)))
    .replace(/\s/g, '')
    .replace(/(\d)(?:栋|幢|號樓)/g, '$1号楼')
