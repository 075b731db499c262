// What stands in an exported list, and what is said when one cannot be had.
import { problems } from '#kernel/problem.ts'
import type { Text } from '#kernel/words.ts'

export const registerProblems = problems('register', {
  exportEmpty: {
    kind: 'invalid',
    zh: '这个区域里没有这一类登记，不用导出。',
    en: 'This area has no such entries; there is nothing to export.',
  },
  exportColumns: {
    kind: 'invalid',
    zh: '这一类登记没有选的这些栏。',
    en: 'This register has no such columns.',
  },
  exportTooMany: {
    kind: 'invalid',
    zh: '这份名单超过 {most} 行。请选小一些的区域，分次申请。',
    en: 'This list has more than {most} lines. Please choose a smaller area and ask in parts.',
  },
  exportNotFull: {
    kind: 'forbidden',
    zh: '您的岗位只能导出打码的名单。',
    en: 'Your post exports masked lists only.',
  },
  exportNoMatter: {
    kind: 'invalid',
    zh: '没有找到这件事项，或者它不在您负责的范围内。',
    en: 'This matter was not found, or lies outside the area you answer for.',
  },
  exportDecided: {
    kind: 'conflict',
    zh: '这次导出已经有人答复过，或者不需要第二个人同意。',
    en: 'Somebody has answered this already, or it needs no second person.',
  },
  exportWaiting: {
    kind: 'conflict',
    zh: '这次导出还没有第二个人同意，或者没有同意。',
    en: 'No second person has agreed to this export.',
  },
  exportOver: {
    kind: 'conflict',
    zh: '这份文件已经失效：满 24 小时，或者下载过 3 次。需要的话请重新申请。',
    en: 'This file is gone: 24 hours have passed, or it was fetched three times. Please ask again if it is needed.',
  },
  exportGrown: {
    kind: 'conflict',
    zh: '申请以后变多了，超出了同意的范围。请重新申请。',
    en: 'There are more now than were agreed to. Please ask again.',
  },
})

export const sexWords: Readonly<Record<number, Text>> = {
  1: { zh: '男', en: 'Male' },
  2: { zh: '女', en: 'Female' },
}

export const yesNo = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } } as const satisfies Readonly<
  Record<string, Text>
>

/** As above; of homes and organisations their number stands there, too. */
export const linesNoteWords: Text = {
  zh: '{area} · {name} 于 {at} 导出 · 编号 {no} · 共 {lines} 行，涉及 {persons} 人 · 用完即销毁，外传可查',
  en: '{area} · exported by {name} at {at} · no. {no} · {lines} lines, {persons} persons · destroy after use; copies can be traced',
}

/** Above the heading and on every printed page. */
export const noteWords: Text = {
  zh: '{area} · {name} 于 {at} 导出 · 编号 {no} · 共 {persons} 人 · 用完即销毁，外传可查',
  en: '{area} · exported by {name} at {at} · no. {no} · {persons} persons · destroy after use; copies can be traced',
}
