// What is said of callbacks: why something cannot be done, how far a call has come, why one has not.
import { problems } from '#kernel/problem.ts'
import type { Text } from '#kernel/words.ts'

export const callbackProblems = problems('callback', {
  wrongUrl: {
    kind: 'invalid',
    zh: '回调地址要写成 https://主机/路径，不带账号密码。只有标成“内部”的主机可以用 http。',
    en: 'Write the address as https://host/path, without a user or password. Only a host marked as inside may use http.',
  },
  hostNotAllowed: {
    kind: 'invalid',
    zh: '{host} 不在允许的主机里。请先加上它，再填地址。',
    en: '{host} is not an allowed host. Please add it first.',
  },
  wrongHost: {
    kind: 'invalid',
    zh: '{host} 不是主机名。只写名字，比如 hooks.example.gov.cn，不写 https:// 和路径。',
    en: '{host} is no host name. Write the name alone, such as hooks.example.gov.cn, without https:// or a path.',
  },
  hostInside: {
    kind: 'invalid',
    zh: '{host} 是内部地址。要去那里，请标成“内部”。',
    en: '{host} is an inside address. Mark it as inside to reach it.',
  },
  hostNever: {
    kind: 'invalid',
    zh: '{host} 是保留的地址，回调不能去。',
    en: '{host} is a reserved address that callbacks never reach.',
  },
  hostKnown: { kind: 'conflict', zh: '{host} 已经在允许的主机里。', en: '{host} is an allowed host already.' },
  noEvent: { kind: 'invalid', zh: '没有事件 {event}。', en: 'There is no event {event}.' },
  notOn: { kind: 'conflict', zh: '这个回调地址没有打开。', en: 'This address is not being called now.' },
  ended: { kind: 'conflict', zh: '这个回调地址已经撤销。', en: 'This address has been ended.' },
  onItsWay: { kind: 'conflict', zh: '这一条还在发，不用重发。', en: 'This one is still on its way.' },
})

export const receiverStateWords = {
  on: { zh: '打开', en: 'On' },
  paused: { zh: '已暂停', en: 'Paused' },
  off: { zh: '已自动关闭', en: 'Switched off' },
  ended: { zh: '已撤销', en: 'Ended' },
} as const satisfies Record<string, Text>

export const deliveryStateWords = {
  waiting: { zh: '等着发', en: 'Waiting' },
  sending: { zh: '正在发', en: 'Being sent' },
  sent: { zh: '已送到', en: 'Arrived' },
  failed: { zh: '没成，会再试', en: 'Failed, tried again' },
  parked: { zh: '没送到', en: 'Not delivered' },
} as const satisfies Record<string, Text>

export const callFaultWords = {
  forbidden: { zh: '地址通到内部或保留的网段', en: 'It leads to an inside or reserved address' },
  noAddress: { zh: '主机名查不到地址', en: 'Its name leads nowhere' },
  unreachable: { zh: '连不上', en: 'No connection' },
  certificate: { zh: '证书不可信', en: 'Its certificate is not trusted' },
  timeout: { zh: '十秒没有回答', en: 'No answer within ten seconds' },
  redirect: { zh: '要求转到别处，没有跟去', en: 'It sends elsewhere, which is not followed' },
  refused: { zh: '对方没有收下', en: 'It was not accepted' },
  notAllowed: { zh: '主机不在允许的名单里', en: 'Its host is not on the list' },
  restored: { zh: '恢复之前就在等', en: 'It waited before a restore' },
} as const satisfies Record<string, Text>
