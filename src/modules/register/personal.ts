// What is kept of those who live here, why and for how long, and what of it is shown in every list.
import { hidden, open, type PersonalField, PIPL, personalField, YEAR } from '#kernel/personal.ts'

/** 张**, whatever the length: neither the rest of a name nor how long it is. */
export const maskName = (name: string): string => (name ? `${[...name][0]}**` : '')

/** 138****1234; a landline keeps its area code and its last three digits. */
export const maskPhone = (phone: string): string => {
  if (phone.length < 7) return phone && '****'
  return /^1\d{10}$/.test(phone)
    ? `${phone.slice(0, 3)}****${phone.slice(7)}`
    : `${phone.slice(0, 4)}****${phone.slice(-3)}`
}

/** Only the year of a YYYY-MM-DD. */
export const maskBirth = (birth: string): string => birth.slice(0, 4)

const SERVE = {
  zh: '知道家里住着谁，上门服务和应急时找得到人',
  en: 'To know who lives in a home, for services at the door and in an emergency',
}
/** As long as he lives here; three years after he left or died. */
const WHILE_HERE = { from: 'closed', days: 3 * YEAR } as const
const people = { class: 'S', purpose: SERVE, basis: PIPL.duty, retention: WHILE_HERE, mask: hidden } as const

export const personName = personalField('register.name', ['person.name'], { ...people, kept: 'sealed', mask: maskName })
export const personPhone = personalField('register.phone', ['person.phone'], {
  ...people,
  purpose: { zh: '上门前、应急时联系本人', en: 'To reach him before a visit and in an emergency' },
  kept: 'sealed',
  mask: maskPhone,
})
export const personBirth = personalField('register.birth', ['person.birth'], {
  ...people,
  purpose: { zh: '按年龄安排体检、入学、养老服务', en: 'Check-ups, schooling and care come by age' },
  kept: 'sealed',
  mask: maskBirth,
})

export const personal: readonly PersonalField[] = [
  personName,
  personPhone,
  personBirth,
  personalField('register.homePlace', ['person.home_place'], {
    ...people,
    purpose: { zh: '户籍地在哪里，办居住证时要用', en: 'Where he is registered, asked for a residence permit' },
    kept: 'sealed',
  }),
  personalField('register.need', ['person.need'], {
    ...people,
    purpose: { zh: '本人说需要哪些帮助', en: 'Which help he has asked for himself' },
    basis: PIPL.consent,
    kept: 'sealed',
  }),
  personalField('register.number', ['person.number'], {
    ...people,
    purpose: {
      zh: '只在区里书面决定的用途里保存',
      en: 'Kept only for a purpose that the district has decided in writing',
    },
    kept: 'sealed',
  }),
  personalField('register.hash', ['person.number_mac', 'person.phone_mac', 'person.same_mac', 'household.number_mac'], {
    ...people,
    purpose: {
      zh: '认出重复登记，按整个号码查找；看不出原来的号码',
      en: 'To find repeats and whole numbers; the number cannot be read from it',
    },
    kept: 'hash',
  }),
  personalField(
    'register.plain',
    [
      ...(['person.class', 'person.home_id', 'person.household_id', 'person.relation', 'person.birth_year'] as const),
      ...['person.sex', 'person.lives_here', 'person.paper', 'person.state', 'person.state_since'],
      ...['person.merged_into', 'household.head_id', 'household.home_id'],
    ],
    { ...people, class: 'P', kept: 'plain', mask: open },
  ),
  personalField('register.past', ['person_past.entry'], {
    ...people,
    purpose: {
      zh: '查得到某一天登记的是什么，改错了能改回来',
      en: 'What an entry said on a day; a wrong change can be taken back',
    },
    kept: 'sealed',
  }),
  personalField('register.pastOf', ['person_past.person_id', 'person_past.from_day', 'person_past.to_day'], {
    ...people,
    kept: 'plain',
  }),
  personalField('register.tie', ['tie.person_id', 'tie.to_id', 'tie.from_day', 'tie.to_day'], {
    ...people,
    class: 'P',
    purpose: { zh: '谁住、谁的房、谁在这里工作、谁照看谁', en: 'Who lives, owns, works or looks after somebody where' },
    kept: 'plain',
    mask: open,
  }),
  personalField('register.contact', ['organisation.contact_name', 'organisation.contact_phone'], {
    ...people,
    class: 'P',
    purpose: { zh: '单位由谁联系', en: 'Whom to speak to at an organisation' },
    retention: { from: 'closed', days: YEAR },
    kept: 'sealed',
    mask: maskPhone,
  }),
  personalField('register.correction', ['correction.words', 'correction.answer'], {
    ...people,
    purpose: { zh: '本人说登记哪里不对，怎么答复的', en: 'What he says is wrong in his entry, and the answer' },
    basis: '个人信息保护法 第四十六条',
    kept: 'sealed',
  }),
  personalField('register.correctionOf', ['correction.person_id'], { ...people, kept: 'plain' }),
  personalField('register.relocatingOf', ['relocation.person_id'], { ...people, kept: 'plain' }),
  personalField('register.relocating', ['relocation.shown'], {
    ...people,
    purpose: {
      zh: '迁往另一个社区，对方确认以前看得出是谁（打码）；确认以后不留是谁',
      en: 'Who moves to another community, masked, until it has confirmed; afterwards it names nobody',
    },
    kept: 'sealed',
  }),
  personalField('register.visitor', ['home_visit.made_by', 'register_batch.made_by'], {
    class: 'P',
    purpose: { zh: '谁去走访的、谁导入的，可以问', en: 'Who visited or sent a file can be asked about it' },
    basis: PIPL.staff,
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField(
    'register.look',
    ['disclosure.person_id', 'disclosure.house_id', 'disclosure.fields', 'disclosure.at'],
    {
      class: 'P',
      purpose: {
        zh: '谁的信息给谁看过，本人可以来查',
        en: 'Whose data was shown, when and for what: the person can ask',
      },
      basis: '个人信息保护法 第四十四条、第五十一条',
      retention: { from: 'made', days: 3 * YEAR },
      kept: 'plain',
      mask: hidden,
    },
  ),
  personalField('register.ownCode', ['own_code.phone_mac', 'own_code.code_mac'], {
    class: 'P',
    purpose: {
      zh: '本人用手机看自己的登记；错了几次要数得清，看不出号码',
      en: 'The person sees his own entry by telephone; wrong tries are counted and the number cannot be read from it',
    },
    basis: '个人信息保护法 第四十五条、第五十一条',
    retention: { from: 'made', days: 30 },
    kept: 'hash',
    mask: hidden,
  }),
  personalField('register.exporter', ['register_export.asked_by', 'register_export.decided_by'], {
    class: 'P',
    purpose: { zh: '名单是谁导出的、谁同意的，查得清', en: 'Who exported a list and who agreed can be found out' },
    basis: PIPL.account,
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'plain',
    mask: open,
  }),
  personalField('register.looker', ['disclosure.actor_id'], {
    class: 'P',
    purpose: {
      zh: '谁看的可以查清；一天看多少有上限',
      en: 'Who looked can be found out; a day has its number',
    },
    basis: PIPL.account,
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'plain',
    mask: hidden,
  }),
  personalField('register.spent', ['register_spent.account_id'], {
    class: 'P',
    purpose: { zh: '一天看了多少、导出多少，有上限', en: 'How many a day somebody has opened or exported' },
    basis: PIPL.account,
    retention: { from: 'made', days: 180 },
    kept: 'plain',
    mask: hidden,
  }),
]
