// On what legal aid is given: 法律援助法 art. 31 (whoever cannot afford it) and art. 32 (whatever he can afford).

const LAW = '法律援助法'

export const AID_GROUNDS = {
  state: { zh: '请求国家赔偿', en: 'Compensation by the state', basis: `${LAW} 第三十一条第一项` },
  security: { zh: '社会保险待遇、社会救助', en: 'Social insurance or assistance', basis: `${LAW} 第三十一条第二项` },
  pension: { zh: '发给抚恤金', en: 'A survivors’ pension', basis: `${LAW} 第三十一条第三项` },
  support: { zh: '赡养费、抚养费、扶养费', en: 'Support within the family', basis: `${LAW} 第三十一条第四项` },
  wages: { zh: '确认劳动关系、支付劳动报酬', en: 'An employment or its wages', basis: `${LAW} 第三十一条第五项` },
  capacity: { zh: '认定民事行为能力', en: 'Finding on capacity to act', basis: `${LAW} 第三十一条第六项` },
  injury: {
    ...{ zh: '工伤、交通、食品药品、医疗人身损害', en: 'Injury at work, on the road, by food, drugs or treatment' },
    basis: `${LAW} 第三十一条第七项`,
  },
  nature: { zh: '环境污染、生态破坏损害', en: 'Damage by pollution', basis: `${LAW} 第三十一条第八项` },
  heroes: { zh: '英烈近亲属维护英烈人格权益', en: 'Honour of a fallen hero', basis: `${LAW} 第三十二条第一项` },
  bravery: { zh: '见义勇为主张权益', en: 'Claims after helping bravely', basis: `${LAW} 第三十二条第二项` },
  acquitted: { zh: '再审改判无罪请求国家赔偿', en: 'Compensation after acquittal', basis: `${LAW} 第三十二条第三项` },
  harmed: {
    zh: '受虐待、遗弃、家庭暴力的人主张权益',
    en: 'Claims of somebody mistreated at home',
    basis: `${LAW} 第三十二条第四项`,
  },
  other: {
    zh: '法律、法规、规章规定的其他情形',
    en: 'Other cases the law names',
    basis: `${LAW} 第三十一条第九项、第三十二条第五项`,
  },
} as const

export type AidGround = keyof typeof AID_GROUNDS
export const AID_GROUND_CODES = Object.keys(AID_GROUNDS) as [AidGround, ...AidGround[]]

/** The centre decides within seven days of receiving the application (法律援助法 art. 43). */
export const AID_ANSWER_DAYS = 7
