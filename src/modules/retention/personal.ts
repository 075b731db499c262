// What is kept of those who set terms, hold, sign and witness, and why they did.
import { hidden, open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'

export const personal: readonly PersonalField[] = [
  personalField(
    'retention.signer',
    [
      'retention_rule.changed_by',
      ...['legal_hold.made_by', 'legal_hold.lift_by', 'legal_hold.lifted_by'],
      ...['destruction.signed_by', 'destruction.witnessed_by'],
    ],
    {
      class: 'P',
      purpose: { zh: '期限、保全、销毁是谁定的、谁签的', en: 'Who set a term or a hold, and who signed for an ending' },
      basis: PIPL.account,
      retention: { from: 'made', days: 3 * YEAR },
      kept: 'plain',
      mask: open,
    },
  ),
  personalField('retention.words', ['legal_hold.why', 'legal_hold.lift_why', 'destruction.kept_why'], {
    class: 'S',
    purpose: { zh: '为什么保全、为什么不销毁', en: 'Why something is held or kept' },
    basis: PIPL.account,
    retention: { from: 'used', days: 3 * YEAR },
    kept: 'plain',
    mask: hidden,
  }),
]
