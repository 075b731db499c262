// What the duty module promises about teams: who is in them, who is on duty when, who is lent by which body.
import { z } from 'zod'
import { Day, Id, line, personal } from '#kernel/contract.ts'
import { kindName } from '#kernel/refused-words.ts'
import { Weekly } from '#modules/calendar/index.ts'

const Code = z.string().regex(/^[a-z_]{2,30}$/)
const Kind = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  /** Small numbers stand first. */
  sort: z.number(),
  /** No longer to be chosen; what is of it keeps its name. */
  retired: z.boolean(),
  version: z.number(),
})
const newKind = z.strictObject({
  code: Code,
  zh: kindName(40),
  en: kindName(80),
  sort: z.number().int().min(-10_000).max(10_000),
  retired: z.boolean().default(false),
  /** As it was read; 0 for a new one. */
  version: z.number().int().min(0).max(2_147_483_646).default(0),
})
const keptKind = z.object({ code: z.string(), version: z.number() })
const Seat = z.enum(['head', 'deputy', 'member'])
const Version = z.number().int().min(0).default(0)
const somewhere = z.strictObject({ areaId: Id.optional() })

export const Body = z.object({
  id: Id,
  kind: z.string(),
  kindZh: z.string(),
  kindEn: z.string(),
  areaId: Id,
  areaName: z.string(),
  areaNameEn: z.string(),
  name: z.string(),
  nameEn: z.string(),
  offersZh: z.string(),
  offersEn: z.string(),
  contact: z.string(),
  phone: z.string(),
  /** People it has seconded now. */
  seconded: z.number(),
  version: z.number(),
  can: z.array(z.string()),
})

export const Seconded = z.object({
  id: Id,
  bodyId: Id,
  bodyName: z.string(),
  bodyNameEn: z.string(),
  areaId: Id,
  areaName: z.string(),
  areaNameEn: z.string(),
  name: z.string(),
  nameEn: z.string(),
  phone: z.string(),
  taskZh: z.string(),
  taskEn: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  accountId: Id.nullable(),
  can: z.array(z.string()),
})

export const Member = z.object({
  id: Id,
  name: z.string(),
  nameEn: z.string(),
  accountId: Id.nullable(),
  bodyId: Id.nullable(),
  bodyName: z.string(),
  bodyNameEn: z.string(),
  seat: Seat,
  taskZh: z.string(),
  taskEn: z.string(),
  /** Residents may read the name on the page of the room. */
  shown: z.boolean(),
})

/** Minutes of the local day; weekday 0 Monday to 6 Sunday. */
export const Shift = z.object({ id: Id, memberId: Id, weekday: z.number(), from: z.number(), to: z.number() })
/** One day of a roster, swaps counted in; `gaps`: minutes that should be covered and are not. */
const RosterDay = z.object({
  day: z.string(),
  on: z.array(
    z.object({
      shiftId: Id,
      memberId: Id,
      from: z.number(),
      to: z.number(),
      /** Whose shift it usually is, when it is in other hands on this day. */
      standsInFor: Id.nullable(),
    }),
  ),
  gaps: z.array(z.tuple([z.number(), z.number()])),
  /** The public holiday or make-up workday of that name. */
  zh: z.string(),
  en: z.string(),
})
/** One shift of one day in other hands; `null`: in nobody's. */
const Swap = z.object({ shiftId: Id, day: z.string(), memberId: Id.nullable() })

export const Team = z.object({
  id: Id,
  kind: z.string(),
  kindZh: z.string(),
  kindEn: z.string(),
  areaId: Id,
  areaName: z.string(),
  areaNameEn: z.string(),
  placeId: Id.nullable(),
  placeName: z.string(),
  placeNameEn: z.string(),
  name: z.string(),
  nameEn: z.string(),
  purposeZh: z.string(),
  purposeEn: z.string(),
  /** When somebody should be on duty. */
  cover: Weekly,
  members: z.array(Member),
  /** Members on duty at this moment. */
  onDuty: z.array(Id),
  /** Seven days from today. */
  week: z.array(RosterDay),
  /** Minutes of a usual week that should be covered and are not. */
  gapMinutes: z.number(),
  version: z.number(),
  can: z.array(z.string()),
})

const NewMember = z.strictObject({
  /** Of a member who stays. */
  id: Id.optional(),
  accountId: Id.optional(),
  bodyId: Id.optional(),
  name: personal('duty.member', line(0, 40)).default(''),
  nameEn: personal('duty.member', line(0, 80)).default(''),
  seat: Seat,
  taskZh: line(0, 40).default(''),
  taskEn: line(0, 80).default(''),
  shown: z.boolean().default(false),
})

const minute = z.number().int().min(0).max(1440)

