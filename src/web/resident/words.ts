// Words that every resident page shares.
export const residentWords = {
  brand: { zh: '邻里', en: 'Linli' },
  back: { zh: '返回', en: 'Back' },
  bigger: { zh: '大字版', en: 'Large text' },
  normal: { zh: '普通字', en: 'Normal text' },
  otherLanguage: { zh: 'English', en: '中文' },
  sosTitle: { zh: '着火、漏气、受伤，先打电话', en: 'Fire, gas, injury: call first' },
  sosLabel: { zh: '紧急电话', en: 'Emergency numbers' },
  fire: { zh: '火警', en: 'Fire' },
  ambulance: { zh: '急救', en: 'Ambulance' },
  police: { zh: '报警', en: 'Police' },
  sending: { zh: '正在发出，请稍等', en: 'Sending, one moment' },
  mistakes: { zh: '有一处要改：', en: 'Please correct:' },
  mistakesTitle: { zh: '要改一处', en: 'Please correct' },
  drop: { zh: '去掉', en: 'Remove' },
  dropKept: { zh: '从这台手机上去掉“{title}”', en: 'Take “{title}” off this phone' },
  receiptLabel: { zh: '收到时给您的编号', en: 'The number you were given' },
  receiptHelp: {
    zh: '16 位，数字和字母。横线和大小写不用管。',
    en: '16 digits and letters. Dashes and capitals do not matter.',
  },
  receiptShort: {
    zh: '编号不全。请照着再抄一遍，一共 16 位。',
    en: 'The number is not complete. Please copy it again; it has 16 characters.',
  },
  receiptGo: { zh: '看办到哪了', en: 'See how it stands' },
  codeLabel: { zh: '码下面印的字母和数字', en: 'Letters and digits printed below the code' },
  codeShort: {
    zh: '码不全。请照着码下面那一行再抄一遍。',
    en: 'The code is not complete. Please copy the line below it again.',
  },
  codeGo: { zh: '打开这个地方', en: 'Open this place' },
} as const
