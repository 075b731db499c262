// Words as they stand on the official documents, which are Chinese whatever language the desk is read in.
import type { BODIES, CONTENT, DECLINE_REASONS, MODES, REFERRERS, ROUTES, VISIT_WAYS } from '../lifecycle.ts'

type Said<T extends readonly string[]> = Readonly<Record<T[number], string>>

export const MODE_WORDS: Said<typeof MODES> = { site: '现场', room: '调解室', video: '视频', phone: '电话' }

export const VISIT_WORDS: Said<typeof VISIT_WAYS> = { visit: '上门', phone: '电话', message: '短信或者微信' }

export const CONTENT_WORDS: Said<typeof CONTENT> = {
  ...{ both: '双方都满意', one: '一方满意', neither: '双方都不满意' },
}

export const ROUTE_WORDS: Said<typeof ROUTES> = {
  ...{ court: '向人民法院起诉', arbitration: '申请仲裁', administrative: '请求行政机关处理', police: '向公安机关报案' },
  ...{ legal_aid: '申请法律援助', notary: '申请公证', petition: '依法向信访部门反映' },
}

export const REFERRER_WORDS: Said<typeof REFERRERS> = {
  ...{ court: '人民法院', police: '公安机关', procuratorate: '人民检察院', petition: '信访部门' },
  ...{ labour: '劳动人事争议仲裁委员会', other: '其他单位' },
}

export const BODY_WORDS: Said<typeof BODIES> = {
  ...{ court: '人民法院', police: '公安机关', procuratorate: '人民检察院', petition: '信访部门' },
  ...{ labour: '劳动人事争议仲裁委员会', administrative: '有关行政机关', discipline: '纪检监察机关' },
  other: '有关单位',
}

export const DECLINE_WORDS: Said<typeof DECLINE_REASONS> = {
  otherBody: '依照法律规定，应当由其他机关处理',
  decided: '已经由人民法院、仲裁机构或者行政机关作出处理',
  violence: '涉及家庭暴力，应当依法申请告诫书或者人身安全保护令',
  crime: '涉嫌犯罪，应当由公安机关处理',
  refused: '一方当事人明确拒绝调解',
  notHere: '不属于本辖区',
  noDispute: '不存在民间纠纷',
}

export const SPECIAL_POWERS = '代为承认、放弃、变更请求事项，进行和解，签署调解协议。'
export const GENERAL_POWERS = '代为参加调解，陈述事实和意见。'
