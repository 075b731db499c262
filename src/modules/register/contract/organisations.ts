// What the register promises about organisations: 两新组织, schools, property management.
import { z } from 'zod'
import { Day, Id, line, personal, Version } from '#kernel/contract.ts'
import { ORGANISATION_KIND, SCHOOL_KIND } from '../classes/choices.ts'
import { oneOf } from './one-of.ts'
import { TieShown } from './ties.ts'

const OrganisationClass = z.enum(['organisation', 'school', 'property'])

export const Organisation = z.object({
  id: Id,
  class: OrganisationClass,
  name: z.string(),
  code: z.string().nullable(),
  kind: z.string(),
  address: z.string(),
  areaId: Id,
  gridId: Id.nullable(),
  /** 张**, 138****1234 */
  contactName: z.string(),
  contactPhone: z.string(),
  source: z.string(),
  asOf: z.string(),
  endedOn: z.string().nullable(),
  version: z.number(),
})

const told = {
  name: line(1, 100),
  /** 统一社会信用代码, 18 characters. */
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([0-9A-HJ-NP-RT-UW-Y]{18})?$/)
    .default(''),
  kind: oneOf([{ code: '' }, ...ORGANISATION_KIND, ...SCHOOL_KIND]).default(''),
  address: line(0, 120).default(''),
  contactName: personal('register.contact', line(0, 60)).default(''),
  contactPhone: personal(
    'register.contact',
    z
      .string()
      .trim()
      .regex(/^(\+?[\d][\d \-()]{5,24})?$/),
  ).default(''),
}

export const organisationPromises = {
  organisations: {
    kind: 'query',
    summary: { zh: '一个区域的单位', en: 'Organisations of an area' },
    input: z.strictObject({
      areaId: Id,
      class: OrganisationClass.optional(),
      after: Id.optional(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ organisations: z.array(Organisation), next: Id.nullable(), can: z.array(z.string()) }),
  },
  organisation: {
    kind: 'query',
    summary: { zh: '一个单位', en: 'One organisation' },
    input: z.strictObject({ id: Id }),
    output: Organisation.extend({ ties: z.array(TieShown), can: z.array(z.string()) }),
  },
  addOrganisation: {
    kind: 'command',
    summary: { zh: '登记一个单位', en: 'Record an organisation' },
    input: z.strictObject({ areaId: Id, class: OrganisationClass, ...told }),
    output: Organisation,
  },
  changeOrganisation: {
    kind: 'command',
    summary: { zh: '更正一个单位', en: 'Correct an organisation' },
    input: z.strictObject({
      id: Id,
      version: Version,
      ...told,
      /** Left out: as it is. */
      contactName: personal('register.contact', line(0, 60)).optional(),
      contactPhone: personal(
        'register.contact',
        z
          .string()
          .trim()
          .regex(/^(\+?[\d][\d \-()]{5,24})?$/),
      ).optional(),
    }),
    output: Organisation,
  },
  endOrganisation: {
    kind: 'command',
    summary: { zh: '注销一个单位', en: 'Record that an organisation is no more' },
    input: z.strictObject({ id: Id, version: Version, day: Day }),
    output: Organisation,
  },
} as const