export const teamPromises = {
  teamKinds: {
    kind: 'query',
    summary: { zh: '队伍和共建单位的种类', en: 'Kinds of teams and partner bodies' },
    input: z.strictObject({}),
    output: z.object({ teams: z.array(Kind), bodies: z.array(Kind) }),
  },
  setTeamKind: {
    kind: 'command',
    summary: { zh: '新增或修改队伍种类', en: 'Add or change a kind of team' },
    input: newKind,
    output: keptKind,
  },
  setBodyKind: {
    kind: 'command',
    summary: { zh: '新增或修改共建单位种类', en: 'Add or change a kind of partner body' },
    input: newKind,
    output: keptKind,
  },
  teams: {
    kind: 'query',
    summary: { zh: '队伍', en: 'Teams' },
    input: somewhere,
    output: z.object({ teams: z.array(Team), can: z.array(z.string()) }),
  },
  team: {
    kind: 'query',
    summary: { zh: '一支队伍和它的值班表', en: 'One team and its roster' },
    input: z.strictObject({ id: Id }),
    output: z.object({
      team: Team,
      shifts: z.array(Shift),
      /** From today on. */
      swaps: z.array(Swap),
      /** By weekday, the minutes that nobody covers. */
      gaps: Weekly,
    }),
  },
  setTeam: {
    kind: 'command',
    summary: { zh: '建立或修改队伍', en: 'Make or change a team' },
    input: z.strictObject({
      id: Id.optional(),
      version: Version,
      areaId: Id,
      kind: Code,
      placeId: Id.nullable().default(null),
      name: line(1, 60),
      nameEn: line(0, 120).default(''),
      purposeZh: line(0, 300).default(''),
      purposeEn: line(0, 500).default(''),
      cover: Weekly,
      members: z.array(NewMember).min(1).max(120),
    }),
    output: Team,
  },
  endTeam: {
    kind: 'command',
    summary: { zh: '撤销队伍', en: 'End a team' },
    input: z.strictObject({ id: Id, version: z.number().int() }),
    output: z.object({ id: Id }),
  },
  setRoster: {
    kind: 'command',
    summary: { zh: '排一周的值班', en: 'Set the weekly roster' },
    input: z.strictObject({
      id: Id,
      version: z.number().int(),
      shifts: z
        .array(
          z
            .strictObject({
              id: Id.optional(),
              memberId: Id,
              weekday: z.number().int().min(0).max(6),
              from: minute,
              to: minute,
            })
            .refine((shift) => shift.from < shift.to, 'a shift ends after it begins'),
        )
        .max(400),
    }),
    output: Team,
  },
  swap: {
    kind: 'command',
    summary: { zh: '某一天换人值班', en: 'Swap a shift for one day' },
    input: z.strictObject({ id: Id, shiftId: Id, day: Day, memberId: Id.nullable() }),
    output: z.object({ id: Id }),
  },
  bodies: {
    kind: 'query',
    summary: { zh: '共建单位和社会组织', en: 'Partner bodies and social organisations' },
    input: somewhere,
    output: z.object({ bodies: z.array(Body), can: z.array(z.string()) }),
  },
  setBody: {
    kind: 'command',
    summary: { zh: '登记或修改共建单位', en: 'Record or change a partner body' },
    input: z.strictObject({
      id: Id.optional(),
      version: Version,
      areaId: Id,
      kind: Code,
      name: line(1, 60),
      nameEn: line(0, 120).default(''),
      offersZh: line(0, 300).default(''),
      offersEn: line(0, 500).default(''),
      contact: personal('duty.contact', line(0, 40)).default(''),
      phone: personal('duty.workPhone', line(0, 20)).default(''),
    }),
    output: Body,
  },
  endBody: {
    kind: 'command',
    summary: { zh: '共建单位退出', en: 'A partner body leaves' },
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
  },
  seconded: {
    kind: 'query',
    summary: { zh: '下沉和派驻的人', en: 'People seconded by other bodies' },
    input: somewhere,
    output: z.object({ people: z.array(Seconded), can: z.array(z.string()) }),
  },
  second: {
    kind: 'command',
    summary: { zh: '登记一位下沉、派驻的人', en: 'Record somebody seconded to an area' },
    input: z.strictObject({
      areaId: Id,
      bodyId: Id,
      accountId: Id.optional(),
      name: personal('duty.seconded', line(0, 40)).default(''),
      nameEn: personal('duty.seconded', line(0, 80)).default(''),
      phone: personal('duty.workPhone', line(0, 20)).default(''),
      taskZh: line(1, 60),
      taskEn: line(0, 120).default(''),
      from: Day.optional(),
      to: Day.optional(),
    }),
    output: Seconded,
  },
  endSecondment: {
    kind: 'command',
    summary: { zh: '结束派驻', en: 'End a secondment' },
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
  },
} as const
