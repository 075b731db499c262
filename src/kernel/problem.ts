// Everything that can go wrong on purpose: a kind fixes the HTTP status, a code is for programs, words are for people.
import type { Lang, Text } from './words.ts'
import { say } from './words.ts'

export const STATUS = {
  invalid: 400,
  unknown: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
  fault: 500,
  busy: 503,
  full: 507,
} as const

export type ProblemKind = keyof typeof STATUS
export type ProblemStatus = (typeof STATUS)[ProblemKind]
export type ProblemWords = Text & { readonly kind: ProblemKind }
export type ProblemEntry = ProblemWords & { readonly code: string }

/** Every failure there is, by its code: what is documented, and what a client can name. */
export const catalogue = new Map<string, ProblemEntry>()

/** One module's part of the catalogue of failures. The code is `<module>.<name>` and never changes once published. */
export function problems<const W extends Record<string, ProblemWords>>(module: string, words: W) {
  const entries = Object.entries(words).map(([name, entry]) => [name, { ...entry, code: `${module}.${name}` }] as const)
  for (const [, entry] of entries) catalogue.set(entry.code, entry)
  return Object.fromEntries(entries) as { readonly [K in keyof W]: ProblemEntry }
}

export class Problem extends Error {
  readonly entry: ProblemEntry
  readonly details: Readonly<Record<string, unknown>>
  /** What the operation wrote stays although it refuses: a wrong password is counted. */
  readonly keep: boolean

  constructor(entry: ProblemEntry, details: Readonly<Record<string, unknown>> = {}, { keep = false } = {}) {
    super(entry.code)
    this.entry = entry
    this.details = details
    this.keep = keep
  }

  get status(): ProblemStatus {
    return STATUS[this.entry.kind]
  }

  /** What the caller is told: `{ code, message, details }`, the message in his language. */
  body(lang: Lang) {
    return { code: this.entry.code, message: say(this.entry, lang, this.details), details: this.details }
  }
}

/** What any operation may answer, whatever module it belongs to. */
export const doorProblems = problems('door', {
  invalid: { kind: 'invalid', zh: '有 {count} 处填写需要修改。', en: '{count} entries need to be corrected.' },
  notJson: { kind: 'invalid', zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  cutOff: {
    kind: 'invalid',
    zh: '内容没有传完，请再发一次。',
    en: 'The body did not arrive in full; please send it again.',
  },
  wrongType: { kind: 'invalid', zh: '请用 application/json 发送。', en: 'Please send application/json.' },
  tooLarge: { kind: 'tooLarge', zh: '内容太大，最多 {limit}。', en: 'Too large; the limit is {limit}.' },
  signIn: { kind: 'unknown', zh: '请先登录。', en: 'Please sign in first.' },
  forbidden: { kind: 'forbidden', zh: '您的岗位不能做这件事。', en: 'Your post does not allow this.' },
  inPerson: {
    kind: 'forbidden',
    zh: '这件事要本人登录来做，令牌不能代做：{why}',
    en: 'This is done by the person himself, not by a token: {why}',
  },
  outOfScope: {
    kind: 'forbidden',
    zh: '这个令牌的范围里没有 {scope}。请本人新建一个带这个范围的令牌。',
    en: 'This token does not have the scope {scope}. Its owner can make one that has.',
  },
  missing: {
    kind: 'missing',
    zh: '没有找到，或者不在您负责的范围内。',
    en: 'Not found, or outside the area you answer for.',
  },
  wrongState: {
    kind: 'conflict',
    zh: '现在是“{state}”，不能这样做。请刷新后再看。',
    en: 'It is now “{state}”, so this cannot be done. Please refresh.',
  },
  changed: {
    kind: 'conflict',
    zh: '别人刚刚改过。请刷新后再试。',
    en: 'Somebody has just changed this. Please refresh.',
  },
  keyReused: {
    kind: 'conflict',
    zh: '这个请求编号已经用过，内容不同。请换一个编号。',
    en: 'This request key was used before with other content. Please use a new one.',
  },
  filesUsed: {
    kind: 'conflict',
    zh: '这些照片已经随另一次提交发出，请重新选一次。',
    en: 'These photos were sent with another submission already; please choose them again.',
  },
  badKey: {
    kind: 'invalid',
    zh: '请求编号应为 8 到 80 个字母、数字或 -。',
    en: 'A request key is 8 to 80 letters, digits or -.',
  },
  foreignOrigin: {
    kind: 'forbidden',
    zh: '请求来自别的网站，已拒绝。',
    en: 'Refused: the request comes from another site.',
  },
  tooMany: {
    kind: 'tooMany',
    zh: '操作太快，请 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} s.',
  },
  tooMuch: {
    kind: 'tooMany',
    zh: '今天传来的文件太多了，请过 {hours} 小时再传。',
    en: 'Too much was sent today; please send it again in {hours} h.',
  },
  proofNeeded: {
    kind: 'tooMany',
    zh: '现在上报的人很多。请稍等 {seconds} 秒再发一次，内容不会丢。',
    en: 'Many people are reporting right now. Please wait {seconds} s and send it again; nothing is lost.',
  },
  busy: {
    kind: 'busy',
    zh: '系统正忙。请稍后用同一个编号再发一次，不会重复。',
    en: 'Busy. Please send it again shortly under the same key; it will not be done twice.',
  },
  fault: {
    kind: 'fault',
    zh: '系统出了问题，内容没有保存。我们已经记下。',
    en: 'Something is wrong on our side; nothing was saved. It has been noted.',
  },
  full: { kind: 'full', zh: '存储空间已满，内容没有保存。', en: 'Storage is full; nothing was saved.' },
})
