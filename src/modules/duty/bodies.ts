// Who may record partner bodies and the people they second, and who may read them.
import { type Actor, holds, machineOnly, signedIn, works } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { keepKind } from '#kernel/keep-kind.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { accountById } from '#modules/account/index.ts'
import { areaById } from '#modules/area/index.ts'
import {
  type BodyRow,
  bodiesWithin,
  bodyById,
  lockBody,
  lockSeconded,
  type SecondedRow,
  secondedBy,
  secondedById,
  secondedWithin,
  toBody,
  toSeconded,
} from './body-store.ts'
import { duty } from './contract.ts'
import { bodyKinds } from './team-store.ts'
import { dutyProblems } from './words.ts'

const keeps = works('system_admin', 'district_staff', 'subdistrict_staff', 'community_head')
const everywhere = { pos: 0, end: Number.MAX_SAFE_INTEGER }

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)

const bodyLocked = (input: { id: string }, tx: Tx, actor: Actor) => lockBody(tx, actor.tenant, input.id)
const secondedLocked = (input: { id: string }, tx: Tx, actor: Actor) => lockSeconded(tx, actor.tenant, input.id)

/** The span asked about, and whether the asker keeps it. */
async function asked(tx: Tx, actor: Actor, areaId: string | undefined) {
  const area = areaId ? await areaById(tx, actor.tenant, areaId) : undefined
  if (areaId && !area) throw new Problem(doorProblems.missing)
  return {
    span: area ? { pos: area.area_pos, end: area.area_end } : everywhere,
    may: area ? keeps.allows(actor, area) : keeps.mayEver(actor),
  }
}

const bodyCan = (actor: Actor, row: BodyRow) => (keeps.allows(actor, row) ? ['setBody', 'endBody'] : [])
const secondedCan = (actor: Actor, row: SecondedRow) => (keeps.allows(actor, row) ? ['endSecondment'] : [])

export const setBodyKind = operation(duty.setBodyKind, {
  permit: [holds('system_admin', 'district_staff'), machineOnly],
  async run({ input: { code, version, ...rest }, actor: { tenant }, tx }) {
    const row = { ...rest, version: version + 1 }
    const kept = await keepKind(tx, version, {
      add: k
        .insertInto('body_kind')
        .values({ tenant_id: tenant, code, ...row })
        .onConflict((clash) => clash.doNothing())
        .returning('version'),
      change: k
        .updateTable('body_kind')
        .set(row)
        .where('tenant_id', '=', tenant)
        .where('code', '=', code)
        .where('version', '=', version)
        .returning('version'),
      now: async () => (await bodyKinds(tx, tenant)).find((one) => one.code === code),
    })
    return { code, version: kept }
  },
})

export const bodies = operation(duty.bodies, {
  permit: [signedIn],
  async run({ input, tx, actor, now }) {
    const { span, may } = await asked(tx, actor, input.areaId)
    const [rows, counts] = await Promise.all([
      bodiesWithin(tx, actor.tenant, span),
      secondedBy(tx, actor.tenant, localDay(now)),
    ])
    const seconded = new Map(counts.map((row) => [row.body_id, row.n]))
    return {
      bodies: rows.map((row) => toBody(row, seconded.get(row.id) ?? 0, bodyCan(actor, row))),
      can: may ? ['setBody'] : [],
    }
  },
})

export const setBody = operation(duty.setBody, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, made }) {
    const kind = (await bodyKinds(tx, actor.tenant)).find((one) => one.code === input.kind)
    if (!kind) throw new Problem(dutyProblems.noBodyKind, { kind: input.kind })
    const before = input.id ? await lockBody(tx, actor.tenant, input.id) : undefined
    if (input.id && (!before || before.area_id !== subject!.id)) throw new Problem(doorProblems.missing)
    if (before && before.version !== input.version) throw new Problem(doorProblems.changed)
    if (kind.retired && before?.kind !== kind.code) throw new Problem(dutyProblems.kindRetired, { kind: kind.zh })
    const id = input.id ?? newId()
    const row = {
      kind: input.kind,
      area_id: subject!.id,
      name: input.name,
      name_en: input.nameEn,
      offers_zh: input.offersZh,
      offers_en: input.offersEn,
      contact: input.contact,
      work_phone: input.phone,
      version: (before?.version ?? 0) + 1,
    }
    await tx.all(
      before
        ? k.updateTable('body').set(row).where('tenant_id', '=', actor.tenant).where('id', '=', id)
        : k.insertInto('body').values({ tenant_id: actor.tenant, id, made_at: now, ...row }),
    )
    made({ id, area_pos: subject!.area_pos, version: row.version })
    const saved = (await bodyById(tx, actor.tenant, id))!
    const seconded = (await secondedBy(tx, actor.tenant, localDay(now))).find((one) => one.body_id === id)?.n ?? 0
    return toBody(saved, seconded, bodyCan(actor, saved))
  },
})

export const endBody = operation(duty.endBody, {
  permit: [keeps],
  sight: 'tenant',
  subject: bodyLocked,
  async run({ subject, tx, actor, now, write }) {
    const here = (await secondedBy(tx, actor.tenant, localDay(now))).find((one) => one.body_id === subject!.id)?.n
    if (here) throw new Problem(dutyProblems.stillSeconded, { name: subject!.name, count: here })
    write(
      k.updateTable('body').set({ ended_at: now }).where('tenant_id', '=', actor.tenant).where('id', '=', subject!.id),
    )
    return { id: subject!.id }
  },
})

export const seconded = operation(duty.seconded, {
  permit: [signedIn],
  async run({ input, tx, actor, now }) {
    const { span, may } = await asked(tx, actor, input.areaId)
    const rows = await secondedWithin(tx, actor.tenant, span, localDay(now))
    return { people: rows.map((row) => toSeconded(row, secondedCan(actor, row))), can: may ? ['second'] : [] }
  },
})

export const second = operation(duty.second, {
  permit: [keeps, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, made }) {
    if (!(await bodyById(tx, actor.tenant, input.bodyId))) throw new Problem(doorProblems.missing)
    const account = input.accountId ? await accountById(tx, actor.tenant, input.accountId) : undefined
    if (input.accountId && !account) throw new Problem(doorProblems.missing)
    const name = account?.name ?? input.name
    if (!name) throw new Problem(dutyProblems.nameNeeded)
    const from = input.from ?? localDay(now)
    if (input.to && input.to < from) throw new Problem(dutyProblems.endsBefore)
    const id = newId()
    await tx.all(
      k.insertInto('secondment').values({
        tenant_id: actor.tenant,
        id,
        body_id: input.bodyId,
        area_id: subject!.id,
        account_id: account?.id ?? null,
        name,
        name_en: account?.name_en ?? input.nameEn,
        work_phone: account?.work_phone || input.phone,
        task_zh: input.taskZh,
        task_en: input.taskEn,
        from_on: from,
        to_on: input.to ?? null,
        made_at: now,
      }),
    )
    made({ id, area_pos: subject!.area_pos })
    const saved = (await secondedById(tx, actor.tenant, id))!
    return toSeconded(saved, secondedCan(actor, saved))
  },
})

export const endSecondment = operation(duty.endSecondment, {
  permit: [keeps],
  sight: 'tenant',
  subject: secondedLocked,
  async run({ subject, actor, now, write }) {
    write(
      k
        .updateTable('secondment')
        .set({ ended_at: now })
        .where('tenant_id', '=', actor.tenant)
        .where('id', '=', subject!.id),
    )
    return { id: subject!.id }
  },
})
