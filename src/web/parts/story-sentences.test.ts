// A step is told in a sentence, with how it kept its limit; moves that nobody foresaw stay silent instead of breaking.
import { expect, it } from 'vitest'
import { matterLife } from '#modules/matter/lifecycle.ts'
import { sentenceOf } from './story-sentences.ts'

const at = '2026-11-17T06:55:00.000Z'
const step = {
  id: '1',
  move: 'answer',
  at,
  by: 'staff' as const,
  actorName: '周晓岚',
  text: '',
  detail: { via: 'phone' },
  round: 1,
}
const clock = {
  kind: 'answer' as const,
  startedAt: '2026-11-17T06:30:00.000Z',
  warnAt: at,
  dueAt: at,
  stoppedAt: at,
  limitMinutes: 120,
  counting: 'always' as const,
  usedShare: 25 / 120,
  provisional: false,
  round: 1,
}
const photo = (purpose: 'reported' | 'finished') => ({ id: purpose, purpose, width: 1, height: 1 })
const about = { clocks: [clock], photoList: [photo('reported'), photo('finished')], way: 'scan' as const }

it('tells how the resident was reached and what it took', () => {
  expect(sentenceOf(step, about, 'zh')).toEqual({
    who: '周晓岚',
    says: '打电话联系了居民。',
    limit: '用了 25 分钟，限 2 小时。',
    late: false,
  })
  expect(sentenceOf(step, { ...about, clocks: [{ ...clock, usedShare: 1.5 }] }, 'en')).toMatchObject({
    limit: 'Limit 2 h, took 3 h: late.',
    late: true,
  })
})

it('leaves the reporter unnamed and counts only the photos that came with the report', () => {
  const reported = { ...step, move: 'report', by: 'reporter' as const, actorName: '孙女士', detail: {} }
  expect(sentenceOf(reported, about, 'zh')).toMatchObject({ who: '', says: '居民扫码报告，照片 1 张。', limit: '' })
})

it('says the rating where one was given', () => {
  const rated = { ...step, move: 'rate', by: 'reporter' as const, detail: { solved: true, satisfaction: 5 } }
  expect(sentenceOf(rated, about, 'zh').says).toBe('居民说解决了，评 5 分（满分 5 分）。')
  expect(sentenceOf({ ...rated, detail: { satisfaction: null } }, about, 'en').says).toBe(
    'The resident says it is solved.',
  )
})

it('names agencies, helpers and what the access list calls it', () => {
  const detail = { agency: '市政养护所', helpers: ['清荷物业', '城管中队'], item: '路灯' }
  expect(sentenceOf({ ...step, move: 'dispatch', detail }, about, 'zh').says).toBe(
    '分派给市政养护所主办，清荷物业、城管中队协办，入格事项“路灯”。',
  )
})

it('has words for every move of the life', () => {
  for (const move of Object.keys(matterLife.moves))
    expect([move, sentenceOf({ ...step, move, detail: {} }, about, 'zh').says]).not.toEqual([move, ''])
})

it('keeps silent about a move it does not know', () => {
  expect(sentenceOf({ ...step, move: 'foreseen', detail: {} }, about, 'zh')).toMatchObject({ who: '周晓岚', says: '' })
})
