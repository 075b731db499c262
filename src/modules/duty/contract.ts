// What the duty module promises: who answers for an area, level by level; stand-ins; gaps; working groups; teams.
import { z } from 'zod'
import { contract, Day, Id, line, personal, Version } from '#kernel/contract.ts'
import { kindName } from '#kernel/refused-words.ts'
import { teamPromises } from './team-promises.ts'

const DutyLevel = z.enum(['subdistrict', 'community', 'grid', 'building', 'unit'])
/** Posts that a duty may bring with it: those of people in the field and in a community, never an administrator's. */
export const DUTY_ROLES = [
  ...(['community_head', 'community_staff', 'grid_worker', 'building_head', 'volunteer', 'patrol_member'] as const),
] as const
const DutyKind = z.object({
  code: z.string(),
  level: DutyLevel,
  zh: z.string(),
  en: z.string(),
  dutiesZh: z.string(),
  dutiesEn: z.string(),
  /** Nobody there is shown as a gap. */
  expected: z.boolean(),
  role: z.string().nullable(),
  /** Small numbers stand first. */
  sort: z.number(),
  /** Nobody can be appointed any more; whoever holds it keeps it to the end of his term. */
  retired: z.boolean(),
  version: z.number(),
})
export const Holder = z.object({
  id: Id,
  name: z.string(),
  nameEn: z.string(),
  phone: z.string(),
  accountId: Id.nullable(),
  from: z.string(),
  to: z.string().nullable(),
  standsInFor: Id.nullable(),
})
/** One level of the chain: an area, and for each duty of that level who holds it, or a gap. */
export const ChainLevel = z.object({
  areaId: Id,
  areaName: z.string(),
  areaNameEn: z.string(),
  level: z.string(),
  duties: z.array(
    z.object({
      kind: z.string(),
      zh: z.string(),
      en: z.string(),
      dutiesZh: z.string(),
      dutiesEn: z.string(),
      gap: z.boolean(),
      holders: z.array(Holder),
    }),
  ),
})
const Group = z.object({
  id: Id,
  areaId: Id,
  areaName: z.string(),
  name: z.string(),
  nameEn: z.string(),
  purpose: z.string(),
  members: z.array(
    z.object({ id: Id, name: z.string(), seat: z.enum(['head', 'deputy', 'member']), accountId: Id.nullable() }),
  ),
  version: z.number(),
})
const Member = z.strictObject({
  name: personal('duty.name', line(1, 40)),
  seat: z.enum(['head', 'deputy', 'member']),
  accountId: Id.optional(),
})

export const duty = contract('duty', {
  here: {
    kind: 'query',
    summary: { zh: '谁负责这里（公开）', en: 'Who answers here (public)' },
    input: z.strictObject({ code: z.string().min(6).max(40) }),
    output: z.object({
      chain: z.array(ChainLevel),
      /** On duty now, and until when; the next start otherwise. */
      onDuty: z.boolean(),
      until: z.string().nullable(),
      nextAt: z.string().nullable(),
      worker: z.object({ name: z.string(), phone: z.string() }).nullable(),
      nightPhone: z.string(),
    }),
  },
  chain: {
    kind: 'query',
    summary: { zh: '责任链', en: 'Chain of responsibility' },
    input: z.strictObject({ areaId: Id }),
    output: z.object({ chain: z.array(ChainLevel), can: z.array(z.string()) }),
  },
  gaps: {
    kind: 'query',
    summary: { zh: '哪里没有人负责', en: 'Where nobody answers' },
    input: z.strictObject({ areaId: Id.optional() }),
    output: z.object({
      gaps: z.array(
        z.object({
          areaId: Id,
          areaName: z.string(),
          path: z.string(),
          kind: z.string(),
          zh: z.string(),
          en: z.string(),
        }),
      ),
    }),
  },
  kinds: {
    kind: 'query',
    summary: { zh: '职责种类', en: 'Kinds of duty' },
    input: z.strictObject({ retired: z.boolean().default(false) }),
    output: z.object({ kinds: z.array(DutyKind), can: z.array(z.string()) }),
  },
  setKind: {
    kind: 'command',
    summary: { zh: '新增或修改职责', en: 'Add or change a kind of duty' },
    input: z.strictObject({
      code: z.string().regex(/^[a-z_]{2,30}$/),
      level: DutyLevel,
      zh: kindName(40),
      en: kindName(80),
      dutiesZh: kindName(300),
      dutiesEn: kindName(500),
      expected: z.boolean(),
      role: z.enum(DUTY_ROLES).nullable().default(null),
      sort: z.number().int().min(-10_000).max(10_000),
      retired: z.boolean().default(false),
      /** As it was read; 0 for a new one. */
      version: Version.default(0),
    }),
    output: z.object({ code: z.string(), version: z.number() }),
  },
  appoint: {
    kind: 'command',
    summary: { zh: '任命负责人', en: 'Appoint who answers' },
    input: z.strictObject({
      areaId: Id,
      kind: z.string().max(30),
      accountId: Id.optional(),
      name: personal('duty.name', line(1, 40)).optional(),
      nameEn: personal('duty.name', line(0, 80)).default(''),
      phone: personal('duty.phone', line(0, 20)).default(''),
      from: Day.optional(),
      to: Day.optional(),
      standsInFor: Id.optional(),
    }),
    output: Holder,
  },
  end: {
    kind: 'command',
    summary: { zh: '解除负责', en: 'End a duty' },
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
  },
  groups: {
    kind: 'query',
    summary: { zh: '工作组', en: 'Working groups' },
    input: z.strictObject({ areaId: Id.optional() }),
    output: z.object({ groups: z.array(Group), can: z.array(z.string()) }),
  },
  setGroup: {
    kind: 'command',
    summary: { zh: '建立或修改工作组', en: 'Make or change a working group' },
    input: z.strictObject({
      id: Id.optional(),
      version: Version.default(0),
      areaId: Id,
      name: line(1, 60),
      nameEn: line(0, 120).default(''),
      purpose: line(0, 300).default(''),
      members: z.array(Member).min(1).max(60),
    }),
    output: Group,
  },
  ...teamPromises,
})
