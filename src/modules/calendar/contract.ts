// What the calendar module promises: working days as announced, and the hours offices work or are on duty.
import { z } from 'zod'
import { contract, Day, Id, line, Version } from '#kernel/contract.ts'

const Name = z.object({ zh: z.string(), en: z.string() })
/** Monday to Sunday; each day's spans in minutes of the local day, sorted, apart. */
export const Weekly = z
  .array(z.array(z.tuple([z.number().int().min(0).max(1439), z.number().int().min(1).max(1440)])).max(6))
  .length(7)
  .refine((week) => week.flat().every(([from, to]) => from < to), 'spans end after they begin')
  .refine(
    (week) => week.every((day) => day.every((span, at) => at === 0 || day[at - 1]![1] <= span[0])),
    'spans are sorted and apart',
  )

export const Hours = z.object({
  areaId: Id,
  areaName: z.string(),
  purpose: z.enum(['work', 'duty']),
  weekly: Weekly,
  inherited: z.boolean(),
  version: z.number(),
})
const SpecialDay = z.object({ day: z.string(), kind: z.enum(['holiday', 'makeup']), name: Name })

export const calendar = contract('calendar', {
  year: {
    kind: 'query',
    summary: { zh: '一年的工作日安排', en: 'Working days of a year' },
    input: z.strictObject({ year: z.number().int().min(2000).max(2100) }),
    output: z.object({
      year: z.number(),
      announced: z.boolean(),
      source: z.string().nullable(),
      days: z.array(SpecialDay),
      can: z.array(z.string()),
    }),
  },
  announce: {
    kind: 'command',
    summary: { zh: '公布一年的放假安排', en: "Announce a year's holidays" },
    input: z.strictObject({
      year: z.number().int().min(2000).max(2100),
      source: line(1, 120),
      days: z
        .array(z.strictObject({ day: Day, kind: z.enum(['holiday', 'makeup']), zh: line(1, 20), en: line(1, 40) }))
        .max(80),
    }),
    output: z.object({ year: z.number(), days: z.number() }),
  },
  hours: {
    kind: 'query',
    summary: { zh: '工作和值班时间', en: 'Working and duty hours' },
    input: z.strictObject({ areaId: Id }),
    output: z.object({ work: Hours, duty: Hours, can: z.array(z.string()) }),
  },
  setHours: {
    kind: 'command',
    summary: { zh: '设定工作或值班时间', en: 'Set working or duty hours' },
    input: z.strictObject({
      areaId: Id,
      purpose: z.enum(['work', 'duty']),
      version: Version,
      weekly: Weekly,
    }),
    output: Hours,
  },
})
