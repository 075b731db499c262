// The first sentence in every state of the life, and nobody's words as markup.
import { describe, expect, it } from 'vitest'
import { type MatterState, matterLife } from '#modules/matter/lifecycle.ts'
import { nowSection } from './now.ts'
import { whatSection } from './reply.ts'
import { stepsSection } from './steps.ts'
import type { Story } from './story.ts'

const now = new Date('2026-11-19T15:10:00+08:00')

const story: Story = {
  no: 'LL-2026-004217',
  state: 'handling',
  title: '楼道里给电动车充电',
  words: '电动车在楼道里充电，插座有焦味',
  address: '清荷苑 3号楼 2单元 一层楼道',
  kindZh: '飞线和楼道充电',
  kindEn: 'Charging in stairwells',
  photoList: [],
  voiceList: [],
  reply: null,
  can: [],
  promise: { what: 'answer', at: '2026-11-19T08:30:00.000Z', late: false },
  disputeUntil: null,
  joined: null,
  asksEffect: false,
  steps: [],
  looks: [],
  publicLine: null,
  phone: '138****1234',
  name: null,
  round: 1,
  gridName: '第12网格',
  worker: null,
  version: 1,
}

/** As read aloud. */
const text = (markup: { text: string }) => markup.text.replace(/<[^>]*>/g, '')
const said = (change: Partial<Story>, justSent = false) =>
  text(nowSection({ ...story, ...change }, justSent, now, 'zh'))

describe('the first sentence', () => {
  it('says what happens next and by when', () => {
    expect(said({})).toContain('最迟今天 16:30 前，网格员会联系您。')
    expect(said({ phone: null })).toContain('网格员会在这一页回应您。')
    expect(
      said({ state: 'reported', promise: { what: 'take', at: '2026-11-19T07:40:00Z', late: false } }, true),
    ).toMatch(/已经送到第12网格.*最迟今天 15:40 前有人接单/)
  })

  it('does not hide a broken promise', () => {
    const late = said({ promise: { what: 'finish', at: '2026-11-19T04:10:00Z', late: true } })
    expect(late).toMatch(/比答应的晚了.*答应今天 12:10 前办完，还没有办完/)
  })

  it('says until when it can be reopened, and how soon somebody comes then', () => {
    const answer = {
      move: 'answer',
      at: '2026-11-18T02:02:00Z',
      name: '周晓岚',
      kept: true,
      text: '',
      minutes: 48,
      limitMinutes: 120,
      dueAt: null,
      ...{ reason: null, route: null, until: null, to: '' },
    }
    const replied = said({
      state: 'replied',
      promise: null,
      can: ['dispute'],
      disputeUntil: '2026-12-19T02:00:00Z',
      steps: [answer],
    })
    expect(replied).toMatch(/没有解决就告诉我们，12月19日前都可以。.*2 小时内有人联系您/)
  })

  const step = (move: string, change: Partial<Story['steps'][number]> = {}): Story['steps'][number] => ({
    ...{ move, at: '2026-11-18T02:02:00Z', name: '', text: '', kept: null, minutes: null, limitMinutes: null },
    ...{ dueAt: null, reason: null, route: null, until: null, to: '', ...change },
  })

  it('says why it waits and until when, where it went, and which other way there is', () => {
    const paused = step('pause', { reason: 'parts', until: '2026-11-25T04:00:00Z' })
    expect(said({ state: 'paused', promise: null, steps: [paused] })).toContain(
      '在等配件、材料到货，最迟11月25日接着办。',
    )
    const dispatched = said({ state: 'dispatched', steps: [step('dispatch', { to: '清荷物业公司' })] })
    expect(dispatched).toContain('已转给清荷物业公司')
    const declined = step('decline', { route: 'court', text: '这是合同的事。' })
    expect(said({ state: 'declined', promise: null, steps: [declined] })).toContain('请走这条路：人民法院。')
  })

  it('says how the matter goes that it was joined to, and none of its words', () => {
    const open = { state: 'handling' as const, reply: null, repliedAt: null }
    expect(said({ state: 'merged', promise: null, joined: open })).toContain('现在是“办理中”')
    const replied = { ...open, reply: '已修好。', repliedAt: '2026-11-18T02:02:00Z' }
    expect(said({ state: 'merged', promise: null, joined: replied })).toMatch(/有答复了.*单独给您重新办/)
  })

  it('does not take silence for satisfaction, and asks again weeks later', () => {
    const closed = { state: 'closed' as const, promise: null }
    expect(said({ ...closed, steps: [step('rate')] })).toContain('谢谢您')
    expect(said({ ...closed, steps: [step('lapse')] })).toContain('没有等到您的评价')
    expect(said({ ...closed, asksEffect: true })).toContain('还管用吗？')
  })

  it.each(Object.keys(matterLife.states) as MatterState[])('has one for %s, in both languages', (state) => {
    for (const lang of ['zh', 'en'] as const) {
      const sentence = text(nowSection({ ...story, state, promise: null }, false, now, lang))
      expect(sentence.length).toBeGreaterThan(8)
      expect(sentence).not.toContain('{')
    }
  })
})

it('tells each move of the life as a sentence, kept promises beside it', () => {
  const steps = Object.keys(matterLife.moves).map((move, at) => ({
    move,
    at: `2026-11-18T00:${String(at).padStart(2, '0')}:00.000Z`,
    name: '周晓岚',
    kept: move === 'finish' ? false : null,
    text: '',
    minutes: 500,
    limitMinutes: 420,
    dueAt: '2026-11-18T01:14:00.000Z',
    ...{ reason: null, route: null, until: null, to: '' },
  }))
  const told = text(stepsSection({ ...story, steps }, now, 'zh'))
  expect(told).toContain('承诺 11月18日 09:14 前，晚了')
  expect(told).not.toContain('{')
  expect(told.indexOf('您撤回了')).toBeLessThan(told.indexOf('您报告了'))
})

it('shows what people wrote as text', () => {
  const nasty = '<img src=x onerror=alert(1)>'
  const markup = whatSection(
    { ...story, title: nasty, words: `${nasty}"'`, address: nasty, no: nasty },
    'R',
    false,
    now,
    'zh',
  ).text
  expect(markup).not.toContain('<img')
  expect(markup).not.toMatch(/ style=| on\w+="/)
})
