// Promises about who a matter lies with: decline, dispatch, sign, return, rule, transfer, invite, and the rules behind.
import { z } from 'zod'
import { Day, Id, line, prose, words } from '#kernel/contract.ts'
import { ROUTES } from '../lifecycle.ts'
import { Changed, KindCode, OneMatter, Route } from '../shapes.ts'

export const handingOn = {
  decline: {
    kind: 'command',
    summary: { zh: '不予受理，告知其他途径', en: 'Decline, naming the other route' },
    input: z.strictObject({ id: Id, reason: words(prose(5, 2000)), route: z.enum(ROUTES) }),
    output: Changed,
  },
  dispatch: {
    kind: 'command',
    summary: { zh: '分派给责任单位', en: 'Dispatch to an agency' },
    input: z.strictObject({
      id: Id,
      agencyId: Id,
      helpers: z.array(Id).max(10).default([]),
      /** The item of the access list; the newest valid one of the kind unless said. */
      itemId: Id.optional(),
      words: words(prose(0, 1000)).default(''),
    }),
    output: Changed,
  },
  sign: { kind: 'command', summary: { zh: '签收', en: 'Sign for it' }, input: OneMatter, output: Changed },
  return: {
    kind: 'command',
    summary: { zh: '退单：不是我单位的事', en: 'Return: not this agency’s business' },
    input: z.strictObject({ id: Id, reason: words(prose(5, 1000)), basis: words(line(2, 200)) }),
    output: Changed,
  },
  rule: {
    kind: 'command',
    summary: { zh: '裁定由谁办', en: 'Rule whose business it is' },
    input: z.strictObject({ id: Id, agencyId: Id, ruling: words(prose(5, 2000)), basis: words(line(2, 200)) }),
    output: Changed,
  },
  transfer: {
    kind: 'command',
    summary: { zh: '转办', en: 'Transfer to another agency' },
    input: z.strictObject({ id: Id, agencyId: Id, reason: words(prose(5, 1000)) }),
    output: Changed,
  },
  invite: {
    kind: 'command',
    summary: { zh: '邀请会办', en: 'Invite agencies to help' },
    input: z.strictObject({ id: Id, agencyIds: z.array(Id).min(1).max(10), reason: words(prose(5, 1000)) }),
    output: Changed,
  },
  routes: {
    kind: 'query',
    summary: { zh: '分派规则，和可以立为规则的裁定', en: 'Routing rules, and rulings that could become one' },
    input: z.strictObject({}),
    output: z.object({
      routes: z.array(Route),
      offers: z.array(
        z.object({
          matterId: Id,
          no: z.string(),
          kind: z.string(),
          agencyId: Id,
          agencyName: z.string(),
          ruling: z.string(),
        }),
      ),
      can: z.array(z.string()),
    }),
  },
  setRoute: {
    kind: 'command',
    summary: { zh: '新增或修改分派规则', en: 'Add or change a routing rule' },
    input: z.strictObject({
      id: Id.optional(),
      /** 0 for a new rule. */
      version: z.number().int().min(0),
      kind: KindCode,
      areaId: Id,
      agencyId: Id,
      direct: z.boolean(),
      basis: line(2, 200),
      from: Day,
      to: Day.nullable().default(null),
      learnedFrom: Id.nullable().default(null),
    }),
    output: z.object({ id: Id, version: z.number() }),
  },
} as const
