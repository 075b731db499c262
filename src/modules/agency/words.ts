// Words of agencies: their kinds, and what is said when something cannot be done.
import { problems } from '#kernel/problem.ts'

export const agencyKindWords = {
  department: { zh: '部门', en: 'Department' },
  counter: { zh: '服务窗口', en: 'Service counter' },
  legal_room: { zh: '法务室', en: 'Legal room' },
  company: { zh: '物业企业', en: 'Property company' },
  utility: { zh: '水电气暖企业', en: 'Utility' },
} as const

export const agencyProblems = problems('agency', {
  nameTaken: { kind: 'conflict', zh: '已经有“{name}”了。', en: 'There is already an agency “{name}”.' },
})
