// What each line of the table asks: an input that would be answered if rights allowed it, about the subject or about nothing.
import { randomUUID } from 'node:crypto'
import { callbackInputs } from './callback-inputs.ts'
import { PASSWORD } from './canaries.ts'
import { committeeInputs } from './committee-inputs.ts'
import { counselInputs } from './counsel-inputs.ts'
import { importInputs } from './import-inputs.ts'
import { kinInputs } from './kin-inputs.ts'
import { matterInputs } from './matter-inputs.ts'
import { mediationInputs } from './mediation-inputs.ts'
import { open311Inputs } from './open311-inputs.ts'
import { panelInputs } from './panel-inputs.ts'
import { registerInputs } from './register-inputs.ts'
import { retentionInputs } from './retention-inputs.ts'
import { revealInputs } from './reveal-inputs.ts'
import { roomInputs } from './room-inputs.ts'
import { KIND, type MatterThere } from './stories.ts'
import { studyInputs } from './study-inputs.ts'
import type { World } from './subjects.ts'

/** `id` names the subject, or nothing at all when its absence is what is asked. */
export type Ask = {
  readonly world: World
  readonly there: boolean
  readonly id: (there: string) => string
  readonly matter: MatterThere
}
type Input = (ask: Ask) => Record<string, unknown>

let count = 0
const unique = () => `${process.pid}x${++count}`

const SECRET = '0000000000000000000Z'
const NOON = '2026-11-18T04:00:00Z'
const grid: Input = ({ world, id }) => ({ areaId: id(world.grid.id) })
const code: Input = ({ world, there }) => ({ code: there ? world.place.code : SECRET.slice(8) })
const one: Input = ({ matter, id }) => ({ id: id(matter.id) })
const receipt: Input = ({ matter, there }) => ({ receipt: there ? matter.receipt : SECRET })
const account: Input = ({ world, id }) => ({ id: id(world.account) })
const nothing: Input = () => ({})
const both = (text: string) => ({ zh: text, en: text })

const WEEK = [...Array(5).fill([[480, 720]]), [], []]
const SHIFT = { pos: 1, end: 2, shift: 0 }

