// The words of study meetings and measures.
import type { Words } from '#web/lang.ts'

export const meetingWords = {
  title: { zh: '研判会', en: 'Study meetings' },
  toSweeps: { zh: '矛盾纠纷排查', en: 'Sweeps for disputes' },
  mine: { zh: '由我负责的措施', en: 'Measures that are mine' },
  mineCount: { zh: '由我负责的措施 {count} 条', en: '{count} measures of mine' },
  lateCount: { zh: '{count} 条过期', en: '{count} late' },
  none: { zh: '还没有研判会', en: 'No study meeting yet' },
  noneText: { zh: '安排一次，看数字，定措施。', en: 'Plan one: look at the figures, decide on measures.' },
  meeting: { zh: '{day} {area}研判会', en: 'Study meeting of {area}, {day}' },
  looksAt: { zh: '看 {from} 至 {to}。', en: 'Looks at {from} to {to}.' },
  'every.once': { zh: '', en: '' },
  'every.month': { zh: '每月一次。', en: 'Every month.' },
  'every.quarter': { zh: '每季度一次。', en: 'Every quarter.' },
  planned: { zh: '还没开。', en: 'Not held yet.' },
  told: {
    zh: '当时的数字：受理 {taken} 件，调解成功 {settled} 件。',
    en: 'As told then: {taken} taken, {settled} settled.',
  },
  offices: { zh: '到会单位：{names}', en: 'Offices present: {names}' },
  before: { zh: '上次定的措施', en: 'Measures of the last one' },
  owned: { zh: '{name}，{day} 前', en: '{name}, by {day}' },
  late: { zh: '过期没落实', en: 'Late' },
  done: { zh: '{day} 落实：{result}', en: 'Done on {day}: {result}' },
  finish: { zh: '已落实', en: 'Done' },
  finished: { zh: '已记下。', en: 'Noted.' },
  result: { zh: '做了什么', en: 'What was done' },
} as const satisfies Words
