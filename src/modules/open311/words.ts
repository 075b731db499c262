// What is said through Open311: why something cannot be done, how far a matter has come, what is promised.
import { problems } from '#kernel/problem.ts'
import { say, type Text } from '#kernel/words.ts'

export const open311Problems = problems('open311', {
  noKey: {
    kind: 'forbidden',
    zh: '没有 api_key，或者密钥不对、已到期、已收回。请向管理员申请。',
    en: 'The api_key is missing, wrong, over or taken back. Please ask the administrator for one.',
  },
  otherDistrict: {
    kind: 'forbidden',
    zh: '这把密钥不是 jurisdiction_id {id} 的。',
    en: 'This api_key is not one of jurisdiction_id {id}.',
  },
  noJurisdiction: {
    kind: 'missing',
    zh: '没有 jurisdiction_id {id}。',
    en: 'jurisdiction_id {id} was not found.',
  },
  noService: {
    kind: 'missing',
    zh: '没有 service_code {code}。',
    en: 'service_code {code} was not found.',
  },
  noServiceGiven: {
    kind: 'invalid',
    zh: '没有给出 service_code。',
    en: 'service_code was not provided.',
  },
  noRequest: {
    kind: 'missing',
    zh: '没有 service_request_id {id}，或者不公开。',
    en: 'service_request_id {id} was not found, or is not public.',
  },
  noToken: { kind: 'missing', zh: '没有 token {id}。', en: 'token {id} was not found.' },
  noResource: {
    kind: 'missing',
    zh: '没有这个地址。可用的见 /open311/discovery.json。',
    en: 'There is no such address. /open311/discovery.json names what there is.',
  },
  wrongMethod: {
    kind: 'invalid',
    zh: '这个地址不接受 {method}。',
    en: 'This address does not take {method}.',
  },
  wrongBody: {
    kind: 'invalid',
    zh: '请用 application/x-www-form-urlencoded 或 multipart/form-data 发送。',
    en: 'Please send application/x-www-form-urlencoded or multipart/form-data.',
  },
  wrongValue: { kind: 'invalid', zh: '{field}：{value} 不能用。', en: '{field}: {value} cannot be used.' },
  wrongTime: {
    kind: 'invalid',
    zh: '{field}：{value} 不是 W3C 格式的时间，例如 2026-11-22T05:30:00+08:00。',
    en: '{field}: {value} is no time in W3C form, such as 2026-11-22T05:30:00+08:00.',
  },
  tooLong: {
    kind: 'invalid',
    zh: '{field} 太长或太短，{limit}。',
    en: '{field} is too long or too short: {limit}.',
  },
  wrongSpan: {
    kind: 'invalid',
    zh: '{from} 到 {to} 不能超过 90 天，也不能倒过来。',
    en: '{from} to {to} may not span more than 90 days, nor run backwards.',
  },
  tooDeep: {
    kind: 'invalid',
    zh: '页码太大。请按时间分段查，或者用 updated_after。',
    en: 'There are no pages so far on. Please ask by time, or with updated_after.',
  },
  noPlace: {
    kind: 'invalid',
    zh: '没有位置：请给出 lat 和 long，或者 address_string，或者 address_id。',
    en: 'No location: please give lat and long, or address_string, or address_id.',
  },
  unknownAddress: {
    kind: 'invalid',
    zh: '没有找到这个地址。请写上社区和楼名，或者给出 lat 和 long。',
    en: 'This address is not known. Please name community and building, or give lat and long.',
  },
  severalAddresses: {
    kind: 'invalid',
    zh: '这个地址有好几处。请再写上社区或网格，或者给出 lat 和 long。',
    en: 'More than one place has this address. Please add community or grid, or give lat and long.',
  },
  noAttribute: {
    kind: 'invalid',
    zh: 'attribute[{code}] 不是这个类别要问的。',
    en: 'attribute[{code}] is not asked for this service.',
  },
  noAnswer: {
    kind: 'invalid',
    zh: '没有给出 attribute[{code}]，这个类别一定要问。',
    en: 'attribute[{code}] was not provided; this service requires it.',
  },
  choicesMissing: {
    kind: 'invalid',
    zh: '选择题要写出选项，每个选项的代码不同；别的题不写选项。',
    en: 'A list needs choices, each with a key of its own; other questions have none.',
  },
  spotIsText: {
    kind: 'invalid',
    zh: 'SPOT 是具体位置，只能是一行文字。',
    en: 'SPOT says where exactly: it can only be a line of text.',
  },
  demoOnly: { kind: 'forbidden', zh: '演示密钥只在一个演示区开。', en: 'The demo key is for one demo district alone.' },
})

