// What is kept of those who hold keys: whose system it is and whom to ask about it.
import { open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'

export const personal: readonly PersonalField[] = [
  personalField('open311.owner', ['open311_key.owner', 'open311_key.contact'], {
    class: 'P',
    purpose: {
      zh: '密钥是哪个单位的、出了问题找谁；留单位的电话或邮箱',
      en: 'Whose system sends, and whom to ask about it: an office phone or mailbox',
    },
    basis: PIPL.duty,
    retention: { from: 'used', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('open311.madeBy', ['open311_key.made_by'], {
    class: 'P',
    purpose: { zh: '哪位管理员发的密钥', en: 'Which administrator gave the key' },
    basis: PIPL.staff,
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
]
