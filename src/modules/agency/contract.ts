// What the agency module promises: the departments, counters and companies that matters are handed to.
import { z } from 'zod'
import { contract, Id, line } from '#kernel/contract.ts'
import { kindName } from '#kernel/refused-words.ts'

export const AGENCY_KINDS = ['department', 'counter', 'legal_room', 'company', 'utility'] as const

export const Agency = z.object({
  id: Id,
  kind: z.enum(AGENCY_KINDS),
  name: z.string(),
  nameEn: z.string(),
  /** The area it serves. */
  areaId: Id,
  areaName: z.string(),
  /** Of the office, never of a person. */
  phone: z.string(),
  retired: z.boolean(),
  version: z.number(),
  can: z.array(z.string()),
})

export const agency = contract('agency', {
  list: {
    kind: 'query',
    summary: { zh: '责任单位', en: 'Agencies that matters are handed to' },
    input: z.strictObject({ areaId: Id.optional(), words: line(0, 40).default('') }),
    output: z.object({ agencies: z.array(Agency) }),
  },
  add: {
    kind: 'command',
    summary: { zh: '登记责任单位', en: 'Register an agency' },
    input: z.strictObject({
      kind: z.enum(AGENCY_KINDS),
      name: kindName(40),
      nameEn: line(1, 80),
      areaId: Id,
      phone: line(0, 20).default(''),
    }),
    output: Agency,
  },
  change: {
    kind: 'command',
    summary: { zh: '修改责任单位', en: 'Change an agency' },
    input: z.strictObject({
      id: Id,
      version: z.number().int().min(1),
      kind: z.enum(AGENCY_KINDS),
      name: kindName(40),
      nameEn: line(1, 80),
      phone: line(0, 20),
      retired: z.boolean(),
    }),
    output: Agency,
  },
})
