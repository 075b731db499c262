// Periods of mediation that are no limit of a kind of dispute, with the law behind each. A district may say otherwise by a row.
// Sources: 人民调解法 art. 33; domain.md 2.4.

export const RULES = [
  'confirm',
  'confirmWarn',
  'limitWarn',
  'termWarn',
  'followUp',
  'followUpWarn',
  'meetingWarn',
  'courtReply',
  'replyWarn',
] as const
export type RuleCode = (typeof RULES)[number]

export type Rule = {
  readonly code: RuleCode
  readonly zh: string
  readonly en: string
  /** Days; of `followUp` weeks in a row and then months. Days before an end go from many to few. */
  readonly numbers: readonly number[]
  readonly basis: string
}

const OWN = '本区惯例，法律没有规定'

export const usualRules: ReadonlyMap<RuleCode, Rule> = new Map(
  (
    [
      {
        ...{ code: 'confirm', numbers: [30], basis: '人民调解法 第三十三条：调解协议生效之日起三十日内' },
        ...{ zh: '申请司法确认的期限（天）', en: 'Days to ask the court for confirmation' },
      },
      {
        ...{ code: 'confirmWarn', numbers: [30, 20, 10, 3], basis: OWN },
        ...{ zh: '司法确认期满前几天提醒', en: 'Days before that end on which it is spoken of' },
      },
      {
        ...{ code: 'limitWarn', numbers: [7, 3, 0], basis: OWN },
        ...{ zh: '调解期满前几天提醒', en: 'Days before a mediation’s limit' },
      },
      {
        ...{ code: 'termWarn', numbers: [3, 0], basis: '人民调解法 第三十一条：督促当事人履行约定的义务' },
        ...{ zh: '约定的履行日前几天提醒', en: 'Days before a term of the agreement is due' },
      },
      {
        ...{ code: 'followUp', numbers: [4, 2], basis: '本区惯例：第一个月每周一次，以后每月一次，共三个月' },
        ...{ zh: '回访：先按周几次，再按月几次', en: 'Follow-ups: so many weekly, then so many monthly' },
      },
      {
        ...{ code: 'followUpWarn', numbers: [0], basis: OWN },
        ...{ zh: '回访日前几天提醒', en: 'Days before a follow-up' },
      },
      {
        ...{ code: 'meetingWarn', numbers: [1, 0], basis: OWN },
        ...{ zh: '调解会前几天提醒', en: 'Days before a session' },
      },
      {
        ...{ code: 'courtReply', numbers: [30, 15, 7] },
        basis: '最高人民法院关于人民法院特邀调解的规定：立案前委派三十日；立案后委托普通程序十五日、简易程序七日',
        zh: '法院委派、委托的，几天内反馈（立案前、普通程序、简易程序）',
        en: 'Days to answer a court: before filing, ordinary and simplified procedure',
      },
      {
        ...{ code: 'replyWarn', numbers: [7, 3, 0], basis: OWN },
        ...{ zh: '该反馈移送单位的日子前几天提醒', en: 'Days before an answer to a referral is due' },
      },
    ] satisfies Rule[]
  ).map((rule) => [rule.code, rule]),
)

/** Whether the numbers can be what their rule asks for. */
export function fits(code: RuleCode, numbers: readonly number[]): boolean {
  if (code === 'confirm') return numbers.length === 1 && numbers[0]! >= 1
  if (code === 'followUp') return numbers.length === 2 && numbers[0]! <= 12 && numbers[1]! <= 12
  return numbers.every((days, at) => at === 0 || days < numbers[at - 1]!)
}
