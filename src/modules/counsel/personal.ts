// What is kept of those who sit, those who book and those who write answers.
import { hidden, open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'
import { maskPhone } from '#modules/register/index.ts'

export const personal: readonly PersonalField[] = [
  personalField(
    'counsel.sitter',
    [
      ...(['sitter.name', 'sitter.name_en', 'sitter.firm', 'sitter.licence_no', 'sitter.account_id'] as const),
      'clinic_seat.sitter_id',
      'law_post.sitter_id',
      'rotation.turns',
    ],
    {
      class: 'P',
      purpose: {
        zh: '居民看得到哪天谁坐诊、是哪家律所的律师；坐诊的人登录后看得到自己的场次',
        en: 'Residents see who sits when and of which firm a lawyer is; whoever sits sees his sessions when signed in',
      },
      basis: `${PIPL.duty}；志愿者、律师：${PIPL.consent}`,
      retention: { from: 'post ended', days: YEAR },
      kept: 'plain',
      mask: open,
    },
  ),
  personalField('counsel.phone', ['clinic_booking.phone'], {
    class: 'P',
    purpose: {
      zh: '坐诊改期或取消时告诉预约的人；当天找人；不作他用',
      en: 'To tell whoever booked of a change, and to call on the day; for nothing else',
    },
    basis: PIPL.consent,
    retention: { from: 'made', days: 90 },
    kept: 'sealed',
    mask: maskPhone,
  }),
  personalField('counsel.advised', ['law_advice.person'], {
    class: 'P',
    purpose: {
      zh: '要回电话、要转介法律援助的人，才留姓名和电话',
      en: 'Name and phone of whoever wants to be called back or is referred to legal aid, and of nobody else',
    },
    basis: PIPL.consent,
    retention: { from: 'closed', days: 180 },
    kept: 'sealed',
    mask: hidden,
  }),
  personalField('counsel.aid', ['law_advice.aid'], {
    class: 'S',
    purpose: {
      zh: '申请法律援助的事由和中心的答复，办转介用',
      en: 'On what ground legal aid is asked for and what the centre said: for the referral',
    },
    basis: `${PIPL.consent}；法律援助法 第三十一条、第三十二条`,
    retention: { from: 'closed', days: 180 },
    kept: 'sealed',
    mask: hidden,
  }),
  personalField('counsel.advisedBy', ['law_advice.by_id'], {
    class: 'P',
    purpose: { zh: '谁登记的咨询', en: 'Who noted the advice' },
    basis: PIPL.staff,
    retention: { from: 'closed', days: 180 },
    kept: 'plain',
    mask: hidden,
  }),
  personalField('counsel.wrote', ['law_answer.proposed_by', 'law_answer.reviewed_by'], {
    class: 'P',
    purpose: { zh: '写和复核不是同一个人', en: 'Whoever reviews is not whoever wrote' },
    basis: PIPL.staff,
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'plain',
    mask: hidden,
  }),
  personalField('counsel.answer', ['law_answer.question', 'law_answer.answer'], {
    class: 'P',
    purpose: {
      zh: '公开的解答，经第二人复核，不写任何人；在未复核前可能误写',
      en: 'Public answers, read by a second person, about nobody; before that, something may stand in them by mistake',
    },
    basis: PIPL.duty,
    retention: { from: 'closed', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('counsel.panelWords', ['panel.put', 'panel.plan', 'panel_member.opinion', 'panel_measure.body'], {
    class: 'S',
    purpose: {
      zh: '专家会诊：不写姓名的案情、各人的意见、一案一策和措施',
      en: 'A panel of experts: the dispute without names, an opinion of each, one plan and its measures',
    },
    basis: `${PIPL.duty}；档案法 第十条`,
    retention: { from: 'closed', days: 10 * YEAR },
    kept: 'sealed',
    mask: hidden,
  }),
  personalField('counsel.panelHand', ['panel.convened_by', 'panel.member_ids', 'panel_member.account_id'], {
    class: 'P',
    purpose: { zh: '谁召集、谁出的意见', en: 'Who convened a panel and who gave an opinion' },
    basis: `${PIPL.staff}；档案法 第十条`,
    retention: { from: 'closed', days: 10 * YEAR },
    kept: 'plain',
    mask: open,
  }),
]
