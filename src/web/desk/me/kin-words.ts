// The words of declaring relatives, and of attempts at what another has to open.
import type { Words } from '#web/lang.ts'

export const kinWords = {
  title: { zh: '亲属回避', en: 'Avoidance by kinship' },
  text: {
    zh: '申报以后，亲属报的事、当事人是亲属的纠纷，由别的同事打开。申报只有您和隐私官看得到。',
    en: 'What a relative reports, or is a party of, is then opened by a colleague. Only you and the privacy officer read this.',
  },
  add: { zh: '申报亲属', en: 'Declare a relative' },
  name: { zh: '称呼', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  phoneHelp: { zh: '按电话认出要回避的事。', en: 'What concerns the relative is found by it.' },
  end: { zh: '撤回', en: 'Take back' },
  ended: { zh: '已撤回', en: 'Taken back' },
  saved: { zh: '已申报，{count} 件由别的同事办', en: 'Declared: {count} are for colleagues now' },
  attempts: { zh: '想打开该回避的事', en: 'Asked for what another has to open' },
  noAttempts: { zh: '没有人打开过自己该回避的事。', en: 'Nobody has asked for what concerns a relative.' },
  who: { zh: '谁', en: 'Who' },
  what: { zh: '做什么', en: 'What' },
  when: { zh: '时间', en: 'When' },
} as const satisfies Words
