// What is kept to reach people: addresses and messages are sealed and go soon; what somebody was told is his own.
import { hidden, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'

/** After so many days an address and its message are taken out of the outbox; that it was sent stays. */
export const ADDRESS_DAYS = 30

/** 138****1234, z***@example.org. */
export const maskAddress = (address: string): string => {
  const host = address.lastIndexOf('@')
  if (host > 0) return `${address.slice(0, 1)}***${address.slice(host)}`
  return /^1\d{10}$/.test(address) ? `${address.slice(0, 3)}****${address.slice(7)}` : `****${address.slice(-3)}`
}

export const personal: readonly PersonalField[] = [
  personalField('notice.address', ['outbox.address'], {
    class: 'P',
    purpose: {
      zh: '把这一条短信或邮件发给本人；报告人的号码是他自己留的',
      en: 'To send this SMS or e-mail; a reporter left his number himself',
    },
    basis: PIPL.consent,
    retention: { from: 'used', days: ADDRESS_DAYS },
    kept: 'sealed',
    mask: maskAddress,
  }),
  personalField('notice.message', ['outbox.message'], {
    class: 'S',
    purpose: {
      zh: '要发的话；里面的链接通到报告人自己的页面',
      en: 'What is sent; its link leads to the page of whoever reported',
    },
    basis: PIPL.consent,
    retention: { from: 'used', days: ADDRESS_DAYS },
    kept: 'sealed',
    mask: hidden,
  }),
  personalField('notice.email', ['notice_wish.email'], {
    class: 'P',
    purpose: { zh: '本人要收每日汇总的邮箱', en: 'Where a person wishes his daily digest' },
    basis: PIPL.consent,
    retention: { from: 'account ended', days: 0 },
    kept: 'sealed',
    mask: maskAddress,
  }),
  personalField(
    'notice.told',
    [
      'notice_move.by_id',
      'notice.account_id',
      'notice.read_at',
      'notice_wish.account_id',
      'outbox.to_id',
      'outbox.provider_id',
    ],
    {
      class: 'P',
      purpose: {
        zh: '谁该知道什么、看过没有，只给本人看；不用来考勤',
        en: 'Who should know what and has read it, for himself alone; never for attendance',
      },
      basis: PIPL.staff,
      retention: { from: 'made', days: YEAR },
      kept: 'plain',
      mask: hidden,
    },
  ),
]
