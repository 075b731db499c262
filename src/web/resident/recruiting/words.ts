// The words of the pages on which residents apply to become mediators.
import type { Words } from '#web/lang.ts'

export const recruitingWords = {
  title: { zh: '当调解员', en: 'Become a mediator' },
  lead: {
    zh: '邻里之间的事，常常是一位大家信得过的人坐下来谈成的。这里是正在选聘调解员的调委会。',
    en: 'Quarrels between neighbours are often settled by somebody whom both trust. These committees look for mediators.',
  },
  law: {
    zh: '法律要求：公道正派、热心人民调解工作，有一定文化水平、政策水平和法律知识的成年公民（人民调解法 第十四条）。',
    en: 'The law asks for grown-up citizens who are fair, willing, and know something of policy and law (People’s Mediation Law, art. 14).',
  },
  whichDistrict: { zh: '您在哪个区', en: 'Your district' },
  none: { zh: '现在没有调委会在选聘。', en: 'No committee looks for mediators now.' },
  places: { zh: '{mode}，选聘 {count} 人', en: '{mode}, {count} wanted' },
  until: { zh: '报名到 {day}', en: 'Apply until {day}' },
  ask: { zh: '有问题打 {phone}', en: 'Questions: {phone}' },
  apply: { zh: '报名', en: 'Apply' },
  applyTitle: { zh: '报名：{committee}', en: 'Apply: {committee}' },
  name: { zh: '姓名', en: 'Your name' },
  phone: { zh: '电话', en: 'Phone' },
  phoneHelp: {
    zh: '只用来通知面谈；选聘结束 180 天后清除。',
    en: 'Only to call you about this; gone 180 days after the call closes.',
  },
  about: { zh: '说说您自己', en: 'About you' },
  aboutHelp: {
    zh: '做过什么、熟悉哪一片、什么时候有空。不要写身份证号。',
    en: 'What you have done, where you are at home, when you have time. No ID number, please.',
  },
  notAdult: { zh: '请确认您已年满 18 周岁', en: 'Please confirm that you are 18 or older' },
  adult: { zh: '我已年满 18 周岁', en: 'I am 18 or older' },
  needed: { zh: '请填', en: 'Please give: ' },
  badPhone: {
    zh: '请填 11 位手机号，或者带区号的座机号',
    en: 'Please give a number of 11 digits, or a landline with its area code',
  },
  send: { zh: '提交报名', en: 'Send' },
  wait: {
    zh: '报名的人多，请等 {seconds} 秒，再按一次“提交报名”。',
    en: 'Many apply at this moment: wait {seconds} seconds and press “Send” again.',
  },
  sent: { zh: '报上名了', en: 'You have applied' },
  receipt: { zh: '回执', en: 'Your receipt' },
  keep: { zh: '凭回执看结果，请拍照或者抄下来。', en: 'It leads to the answer: take a picture or write it down.' },
  stateIs: { zh: '{committee}：{state}', en: '{committee}: {state}' },
  next: {
    zh: '调委会会打电话约您面谈，结果写在这一页。',
    en: 'The committee calls you; the answer stands on this page.',
  },
  talk: { zh: '您已入围，请等电话约面谈。', en: 'You are shortlisted; please wait for a call.' },
  taken: { zh: '欢迎您！聘任手续由调委会和您联系办理。', en: 'Welcome! The committee arranges the rest with you.' },
  why: { zh: '答复', en: 'The answer' },
  withdraw: { zh: '撤回报名', en: 'Withdraw' },
  withdrawn: { zh: '已经撤回，您留下的资料已清除。', en: 'Withdrawn; what you left is gone.' },
  gone: { zh: '这一页找不到了', en: 'This page is not there' },
  goneText: {
    zh: '选聘可能已经截止，或者回执抄错了。',
    en: 'The call may be closed, or the receipt was copied wrongly.',
  },
} as const satisfies Words