export const inputs: Readonly<Record<string, Input>> = {
  'area.found': () => ({ code: `98${unique().replace(/\D/g, '').slice(-8)}`, name: '新区' }),
  'area.districts': nothing,
  'area.tree': ({ world, id }) => ({ under: id(world.grid.id) }),
  'area.get': ({ world, id }) => ({ id: id(world.grid.id) }),
  'area.find': () => ({ words: '第12网格', level: 'grid' }),
  'area.locate': ({ world }) => ({ lon: world.grid.lon, lat: world.grid.lat }),
  'area.add': ({ world, id }) => ({ parentId: id(world.grid.id), level: 'building', name: '新楼' }),
  'area.change': ({ world, id }) => ({ id: id(world.building.id), version: world.building.version, address: '新地址' }),
  'area.recode': ({ world, id }) => ({
    id: id(world.grid.id),
    version: world.grid.version,
    code: `97${unique().replace(/\D/g, '')}`,
    from: '2026-11-01',
    source: '测试',
  }),
  'area.retire': ({ world, id }) => ({ id: id(world.unit.id), version: world.unit.version, on: '2026-11-18' }),
  'area.move': ({ world, id }) => ({ id: id(world.unit.id), version: world.unit.version, parentId: world.building.id }),
  'area.import': ({ world, there }) => ({
    source: '测试',
    rows: [{ key: 'a', parent: there ? world.grid.code : 'ZZ999', level: 'building', name: '新楼' }],
  }),
  'area.link': ({ world, id }) => ({ kind: 'compound', name: '新小区', areas: [id(world.grid.id)] }),

  'account.signIn': ({ world, there }) => ({ login: there ? world.login : 'nobody.here', password: PASSWORD }),
  'account.signOut': nothing,
  'account.me': nothing,
  'account.setLang': () => ({ lang: 'en' }),
  'account.changePassword': () => ({ old: PASSWORD, new: 'another-password-0002' }),
  'account.tokens': nothing,
  'account.addToken': () => ({ name: '测试', days: 1, scopes: ['account.read'] }),
  'account.endToken': () => ({ id: randomUUID() }),
  'account.list': () => ({ words: 'nightbird', limit: 100 }),
  'account.get': account,
  'account.add': ({ world, id }) => ({
    login: `new-${unique()}`,
    name: '柳五',
    role: 'volunteer',
    areaId: id(world.grid.id),
  }),
  'account.invite': account,
  'account.join': ({ world, there }) => ({
    invitation: there ? world.invitation : SECRET,
    password: 'another-password-0002',
  }),
  'account.grant': ({ world, id }) => ({ id: id(world.account), role: 'volunteer', areaId: world.grid.id }),
  'account.grant (a lawyer)': ({ world, id }) => ({ id: id(world.account), role: 'lawyer', areaId: world.grid.id }),
  'account.endPost': ({ world, id }) => ({ postId: id(world.gridPost) }),
  'account.endPost (of a desk)': ({ world, id }) => ({ postId: id(world.deskPost) }),
  'account.disable': account,
  'account.enable': ({ world, id }) => ({ id: id(world.disabled) }),
  'account.addDemo': ({ world, id }) => ({
    login: `demo-${unique()}`,
    name: '柳六',
    nameEn: '',
    workPhone: '',
    areaId: id(world.grid.id),
    from: '2026-03-01',
    role: null,
  }),
  'account.shift': () => SHIFT,

  'place.here': code,
  'place.near': code,
  'place.kinds': nothing,
  'place.list': grid,
  'place.setKind': () => ({ code: 'bench', zh: '长椅', en: 'Bench' }),
  'place.add': ({ world, id }) => ({ areaId: id(world.grid.id), kind: 'open', name: '新公告栏', label: 'N-1' }),
  'place.addDoors': grid,
  'place.reissue': ({ world, id }) => ({ id: id(world.place.id), version: world.place.version }),
  'place.retire': ({ world, id }) => ({ id: id(world.place.id), version: world.place.version }),
  'place.sheet': ({ world, id }) => ({ id: id(world.place.id) }),
  'place.shift': () => SHIFT,

  'calendar.year': () => ({ year: 2026 }),
  'calendar.announce': () => ({
    year: 2027,
    source: '测试',
    days: [{ day: '2027-01-01', kind: 'holiday', zh: '元旦', en: 'New Year' }],
  }),
  'calendar.hours': grid,
  'calendar.setHours': ({ world, id }) => ({ areaId: id(world.grid.id), purpose: 'work', version: 0, weekly: WEEK }),

  'duty.here': code,
  'duty.chain': grid,
  'duty.gaps': grid,
  'duty.kinds': nothing,
  'duty.groups': grid,
  'duty.setKind': () => ({
    code: 'light_keeper',
    level: 'grid',
    zh: '路灯员',
    en: 'Light keeper',
    dutiesZh: '看路灯',
    dutiesEn: 'Looks after lamps',
    expected: false,
    sort: 99,
  }),
  'duty.appoint': ({ world, id }) => ({ areaId: id(world.grid.id), kind: 'grid_head', name: '柳七' }),
  'duty.appoint (with a post)': ({ world, id }) => ({
    areaId: id(world.grid.id),
    kind: 'grid_worker',
    accountId: world.account,
  }),
  'duty.end': ({ world, id }) => ({ id: id(world.duty) }),
  'duty.end (with its post)': ({ world, id }) => ({ id: id(world.workerDuty) }),
  'duty.setGroup': ({ world, id }) => ({
    areaId: id(world.grid.id),
    name: '新组',
    members: [{ name: '柳八', seat: 'head' }],
  }),
  'duty.setGroup (a group that is there)': ({ world, id }) => ({
    areaId: world.grid.id,
    id: id(world.group.id),
    version: world.group.version,
    name: '改名的组',
    members: [{ name: '柳八', seat: 'head' }],
  }),

  ...registerInputs,
  ...revealInputs,
  ...importInputs,
  ...counselInputs,
  ...panelInputs,
  ...roomInputs,
  ...committeeInputs,
  ...mediationInputs,
  ...studyInputs,
  ...kinInputs,
  ...matterInputs,
  ...callbackInputs,
  ...retentionInputs,
  ...open311Inputs,

  'matter.report': (ask) => ({ ...code(ask), kind: KIND, words: '楼下音响太响' }),
  'matter.report (for an area)': ({ world, id }) => ({
    areaId: id(world.grid.id),
    kind: KIND,
    words: '巡看时发现音响太响',
  }),
  'matter.preview': (ask) => ({ ...code(ask), words: '楼下音响太响', kind: KIND }),
  'matter.preview (for an area)': (ask) => ({ ...grid(ask), words: '楼下音响太响', kind: KIND }),
  'matter.list': () => ({ view: 'all', sort: 'newest', limit: 100 }),
  'matter.list (of a grid)': (ask) => ({ ...grid(ask), view: 'all', sort: 'newest', limit: 100 }),
  'matter.counts': nothing,
  'matter.counts (of a grid)': grid,
  'matter.get': one,
  'matter.explain': (ask) => ({ ...one(ask), clock: 'take' }),
  'matter.photo': (ask) => ({ ...one(ask), file: ask.matter.photo }),
  'matter.photo (of another matter)': (ask) => ({ ...one(ask), file: ask.world.otherPhoto }),
  'matter.reveal': one,
  'matter.take': one,
  'matter.answer': (ask) => ({ ...one(ask), said: '已打电话', via: 'phone' }),
  'matter.finish': (ask) => ({ ...one(ask), result: 'explained', done: '已劝说店主' }),
  'matter.verify': (ask) => ({ ...one(ask), reply: '店主答应十点后关音响' }),
  'matter.sendBack': (ask) => ({ ...one(ask), reason: '请再去一次' }),
  'matter.story': receipt,
  'matter.storyPhoto': (ask) => ({ ...receipt(ask), file: ask.matter.photo }),
  'matter.rate': (ask) => ({ ...receipt(ask), satisfaction: 4 }),
  'matter.dispute': (ask) => ({ ...receipt(ask), why: '昨晚又响了' }),
  'matter.withdraw': receipt,
  'matter.forget': receipt,
  'matter.kinds': nothing,
  'matter.rules': nothing,
  'matter.items': nothing,
  'matter.setKind': ({ world }) => ({
    code: world.kind.id,
    version: world.kind.version,
    family: '环境',
    zh: '施工和商铺噪声',
    en: 'Noise',
    public: true,
    limitMinutes: 600,
    counting: 'work',
    proof: 'text',
  }),
  'matter.setLimit': () => ({ clock: 'take', limitMinutes: 30, counting: 'duty', basis: '测试' }),
  'matter.setDangers': () => ({ rules: [{ words: ['着火'], call: '119', zh: '请先打 119。', en: 'Call 119 first.' }] }),
  'matter.setItem': ({ world }) => itemOf(world.item.kind),
  'matter.setItem (one that is there)': ({ world, id }) => ({
    ...itemOf(world.item.kind),
    id: id(world.item.id),
    version: world.item.version,
  }),
  'notice.inbox': nothing,
  'notice.unread': nothing,
  'notice.read': () => ({ id: randomUUID() }),
  'notice.read (all)': () => ({ until: '2026-11-18T02:00:00Z' }),
  'notice.wishes': nothing,
  'notice.setWishes': () => ({
    version: 0,
    digestAt: 510,
    digestEmail: false,
    quiet: 'usual',
    quietFrom: null,
    quietTo: null,
  }),
  'notice.kinds': nothing,
  'notice.setKind': () => ({
    code: 'matter.rated',
    version: 0,
    titleZh: '解决了：{kind}',
    titleEn: 'Solved: {kind}',
    bodyZh: '',
    bodyEn: '',
    urgent: false,
    channels: ['inbox'],
  }),
  'notice.setRule': () => ({ version: 0, quietFrom: 1260, quietTo: 480, digestAt: 510 }),
  'notice.outbox': nothing,
  'notice.again': ({ world, id }) => ({ id: id(world.message) }),
  'notice.demoPhone': nothing,
  'notice.demoSent': nothing,
  'notice.send': ({ world }) => ({
    to: { account: world.account },
    kind: 'matter.rated',
    about: { kind: 'matter', id: world.matters.closed.id },
    said: {},
  }),
  'notice.spread': nothing,
  'notice.heard': ({ world }) => ({ id: world.account, areaPos: 1 }),
  'notice.digest': nothing,
  'notice.digestOne': ({ world }) => ({ account: world.account }),
  'notice.claim': () => ({ most: 8 }),
  'notice.settle': ({ world }) => ({ id: world.message, no: 1, provider: 'demo', outcome: { fault: 'busy' } }),
  'notice.erase': nothing,
  'notice.hold': () => ({ before: '2026-01-01T00:00:00.000Z' }),
  'upkeep.state': nothing,
  'upkeep.health': nothing,
  'upkeep.tally': nothing,
  'upkeep.release': nothing,
  'clock.move': () => ({ minutes: 0 }),
  'clock.step': () => ({ was: NOON, database: NOON, wall: NOON, databaseMs: 0, wallMs: 3_600_000 }),
  'matter.recount': nothing,
  'matter.shift': () => SHIFT,
}

const itemOf = (kind: string) => ({
  version: 0,
  kind,
  name: both('事项'),
  lead: both('部门'),
  basis: both('依据'),
  duties: ['find'],
  frequency: both('每周'),
  standard: both('标准'),
  feedback: both('反馈'),
  documentNo: '测试〔2026〕1号',
  validFrom: '2026-01-01',
})

/** The input of a line: its own, or that of its operation. */
export function inputOf(line: string, ask: Ask): Record<string, unknown> {
  const input = inputs[line] ?? inputs[line.split(' ')[0]!]
  if (!input) throw new Error(`${line} has no input`)
  return input(ask)
}
