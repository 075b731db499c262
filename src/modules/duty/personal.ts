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
  personalField('duty.member', ['team_member.name', 'team_member.name_en', 'team_member.account_id'], {
    class: 'P',
    purpose: {
      zh: '队伍里有谁、做什么；居民只看得到同意公开的名字',
      en: 'Who is in a team and does what; residents see only names agreed to be shown',
    },
    basis: `${PIPL.duty}；志愿者：${PIPL.consent}`,
    retention: { from: 'post ended', days: YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('duty.roster', ['team_shift.member_id', 'team_swap.member_id'], {
    class: 'P',
    purpose: {
      zh: '哪天谁值班，缺口看得到；不记请假原因，不用来考勤',
      en: 'Who is on duty when, and gaps; no reasons for absence, never for attendance',
    },
    basis: PIPL.staff,
    retention: { from: 'post ended', days: 0 },
    kept: 'plain',
    mask: open,
  }),
  personalField('duty.seconded', ['secondment.name', 'secondment.name_en', 'secondment.account_id'], {
    class: 'P',
    purpose: {
      zh: '哪个单位派了谁来、来做什么、到哪天',
      en: 'Which body has sent whom, for what and until when',
    },
    basis: PIPL.duty,
    retention: { from: 'post ended', days: YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('duty.contact', ['body.contact'], {
    class: 'P',
    purpose: { zh: '共建单位由谁联系', en: 'Whom to speak to at a partner body' },
    basis: PIPL.consent,
    retention: { from: 'post ended', days: 0 },
    kept: 'plain',
    mask: open,
  }),
  personalField('duty.workPhone', ['secondment.work_phone', 'body.work_phone'], {
    class: 'P',
    purpose: {
      zh: '同事找得到派驻的人和共建单位；只登记工作电话',
      en: 'Colleagues reach seconded people and partner bodies; work numbers only',
    },
    basis: PIPL.consent,
    retention: { from: 'post ended', days: 0 },
    kept: 'plain',
    mask: open,
  }),
]
