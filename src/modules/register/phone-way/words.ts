// What is said when the way by telephone does not open.
import { problems } from '#kernel/problem.ts'

/** How long a code may be used. */
export const CODE_MINUTES = 10

export const registerProblems = problems('register', {
  ownMobile: {
    kind: 'invalid',
    zh: '请填手机号码，座机收不到验证码。',
    en: 'Please give a mobile number; a landline receives no code.',
  },
  // One answer for a number that is not known, a wrong or old code, wrong last figures, and a way that is locked.
  ownWrong: {
    kind: 'missing',
    zh: '没有打开：手机号码、验证码、证件号码后六位要和登记的一样。验证码十分钟内有效，错几次就要重新要；错得太多，当天这条路会关上。登记里没有您的证件号码时，请带身份证到社区打一张查询条。',
    en: 'Not opened: mobile number, code and the last six of the ID number must be those of the entry. A code lasts ten minutes and ends after a few wrong tries; after too many this way is closed for the day. If no ID number is known of you, bring your identity card to your community and ask for a slip.',
  },
})
