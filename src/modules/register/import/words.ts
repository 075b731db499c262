// What is said about files that are sent in: refusals, and what is wrong with a row beyond what a class says itself.
import { problems } from '#kernel/problem.ts'
import type { Text } from '#kernel/words.ts'

export const importProblems = problems('register', {
  noFile: { kind: 'invalid', zh: '没有收到文件，请再选一次。', en: 'No file arrived; please choose it again.' },
  noHeadings: {
    kind: 'invalid',
    zh: '没有找到表头。请用模板，或把列名写在前十行里。',
    en: 'No headings were found. Please use the template, or write column names in the first ten lines.',
  },
  notAllGood: {
    kind: 'conflict',
    zh: '有 {rows} 行有问题。您选的是“全部正确才导入”，所以一行也没有导入。',
    en: '{rows} rows have faults. You chose “all or nothing”, so nothing was loaded.',
  },
  nothingGood: {
    kind: 'conflict',
    zh: '没有可以导入的行。请下载待更正的表格，改好再传。',
    en: 'There is no row to load. Please fetch the sheet to correct and send it again.',
  },
  missingColumns: {
    kind: 'conflict',
    zh: '缺少必须有的列：{columns}。',
    en: 'Columns that must be there are missing: {columns}.',
  },
  noFaultSheet: {
    kind: 'missing',
    zh: '没有待更正的行，或者已经过了 30 天。',
    en: 'There are no rows to correct, or 30 days have passed.',
  },
  offerSettled: { kind: 'conflict', zh: '这一条已经处理过了。', en: 'This one was settled already.' },
  notFinished: {
    kind: 'conflict',
    zh: '这批文件没有读完，请重新上传。',
    en: 'This file was not read to its end; please send it again.',
  },
})

/** Beyond the faults of a class (classes/words.ts). */
export const rowFaults: Readonly<Record<string, { readonly text: Text; readonly hint: Text }>> = {
  knownOtherwise: {
    text: { zh: '已经登记过，内容不一样', en: 'It is there already with other content' },
    hint: {
      zh: '请在台账里直接更正，或者先撤销原来那一批。',
      en: 'Correct it in the register itself, or undo the earlier file first.',
    },
  },
}
