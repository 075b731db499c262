// A dozen answers in the demo's library. Laws are those in force in 2026; each answer says which articles it rests on.
import type { Topic } from '#modules/counsel/words.ts'

type DemoAnswer = {
  readonly topic: Topic
  readonly question: string
  readonly answer: string
  readonly articles: readonly { readonly law: string; readonly article: string }[]
}

const code = (...articles: readonly string[]) => articles.map((article) => ({ law: '民法典', article }))

export const demoAnswers: readonly DemoAnswer[] = [
  {
    topic: 'lending',
    question: '借钱给邻居，没有约定利息，能要利息吗？',
    answer:
      '没有约定利息的，视为没有利息；约定不明确、又补充不了的，自然人之间也视为没有利息。\n约定了还款日、到期不还的，可以要求从那天起付逾期的利息。所以借条上写清楚金额、利率和还款日。',
    articles: code('第六百七十六条', '第六百八十条'),
  },
  {
    topic: 'lending',
    question: '别人欠我的钱，过几年就要不回来了吗？',
    answer:
      '向法院请求保护民事权利的诉讼时效一般是三年，从知道权利受损和谁是义务人那天起算。\n期间向对方要过钱、对方同意还、起诉或申请仲裁的，时效中断，重新计算。催款最好留下文字、短信。',
    articles: code('第一百八十八条', '第一百九十五条'),
  },
  {
    topic: 'neighbours',
    question: '楼上漏水，把我家吊顶泡坏了，怎么办？',
    answer:
      '先拍照、录像，写下日期，请物业或社区到场看一看，查清从哪里漏的。\n相邻各方要正确处理用水、排水的关系，造成损害的应当赔偿。原因说不清的，可以请人鉴定；也可以先来申请人民调解，不收费。',
    articles: [
      ...code('第二百八十八条', '第二百九十六条', '第一千一百六十五条'),
      { law: '人民调解法', article: '第四条' },
    ],
  },
  {
    topic: 'neighbours',
    question: '楼上掉下东西砸坏了我的车，找不到是谁，怎么办？',
    answer:
      '先报警。公安等机关应当及时调查，查清责任人，由侵权人赔偿。\n调查后还查不出的，由可能加害的建筑物使用人给予补偿，能证明不是自己的除外。物业没有采取必要的安全保障措施的，也要承担责任。',
    articles: code('第一千二百五十四条'),
  },
  {
    topic: 'neighbours',
    question: '夜里邻居很吵，劝了没用，能怎么办？',
    answer:
      '先请居委会、业委会或者物业去劝阻、调解，留下记录。\n制造社会生活噪声、经劝阻调解和处理仍不停止的，可以由公安机关依法处理；也可以请求停止侵害。',
    articles: [
      { law: '噪声污染防治法', article: '第八十七条' },
      { law: '治安管理处罚法（2025年修订）', article: '第八十八条' },
    ],
  },
  {
    topic: 'property',
    question: '没有住进去，物业费要不要交？',
    answer:
      '物业已经按约定和有关规定提供服务的，业主不能只因为没有接受或者不需要接受服务就不付费。\n业主逾期不付，物业可以催告，可以起诉或申请仲裁，但不能停水、停电、停气、停热来催交。',
    articles: code('第九百四十四条'),
  },
  {
    topic: 'property',
    question: '小区公共地方的停车费、广告费归谁？',
    answer:
      '利用业主的共有部分产生的收入，扣除合理成本以后，归全体业主共有。\n物业应当定期把共有部分的经营和收益情况向业主公开。',
    articles: code('第二百八十二条', '第九百四十三条'),
  },
  {
    topic: 'housing',
    question: '租的房子坏了，房东不修怎么办？',
    answer:
      '出租人有维修的义务，另有约定的除外。可以先通知房东在合理的时间里修；不修的，可以自己修，费用由房东负担。\n因为维修影响居住的，可以少付租金或者延长租期。是租客自己弄坏的，房东不用负责修。',
    articles: code('第七百一十二条', '第七百一十三条'),
  },
  {
    topic: 'inheritance',
    question: '自己写的遗嘱怎样才有效？',
    answer:
      '自书遗嘱要由本人亲笔写、签名，注明年、月、日。打印的遗嘱要有两个以上见证人在场，遗嘱人和见证人在每一页签名、注明年月日。\n有几份内容相抵触的遗嘱，以最后的为准。',
    articles: code('第一千一百三十四条', '第一千一百三十六条', '第一千一百四十二条'),
  },
  {
    topic: 'family',
    question: '去登记离婚，当天能拿到离婚证吗？',
    answer:
      '不能。婚姻登记机关收到申请以后有三十天，这期间任何一方都可以撤回。\n三十天过后的三十天里，双方要亲自去申请发证；没有去的，视为撤回申请。',
    articles: code('第一千零七十七条'),
  },
  {
    topic: 'labour',
    question: '上班一直没签合同，能要什么？',
    answer:
      '用人单位从用工那天起超过一个月不满一年没有订立书面劳动合同的，应当每月支付二倍的工资。\n保存工资记录、工作证、考勤、聊天记录。劳动争议申请仲裁的时效一般是一年，从知道权利受损那天起算。',
    articles: [
      { law: '劳动合同法', article: '第八十二条' },
      { law: '劳动争议调解仲裁法', article: '第二十七条' },
    ],
  },
  {
    topic: 'consumer',
    question: '办了健身卡，店关门了，钱能退吗？',
    answer:
      '以预收款方式提供服务，没有按约定提供的，应当按消费者的要求履行约定或者退回预付款，并承担预付款的利息和必须支付的合理费用。\n保留合同、付款记录，可以向消费者协会投诉，也可以申请调解或起诉。',
    articles: [{ law: '消费者权益保护法', article: '第五十三条' }],
  },
]
