// What the area module says when something cannot be done.
import { problems } from '#kernel/problem.ts'

export const areaProblems = problems('area', {
  full: {
    kind: 'conflict',
    zh: '“{name}”下面已经没有编号位置。请先把它拆分。',
    en: '“{name}” has no room for more. Please split it first.',
  },
  wrongLevel: { kind: 'invalid', zh: '{level}不能放在{above}下面。', en: 'A {level} cannot lie under a {above}.' },
  thereAlready: {
    kind: 'conflict',
    zh: '这个编码已有区域使用，或者这里已经有“{name}”。',
    en: 'The code is in use already, or there is a “{name}” here.',
  },
  codeTaken: { kind: 'conflict', zh: '编码 {code} 已被“{name}”使用。', en: 'Code {code} is in use by “{name}”.' },
  notEmpty: {
    kind: 'conflict',
    zh: '下面还有 {count} 个有效区域，不能撤销。',
    en: '{count} areas still lie below, so it cannot be ended.',
  },
  noParent: { kind: 'invalid', zh: '第 {row} 行：找不到上级“{parent}”。', en: 'Row {row}: no parent “{parent}”.' },
  codeExists: { kind: 'conflict', zh: '区 {code} 已经建立。', en: 'District {code} exists already.' },
  outside: { kind: 'invalid', zh: '这个点不在任何网格里。', en: 'This point lies in no grid.' },
})
