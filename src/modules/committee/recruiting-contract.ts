// Recruitment of mediators: calls that anybody reads, applications that only the desk and the applicant read.
import { z } from 'zod'
import { Day, Id, line, personal, prose, secret, Version, words } from '#kernel/contract.ts'
import { type ApplicantState, applicantLife } from './lifecycle.ts'
import { MODES } from './shapes.ts'

const State = z.enum(Object.keys(applicantLife.states) as [ApplicantState, ...ApplicantState[]])
const Count = z.number().int()
const Receipt = secret(z.string().min(12).max(60))

const Call = {
  id: Id,
  places: Count,
  mode: z.enum(MODES),
  ...{ wantsZh: z.string(), wantsEn: z.string(), from: Day, to: Day },
}

const changed = z.object({ id: Id, state: State, version: Count })
const one = { id: Id, version: Version }

/** Who applied is for those who answer him. */
const IN_PERSON = {
  zh: '报名人的姓名电话只给当面处理的人。',
  en: 'Whoever applied is told to those who answer him, in person.',
} as const

export const recruiting = {
  calls: {
    kind: 'query',
    summary: { zh: '一个调委会的选聘和报名', en: 'Calls of a committee and who applied' },
    input: z.strictObject({ id: Id }),
    output: z.object({
      calls: z.array(
        z.object({
          ...Call,
          open: z.boolean(),
          version: Count,
          applicants: z.array(
            z.object({
              id: Id,
              state: State,
              /** Both masked. */
              ...{ name: z.string(), phone: z.string() },
              on: z.string(),
              version: Count,
              can: z.array(z.string()),
            }),
          ),
        }),
      ),
    }),
  },
  openCall: {
    kind: 'command',
    summary: { zh: '发布选聘', en: 'Call for mediators' },
    input: z.strictObject({
      ...{ id: Id, places: Count.min(1).max(50), mode: z.enum(MODES) },
      ...{ wantsZh: words(prose(2, 1000)), wantsEn: words(prose(0, 1500)).default(''), from: Day, to: Day },
    }),
    output: z.object({ id: Id }),
  },
  closeCall: {
    kind: 'command',
    summary: { zh: '提前截止：今天是最后一天', en: 'Close a call early: today is its last day' },
    input: z.strictObject(one),
    output: z.object({ id: Id }),
  },
  applicant: {
    inPerson: IN_PERSON,
    kind: 'query',
    discloses: true,
    summary: { zh: '报名人的姓名、电话、自我介绍', en: 'Name, phone and words of an applicant' },
    input: z.strictObject({ id: Id }),
    output: z.object({
      name: personal('committee.applicant', z.string()),
      phone: personal('committee.applicant', z.string()),
      about: personal('committee.applicant', z.string()),
    }),
  },
  shortlist: {
    kind: 'command',
    summary: { zh: '列入面谈', en: 'Shortlist' },
    input: z.strictObject(one),
    output: changed,
  },
  declineApplicant: {
    kind: 'command',
    summary: { zh: '不聘任，告诉本人理由', en: 'Do not take, and tell him why' },
    input: z.strictObject({ ...one, words: words(personal('committee.applicant', prose(2, 500))) }),
    output: changed,
  },
  appoint: {
    kind: 'command',
    summary: { zh: '聘任：按任期登记为调解员', en: 'Appoint: seat him for a term' },
    input: z.strictObject({ ...one, accountId: Id, from: Day, to: Day }),
    output: changed,
  },
  openCalls: {
    kind: 'query',
    summary: { zh: '正在选聘的调委会（公开）', en: 'Committees that look for mediators (public)' },
    input: z.strictObject({ district: Id }),
    output: z.object({
      calls: z.array(z.object({ ...Call, committee: z.string(), committeeEn: z.string(), phone: z.string() })),
    }),
  },
  apply: {
    kind: 'command',
    summary: { zh: '报名当调解员', en: 'Apply to become a mediator' },
    counted: { as: 'intake', by: 'callId' },
    input: z.strictObject({
      ...{ district: Id, callId: Id },
      name: personal('committee.applicant', line(1, 40)),
      phone: personal('committee.applicant', line(5, 20)),
      about: words(personal('committee.applicant', prose(2, 1000))),
      /** Grown up, as the law asks. */
      adult: z.literal(true),
    }),
    output: z.object({ receipt: z.string() }),
  },
  application: {
    kind: 'query',
    summary: { zh: '凭回执看报名结果', en: 'What became of an application, by its receipt' },
    input: z.strictObject({ receipt: Receipt }),
    output: z.object({
      ...{ state: State, committee: z.string(), committeeEn: z.string(), phone: z.string(), on: z.string() },
      /** Why he was not taken. */
      answer: personal('committee.applicant', z.string()),
      can: z.array(z.string()),
    }),
  },
  withdrawApplication: {
    kind: 'command',
    summary: { zh: '凭回执撤回报名', en: 'Withdraw an application, by its receipt' },
    input: z.strictObject({ receipt: Receipt }),
    output: z.object({ state: State }),
  },
} as const
