// What the notice module says when something cannot be done, and how it names channels, states and faults of sending.
import type { z } from 'zod'
import { problems } from '#kernel/problem.ts'
import type { Text } from '#kernel/words.ts'
import type { Channel, OutFault, OutState } from './contract.ts'

export const noticeProblems = problems('notice', {
  noKind: { kind: 'missing', zh: '没有这类消息：{kind}。', en: 'There is no kind of notice {kind}.' },
  wrongPlace: {
    kind: 'invalid',
    zh: '“{name}”不能用在这里。{allowed}',
    en: '“{name}” cannot stand here. {allowed}',
  },
  codeText: {
    kind: 'invalid',
    zh: '验证码短信里，中文和英文都要有 {place}。',
    en: 'The SMS with a code needs {place}, in Chinese and in English.',
  },
  smsText: { kind: 'invalid', zh: '发短信的类别要写短信内容。', en: 'A kind sent by SMS needs its SMS text.' },
  wrongWay: {
    kind: 'invalid',
    zh: '报告人没有站内消息，只能发短信。',
    en: 'A reporter has no inbox; only SMS reaches him.',
  },
  ownHours: { kind: 'invalid', zh: '请写安静时段从几点到几点。', en: 'Please say from when until when it is quiet.' },
  emailNeeded: { kind: 'invalid', zh: '邮件汇总要先写邮箱。', en: 'A digest by e-mail needs an address.' },
  notAgain: {
    kind: 'conflict',
    zh: '这条正在发或者已经发出，不用再发。',
    en: 'This one is on its way or sent; no need to send it again.',
  },
  erased: {
    kind: 'conflict',
    zh: '号码和内容已经删除，不能再发。',
    en: 'Address and text were erased; it cannot be sent again.',
  },
})

export const channelWords: Record<z.infer<typeof Channel>, Text> = {
  inbox: { zh: '站内', en: 'Inbox' },
  sms: { zh: '短信', en: 'SMS' },
  email: { zh: '邮件', en: 'E-mail' },
}

export const outStateWords: Record<z.infer<typeof OutState>, Text> = {
  waiting: { zh: '等着发', en: 'Waiting' },
  sending: { zh: '正在发', en: 'Being sent' },
  sent: { zh: '已发出', en: 'Sent' },
  failed: { zh: '没发成，会再试', en: 'Failed, will be tried again' },
  given_up: { zh: '不再试', en: 'Given up' },
}

export const outFaultWords: Record<z.infer<typeof OutFault>, Text> = {
  notConfigured: { zh: '没有设定短信或邮件服务', en: 'No SMS or mail service is set up' },
  unreachable: { zh: '连不上对方服务', en: 'The service cannot be reached' },
  timeout: { zh: '对方没有回答，可能已经发出', en: 'No answer; it may have been sent' },
  busy: { zh: '对方服务忙', en: 'The service is busy' },
  badAnswer: { zh: '对方的回答看不懂，可能已经发出', en: 'The answer makes no sense; it may have been sent' },
  refused: { zh: '对方拒收这个号码或地址', en: 'This number or address is refused' },
  unknown: { zh: '发了两次都不知道结果，不再发', en: 'Twice sent without knowing the outcome; not sent again' },
  overtaken: { zh: '发出之前，本人已经处理了', en: 'The person acted before it left' },
  withdrawn: { zh: '本人删除了号码', en: 'The person took the number back' },
  restored: {
    zh: '恢复备份前就在等，原来的系统可能已经发过',
    en: 'It waited before a backup was restored; the system before may have sent it',
  },
  unreadable: { zh: '号码或内容打不开，可能被改过', en: 'Address or text does not open; it may have been changed' },
}
