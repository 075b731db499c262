// What the place module promises: places a code can be printed for, and the printed sheets.
import { z } from 'zod'
import { contract, FileAnswer, Id, Lat, Lon, line, Version } from '#kernel/contract.ts'
import { kindName } from '#kernel/refused-words.ts'
import type { Text } from '#kernel/words.ts'

export const PlaceKind = z.string().regex(/^[a-z_]{2,20}$/)

const KindSort = z.number().int().min(-10_000).max(10_000)
const RoomLevel = z.enum(['district', 'subdistrict', 'community'])

export const Kind = z.object({
  code: PlaceKind,
  zh: z.string(),
  en: z.string(),
  /** People are received in it: it can have hours, services and staff. */
  room: z.boolean(),
  /** The level of area it belongs to; `null` where it may stand anywhere. */
  level: RoomLevel.nullable(),
  /** An area of that level without one is shown as a gap. */
  expected: z.boolean(),
  /** Services that a new room of this kind starts with. */
  usual: z.array(z.object({ zh: z.string(), en: z.string() })),
  /** Small numbers stand first. */
  sort: z.number(),
  /** No longer to be chosen; what is of it keeps its name. */
  retired: z.boolean(),
  version: z.number(),
})

export const Place = z.object({
  id: Id,
  kind: PlaceKind,
  kindZh: z.string(),
  kindEn: z.string(),
  name: z.string(),
  nameEn: z.string(),
  /** Printed beside the code: QH-03-02. */
  label: z.string(),
  areaId: Id,
  areaName: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  /** Two words printed under the code; the page shows the same two, so that a pasted-over code is noticed. */
  checkWords: z.string(),
  url: z.string(),
  retired: z.boolean(),
  version: z.number(),
  can: z.array(z.string()),
})

const AN_EXPORT: Text = {
  zh: '一次导出一片区域的全部码，由本人来取。',
  en: 'all codes of an area at once are an export, fetched in person.',
}

export const place = contract('place', {
  here: {
    kind: 'query',
    summary: { zh: '扫到的是哪里', en: 'Where this code is' },
    input: z.strictObject({ code: z.string().min(6).max(40) }),
    output: z.object({
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      label: z.string(),
      checkWords: z.string(),
      areaId: Id,
      path: z.array(z.object({ level: z.string(), name: z.string(), nameEn: z.string() })),
      address: z.string(),
    }),
  },
  near: {
    kind: 'query',
    summary: { zh: '不是这里：同一网格的其他地方', en: 'Not here: other places of the same grid' },
    input: z.strictObject({ code: z.string().min(6).max(40), words: line(0, 40).default('') }),
    output: z.object({
      places: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string(), label: z.string() })),
    }),
  },
  kinds: {
    kind: 'query',
    summary: { zh: '场所种类', en: 'Kinds of places' },
    input: z.strictObject({}),
    output: z.object({ kinds: z.array(Kind) }),
  },
  setKind: {
    kind: 'command',
    summary: { zh: '新增或修改场所种类', en: 'Add or change a kind of place' },
    input: z.strictObject({
      code: PlaceKind,
      zh: kindName(40),
      en: kindName(80),
      room: z.boolean().default(false),
      level: RoomLevel.nullable().default(null),
      expected: z.boolean().default(false),
      usual: z
        .array(z.strictObject({ zh: kindName(60), en: kindName(120) }))
        .max(20)
        .default([]),
      sort: KindSort.default(900),
      retired: z.boolean().default(false),
      /** As it was read; 0 for a new one. */
      version: Version.default(0),
    }),
    output: z.object({ code: PlaceKind, version: z.number() }),
  },
  list: {
    kind: 'query',
    summary: { zh: '一个区域里的码', en: 'Codes of an area' },
    input: z.strictObject({
      areaId: Id.optional(),
      words: line(1, 40).optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({ places: z.array(Place), total: z.number() }),
  },
  add: {
    kind: 'command',
    summary: { zh: '登记一个地方并发码', en: 'Record a place and give it a code' },
    input: z.strictObject({
      areaId: Id,
      kind: PlaceKind,
      name: line(1, 60),
      nameEn: line(0, 120).default(''),
      label: line(1, 30),
      lon: Lon.optional(),
      lat: Lat.optional(),
    }),
    output: Place,
  },
  addDoors: {
    kind: 'command',
    summary: {
      zh: '给一个区域的每栋楼、每个单元发门牌码',
      en: 'Give every building and unit of an area its door code',
    },
    input: z.strictObject({ areaId: Id }),
    output: z.object({ added: z.number() }),
  },
  reissue: {
    kind: 'command',
    summary: { zh: '换新码，旧码作废', en: 'Issue a new code; the old one ends' },
    input: z.strictObject({ id: Id, version: Version }),
    output: Place,
  },
  retire: {
    kind: 'command',
    summary: { zh: '停用', en: 'Retire' },
    input: z.strictObject({ id: Id, version: Version }),
    output: Place,
  },
  sheet: {
    inPerson: AN_EXPORT,
    kind: 'query',
    bytes: true,
    summary: { zh: '打印用的码（A4 PDF）', en: 'Printable codes (A4 PDF)' },
    input: z.strictObject({ areaId: Id.optional(), id: Id.optional(), lang: z.enum(['zh', 'en']).optional() }),
    output: FileAnswer,
  },
})
