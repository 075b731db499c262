// The words of the page about kinds of duty.
import type { Words } from '#web/lang.ts'

export const dutyKindWords = {
  tabs: { zh: '谁负责', en: 'Who answers' },
  toDuty: { zh: '谁负责', en: 'Who answers' },
  title: { zh: '职责种类', en: 'Kinds of duty' },
  lead: {
    zh: '每一级要有谁负责、负责什么。居民扫码看到的责任链按它排。',
    en: 'Who answers for what at each level. The chain that residents see follows it.',
  },
  retiredToo: { zh: '停用的也看', en: 'Show retired ones, too' },
  retired: { zh: '已停用', en: 'Retired' },
  add: { zh: '增加一种', en: 'Add a kind' },
  new: { zh: '增加一种职责', en: 'A new kind of duty' },
  empty: { zh: '还没有职责种类', en: 'No kinds of duty yet' },
  emptyText: { zh: '先增加一种，才能任命谁负责。', en: 'Add one, so that somebody can be appointed.' },
  choose: { zh: '点一种，在这里看和改。', en: 'Choose a kind to see and change it here.' },
  chooseToRead: {
    zh: '点一种，在这里看它的全部。种类由区里和系统管理员改。',
    en: 'Choose a kind to see all of it here. The district and the system administrator change kinds.',
  },
  sort: { zh: '顺序', en: 'Order' },
  sortHelp: { zh: '数字小的排在前面。', en: 'Small numbers stand first.' },
  level: { zh: '哪一级', en: 'Level' },
  kind: { zh: '职责', en: 'Duty' },
  duties: { zh: '做什么', en: 'What is to be done' },
  expected: { zh: '应当有人', en: 'Expected' },
  expectedHelp: {
    zh: '这一级每处都应当有人，没有就显示为空缺',
    en: 'Everywhere at this level; nobody is shown as a gap',
  },
  yes: { zh: '是', en: 'yes' },
  role: { zh: '带来的岗位', en: 'Post that comes with it' },
  roleHelp: {
    zh: '任命有账号的人时一起给，解除时一起收回。',
    en: 'Given to whoever has an account when appointed, taken back at the end.',
  },
  noRole: { zh: '没有', en: 'none' },
  zh: { zh: '中文名', en: 'Name in Chinese' },
  en: { zh: '英文名', en: 'Name in English' },
  dutiesZh: { zh: '做什么（中文）', en: 'What is to be done, in Chinese' },
  dutiesEn: { zh: '做什么（英文）', en: 'What is to be done, in English' },
  nameTaken: {
    zh: '已经有英文名相同的职责。请点左边那一种来改，或者换一个英文名。',
    en: 'There is a duty of this name. Please change that one, or choose another name.',
  },
  nameOdd: { zh: '请用英文字母写，至少两个。', en: 'Please use at least two letters.' },
  retire: { zh: '停用：不能再任命，担任着的照旧', en: 'Retired: nobody new; those who hold it stay' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '“{name}”已保存。', en: '“{name}” saved.' },
} satisfies Words
