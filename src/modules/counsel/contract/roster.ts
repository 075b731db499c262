// Who sits, in which pattern, and the sessions that come of it.
import { z } from 'zod'
import { Day, Id, line, personal, Version } from '#kernel/contract.ts'
import {
  ClinicFull,
  ClinicKind,
  ClinicLine,
  Minute,
  Rotation,
  Sitter,
  SitterKind,
  SlotMinutes,
  Ticket,
} from '../shapes.ts'

const When = { day: Day, from: Minute, to: Minute }
const one = z.strictObject({ id: Id })
const offers = { offersZh: line(0, 200).default(''), offersEn: line(0, 300).default('') }
const why = { zh: line(2, 120), en: line(0, 200).default('') }

export const rosterPromises = {
  sitters: {
    kind: 'query',
    summary: { zh: '坐诊的人', en: 'Those who sit' },
    input: z.strictObject({ areaId: Id }),
    output: z.object({ sitters: z.array(Sitter), can: z.array(z.string()) }),
  },
  setSitter: {
    kind: 'command',
    summary: { zh: '登记一位坐诊的人', en: 'Record somebody who sits' },
    input: z.strictObject({
      areaId: Id,
      kind: SitterKind,
      name: personal('counsel.sitter', line(1, 30)),
      nameEn: personal('counsel.sitter', line(0, 60)).default(''),
      firm: personal('counsel.sitter', line(0, 60)).default(''),
      licenceNo: personal('counsel.sitter', line(0, 30)).default(''),
      accountId: Id.optional(),
    }),
    output: one,
  },
  endSitter: {
    kind: 'command',
    summary: { zh: '不再坐诊', en: 'Sits no longer' },
    input: z.strictObject({ id: Id, version: Version }),
    output: one,
  },
  week: {
    kind: 'query',
    summary: { zh: '一周的坐诊', en: 'Sessions of a week' },
    input: z.strictObject({ areaId: Id, from: Day, days: z.number().int().min(1).max(100).default(7) }),
    output: z.object({
      clinics: z.array(ClinicLine),
      /** Communities of the area without a session in these days. */
      without: z.array(z.object({ id: Id, name: z.string(), nameEn: z.string() })),
      can: z.array(z.string()),
    }),
  },
  clinic: {
    kind: 'query',
    summary: { zh: '一次坐诊：预约和叫号', en: 'One session: bookings and numbers' },
    input: one,
    output: ClinicFull,
  },
  planClinic: {
    kind: 'command',
    summary: { zh: '排一次坐诊', en: 'Plan a session' },
    input: z.strictObject({
      areaId: Id,
      kind: ClinicKind,
      roomId: Id.optional(),
      spotZh: line(0, 60).default(''),
      spotEn: line(0, 120).default(''),
      ...When,
      slotMinutes: SlotMinutes.default(0),
      ...offers,
      sitters: z.array(Id).min(1).max(12),
    }),
    output: one,
  },
  moveClinic: {
    kind: 'command',
    summary: { zh: '把一次坐诊改到别的时间', en: 'Move a session' },
    input: z.strictObject({ id: Id, version: Version, ...When, ...why }),
    output: one,
  },
  cancelClinic: {
    kind: 'command',
    summary: { zh: '取消一次坐诊', en: 'Cancel a session' },
    input: z.strictObject({ id: Id, version: Version, ...why }),
    output: one,
  },
  holdClinic: {
    kind: 'command',
    summary: { zh: '登记一次坐诊的结果', en: 'Note how a session went' },
    input: z.strictObject({
      id: Id,
      version: Version,
      advised: z.number().int().min(0).max(9999),
      handedOn: z.number().int().min(0).max(9999),
    }),
    output: one,
  },
  rotations: {
    kind: 'query',
    summary: { zh: '轮流坐诊的安排', en: 'Weekly patterns of sessions' },
    input: z.strictObject({ areaId: Id }),
    output: z.object({ rotations: z.array(Rotation), can: z.array(z.string()) }),
  },
  setRotation: {
    kind: 'command',
    summary: { zh: '安排轮流坐诊', en: 'Set a weekly pattern' },
    input: z.strictObject({
      areaId: Id,
      roomId: Id,
      kind: z.enum(['volunteer', 'legal']),
      /** 0: Monday. */
      weekday: z.number().int().min(0).max(6),
      from: Minute,
      to: Minute,
      slotMinutes: SlotMinutes.default(0),
      ...offers,
      fromOn: Day,
      turns: z.array(z.array(Id).min(1).max(6)).min(1).max(26),
    }),
    output: one,
  },
  fillRotation: {
    kind: 'command',
    summary: { zh: '按轮流安排排到某一天', en: 'Fill a pattern in until a day' },
    input: z.strictObject({ id: Id, until: Day }),
    output: z.object({
      made: z.number(),
      /** Days on which the room stays shut, or on which somebody already sits elsewhere. */
      skipped: z.array(z.object({ day: z.string(), why: z.enum(['shut', 'taken', 'elsewhere']) })),
    }),
  },
  endRotation: {
    kind: 'command',
    summary: { zh: '停止轮流安排', en: 'End a weekly pattern' },
    input: z.strictObject({ id: Id, version: Version }),
    output: one,
  },
  bookedPhone: {
    inPerson: {
      zh: '看预约人的电话，要由看的人自己负责。',
      en: 'whoever sees the phone of somebody who booked answers for it in person.',
    },
    kind: 'query',
    summary: {
      zh: '预约人的电话（当天，或改期、取消要告诉他时）',
      en: 'The phone of somebody who booked (on the day, or to tell him of a change)',
    },
    discloses: true,
    input: one,
    output: z.object({ phone: personal('counsel.phone', z.string()) }),
  },
  toldBooking: {
    kind: 'command',
    summary: { zh: '已告诉预约人', en: 'Whoever booked has been told' },
    input: one,
    output: one,
  },
  giveNumber: {
    kind: 'command',
    summary: { zh: '在窗口给一个号', en: 'Give a number at the desk' },
    input: one,
    output: z.object({ id: Id, no: z.number() }),
  },
  callNumber: { kind: 'command', summary: { zh: '叫号', en: 'Call a number' }, input: one, output: Ticket },
  seeNumber: { kind: 'command', summary: { zh: '开始咨询', en: 'Begin to talk' }, input: one, output: Ticket },
  finishNumber: { kind: 'command', summary: { zh: '咨询完', en: 'Finish a talk' }, input: one, output: Ticket },
  leaveNumber: {
    kind: 'command',
    summary: { zh: '人走了', en: 'Somebody has left' },
    input: one,
    output: Ticket,
  },
} as const
