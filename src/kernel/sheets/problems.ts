// Why a sent file is not taken, each with what the sender can do about it.
import { problems } from '../problem.ts'

export const sheetProblems = problems('sheets', {
  notSheet: {
    kind: 'invalid',
    zh: '“{name}”不是表格文件。请上传 .xlsx、.csv，或装有它们的 .zip。',
    en: '“{name}” is not a spreadsheet. Please send .xlsx, .csv, or a .zip of them.',
  },
  oldExcel: {
    kind: 'invalid',
    zh: '“{name}”是旧版 .xls 文件。请打开后另存为 .xlsx 再上传。',
    en: '“{name}” is an old .xls file. Please open it, save it as .xlsx and send that.',
  },
  locked: {
    kind: 'invalid',
    zh: '“{name}”有打开密码。请去掉密码再上传。',
    en: '“{name}” is locked with a password. Please remove it and send the file again.',
  },
  broken: {
    kind: 'invalid',
    zh: '“{name}”已损坏或没有传完。请重新保存后再上传。',
    en: '“{name}” is damaged or incomplete. Please save it again and send it anew.',
  },
  tooLarge: {
    kind: 'tooLarge',
    zh: '“{name}”展开后太大。请分成几个文件上传。',
    en: '“{name}” is too large once unpacked. Please send it as several files.',
  },
  tooWide: {
    kind: 'invalid',
    zh: '“{name}”第 {line} 行的列数超过 {limit} 列。请删去右侧多余的列。',
    en: 'Line {line} of “{name}” has more than {limit} columns. Please delete what stands to the right.',
  },
  tooMany: {
    kind: 'invalid',
    zh: '“{name}”里的文件超过 {limit} 个。请分次上传。',
    en: '“{name}” holds more than {limit} files. Please send them in several parts.',
  },
  nested: {
    kind: 'invalid',
    zh: '“{name}”里还有压缩包。请先解开，再放在一个压缩包里上传。',
    en: '“{name}” holds another archive. Please unpack that first.',
  },
  sendAlone: {
    kind: 'tooLarge',
    zh: '“{name}”太大，不能放在压缩包里。请单独上传。',
    en: '“{name}” is too large to be sent within an archive. Please send it on its own.',
  },
  hostile: {
    kind: 'invalid',
    zh: '“{name}”的内部结构不正常，没有打开。请在表格软件里另存一份新文件再上传。',
    en: '“{name}” is not built as a spreadsheet should be and was not opened. Please save a new copy and send that.',
  },
  macro: {
    kind: 'invalid',
    zh: '“{name}”里有宏。请另存为不带宏的 .xlsx 再上传。',
    en: '“{name}” holds macros. Please save it as .xlsx without macros.',
  },
  outside: {
    kind: 'invalid',
    zh: '“{name}”引用了别的文件。请把公式粘贴为数值后再上传。',
    en: '“{name}” refers to other files. Please paste its formulas as values and send it again.',
  },
})
