// What is kept of those who keep the means ledger. Who borrows a tool is not kept at all.
import { open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'

export const personal: readonly PersonalField[] = [
  personalField('room.notedBy', ['means.noted_by'], {
    class: 'P',
    purpose: { zh: '台账上的数是谁登记的，可以问', en: 'Who noted an amount can be asked about it' },
    basis: PIPL.staff,
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
]
