// What is kept of those who are called: whose system it is, whom to ask about it, and what it answered.
import { open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'

/** Calls, tries and answers are kept for so many days. */
export const KEPT_DAYS = 30

export const personal: readonly PersonalField[] = [
  personalField('callback.owner', ['callback_receiver.owner', 'callback_receiver.contact'], {
    class: 'P',
    purpose: {
      zh: '回调是哪个单位的、出了问题找谁；留单位的电话或邮箱',
      en: 'Whose system is called, and whom to ask about it: an office phone or mailbox',
    },
    basis: PIPL.duty,
    retention: { from: 'used', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('callback.madeBy', ['callback_receiver.made_by', 'callback_host.made_by'], {
    class: 'P',
    purpose: {
      zh: '哪位管理员加的地址、准许的主机',
      en: 'Which administrator added the address or allowed the host',
    },
    basis: PIPL.staff,
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('callback.answer', ['callback_try.answer'], {
    class: 'P',
    purpose: {
      zh: '对方回答的开头，用来查为什么没送到；对方可能写上人名',
      en: 'The beginning of what was answered, to find out why a call failed; it may name somebody',
    },
    basis: PIPL.duty,
    retention: { from: 'made', days: KEPT_DAYS },
    kept: 'plain',
    mask: open,
  }),
]
