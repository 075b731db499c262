// What is kept of mediators: what their roster shows, and what keeps them from mediating among their own neighbours.
import { hidden, open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'

const COMPLAINED = {
  basis: `${PIPL.duty}；人民调解法 第十五条`,
  retention: { from: 'closed', days: YEAR },
} as const

export const personal: readonly PersonalField[] = [
  personalField('committee.seat', ['mediator.account_id'], {
    class: 'P',
    purpose: {
      zh: '哪个调委会有谁：当事人可以选调解员，名册报基层法院（人民调解法第十条、第十九条）',
      en: 'Who sits where: parties choose their mediator, the roster goes to the basic court',
    },
    basis: `${PIPL.duty}；人民调解法 第十条、第十三条`,
    retention: { from: 'post ended', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('committee.certificate', ['mediator.certificate'], {
    class: 'P',
    purpose: { zh: '当事人可以核对调解员证', en: 'Parties can check a mediator’s certificate' },
    basis: `${PIPL.duty}；人民调解法 第十四条`,
    retention: { from: 'post ended', days: YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('committee.training', ['mediator_training.mediator_id', 'mediator_training.certificate'], {
    class: 'P',
    purpose: {
      zh: '调解员参加过什么培训，该不该再培训（人民调解法第十四条）',
      en: 'What a mediator has learned, and whether more is due',
    },
    basis: `${PIPL.staff}；人民调解法 第十四条`,
    retention: { from: 'post ended', days: YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('committee.home', ['mediator.home_id'], {
    class: 'P',
    purpose: {
      zh: '本人说的居住楼栋，只用来回避同楼邻居的纠纷；谁也看不到，只给出要回避',
      en: 'The building a mediator says he lives in, for avoidance alone; shown to nobody',
    },
    basis: PIPL.consent,
    retention: { from: 'post ended', days: 0 },
    kept: 'plain',
    mask: hidden,
  }),
  personalField('committee.applicant', ['mediator_applicant.body', 'mediator_applicant.answer'], {
    class: 'P',
    purpose: {
      zh: '报名当调解员的人是谁、怎么联系、说了什么、怎么答复；只用于这次选聘',
      en: 'Who applied to become a mediator, how to reach him, what he wrote and was told; for this call alone',
    },
    basis: PIPL.consent,
    retention: { from: 'closed', days: 180 },
    kept: 'sealed',
    mask: hidden,
  }),
  personalField('committee.appointed', ['mediator_applicant.mediator_id'], {
    class: 'P',
    purpose: { zh: '报名的人被聘任为哪个席位', en: 'To which seat an application led' },
    basis: PIPL.duty,
    retention: { from: 'closed', days: 180 },
    kept: 'plain',
    mask: hidden,
  }),
  personalField('committee.complaint', ['mediator_complaint.body', 'mediator_complaint.answer'], {
    class: 'S',
    purpose: {
      zh: '投诉调解员的人说了什么、怎么答复；不计次数，不排名',
      en: 'What was complained of a mediator and what was answered; nothing is counted or ranked',
    },
    ...COMPLAINED,
    kept: 'sealed',
    mask: hidden,
  }),
  personalField(
    'committee.complained',
    [
      'mediator_complaint.mediator_id',
      'mediator_complaint.party_id',
      'mediator_complaint.made_by',
      'mediator_complaint.answered_by',
    ],
    {
      class: 'P',
      purpose: {
        zh: '投诉的是谁，哪一方当事人投诉，谁登记、谁答复',
        en: 'Of whom it was complained, by which party, who recorded and who answered it',
      },
      ...COMPLAINED,
      kept: 'plain',
      mask: hidden,
    },
  ),
]
