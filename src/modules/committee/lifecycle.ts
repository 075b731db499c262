// The life of an application to become a mediator.
import { life } from '#kernel/lifecycle.ts'

export const applicantLife = life(
  'mediator_applicant',
  {
    applied: { zh: '已报名', en: 'Applied', open: true },
    shortlisted: { zh: '入围，等面谈', en: 'Shortlisted', open: true },
    appointed: { zh: '已聘任', en: 'Appointed', open: false },
    declined: { zh: '没有聘任', en: 'Not taken', open: false },
    withdrawn: { zh: '本人撤回', en: 'Withdrawn', open: false },
  },
  {
    apply: {
      zh: '报名',
      en: 'Apply',
      from: [null],
      to: 'applied',
      asks: ['name', 'phone', 'about'],
      basis: '人民调解法 第十四条',
    },
    shortlist: { zh: '列入面谈', en: 'Shortlist', from: ['applied'], to: 'shortlisted' },
    appoint: {
      zh: '聘任',
      en: 'Appoint',
      from: ['shortlisted'],
      to: 'appointed',
      asks: ['account', 'from', 'to'],
      basis: '人民调解法 第十三条',
    },
    declineApplicant: {
      zh: '不聘任',
      en: 'Do not take',
      from: ['applied', 'shortlisted'],
      to: 'declined',
      asks: ['words'],
    },
    withdrawApplication: { zh: '撤回报名', en: 'Withdraw', from: ['applied', 'shortlisted'], to: 'withdrawn' },
  },
)

export type ApplicantState = keyof typeof applicantLife.states
