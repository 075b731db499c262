// What grids do about disputes, help for people and questions.
import { SINCE } from '../since.ts'
import type { AccessItem } from './item.ts'

const validFrom = SINCE
const document = '邻政法〔2024〕3号'

export const peopleItems: AccessItem[] = [
  {
    kind: '0201',
    name: { zh: '邻里纠纷先期调解', en: 'First mediation between neighbours' },
    department: { zh: '司法所', en: 'Justice office' },
    basis: {
      zh: '《人民调解法》第十七条、《城市居民委员会组织法》第十条',
      en: "People's Mediation Law, art. 17; Organic Law of Residents' Committees, art. 10",
    },
    duties: ['find', 'report', 'assist'],
    frequency: { zh: '接到反映时', en: 'When reported' },
    standard: { zh: '听双方说，愿意的转调解员', en: 'Hears both sides; with their consent a mediator takes over' },
    limitText: { zh: '7 个工作日内有结果或转调解', en: 'A result or a mediator within 7 working days' },
    feedback: { zh: '双方都告知', en: 'Both sides are told' },
    validFrom,
    document,
  },
  {
    kind: '0601',
    name: { zh: '独居老人探访', en: 'Visits to older people alone' },
    department: { zh: '区民政局', en: 'Civil affairs bureau' },
    basis: { zh: '《老年人权益保障法》', en: 'Law on the Rights of the Elderly' },
    duties: ['find', 'assist', 'publicise'],
    frequency: { zh: '按约定，每周至少一次', en: 'As agreed, at least weekly' },
    standard: { zh: '问好、看冷暖、记需要，不问收入', en: 'Greets, sees to warmth, notes needs; asks no income' },
    limitText: { zh: '4 小时内上门', en: 'A visit within 4 hours' },
    feedback: { zh: '告知委托人', en: 'Whoever asked is told' },
    validFrom,
    document,
  },
  {
    kind: '0604',
    name: { zh: '困境儿童关爱', en: 'Children who need looking after' },
    department: { zh: '区民政局', en: 'Civil affairs bureau' },
    basis: { zh: '《未成年人保护法》第四十三条', en: 'Law on the Protection of Minors, art. 43' },
    duties: ['find', 'report', 'assist'],
    frequency: { zh: '接到反映时', en: 'When reported' },
    standard: { zh: '先保证有人照看，再报儿童主任', en: "A grown-up stays first, then the children's officer is told" },
    limitText: { zh: '4 小时', en: '4 hours' },
    feedback: { zh: '告知监护人', en: 'The guardian is told' },
    validFrom,
    document,
  },
  {
    kind: '0801',
    name: { zh: '政策咨询和代办', en: 'Questions and errands' },
    department: { zh: '便民服务中心', en: 'Service centre' },
    basis: { zh: '《城市居民委员会组织法》', en: "Organic Law of Residents' Committees" },
    duties: ['assist', 'publicise'],
    frequency: { zh: '随时', en: 'Any time' },
    standard: { zh: '说清要带什么、去哪里、找谁', en: 'Says what to bring, where to go, whom to ask' },
    limitText: { zh: '3 个工作日', en: '3 working days' },
    feedback: { zh: '电话或当面答复', en: 'By phone or in person' },
    validFrom,
    document,
  },
]
