// What people ask the law about: a closed list of kinds of questions, none of them about what somebody is.
export const TOPICS = {
  neighbours: { zh: '邻里、相邻关系', en: 'Neighbours' },
  property: { zh: '物业、业主', en: 'Property management' },
  family: { zh: '婚姻、家庭', en: 'Marriage and family' },
  inheritance: { zh: '继承、遗嘱', en: 'Inheritance and wills' },
  labour: { zh: '劳动、工资', en: 'Work and wages' },
  lending: { zh: '借款、担保', en: 'Loans and guarantees' },
  housing: { zh: '租房、买房', en: 'Renting and buying a home' },
  consumer: { zh: '消费、预付卡', en: 'Consumers and prepaid cards' },
  traffic: { zh: '交通事故', en: 'Road accidents' },
  injury: { zh: '人身、财产损害', en: 'Injury and damage' },
  other: { zh: '其他', en: 'Other' },
} as const

export type Topic = keyof typeof TOPICS
export const TOPIC_CODES = Object.keys(TOPICS) as [Topic, ...Topic[]]
