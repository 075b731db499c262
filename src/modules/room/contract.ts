// What the room module promises: rooms and stations with hours, services, tools and people; the means of an area.
import { z } from 'zod'
import { contract, Day, Id, Lat, Lon, line } from '#kernel/contract.ts'
import { kindName } from '#kernel/refused-words.ts'
import { Weekly } from '#modules/calendar/index.ts'
import { meansPromises } from './means-promises.ts'
import { publicPromises } from './public-promises.ts'
import { Room, RoomFull, Spans } from './shapes.ts'

const Version = z.number().int().min(1)
const Said = z.strictObject({ zh: kindName(60), en: kindName(120) })

const said = {
  phone: line(0, 20),
  /** How to find it once there. */
  spotZh: line(0, 60),
  spotEn: line(0, 120),
  aboutZh: line(0, 300),
  aboutEn: line(0, 500),
}

export const room = contract('room', {
  ...publicPromises,
  list: {
    kind: 'query',
    summary: { zh: '一个区域里的工作室和站点', en: 'Rooms and stations of an area' },
    input: z.strictObject({ areaId: Id.optional() }),
    output: z.object({ rooms: z.array(Room), can: z.array(z.string()) }),
  },
  get: {
    kind: 'query',
    summary: { zh: '一个工作室或站点', en: 'One room or station' },
    input: z.strictObject({ id: Id }),
    output: RoomFull,
  },
  add: {
    kind: 'command',
    summary: { zh: '登记一个工作室或站点', en: 'Record a room or station' },
    input: z.strictObject({
      areaId: Id,
      kind: line(1, 20),
      name: line(1, 60),
      nameEn: line(0, 120).default(''),
      label: line(1, 30),
      lon: Lon.optional(),
      lat: Lat.optional(),
      phone: said.phone.default(''),
      spotZh: said.spotZh.default(''),
      spotEn: said.spotEn.default(''),
      aboutZh: said.aboutZh.default(''),
      aboutEn: said.aboutEn.default(''),
      weekly: Weekly,
      followsCalendar: z.boolean().default(true),
    }),
    output: RoomFull,
  },
  change: {
    kind: 'command',
    summary: { zh: '修改电话、位置、说明', en: 'Change phone, spot and description' },
    input: z.strictObject({ id: Id, version: Version, ...said }),
    output: RoomFull,
  },
  setHours: {
    kind: 'command',
    summary: { zh: '设定每周开放时间', en: 'Set the weekly hours' },
    input: z.strictObject({ id: Id, version: Version, weekly: Weekly, followsCalendar: z.boolean() }),
    output: RoomFull,
  },
  setDay: {
    kind: 'command',
    summary: { zh: '某一天关门或改时间', en: 'Close or change the hours of one day' },
    input: z.strictObject({
      id: Id,
      version: Version,
      day: Day,
      /** `null`: the usual hours again. Empty: closed. */
      spans: Spans.nullable(),
      zh: line(0, 60).default(''),
      en: line(0, 120).default(''),
    }),
    output: RoomFull,
  },
  setServices: {
    kind: 'command',
    summary: { zh: '公布提供哪些服务', en: 'Say which services are offered' },
    input: z.strictObject({ id: Id, version: Version, services: z.array(Said).max(40) }),
    output: RoomFull,
  },
  setTools: {
    kind: 'command',
    summary: { zh: '公布借哪些东西', en: 'Say which tools are lent' },
    input: z.strictObject({
      id: Id,
      version: Version,
      tools: z.array(Said.extend({ id: Id.optional(), total: z.number().int().min(1).max(999) })).max(40),
    }),
    output: RoomFull,
  },
  lend: {
    kind: 'command',
    summary: { zh: '借出一件，发号牌', en: 'Lend one, against a numbered tag' },
    input: z.strictObject({ id: Id, toolId: Id, backBy: Day }),
    output: z.object({ id: Id, tag: z.number() }),
  },
  giveBack: {
    kind: 'command',
    summary: { zh: '收回一件', en: 'Take one back' },
    input: z.strictObject({ id: Id, loanId: Id }),
    output: z.object({ id: Id }),
  },
  close: {
    kind: 'command',
    summary: { zh: '停用工作室或站点', en: 'Close a room or station for good' },
    input: z.strictObject({ id: Id, version: Version }),
    output: z.object({ id: Id }),
  },
  ...meansPromises,
})
