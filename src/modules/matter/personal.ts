// What is kept of those who report and of those who handle, and how a reporter's name and number look to everybody else.
import { hidden, open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'

/** 138****1234; a landline keeps its area code and its last three digits. */
const maskPhone = (phone: string): string =>
  /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : `${phone.slice(0, 4)}****${phone.slice(-3)}`

const TITLE = /(先生|女士|老师|同学|大爷|大妈|阿姨|叔叔)$/

/** 孙女士 stays 孙女士, since nobody is known by it; of a full name the first character stays: 孙**, 孙**女士. */
function maskName(name: string): string {
  const title = TITLE.exec(name)?.[0] ?? ''
  const [first = '', ...rest] = name.slice(0, name.length - title.length)
  return rest.length === 0 && title ? name : `${first}**${title}`
}

export const reporterName = personalField('matter.reporterName', ['matter.reporter_name'], {
  class: 'P',
  purpose: { zh: '称呼报告人；可以不留', en: 'To address the reporter; may be left out' },
  basis: PIPL.consent,
  retention: { from: 'closed', days: YEAR },
  kept: 'sealed',
  mask: maskName,
})

export const reporterPhone = personalField('matter.reporterPhone', ['matter.reporter_phone'], {
  class: 'P',
  purpose: { zh: '办理的人联系报告人；可以不留', en: 'For the handler to reach the reporter; may be left out' },
  basis: PIPL.consent,
  retention: { from: 'closed', days: YEAR },
  kept: 'sealed',
  mask: maskPhone,
})

export const personal: readonly PersonalField[] = [
  reporterName,
  reporterPhone,
  personalField(
    'matter.words',
    [
      'matter.words',
      ...['matter.title', 'matter_step.text', 'matter_step.detail', 'matter.reply'],
      ...['matter_request.words', 'listening.words'],
    ],
    {
      class: 'S',
      purpose: {
        zh: '事情是什么、怎么办的；原话里可能提到人',
        en: 'What it is and how it went; the words may speak of people',
      },
      basis: PIPL.duty,
      retention: { from: 'closed', days: 3 * YEAR },
      kept: 'plain',
      mask: hidden,
    },
  ),
  personalField('matter.place', ['matter.address', 'matter.lon', 'matter.lat', 'matter.place_id'], {
    class: 'P',
    purpose: {
      zh: '事情在哪里；只记事情的位置，不记人往哪里去',
      en: 'Where the matter is: a place, never the way of a person',
    },
    basis: PIPL.duty,
    retention: { from: 'closed', days: 3 * YEAR },
    kept: 'plain',
    mask: hidden,
  }),
  personalField('matter.rating', ['matter.solved', 'matter.satisfaction', 'matter.effect_holds'], {
    class: 'P',
    purpose: {
      zh: '报告人对这件事办得如何的评价，不是对人的评分',
      en: 'How the reporter found this matter handled; no score of a person',
    },
    basis: PIPL.consent,
    retention: { from: 'closed', days: 3 * YEAR },
    kept: 'plain',
    mask: hidden,
  }),
  personalField(
    'matter.handler',
    [
      'matter.handler_id',
      ...['matter.hands', 'matter.reporter_id', 'matter_step.actor_id', 'matter_step.actor_name'],
      ...['matter.leader_id', 'matter.helpers', 'matter_request.asked_by', 'matter_request.decided_by'],
      ...['listening.heard_by', 'routing_rule.owner_id'],
    ],
    {
      class: 'P',
      purpose: {
        zh: '谁接的、谁办的、谁核查的；自己不能核查自己',
        en: 'Who took, handled and checked it; nobody checks his own work',
      },
      basis: PIPL.staff,
      retention: { from: 'closed', days: 3 * YEAR },
      kept: 'plain',
      mask: open,
    },
  ),
  personalField('matter.filter', ['saved_filter.account_id'], {
    class: 'P',
    purpose: { zh: '各人自己存的筛选只给自己看', en: 'A saved question is shown to whoever saved it' },
    basis: PIPL.staff,
    retention: { from: 'account ended', days: 0 },
    kept: 'plain',
    mask: hidden,
  }),
]
