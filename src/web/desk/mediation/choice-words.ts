// Words of what is chosen in the forms of a mediation file.

export const modeWords = {
  site: { zh: '现场', en: 'On site' },
  room: { zh: '调解室', en: 'In the room' },
  video: { zh: '视频', en: 'By video' },
  phone: { zh: '电话', en: 'By telephone' },
} as const

export const bodyWords = {
  court: { zh: '人民法院', en: 'Court' },
  police: { zh: '公安机关', en: 'Police' },
  procuratorate: { zh: '检察院', en: 'Procuratorate' },
  petition: { zh: '信访部门', en: 'Petition office' },
  labour: { zh: '劳动仲裁', en: 'Labour arbitration' },
  administrative: { zh: '行政机关', en: 'Administrative body' },
  discipline: { zh: '纪检监察', en: 'Discipline inspection' },
  other: { zh: '其他', en: 'Other' },
} as const

/** Which of the three leads. */
export const procedureWords = {
  people: { zh: '人民调解', en: 'People’s mediation' },
  administrative: { zh: '行政调解', en: 'Administrative mediation' },
  judicial: { zh: '司法调解', en: 'Judicial mediation' },
} as const

export const joiningWords = {
  justice: { zh: '司法所', en: 'Justice office' },
  lawyers: { zh: '律师', en: 'Lawyers' },
  police: { zh: '公安机关', en: 'Police' },
  court: { zh: '人民法院', en: 'Court' },
  procuratorate: { zh: '检察院', en: 'Procuratorate' },
  labour: { zh: '人社部门', en: 'Labour office' },
  administrative: { zh: '行业主管部门', en: 'Department in charge' },
  other: { zh: '其他单位', en: 'Another body' },
} as const

export const reasonWords = {
  otherBody: { zh: '法律规定由别的机关处理', en: 'The law gives it to another body' },
  decided: { zh: '已经裁判、仲裁或行政处理', en: 'Decided already' },
  violence: { zh: '家庭暴力，走告诫、保护令', en: 'Domestic violence: warning, protection order' },
  crime: { zh: '涉嫌犯罪', en: 'A crime is suspected' },
  refused: { zh: '一方明确拒绝', en: 'One side refuses' },
  notHere: { zh: '不在本辖区', en: 'Not in this area' },
  noDispute: { zh: '没有民间纠纷', en: 'There is no dispute' },
} as const

export const wayWords = {
  paper: { zh: '纸上签名', en: 'On paper' },
  drawn: { zh: '电子签名', en: 'Signed electronically' },
  stamp: { zh: '盖章', en: 'Stamp' },
} as const

/** As what somebody joins a file. */
export const partWords = {
  party: { zh: '当事人', en: 'A party' },
  representative: { zh: '推选的代表人（最多五名）', en: 'A representative of a group (five at most)' },
  special: { zh: '代理人，特别授权', en: 'An agent with special powers' },
  general: { zh: '代理人，一般授权', en: 'An agent with general powers' },
} as const

export const partyKindWords = {
  person: { zh: '个人', en: 'A person' },
  group: { zh: '一群人', en: 'A group' },
  organisation: { zh: '单位', en: 'An organisation' },
} as const

export const paperWords = {
  evidence: { zh: '证据', en: 'Evidence' },
  title: { zh: '产权证明', en: 'Proof of property' },
  identity: { zh: '身份证明', en: 'Proof of identity' },
  proxy: { zh: '授权委托书', en: 'Power of attorney' },
  receipt: { zh: '收据、凭证', en: 'Receipt' },
  signed: { zh: '签字页扫描', en: 'Scan of a signed page' },
  letter: { zh: '移送函、委托函', en: 'Letter of referral' },
  ruling: { zh: '裁定、文书', en: 'Ruling' },
  other: { zh: '其他', en: 'Other' },
} as const

export const whyWords = {
  chosen: { zh: '当事人另选', en: 'The parties chose another' },
  avoidance: { zh: '回避', en: 'Avoidance' },
  away: { zh: '原调解员不在', en: 'The mediator is away' },
} as const

export const visitWayWords = {
  visit: { zh: '上门', en: 'At the door' },
  phone: { zh: '电话', en: 'By telephone' },
  message: { zh: '短信、微信', en: 'By message' },
} as const

export const contentWords = {
  both: { zh: '双方都满意', en: 'Both are' },
  one: { zh: '一方满意', en: 'One side is' },
  neither: { zh: '双方都不满意', en: 'Neither is' },
} as const

export const consentWords = {
  agreed: { zh: '同意调解', en: 'Agrees' },
  refused: { zh: '不同意调解', en: 'Does not agree' },
} as const
