// Who sits: lawyers, mediators, volunteers and experts of an area, with an account or from a firm outside.

import type { z } from 'zod'
import { type Actor, machineOnly, signedIn } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { k } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { accountById } from '#modules/account/index.ts'
import { counsel } from '../contract.ts'
import { areaNamed, keeps } from '../rights.ts'
import type { Sitter } from '../shapes.ts'
import { change, lockSitter, sittersWithin } from '../store.ts'

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockSitter(tx, actor.tenant, input.id)

export const sitters = operation(counsel.sitters, {
  permit: [signedIn],
  sight: 'tenant',
  subject: areaNamed,
  async run({ subject, tx, actor }) {
    const rows = await sittersWithin(tx, actor.tenant, { pos: subject!.area_pos, end: subject!.area_end })
    return {
      sitters: rows.map((row) => ({
        ...{ id: row.id, name: row.name, nameEn: row.name_en, firm: row.firm, licenceNo: row.licence_no },
        ...{ kind: row.kind as z.output<typeof Sitter>['kind'], accountId: row.account_id, areaId: row.area_id },
        version: row.version,
        can: keeps.allows(actor, row) ? ['endSitter'] : [],
      })),
      can: keeps.allows(actor, subject!) ? ['setSitter'] : [],
    }
  },
})

export const setSitter = operation(counsel.setSitter, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, write, made }) {
    if (input.accountId && !(await accountById(tx, actor.tenant, input.accountId)))
      throw new Problem(doorProblems.missing)
    const id = newId()
    write(
      k.insertInto('sitter').values({
        ...{ tenant_id: actor.tenant, id, area_id: subject!.id, area_pos: subject!.area_pos, kind: input.kind },
        ...{ name: input.name, name_en: input.nameEn, firm: input.firm, licence_no: input.licenceNo },
        ...{ account_id: input.accountId ?? null, made_at: now, changed_at: now },
      }),
    )
    made({ id, area_pos: subject!.area_pos, version: 1 })
    return { id }
  },
})

export const endSitter = operation(counsel.endSitter, {
  permit: [keeps],
  sight: 'tenant',
  subject: locked,
  async run({ input, subject, tx, actor, now }) {
    if (subject!.version !== input.version) throw new Problem(doorProblems.changed)
    await change(tx, actor.tenant, 'sitter', subject!, { ended_at: now }, now)
    return { id: subject!.id }
  },
})
