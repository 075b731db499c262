// What neighbours of the demo street fall out about, each as it is usually told and settled.
import type { Told } from './dispute.ts'

const days = (words: string, afterDays: number, fen?: number) => ({ words, afterDays, ...(fen ? { fen } : {}) })

export const plain: readonly Told[] = [
  {
    ...{ kind: 'RM02-01', about: '楼上漏水', facts: '卫生间顶板滴水，吊顶发黑，楼上说自家没有漏。' },
    requests: '查清漏点，修好防水，赔吊顶。',
    terms: [days('楼上请人做闭水试验并修好防水', 12), days('赔偿楼下吊顶 1,200 元', 16, 120_000)],
  },
  {
    ...{ kind: 'RM02-02', about: '夜里噪声', facts: '夜里十一点后还有脚步和拖凳子的声音，敲门沟通吵了起来。' },
    requests: '晚十点后安静，桌椅加脚垫。',
    terms: [days('晚十点至早七点不拖动家具', 0), days('桌椅腿全部加软垫', 5)],
  },
  {
    ...{ kind: 'RM02-05', about: '楼道堆物', facts: '三楼平台堆了纸箱和旧柜子，轮椅过不去。' },
    requests: '清走杂物。',
    terms: [days('三日内清走，不再堆放', 3)],
  },
  {
    ...{ kind: 'RM02-06', about: '养狗扰民', facts: '早上六点狗叫，电梯里不牵绳，老人被吓着过。' },
    requests: '牵绳、清便、早晚不让叫。',
    terms: [days('出门牵绳、带拾便袋', 0), days('请训犬师傅，早八点前不放阳台', 10)],
  },
  {
    ...{ kind: 'RM02-07', about: '车位被占', facts: '固定车位常被外单元的车占用，打电话不挪车。' },
    requests: '不再占用，留联系电话。',
    terms: [days('不再占用，车窗留电话', 0)],
  },
  {
    ...{ kind: 'RM02-04', about: '雨棚挡光', facts: '楼下新搭雨棚，挡了二楼窗户的光，下雨响得厉害。' },
    requests: '拆除或改小。',
    terms: [days('雨棚改小到窗台以下，加隔音棉', 15)],
  },
  {
    ...{ kind: 'RM17-03', about: '物业费', facts: '楼道灯坏了半年没人修，业主不交物业费，物业要起诉。' },
    requests: '先修灯，减免部分费用。',
    terms: [days('物业修好楼道灯', 7), days('业主补交一年物业费 960 元，减免 240 元', 14, 96_000)],
  },
  {
    ...{ kind: 'RM04', about: '退租押金', facts: '退租时房东扣了押金，说墙面弄脏，租客说是正常使用。' },
    requests: '退还押金 2,000 元。',
    terms: [days('房东退还押金 1,600 元', 7, 160_000)],
  },
  {
    ...{ kind: 'RM18', about: '邻居借款', facts: '两年前借了八千元，写过借条，一直没有还清。' },
    requests: '分期还清。',
    terms: [days('第一期还 3,000 元', 15, 300_000), days('第二期还 3,000 元', 45, 300_000)],
  },
  {
    ...{ kind: 'RM01', about: '老人轮流照看', facts: '兄妹三人对轮流照看母亲和分担护理费说不拢。' },
    requests: '排好轮流的月份，费用三家平摊。',
    terms: [days('按季度轮流照看', 10), days('护理费三家平摊，每月五日前交齐', 20)],
  },
]

/** 老旧小区改造: what comes up when old houses are made new, one after the other. */
export const renovation: readonly Told[] = [
  {
    ...{ kind: 'RM17-01', about: '加装电梯', facts: '一楼担心挡光和噪声，不同意在单元门口装电梯。' },
    requests: '改位置，给一楼补偿。',
    terms: [days('电梯移到楼侧，连廊不压一楼窗', 20), days('各户按面积补偿一楼，共 12,000 元', 25, 1_200_000)],
  },
  {
    ...{ kind: 'RM17-01', about: '外墙保温施工', facts: '脚手架压坏了空调外机，施工单位说不是他们弄的。' },
    requests: '修好外机，赔清洗费。',
    terms: [days('施工单位换外机支架并清洗', 10), days('补偿 300 元', 12, 30_000)],
  },
  {
    ...{ kind: 'RM17-01', about: '楼道飞线入槽', facts: '改造把门口的线改了走向，入户门关不严。' },
    requests: '重新走线，修门。',
    terms: [days('重新走线，调好入户门', 8)],
  },
  {
    ...{ kind: 'RM17-01', about: '小菜园改停车位', facts: '楼前种的菜要改成停车位，住户不让动。' },
    requests: '留一块公用绿地。',
    terms: [days('留十二平方米公用绿地，其余划车位', 15)],
  },
]
