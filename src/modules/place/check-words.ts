// Two everyday words printed under a code and shown on its page: a sticker pasted over the real one does not know them.

const FIRST = [...'青红蓝绿金银紫白黑粉大小新老长圆暖静清明']
const SECOND = [
  '松',
  '荷',
  '桥',
  '灯',
  '船',
  '伞',
  '鹤',
  '梅',
  '山',
  '河',
  '月',
  '云',
  '树',
  '石',
  '鱼',
  '鸟',
  '花',
  '草',
  '竹',
  '泉',
]

const pick = <T>(list: readonly T[], seed: number) => list[seed % list.length]!

/** 400 × 400 pairs, drawn from the code itself by a keyed hash, so that they need no second table. */
export const checkWords = (mac: Buffer): string =>
  `${pick(FIRST, mac[0]!)}${pick(SECOND, mac[1]!)}·${pick(FIRST, mac[2]!)}${pick(SECOND, mac[3]!)}`
