// What is kept of those who sign in. Their names are public inside the system: whoever handles a matter answers with his name.
import { hidden, open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'

export const personal: readonly PersonalField[] = [
  personalField('account.name', ['account.name', 'account.name_en'], {
    class: 'P',
    purpose: {
      zh: '谁在办、谁负责，同事和报告人看得到',
      en: 'Colleagues and reporters see who handles and who answers',
    },
    basis: PIPL.staff,
    retention: { from: 'account ended', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('account.workPhone', ['account.work_phone'], {
    class: 'P',
    purpose: {
      zh: '居民和同事找得到值班的人；只登记工作电话',
      en: 'Residents and colleagues reach who is on duty; work numbers only',
    },
    basis: PIPL.staff,
    retention: { from: 'account ended', days: 0 },
    kept: 'plain',
    mask: open,
  }),
  personalField('account.login', ['account.login'], {
    class: 'P',
    purpose: { zh: '登录时说明是谁', en: 'To say who signs in' },
    basis: PIPL.staff,
    retention: { from: 'account ended', days: 3 * YEAR },
    kept: 'plain',
    mask: hidden,
  }),
  personalField('account.password', ['account.password'], {
    class: 'P',
    purpose: { zh: '证明登录的是本人', en: 'To prove who signs in' },
    basis: PIPL.staff,
    retention: { from: 'account ended', days: 0 },
    kept: 'hash',
    mask: hidden,
  }),
  personalField('account.authenticator', ['account.totp_secret'], {
    class: 'P',
    purpose: { zh: '第二重证明', en: 'The second proof' },
    basis: PIPL.staff,
    retention: { from: 'account ended', days: 0 },
    kept: 'sealed',
    mask: hidden,
  }),
  personalField(
    'account.use',
    [
      'session.account_id',
      'session.seen_at',
      'session.used_on',
      'session.used_from',
      'account.failures',
      'account.locked_until',
    ],
    {
      class: 'P',
      purpose: {
        zh: '登录何时失效，猜密码能被挡住；不用来考勤',
        en: 'When a sign-in ends, and to stop guessing; never for attendance',
      },
      basis: PIPL.account,
      retention: { from: 'used', days: YEAR },
      kept: 'plain',
      mask: hidden,
    },
  ),
  personalField('account.post', ['post.account_id', 'post.role', 'post.stands_in_for'], {
    class: 'P',
    purpose: {
      zh: '谁在哪里担任什么，决定能看什么、能做什么',
      en: 'Who holds which post where decides what he sees and does',
    },
    basis: PIPL.staff,
    retention: { from: 'post ended', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
]
