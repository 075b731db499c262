// How each kind of notice is said until a place says it otherwise. A kind exists because something in Linli says it.
import type { z } from 'zod'
import type { Kind } from './contract.ts'

export type KindView = z.infer<typeof Kind>
type Usual = Omit<KindView, 'version' | 'smsZh' | 'smsEn' | 'channels'> &
  Partial<Pick<KindView, 'smsZh' | 'smsEn'>> & { readonly channels: readonly KindView['channels'][number][] }

const staff = { to: 'staff', urgent: false, channels: ['inbox'] } as const
const reporter = { to: 'reporter', urgent: false, channels: ['sms'], bodyZh: '', bodyEn: '' } as const

const rows: readonly Usual[] = [
  {
    ...staff,
    code: 'matter.emergency',
    nameZh: '紧急事项',
    nameEn: 'Urgent matter',
    urgent: true,
    channels: ['inbox', 'sms'],
    titleZh: '{area} {kind}，请马上接单',
    titleEn: '{kind}, {area}: take it now',
    bodyZh: '{no}，先问清是否已经打了急救、报警电话。',
    bodyEn: '{no}. Ask first whether emergency services were called.',
    smsZh: '紧急事项 {no}，请现在接单：{link}',
    smsEn: 'Urgent matter {no}. Please take it now: {link}',
  },
  {
    ...staff,
    code: 'matter.fresh',
    nameZh: '新事项',
    nameEn: 'New matter',
    titleZh: '{area}有新事项：{kind}',
    titleEn: 'New in {area}: {kind}',
    bodyZh: '{no}，{at} 前接单。',
    bodyEn: '{no}, to be taken by {at}.',
  },
  {
    ...staff,
    code: 'matter.check',
    nameZh: '等核查',
    nameEn: 'Awaiting check',
    titleZh: '等您核查：{area} {kind}',
    titleEn: 'Awaiting your check: {kind}, {area}',
    bodyZh: '{no} 已经办好，核查后答复居民。',
    bodyEn: '{no} is done. Check it, then reply to the resident.',
  },
  {
    ...staff,
    code: 'matter.sentBack',
    nameZh: '返工',
    nameEn: 'Sent back',
    titleZh: '返工：{area} {kind}',
    titleEn: 'Sent back: {kind}, {area}',
    bodyZh: '{no} 没有通过核查，原因在记录里。',
    bodyEn: '{no} did not pass the check; the record says why.',
  },
  {
    ...staff,
    code: 'matter.disputed',
    nameZh: '居民说没有解决',
    nameEn: 'Not solved',
    titleZh: '居民说没有解决：{area} {kind}',
    titleEn: 'Not solved, says the resident: {kind}, {area}',
    bodyZh: '{no} 已经重新打开，{at} 前联系居民。',
    bodyEn: '{no} is open again; reach the resident by {at}.',
  },
  {
    ...staff,
    code: 'matter.rated',
    nameZh: '居民说解决了',
    nameEn: 'Solved',
    titleZh: '居民说解决了：{area} {kind}',
    titleEn: 'Solved, says the resident: {kind}, {area}',
    bodyZh: '{no} 已经办结。',
    bodyEn: '{no} is closed.',
  },
  {
    ...reporter,
    code: 'matter.taken',
    nameZh: '告诉报告人：已接单',
    nameEn: 'To the reporter: taken on',
    titleZh: '告诉报告人：已接单',
    titleEn: 'To the reporter: taken on',
    smsZh: '您报告的事（{no}）有人接了。办到哪了，看这里：{link}',
    smsEn: 'Your report {no} was taken on. Follow it here: {link}',
  },
  {
    ...reporter,
    code: 'matter.replied',
    nameZh: '告诉报告人：已答复，请评价',
    nameEn: 'To the reporter: replied, please rate',
    titleZh: '告诉报告人：已答复，请评价',
    titleEn: 'To the reporter: replied, please rate',
    smsZh: '您报告的事（{no}）有答复了。解决没有，请点开告诉我们：{link}',
    smsEn: 'There is a reply to your report {no}. Is it solved? Please tell us: {link}',
  },
  {
    ...staff,
    code: 'digest',
    nameZh: '每日汇总',
    nameEn: 'Daily digest',
    titleZh: '汇总：{count} 件还没看',
    titleEn: 'Digest: {count} unread',
    bodyZh: '能等的都收在这一条里。',
    bodyEn: 'What could wait is gathered in this one line.',
  },
]

export const usualKinds: ReadonlyMap<string, KindView> = new Map(
  rows.map((row) => [row.code, { smsZh: '', smsEn: '', version: 0, ...row, channels: [...row.channels] }]),
)

/** Mission: quiet from 21:00 to 08:00, one digest at 08:30, unless the place or the person says otherwise. */
export const USUAL_RULE = { quietFrom: 21 * 60, quietTo: 8 * 60, digestAt: 8 * 60 + 30, version: 0 } as const
