// What is kept of those who answer for an area: what a notice board would show, as long as their term lasts.
import { open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'

export const personal: readonly PersonalField[] = [
  personalField('duty.name', ['duty.name', 'duty.name_en', 'group_member.name'], {
    class: 'P',
    purpose: { zh: '居民看得到谁负责这里', en: 'Residents see who answers here' },
    basis: `${PIPL.duty}；楼栋长、志愿者：${PIPL.consent}`,
    retention: { from: 'post ended', days: YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('duty.phone', ['duty.phone'], {
    class: 'P',
    purpose: {
      zh: '居民能打给负责的人；本人同意公开的号码',
      en: 'Residents can call who answers; a number its owner agreed to show',
    },
    basis: PIPL.consent,
    retention: { from: 'post ended', days: 0 },
    kept: 'plain',
    mask: open,
  }),
  personalField('duty.account', ['duty.account_id', 'duty.post_id', 'group_member.account_id'], {
    class: 'P',
    purpose: { zh: '负责的人登录后看得到他的地方', en: 'Who answers for a place sees it when signed in' },
    basis: PIPL.staff,
    retention: { from: 'post ended', days: YEAR },
    kept: 'plain',
    mask: open,
  }),
]
