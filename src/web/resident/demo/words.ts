// Words of the demo phone.
export const demoWords = {
  title: { zh: '演示手机', en: 'Demo phone' },
  lead: {
    zh: '这里代替演示人物的手机和邮箱：系统发给他们的短信和邮件，都落在这一页。正式使用时没有这一页。',
    en: 'This page stands in for the phones and mailboxes of invented people: what the system sends them arrives here. In real use there is no such page.',
  },
  sms: { zh: '短信', en: 'SMS' },
  email: { zh: '邮件', en: 'E-mail' },
  to: { zh: '{way}，发给 {to}', en: '{way} to {to}' },
  look: { zh: '看看有没有新的', en: 'Look for new ones' },
  empty: { zh: '还没有收到什么', en: 'Nothing has arrived' },
  emptyText: {
    zh: '扫码报一件事，留下手机号；有人接单，这里几秒后就来一条短信。夜里 21:00 到早上 8:00，能等的早上再发。',
    en: 'Report a matter and leave a mobile number; seconds after it is taken, an SMS arrives here. Between 21:00 and 08:00, what can wait comes in the morning.',
  },
} as const
