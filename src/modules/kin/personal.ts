// What a worker tells of his relatives and his home: for avoidance alone, to himself and the privacy officer.
import { hidden, type PersonalField, PIPL, personalField } from '#kernel/personal.ts'

const KEPT = { basis: PIPL.consent, retention: { from: 'closed', days: 30 } } as const

export const personal: readonly PersonalField[] = [
  personalField('kin.declared', ['kin.body', 'kin.phone_mac'], {
    class: 'S',
    purpose: {
      zh: '工作人员申报的亲属：只用来回避，只有本人和隐私官看得到',
      en: 'Relatives that a worker has declared, for avoidance alone; shown to him and the privacy officer',
    },
    ...KEPT,
    kept: 'sealed',
    mask: hidden,
  }),
  personalField('kin.home', ['kin.home_id'], {
    class: 'P',
    purpose: {
      zh: '自己或亲属住的房屋：这一户由别的同事走访和打开',
      en: 'The home of a worker or a relative: another visits and opens it',
    },
    ...KEPT,
    kept: 'plain',
    mask: hidden,
  }),
  personalField('kin.whose', ['kin.account_id'], {
    class: 'P',
    purpose: { zh: '谁申报的', en: 'Who declared it' },
    ...KEPT,
    kept: 'plain',
    mask: hidden,
  }),
]
