// What each line about the full life of a matter asks.
import type { Ask } from './inputs.ts'
import { KIND } from './stories.ts'

type Input = (ask: Ask) => Record<string, unknown>

const one: Input = ({ matter, id }) => ({ id: id(matter.id) })
const receipt: Input = ({ matter, there }) => ({ receipt: there ? matter.receipt : '0000000000000000000Z' })
const grid: Input = ({ world, id }) => ({ areaId: id(world.grid.id) })
const heard: Input = ({ world, id }) => ({ id: id(world.heard.id), version: world.heard.version })
const reason = '这件事要换一家来办。'
const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const LATER = '2026-12-18T10:00:00+08:00'

const record: Input = (ask) => ({ ...grid(ask), kind: KIND, words: '商铺外放音响', done: '当场请店主关小了' })

export const matterInputs: Readonly<Record<string, Input>> = {
  'agency.list': grid,
  'agency.add': (ask) => ({ ...grid(ask), kind: 'department', name: '新设的单位', nameEn: 'New agency' }),
  'agency.change': ({ world, id }) => ({
    ...{ id: id(world.agency.id), version: world.agency.version, kind: 'company' },
    ...{ name: '改名的单位', nameEn: 'Renamed', phone: '', retired: false },
  }),
  'agency.shift': () => ({ pos: 1, end: 2, shift: 0 }),

  'matter.record': record,
  'matter.similar': ({ world, there }) => ({
    code: there ? world.place.code : 'ZZZZZZZZ',
    words: '音响太响',
    kind: KIND,
  }),
  'matter.similar (for an area)': (ask) => ({ ...grid(ask), words: '商铺外放音响', kind: KIND }),
  'matter.menu': ({ world, there }) => ({ code: there ? world.place.code : 'ZZZZZZZZ' }),
  'matter.voice': (ask) => ({ ...one(ask), file: ask.matter.voice }),
  'matter.storyVoice': (ask) => ({ ...receipt(ask), file: ask.matter.voice }),
  'matter.around': () => ({ pos: 1, words: '' }),
  'matter.hear': (ask) => ({ ...grid(ask), way: 'tea', words: '广场上说路灯亮得太晚' }),
  'matter.heard': () => ({}),
  'matter.heard (of a grid)': grid,
  'matter.settleHeard': heard,
  'matter.raiseHeard': heard,

  'matter.decline': (ask) => ({ ...one(ask), reason: '这是两家之间的借款。', route: 'court' }),
  'matter.dispatch': (ask) => ({ ...one(ask), agencyId: ask.world.agency.id }),
  'matter.sign': one,
  'matter.return': (ask) => ({ ...one(ask), reason, basis: '职责清单' }),
  'matter.rule': (ask) => ({ ...one(ask), agencyId: ask.world.agency.id, ruling: reason, basis: '街道办公会' }),
  'matter.transfer': (ask) => ({ ...one(ask), agencyId: ask.world.counter, reason }),
  'matter.invite': (ask) => ({ ...one(ask), agencyIds: [ask.world.counter], reason }),
  'matter.note': (ask) => ({ ...one(ask), words: '明天再去' }),
  'matter.meet': (ask) => ({
    ...{ ...one(ask), at: '2026-11-18T09:00:00+08:00', who: ['甲单位', '乙单位'], minutes: '先劝说，再复查。' },
    decisions: [{ what: '劝说', owner: '甲单位' }],
  }),
  'matter.ask': (ask) => ({ ...one(ask), what: 'pause', reason: 'reporter', words: '等报告人回来。', until: LATER }),
  'matter.pause': (ask) => ({ ...one(ask), requestId: ask.world.requests.pause }),
  'matter.extend': (ask) => ({ ...one(ask), requestId: ask.world.requests.extend }),
  'matter.refuse': (ask) => ({ ...one(ask), requestId: ask.world.requests.extend, why: '来得及' }),
  'matter.standForMediation': (ask) => ({ ...one(ask), words: '调委会已受理。', until: LATER }),
  'matter.resume': one,
  'matter.raise': one,
  'matter.climb': one,
  'matter.acknowledge': (ask) => ({ ...one(ask), words: '知道了' }),
  'matter.urge': (ask) => ({ ...one(ask), words: '请快一点' }),
  'matter.mark': (ask) => ({ ...one(ask), grade: 'urgent', words: '请先办' }),
  'matter.comment': (ask) => ({ ...one(ask), words: '注意夜间' }),
  'matter.warn': one,
  'matter.merge': (ask) => ({ ...one(ask), into: ask.world.other }),
  'matter.lapse': one,
  'matter.askEffect': one,
  'matter.archive': one,
  'matter.progress': one,
  'matter.due': () => ({}),
  'matter.confirm': receipt,

  'matter.filters': () => ({}),
  'matter.saveFilter': () => ({ name: '快到期的', filter: { view: 'due' } }),
  'matter.dropFilter': ({ world }) => ({ id: world.filter }),
  'matter.figures': () => YEAR,
  'matter.figures (of a grid)': (ask) => ({ ...grid(ask), ...YEAR }),
  'matter.routes': () => ({}),
  'matter.setRoute': (ask) => ({
    ...{ ...grid(ask), version: 0, kind: KIND, agencyId: ask.world.agency.id },
    ...{ direct: false, basis: '职责清单', from: '2026-11-01' },
  }),
}
