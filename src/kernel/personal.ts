// The register of personal fields: what is kept of people, why, on which legal basis, for how long, and what others see of it.
import type { Text } from './words.ts'

/** The day a field goes at the latest: so many days after `from`. A person may take his own away before. */
export type Retention = {
  readonly from: 'made' | 'closed' | 'post ended' | 'account ended' | 'used'
  readonly days: number
}

export type PersonalField = {
  /** As contracts mark it: `module.field`. The module answers for it. */
  readonly name: string
  /** `table.column`, every one that holds it. */
  readonly columns: readonly [string, ...string[]]
  /** S: sensitive (PIPL art. 28), or free words that may become so. P: personal. */
  readonly class: 'P' | 'S'
  readonly purpose: Text
  /** Law and article. */
  readonly basis: string
  readonly retention: Retention
  /** `sealed` under the field key of its tenant; `hash`: only a keyed or slow hash; `file`: sealed on disk. */
  readonly kept: 'plain' | 'sealed' | 'hash' | 'file'
  /** What those see who have no need to know it. */
  readonly mask: (value: string) => string
}

type Rest = Omit<PersonalField, 'name' | 'columns'>

/** Declares a personal field once. A mark in a contract or a column of a tenant table without one is a red test. */
export const personalField = (name: string, columns: PersonalField['columns'], rest: Rest): PersonalField => ({
  name,
  columns,
  ...rest,
})

/** Nothing of it is shown. */
export const hidden = (): string => ''
/** It is shown as it is, to those who see the row at all. */
export const open = (value: string): string => value

export const DAY = 1
export const YEAR = 365 * DAY

/** Article 13 of the Personal Information Protection Law, by the item that applies. */
export const PIPL = {
  staff: '个人信息保护法 第十三条第一款第（二）项：人力资源管理所必需；第三十四条',
  duty: '个人信息保护法 第十三条第一款第（三）项：履行法定职责所必需；第三十七条',
  consent: '个人信息保护法 第十三条第一款第（一）项、第十四条：本人同意，可以撤回（第十五条）',
  account: '个人信息保护法 第五十四条：合规审计；网络安全法：日志留存不少于六个月',
} as const

/** What the door itself keeps of people. */
export const personal: readonly PersonalField[] = [
  personalField('kernel.photo', ['file.id', 'file.sha256'], {
    class: 'S',
    purpose: {
      zh: '看清、听清事情在哪里、办成什么样；照片里可能有人，录音是本人的声音',
      en: 'To see and hear where it is and what was done; people may be in the picture, a recording is a person’s own voice',
    },
    basis: PIPL.consent,
    retention: { from: 'closed', days: 2 * YEAR },
    kept: 'file',
    mask: hidden,
  }),
  personalField(
    'kernel.who',
    [
      ...(['journal.actor_id', 'command.actor_id', 'file.made_by', 'assignment.holder_id'] as const),
      ...(['barred.account_id', 'barred_attempt.account_id'] as const),
    ],
    {
      class: 'P',
      purpose: { zh: '谁做了什么，可以查清', en: 'Who did what can be found out' },
      basis: PIPL.account,
      retention: { from: 'made', days: 3 * YEAR },
      kept: 'plain',
      mask: hidden,
    },
  ),
  personalField('kernel.input', ['journal.input', 'command.body_mac'], {
    class: 'P',
    purpose: {
      zh: '做了什么的记录；个人信息只留标记，原话只留摘要值',
      en: 'What was done; personal values leave a mark, words a hash',
    },
    basis: PIPL.account,
    retention: { from: 'made', days: 3 * YEAR },
    kept: 'hash',
    mask: hidden,
  }),
  personalField('kernel.answer', ['command.answer'], {
    class: 'S',
    purpose: { zh: '同一请求再来一次，得到同样的回答', en: 'The same request again gets the same answer' },
    basis: PIPL.duty,
    // A phone may sleep in a drawer for a year; no answer outlives what it speaks of.
    retention: { from: 'made', days: YEAR },
    kept: 'sealed',
    mask: hidden,
  }),
  personalField('kernel.way', ['directory.key_hash', 'directory.subject_id'], {
    class: 'P',
    purpose: { zh: '登录名、登录、收据、扫码各通到哪里', en: 'Where a login, session, receipt or code leads' },
    basis: PIPL.duty,
    retention: { from: 'used', days: 30 },
    kept: 'hash',
    mask: hidden,
  }),
]
