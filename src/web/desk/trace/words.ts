// The words of the page that tells from which export a list comes.
import type { Words } from '#web/lang.ts'

export const traceWords = {
  title: { zh: '查名单来源', en: 'Trace a list' },
  lead: {
    zh: '一份名单流到外面，可以在这里查是哪次导出的：每次导出的写法（3号楼还是3栋，电话中间有没有横线）都有自己的一套。行打乱、栏删掉都查得出；三十行左右就够。',
    en: 'When a list has got about, this tells which export it was: each export spells its cells in a way of its own (3号楼 or 3栋, a phone with dashes or without). Shuffled rows and missing columns do not matter; some thirty lines are enough.',
  },
  noted: {
    zh: '每查一次都记下来：谁、什么时候、查到哪一份。贴进来的内容不保存。',
    en: 'Each search is written down: who, when and which export was found. What you paste is not kept.',
  },
  text: { zh: '流出的内容', en: 'What got about' },
  textHelp: {
    zh: '照原样粘贴，不要改写法。Excel 文件请打开后选中单元格，复制到这里。',
    en: 'Paste it as it is, without correcting anything. From an Excel file, copy its cells here.',
  },
  file: { zh: '或者选一个文本文件（.csv、.txt）', en: 'Or choose a text file (.csv, .txt)' },
  go: { zh: '查来源', en: 'Find its export' },
  empty: { zh: '里面没有可以查的内容。', en: 'There is nothing in it to look for.' },
  found: { zh: '是这次导出', en: 'It is this export' },
  notFound: { zh: '没有查到', en: 'None was found' },
  notFoundText: {
    zh: '看过 {marked} 处有写法差别的地方，和哪一次导出都对不上。可能不是从这里导出的，太短，或者重新打过字。没有查到，不能说明是谁、也不能说明不是谁。',
    en: 'Of {marked} cells that can be spelled in several ways, no export has enough. It may not come from here, be too short, or have been typed anew. That nothing was found speaks against nobody, and for nobody.',
  },
  noMarks: {
    zh: '里面没有电话、地址、日期、打码姓名这样能对写法的内容。',
    en: 'It holds no phone, address, day or masked name whose spelling could be compared.',
  },
  match: { zh: '对上的写法', en: 'Spellings that match' },
  matchText: {
    zh: '{marked} 处里对上 {matching} 处；碰巧的话只会对上 {byChance} 处左右',
    en: '{matching} of {marked}; by chance it would be about {byChance}',
  },
  sure: { zh: '把握', en: 'How sure' },
  'sure.very': { zh: '认错的可能不到百万分之一', en: 'Fewer than one in a million that it is another' },
  'sure.well': { zh: '认错的可能不到一万分之一', en: 'Fewer than one in ten thousand that it is another' },
  'sure.some': {
    zh: '认错的可能不到百分之一，请再找几行来对',
    en: 'Fewer than one in a hundred that it is another; more lines would tell better',
  },
  'sure.hardly': { zh: '还不能当真，请再找几行来对', en: 'Not to be relied on yet; find more lines' },
  who: { zh: '谁导出的', en: 'Exported by' },
  what: { zh: '哪里的什么', en: 'Of what' },
  lines: { zh: '{count} 行', en: '{count} lines' },
  no: { zh: '编号', en: 'Number' },
  approved: { zh: '谁同意的', en: 'Agreed to by' },
  notProof: {
    zh: '这说明是哪份文件，不说明是谁传出去的：文件可能被别人拿走。请先问，再下结论。',
    en: 'This tells which file it was, and not who passed it on: others may have taken it. Ask before you conclude.',
  },
} satisfies Words
