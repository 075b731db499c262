// What the area module promises: the tree from district to home, its codes and names, and where a point lies.
import { z } from 'zod'
import { contract, Day, Id, Lat, Lon, line, Version } from '#kernel/contract.ts'
import { LEVELS } from './lifecycle.ts'

export const Level = z.enum(LEVELS)
/** Official statistical codes: 6 digits county, 9 subdistrict, 12 community, 15 grid; ours may be longer. */
export const Code = z.string().regex(/^[0-9A-Z]{2,24}$/)

const Position = z.tuple([Lon, Lat])
/** Closed, or a point could be both inside and outside. */
const Ring = z
  .array(Position)
  .min(4)
  .refine((ring) => ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1], {
    message: '边界没有闭合 · the ring is not closed',
  })
const Rings = z.array(Ring).min(1)
export const Boundary = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).min(1) }),
])

export const Area = z.object({
  id: Id,
  parentId: Id.nullable(),
  level: Level,
  code: z.string().nullable(),
  name: z.string(),
  nameEn: z.string(),
  address: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  height: z.number().nullable(),
  floors: z.number().nullable(),
  bounded: z.boolean(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  children: z.number(),
  version: z.number(),
})

export const AreaFull = Area.extend({
  aliases: z.array(z.string()),
  codes: z.array(
    z.object({ code: z.string(), validFrom: z.string(), validTo: z.string().nullable(), source: z.string() }),
  ),
  path: z.array(z.object({ id: Id, name: z.string(), nameEn: z.string(), level: Level })),
  divisions: z.array(z.object({ id: Id, kind: z.enum(['compound', 'beat']), name: z.string() })),
  boundary: Boundary.nullable(),
  can: z.array(z.string()),
})

const NewArea = z.strictObject({
  level: Level,
  name: line(1, 60),
  nameEn: line(0, 120).default(''),
  code: Code.optional(),
  address: line(0, 120).default(''),
  aliases: z.array(line(1, 60)).max(20).default([]),
  boundary: Boundary.optional(),
  lon: Lon.optional(),
  lat: Lat.optional(),
  /** Metres, to the centimetre. */
  height: z
    .number()
    .min(0)
    .max(1000)
    .transform((metres) => Math.round(metres * 100) / 100)
    .optional(),
  floors: z.number().int().min(0).max(200).optional(),
})

/** One row of an import: `key` names it within the batch, `parent` another row's key or an existing code. */
export const ImportRow = NewArea.extend({ key: line(1, 80), parent: line(1, 80) })

export const area = contract('area', {
  found: {
    kind: 'command',
    summary: { zh: '建立一个区', en: 'Found a tenant with its district' },
    input: z.strictObject({
      code: Code,
      name: line(1, 60),
      nameEn: line(0, 120).default(''),
      demo: z.boolean().default(false),
    }),
    output: z.object({ tenant: Id, id: Id }),
  },
  districts: {
    kind: 'query',
    summary: { zh: '有哪些区（公开）', en: 'Which districts there are (public)' },
    input: z.strictObject({}),
    output: z.object({
      districts: z.array(z.object({ id: Id, code: z.string(), name: z.string(), nameEn: z.string() })),
    }),
  },
  tree: {
    kind: 'query',
    summary: { zh: '下级区域', en: 'Areas below one' },
    input: z.strictObject({
      under: Id.optional(),
      depth: z.number().int().min(1).max(4).default(1),
      level: Level.optional(),
    }),
    output: z.object({ areas: z.array(Area) }),
  },
  get: {
    kind: 'query',
    summary: { zh: '一个区域', en: 'One area' },
    input: z.strictObject({ id: Id }),
    output: AreaFull,
  },
  find: {
    kind: 'query',
    summary: { zh: '按名称、旧称、编码、地址找区域', en: 'Find areas by name, alias, code or address' },
    input: z.strictObject({ words: line(1, 40), level: Level.optional() }),
    output: z.object({ areas: z.array(Area.extend({ path: z.string() })) }),
  },
  locate: {
    kind: 'query',
    summary: { zh: '一个点在哪个网格', en: 'The grid a point lies in' },
    input: z.strictObject({ lon: Lon, lat: Lat }),
    output: z.object({ grid: z.object({ id: Id, name: z.string(), nameEn: z.string() }).nullable() }),
  },
  add: {
    kind: 'command',
    summary: { zh: '增加下级区域', en: 'Add an area below' },
    input: z.strictObject({ ...NewArea.shape, parentId: Id }),
    output: Area,
  },
  change: {
    kind: 'command',
    summary: { zh: '修改名称、地址、旧称、边界', en: 'Change name, address, aliases, boundary' },
    input: z.strictObject({
      id: Id,
      version: Version,
      name: line(1, 60).optional(),
      nameEn: line(0, 120).optional(),
      address: line(0, 120).optional(),
      aliases: z.array(line(1, 60)).max(20).optional(),
      boundary: Boundary.optional(),
    }),
    output: Area,
  },
  recode: {
    kind: 'command',
    summary: { zh: '换官方编码，旧码留存', en: 'Give a new official code; the old one is kept' },
    input: z.strictObject({ id: Id, version: Version, code: Code, from: Day, source: line(1, 80) }),
    output: Area,
  },
  retire: {
    kind: 'command',
    summary: { zh: '撤销区域', en: 'End an area' },
    input: z.strictObject({ id: Id, version: Version, on: Day }),
    output: Area,
  },
  move: {
    kind: 'command',
    summary: { zh: '把区域划到另一个上级', en: 'Move an area under another' },
    input: z.strictObject({ id: Id, version: Version, parentId: Id }),
    /** `moved`: the interval the branch left and by how much it shifted, for those whose rows stand in it. */
    output: Area.extend({ moved: z.object({ pos: z.number(), end: z.number(), shift: z.number() }) }),
  },
  import: {
    kind: 'command',
    summary: { zh: '批量导入区域', en: 'Import areas as one batch' },
    input: z.strictObject({ source: line(1, 80), rows: z.array(ImportRow).min(1).max(20_000) }),
    output: z.object({ added: z.number(), kept: z.number(), ids: z.record(z.string(), Id) }),
  },
  link: {
    kind: 'command',
    summary: { zh: '登记小区或警务区', en: 'Record a compound or police beat' },
    input: z.strictObject({
      kind: z.enum(['compound', 'beat']),
      name: line(1, 60),
      nameEn: line(0, 120).default(''),
      areas: z.array(Id).min(1).max(200),
    }),
    output: z.object({ id: Id }),
  },
})
