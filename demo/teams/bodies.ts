// The demo's ten partner bodies and the twelve people they have seconded to the subdistrict.
import { landline, mobile } from '../staff/person.ts'
import type { DemoBody, DemoSecondment } from './team.ts'

const street = '990101001'

export const bodies: readonly DemoBody[] = [
  {
    key: 'police',
    area: street,
    kind: 'police',
    name: { zh: '邻里派出所', en: 'Linli Police Station' },
    offers: {
      zh: '民警驻社区，防骗宣讲，夜间联合巡逻',
      en: 'Officers in communities, talks against fraud, joint night patrols',
    },
    contact: '祁振宇',
    phone: landline(301),
  },
  {
    key: 'justice',
    area: street,
    kind: 'justice',
    name: { zh: '邻里司法所', en: 'Linli Justice Office' },
    offers: { zh: '指导人民调解，司法确认帮办', en: 'Guides mediators, helps with judicial confirmation' },
    contact: '闵书雅',
    phone: landline(302),
  },
  {
    key: 'housing',
    area: street,
    kind: 'housing',
    name: { zh: '区住房保障中心', en: 'District Housing Centre' },
    offers: { zh: '房屋安全专家上门，维修资金使用辅导', en: 'Housing experts on site, advice on repair funds' },
    contact: '费承业',
    phone: landline(303),
  },
  {
    key: 'women',
    area: street,
    kind: 'mass',
    name: { zh: '区妇女联合会', en: 'District Women’s Federation' },
    offers: { zh: '家庭教育、婚姻家庭咨询', en: 'Family education, marriage and family counselling' },
    contact: '路晓玫',
    phone: landline(304),
  },
  {
    key: 'lawyers',
    area: street,
    kind: 'law_firm',
    name: { zh: '言和律师事务所', en: 'Yanhe Law Firm' },
    offers: { zh: '每周三个半天律师坐班，免费咨询', en: 'A lawyer three half-days a week, free advice' },
    contact: '裴一凡',
    phone: landline(305),
  },
  {
    key: 'school',
    area: '990101001001',
    kind: 'unit',
    name: { zh: '清荷路小学', en: 'Qinghe Road Primary School' },
    offers: { zh: '周末开放操场，四点半课堂', en: 'Playground open at weekends, after-school classes' },
    contact: '甘老师',
    phone: landline(306),
  },
  {
    key: 'hospital',
    area: street,
    kind: 'unit',
    name: { zh: '邻里街道社区卫生服务中心', en: 'Linli Community Health Centre' },
    offers: { zh: '驿站量血压、心理疏导、急救培训', en: 'Blood pressure at stations, counselling, first-aid training' },
    contact: '池医生',
    phone: landline(307),
  },
  {
    key: 'social',
    area: street,
    kind: 'social',
    name: { zh: '春禾社会工作服务中心', en: 'Chunhe Social Work Centre' },
    offers: {
      zh: '社工驻点，独居老人探访，志愿者培训',
      en: 'Social workers on site, visits to those living alone, training of volunteers',
    },
    contact: '盛夏',
    phone: landline(308),
  },
  {
    key: 'market',
    area: '990101001004',
    kind: 'business',
    name: { zh: '文庙街商户联盟', en: 'Wenmiao Street Traders' },
    offers: { zh: '二十家店可以借厕所、借雨伞、寄存东西', en: 'Twenty shops lend toilets and umbrellas and keep bags' },
    contact: '金老板',
    phone: landline(309),
  },
  {
    key: 'power',
    area: street,
    kind: 'unit',
    name: { zh: '邻里供电所', en: 'Linli Power Supply Station' },
    offers: {
      zh: '老旧线路免费检查，停电提前上门告知',
      en: 'Free checks of old wiring, notice at the door before power cuts',
    },
    contact: '齐师傅',
    phone: landline(310),
  },
]

const since = '2026-03-01'

export const secondments: readonly DemoSecondment[] = (
  [
    ['police', street, '祁振宇', 'Qi Zhenyu', '综治中心坐班', 'At the governance centre'],
    ['police', '990101001001', '车海峰', 'Che Haifeng', '清荷社区民警', 'Officer of Qinghe Community'],
    ['police', '990101001004', '雍凯', 'Yong Kai', '文庙社区民警', 'Officer of Wenmiao Community'],
    ['justice', street, '闵书雅', 'Min Shuya', '指导调解', 'Guides mediation'],
    ['justice', '990101001008', '阮明哲', 'Ruan Mingzhe', '和平里专职调解', 'Mediator at Hepingli'],
    ['housing', street, '费承业', 'Fei Chengye', '房屋安全专家', 'Expert for building safety'],
    ['housing', '990101001006', '康卫东', 'Kang Weidong', '石桥片房屋安全', 'Building safety around Shiqiao'],
    ['women', street, '路晓玫', 'Lu Xiaomei', '婚姻家庭咨询', 'Marriage and family counselling'],
    ['lawyers', street, '裴一凡', 'Pei Yifan', '法务室坐班', 'At the legal room'],
    ['hospital', '990101001001', '池映雪', 'Chi Yingxue', '驿站健康服务', 'Health service at the station'],
    ['social', '990101001001', '盛夏', 'Sheng Xia', '独居老人探访', 'Visits to those living alone'],
    ['social', '990101001007', '苗新月', 'Miao Xinyue', '望溪社工', 'Social worker at Wangxi'],
  ] as const
).map(([body, area, name, nameEn, zh, en], at) => ({
  ...{ body, area, name, nameEn, phone: mobile(5101 + at), task: { zh, en }, since },
  ...(at === 6 || at === 9 ? { forDays: 40 + at } : {}),
}))
