// What is kept of people while files are sent in: what was offered for merging, rows to correct, who sent what.
import { hidden, open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'
import { maskName, maskPhone } from '../personal.ts'

/** Until somebody settles it, or its batch is undone. */
const offered = {
  class: 'S',
  purpose: {
    zh: '同一个人的两份登记，并排看过再合并',
    en: 'Two entries of one person are merged after a look at both',
  },
  basis: PIPL.duty,
  retention: { from: 'made', days: YEAR },
  mask: hidden,
} as const

const said = {
  ...offered,
  purpose: {
    zh: '同一行再送一次时认得出来，不重复登记',
    en: 'The same row sent again is known and not entered twice',
  },
  retention: { from: 'closed', days: 3 * YEAR },
  kept: 'hash',
} as const

/** Of people at work. */
const staff = {
  class: 'P',
  basis: PIPL.staff,
  retention: { from: 'made', days: 3 * YEAR },
  kept: 'plain',
  mask: open,
} as const

export const personal: readonly PersonalField[] = [
  personalField('register.offerName', ['import_offer.name'], { ...offered, kept: 'sealed', mask: maskName }),
  personalField('register.offerPhone', ['import_offer.phone'], { ...offered, kept: 'sealed', mask: maskPhone }),
  personalField(
    'register.offer',
    ['import_offer.birth', 'import_offer.home_place', 'import_offer.need', 'import_offer.number'],
    { ...offered, kept: 'sealed' },
  ),
  personalField(
    'register.offerHash',
    ['import_offer.number_mac', 'import_offer.phone_mac', 'import_offer.same_mac', 'import_offer.said_mac'],
    { ...offered, kept: 'hash' },
  ),
  personalField(
    'register.offerPlain',
    [
      ...([
        'import_offer.person_id',
        'import_offer.class',
        'import_offer.home_id',
        'import_offer.household_id',
      ] as const),
      ...['import_offer.relation', 'import_offer.birth_year', 'import_offer.sex', 'import_offer.lives_here'],
      'import_offer.paper',
    ],
    { ...offered, class: 'P', kept: 'plain', mask: open },
  ),
  personalField('register.said', ['person.said_mac'], said),
  personalField('register.saidOf', ['organisation.said_mac'], said),
  personalField('register.special', ['import_special.same_mac'], {
    ...offered,
    purpose: {
      zh: '特殊人群只计数：同一行不重复计；除此以外什么都不留',
      en: 'Special groups are counted alone: a row is not counted twice, and nothing else of it is kept',
    },
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'hash',
  }),
  personalField('register.brokenRow', ['import_fault.cells'], {
    ...offered,
    purpose: { zh: '把有问题的行还给送的人更正', en: 'Broken rows go back to their sender to be corrected' },
    retention: { from: 'made', days: 30 },
    kept: 'sealed',
  }),
  personalField('register.brokenCell', ['import_fault.faults'], {
    ...offered,
    class: 'P',
    purpose: { zh: '哪一行哪一格不对，打过码', en: 'Which cell of which row was wrong, masked' },
    kept: 'plain',
  }),
  personalField('register.fileName', ['import_file.name', 'import_file.content_mac'], {
    ...offered,
    class: 'P',
    purpose: { zh: '认得出是哪个文件', en: 'To know which file it was' },
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('register.sender', ['import_offer.settled_by'], {
    ...staff,
    purpose: { zh: '谁合并的，可以问', en: 'Who merged it can be asked about it' },
  }),
  personalField('register.mapping', ['import_mapping.account_id'], {
    ...staff,
    purpose: { zh: '谁送的文件哪一列是什么，下次不用再选', en: 'Which column is what in a sender’s files' },
  }),
]