/** What has happened, told to everybody: nothing of who did it or what was said. By the state that was reached. */
export const reached: Readonly<Record<string, Text>> = {
  reported: { zh: '已收到，等待接单。', en: 'Received; waiting to be taken on.' },
  dispatched: { zh: '已交给负责的单位，等待签收。', en: 'Handed to whoever is responsible for it.' },
  handling: { zh: '正在办理。', en: 'Being handled.' },
  paused: { zh: '暂时挂起，等条件具备再办。', en: 'On hold until it can go on.' },
  finished: { zh: '已经处理，等待核查。', en: 'Done; waiting to be checked.' },
  replied: { zh: '已核查并答复。', en: 'Checked and answered.' },
  closed: { zh: '已办结。', en: 'Closed.' },
  declined: { zh: '不予受理，已告知其他途径。', en: 'Not taken on; the right way was named.' },
  merged: { zh: '与另一件并案办理。', en: 'Joined to another request about the same thing.' },
  withdrawn: { zh: '报告人已撤回。', en: 'Taken back by whoever reported it.' },
  archived: { zh: '已归档。', en: 'Put away for good.' },
}

const LIMITS = {
  days: { zh: '{n} 个工作日', en: '{n} working days' },
  day: { zh: '{n} 个工作日', en: '1 working day' },
  office: { zh: '{n} 小时工作时间', en: '{n} working hours' },
  hours: { zh: '{n} 小时', en: '{n} hours' },
  minutes: { zh: '{n} 分钟', en: '{n} minutes' },
} as const
/** A working day has seven hours (demo/kinds/kind.ts). */
const WORKING_DAY = 420

function limitIn(minutes: number, counting: 'work' | 'always', lang: 'zh' | 'en'): string {
  if (counting === 'work' && minutes % WORKING_DAY === 0) {
    const n = minutes / WORKING_DAY
    return say(n === 1 ? LIMITS.day : LIMITS.days, lang, { n })
  }
  if (minutes % 60) return say(LIMITS.minutes, lang, { n: minutes })
  return say(counting === 'work' ? LIMITS.office : LIMITS.hours, lang, { n: minutes / 60 })
}

const NOTICE = {
  promise: { zh: '接单后 {limit}内办完。', en: 'Done within {limit} of being taken on.' },
  received: { zh: '已收到，编号 {no}，最迟 {at} 前有人接单。', en: 'Received as {no}; somebody takes it on by {at}.' },
  danger: { zh: '有危险请马上打 {call}。', en: 'If there is danger, please call {call} now.' },
  noPhone: {
    zh: '电话不是国内能拨的号码，没有保存。',
    en: 'The phone is no number that can be called in China; it was not kept.',
  },
} as const

type Limit = { readonly limitMinutes: number; readonly counting: 'work' | 'always' }
type Sent = Limit & { no: string; takenBy: string; emergency: string | null; phoneDropped: boolean }

/** What is promised for everything of a kind. */
export const promiseOf = ({ limitMinutes, counting }: Limit, lang: 'zh' | 'en'): string =>
  say(NOTICE.promise, lang, { limit: limitIn(limitMinutes, counting, lang) })

/** What the sender is told at once; `at` as his reader understands it. */
export const noticeOf = (sent: Sent, at: string, lang: 'zh' | 'en'): string =>
  [
    ...(sent.emergency ? [say(NOTICE.danger, lang, { call: sent.emergency })] : []),
    say(NOTICE.received, lang, { no: sent.no, at }),
    promiseOf(sent, lang),
    ...(sent.phoneDropped ? [NOTICE.noPhone[lang]] : []),
  ].join(lang === 'zh' ? '' : ' ')

export const joined: Text = { zh: '，见 {no}', en: ', see {no}' }
