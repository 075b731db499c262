// Filling templates: values where they belong, and no empty place for anybody to read.
import { expect, test } from 'vitest'
import { CODE_PLACES, fill, PLACES, SMS_PLACES, wrongPlaces } from './template.ts'
import { usualKinds } from './usual-kinds.ts'

const texts = { no: 'LL-2026-00016', area: '第12网格', kind: '路灯', link: 'https://linli.example/r/ABC.D' }

test.each([
  ['{area}有新事项：{kind}', '第12网格有新事项：路灯'],
  ['{no}，{at} 前接单。', 'LL-2026-00016。'],
  ['{no} 已经重新打开，{at} 前联系居民。', 'LL-2026-00016 已经重新打开。'],
  ['{no}, to be taken by {at}.', 'LL-2026-00016.'],
  ['{no} is open again; reach the resident by {at}.', 'LL-2026-00016 is open again.'],
  ['{no} 已经办好，核查后答复居民。', 'LL-2026-00016 已经办好，核查后答复居民。'],
  ['{no}. Ask first, v1.2 or not.', 'LL-2026-00016. Ask first, v1.2 or not.'],
  [
    '您报告的事（{no}）有人接了。看这里：{link}',
    '您报告的事（LL-2026-00016）有人接了。看这里：https://linli.example/r/ABC.D',
  ],
  ['{at} 前', ''],
  ['', ''],
])('%s', (template, filled) => {
  expect(fill(template, texts)).toBe(filled)
})

test.each([...usualKinds.values()])('$code says only what it may, in both languages', (kind) => {
  for (const text of [kind.titleZh, kind.titleEn, kind.bodyZh, kind.bodyEn])
    expect(wrongPlaces(text, PLACES)).toEqual([])
  const inSms = kind.to === 'resident' ? CODE_PLACES : SMS_PLACES
  for (const text of [kind.smsZh, kind.smsEn]) expect(wrongPlaces(text, inSms)).toEqual([])
  const both = [
    [kind.nameZh, kind.nameEn],
    [kind.titleZh, kind.titleEn],
    [kind.bodyZh, kind.bodyEn],
    [kind.smsZh, kind.smsEn],
  ] as const
  for (const [zh, en] of both) {
    expect(en === '').toBe(zh === '')
    expect(en).not.toMatch(/\p{Script=Han}/u)
  }
  expect(kind.channels.includes('sms')).toBe(kind.smsZh !== '')
  if (kind.to === 'resident') expect(kind.smsEn + kind.smsZh).toMatch(/\{code\}.*\{code\}/)
  if (kind.to === 'reporter') expect(kind.smsZh).toMatch(/\{no\}.*\{link\}$/)
})
