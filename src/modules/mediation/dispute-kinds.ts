// 纠纷类型: the kinds of the national statistics (RM) with the newer national two-level list beside them, and how long each may take.
// Sources: 司法部人民调解统计报表 heads; domain.md 2.4 and 2.6. A district may say otherwise by a row of its own.

export type DisputeKind = {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** The newer national list, two levels; empty where several fit. */
  readonly national: string
  /** Marriage, adoption, inheritance: signed by hand alone (电子签名法 art. 3), never confirmed by a court as such. */
  readonly identity: boolean
  readonly days: number
  readonly basis: string
}

const USUAL_DAYS = 30
const USUAL_BASIS = '人民调解法未定期限；参照深圳经济特区矛盾纠纷多元化解条例：三十日，当事人同意可延长'
const LABOUR_DAYS = 15
const LABOUR_BASIS = '劳动争议调解仲裁法 第十四条：自收到调解申请之日起十五日'

type Row = readonly [code: string, zh: string, en: string, national: string]

const ROWS: readonly Row[] = [
  ['RM01', '婚姻家庭纠纷', 'Marriage and family', '01'],
  ['RM01-01', '继承、分家析产', 'Inheritance and division of a household', '0103'],
  ['RM02', '邻里纠纷', 'Between neighbours', '02'],
  ['RM02-01', '漏水、渗水', 'Leaks and seepage', '0201'],
  ['RM02-02', '噪声', 'Noise', '0203'],
  ['RM02-03', '高空抛物', 'Things thrown from a building', '0203'],
  ['RM02-04', '通风、采光', 'Air and light', '0201'],
  ['RM02-05', '楼道堆物', 'Things left in a corridor', '0203'],
  ['RM02-06', '饲养动物', 'Animals', '0203'],
  ['RM02-07', '停车占道', 'Parking', '0299'],
  ['RM03', '房屋宅基地纠纷', 'Houses and homesteads', '0902'],
  ['RM04', '合同纠纷', 'Contracts', '06'],
  ['RM05', '生产经营纠纷', 'Production and business', '0603'],
  ['RM06', '损害赔偿纠纷', 'Damages', '0303'],
  ['RM07', '山林土地纠纷', 'Woods and land', '0901'],
  ['RM08', '征地拆迁纠纷', 'Land taking and demolition', '1101'],
  ['RM09', '环境污染纠纷', 'Pollution', '0504'],
  ['RM10', '拖欠农民工工资纠纷', 'Unpaid wages of migrant workers', '0799'],
  ['RM11', '其他劳动争议纠纷', 'Other labour disputes', '0701'],
  ['RM12', '旅游纠纷', 'Travel', '0601'],
  ['RM13', '电子商务纠纷', 'Online trade', '0601'],
  ['RM14', '其他消费纠纷', 'Other consumer disputes', '0601'],
  ['RM15', '医疗纠纷', 'Medical', '0502'],
  ['RM16', '道路交通事故纠纷', 'Road accidents', '0503'],
  ['RM17', '物业纠纷', 'Property management', '0402'],
  ['RM17-01', '老旧小区改造', 'Renovation of old compounds', '0402'],
  ['RM17-02', '供暖、水压', 'Heating and water pressure', '0402'],
  ['RM17-03', '物业费', 'Management fees', '0402'],
  ['RM17-04', '维修资金', 'Repair fund', '0402'],
  ['RM18', '民间借贷纠纷', 'Private lending', '0804'],
  ['RM99', '其他纠纷', 'Other', '99'],
]

export const usualKinds: ReadonlyMap<string, DisputeKind> = new Map(
  ROWS.map(([code, zh, en, national]) => {
    const labour = code === 'RM10' || code === 'RM11'
    const [days, basis] = labour ? [LABOUR_DAYS, LABOUR_BASIS] : [USUAL_DAYS, USUAL_BASIS]
    return [code, { code, zh, en, national, identity: code.startsWith('RM01'), days, basis }]
  }),
)
