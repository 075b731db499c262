// Agencies: listed for whoever hands something on, kept by the desks of their areas.
import type { z } from 'zod'
import { type Actor, machineOnly, signedIn, works } from '#kernel/access.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { areaById } from '#modules/area/index.ts'
import { type Agency, agency } from './contract.ts'
import { type AgencyRow, agenciesFor, agencyById, agencyNamed, lockAgency } from './store.ts'
import { agencyProblems } from './words.ts'

const keeps = works('system_admin', 'district_staff', 'subdistrict_staff')

const toAgency = (row: AgencyRow, actor: Actor): z.input<typeof Agency> => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  nameEn: row.name_en,
  areaId: row.area_id,
  areaName: row.area_name,
  phone: row.phone,
  retired: row.retired_at !== null,
  version: row.version,
  can: keeps.allows(actor, row) ? ['change'] : [],
})

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockAgency(tx, actor.tenant, input.id)

export const list = operation(agency.list, {
  permit: [signedIn],
  async run({ input, tx, actor }) {
    const area = input.areaId ? await areaById(tx, actor.tenant, input.areaId) : undefined
    if (input.areaId && !area) throw new Problem(doorProblems.missing)
    const rows = await agenciesFor(tx, actor.tenant, area?.area_pos, input.words)
    return { agencies: rows.map((row) => toAgency(row, actor)) }
  },
})

export const add = operation(agency.add, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, made }) {
    if (await agencyNamed(tx, actor.tenant, input.name))
      throw new Problem(agencyProblems.nameTaken, { name: input.name })
    const id = newId()
    const { areaId, nameEn, ...rest } = input
    await tx.all(
      k.insertInto('agency').values({
        ...rest,
        tenant_id: actor.tenant,
        id,
        name_en: nameEn,
        area_id: areaId,
        area_pos: subject!.area_pos,
        made_at: now,
        changed_at: now,
      }),
    )
    made({ id, area_pos: subject!.area_pos, version: 1 })
    return toAgency((await agencyById(tx, actor.tenant, id))!, actor)
  },
})

export const change = operation(agency.change, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: locked,
  async run({ input, subject, tx, actor, now, made }) {
    const row = subject!
    if (row.version !== input.version) throw new Problem(doorProblems.changed)
    const same = await agencyNamed(tx, actor.tenant, input.name)
    if (same && same.id !== row.id) throw new Problem(agencyProblems.nameTaken, { name: input.name })
    await tx.all(
      k
        .updateTable('agency')
        .set({
          kind: input.kind,
          name: input.name,
          name_en: input.nameEn,
          phone: input.phone,
          retired_at: input.retired ? (row.retired_at ?? now) : null,
          version: row.version + 1,
          changed_at: now,
        })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', row.id),
    )
    made({ id: row.id, area_pos: row.area_pos, version: row.version + 1 })
    return toAgency((await agencyById(tx, actor.tenant, row.id))!, actor)
  },
})
