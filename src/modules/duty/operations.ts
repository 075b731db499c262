// Who may appoint those who answer, and what everybody may know of them.
import { type Actor, anyone, holds, machineOnly, signedIn, works } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { keepKind } from '#kernel/keep-kind.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { accountById, endPost, grantPost, workersAt } from '#modules/account/index.ts'
import { areaById, pathOf } from '#modules/area/index.ts'
import { isCounting, nextStart, timeAt } from '#modules/calendar/index.ts'
import { enterByCode, placeById } from '#modules/place/index.ts'
import { duty } from './contract.ts'
import {
  chainOf,
  type DutyKindRow,
  dutiesOf,
  dutyKinds,
  gapsWithin,
  groupsWithin,
  isHeld,
  lockDuty,
  membersOf,
  toHolder,
} from './store.ts'
import { dutyProblems } from './words.ts'

const APPOINTERS = ['system_admin', 'district_staff', 'subdistrict_staff', 'community_head'] as const
const appoints = works(...APPOINTERS)

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const scanned = (_: unknown, tx: Tx, actor: Actor) => placeById(tx, actor.tenant, actor.place ?? '')
const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockDuty(tx, actor.tenant, input.id)
const everywhere = { pos: 0, end: Number.MAX_SAFE_INTEGER }

async function readChain(tx: Tx, tenant: string, pos: number, now: Date) {
  const [path, kinds] = await Promise.all([pathOf(tx, tenant, pos), dutyKinds(tx, tenant)])
  return chainOf(
    path,
    kinds,
    await dutiesOf(
      tx,
      tenant,
      path.map((step) => step.id),
      localDay(now),
    ),
  )
}

export const here = operation(duty.here, {
  permit: [anyone('who answers for a place is public (mission M02)')],
  enter: enterByCode,
  sight: 'tenant',
  subject: scanned,
  async run({ subject, tx, actor, now }) {
    const pos = subject!.area_pos
    const [chain, time, workers, desks] = await Promise.all([
      readChain(tx, actor.tenant, pos, now),
      timeAt(tx, actor.tenant, pos, 'duty'),
      workersAt(tx, actor.tenant, pos, ['grid_worker'], localDay(now)),
      workersAt(tx, actor.tenant, pos, ['community_staff', 'subdistrict_staff'], localDay(now)),
    ])
    const onDuty = isCounting(time, now)
    const worker = workers[0]
    return {
      chain,
      onDuty,
      until: onDuty ? endOfDuty(time, now).toISOString() : null,
      nextAt: onDuty ? null : nextStart(time, now).toISOString(),
      worker: worker ? { name: worker.name, phone: worker.phone } : null,
      nightPhone: desks.find((desk) => desk.phone)?.phone ?? '',
    }
  },
})

const MINUTE_MS = 60_000

/** The end of today's last span of duty: a lunch break does not end the day. */
function endOfDuty(time: Parameters<typeof isCounting>[0], now: Date): Date {
  const day = localDay(now)
  let end = now
  for (let at = new Date(now); localDay(at) === day; at = new Date(at.getTime() + 5 * MINUTE_MS))
    if (isCounting(time, at)) end = at
  return new Date(Math.ceil(end.getTime() / (5 * MINUTE_MS)) * 5 * MINUTE_MS)
}

export const chain = operation(duty.chain, {
  permit: [signedIn],
  sight: 'tenant',
  subject: areaNamed,
  async run({ subject, tx, actor, now }) {
    return {
      chain: await readChain(tx, actor.tenant, subject!.area_pos, now),
      can: appoints.allows(actor, subject!) ? ['appoint', 'end', 'setGroup'] : [],
    }
  },
})

export const gaps = operation(duty.gaps, {
  permit: [signedIn],
  async run({ input, tx, actor, now }) {
    const area = input.areaId ? await areaById(tx, actor.tenant, input.areaId) : undefined
    if (input.areaId && !area) throw new Problem(doorProblems.missing)
    const rows = await gapsWithin(
      tx,
      actor.tenant,
      area ? { pos: area.area_pos, end: area.area_end } : everywhere,
      localDay(now),
    )
    const paths = await Promise.all(rows.map((row) => pathOf(tx, actor.tenant, row.area_pos)))
    return {
      gaps: rows.map((row, at) => ({
        areaId: row.area_id,
        areaName: row.area_name,
        path: paths[at]!.slice(1, -1)
          .map((step) => step.name)
          .join(' › '),
        kind: row.kind,
        zh: row.zh,
        en: row.en,
      })),
    }
  },
})

const setsKinds = holds('system_admin', 'district_staff')

const toKind = ({ code, level, zh, en, duties_zh, duties_en, ...row }: DutyKindRow) => ({
  ...{ code, level, zh, en, dutiesZh: duties_zh, dutiesEn: duties_en, expected: row.expected, role: row.role },
  ...{ sort: row.sort, retired: row.retired, version: row.version },
})

export const kinds = operation(duty.kinds, {
  permit: [signedIn],
  async run({ input, tx, actor }) {
    const rows = await dutyKinds(tx, actor.tenant)
    return {
      kinds: rows.filter((row) => input.retired || !row.retired).map(toKind),
      can: setsKinds.mayEver(actor) ? ['setKind'] : [],
    }
  },
})

export const setKind = operation(duty.setKind, {
  permit: [setsKinds, machineOnly],
  async run({ input, actor: { tenant }, tx }) {
    const { code, version, dutiesZh, dutiesEn, ...rest } = input
    const there = (await dutyKinds(tx, tenant)).find((one) => one.code === code)
    // Those who hold it hold it at areas of its level, and got its role with it.
    if (there && (there.level !== input.level || there.role !== input.role) && (await isHeld(tx, tenant, code)))
      throw new Problem(dutyProblems.kindHeld, { duty: there.zh })
    const row = { ...rest, duties_zh: dutiesZh, duties_en: dutiesEn, version: version + 1 }
    const kept = await keepKind(tx, version, {
      add: k
        .insertInto('duty_kind')
        .values({ tenant_id: tenant, code, ...row })
        .onConflict((clash) => clash.doNothing())
        .returning('version'),
      change: k
        .updateTable('duty_kind')
        .set(row)
        .where('tenant_id', '=', tenant)
        .where('code', '=', code)
        .where('version', '=', version)
        .returning('version'),
      now: async () => there && toKind(there),
    })
    return { code, version: kept }
  },
})

export const appoint = operation(duty.appoint, {
  permit: [appoints, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, perform, made }) {
    const kind = (await dutyKinds(tx, actor.tenant)).find((one) => one.code === input.kind)
    if (!kind) throw new Problem(dutyProblems.noKind, { kind: input.kind })
    if (kind.retired) throw new Problem(dutyProblems.kindRetired, { kind: kind.zh })
    if (kind.level !== subject!.level) throw new Problem(dutyProblems.wrongLevel, { duty: kind.zh, level: kind.level })
    const account = input.accountId ? await accountById(tx, actor.tenant, input.accountId) : undefined
    if (input.accountId && !account) throw new Problem(doorProblems.missing)
    const name = account?.name ?? input.name
    if (!name) throw new Problem(dutyProblems.nameNeeded)
    const term = { ...(input.from ? { from: input.from } : {}), ...(input.to ? { to: input.to } : {}) }
    const stoodFor = input.standsInFor ? await lockDuty(tx, actor.tenant, input.standsInFor) : undefined
    if (input.standsInFor && stoodFor?.area_id !== subject!.id) throw new Problem(doorProblems.missing)
    // A duty that is also a role gives its holder the post: who answers for a grid can see what is reported there.
    const standsInFor = stoodFor?.post_id ? { standsInFor: stoodFor.post_id } : {}
    const post =
      account && kind.role
        ? await perform(grantPost, {
            id: account.id,
            role: kind.role as never,
            areaId: subject!.id,
            ...term,
            ...standsInFor,
          })
        : undefined
    const id = newId()
    await tx.all(
      k.insertInto('duty').values({
        tenant_id: actor.tenant,
        id,
        kind: kind.code,
        area_id: subject!.id,
        account_id: account?.id ?? null,
        post_id: post?.id ?? null,
        name,
        name_en: account?.name_en ?? input.nameEn,
        phone: account?.work_phone || input.phone,
        from_on: input.from ?? localDay(now),
        to_on: input.to ?? null,
        stands_in_for: stoodFor?.id ?? null,
        made_at: now,
      }),
    )
    made({ id, area_pos: subject!.area_pos, version: 1 })
    return toHolder((await lockDuty(tx, actor.tenant, id))!)
  },
})

export const end = operation(duty.end, {
  permit: [appoints],
  sight: 'tenant',
  subject: locked,
  async run({ subject, actor, now, write, perform }) {
    if (subject!.post_id) await perform(endPost, { postId: subject!.post_id })
    write(
      k.updateTable('duty').set({ ended_at: now }).where('tenant_id', '=', actor.tenant).where('id', '=', subject!.id),
    )
    return { id: subject!.id }
  },
})

export const groups = operation(duty.groups, {
  permit: [signedIn],
  async run({ input, tx, actor }) {
    const area = input.areaId ? await areaById(tx, actor.tenant, input.areaId) : undefined
    if (input.areaId && !area) throw new Problem(doorProblems.missing)
    const rows = await groupsWithin(tx, actor.tenant, area ? { pos: area.area_pos, end: area.area_end } : everywhere)
    const members = await membersOf(
      tx,
      actor.tenant,
      rows.map((row) => row.id),
    )
    return { groups: rows.map((row) => toGroup(row, members)), can: appoints.mayEver(actor) ? ['setGroup'] : [] }
  },
})

const toGroup = (
  row: Awaited<ReturnType<typeof groupsWithin>>[number],
  members: Awaited<ReturnType<typeof membersOf>>,
) => ({
  id: row.id,
  areaId: row.area_id,
  areaName: row.area_name,
  name: row.name,
  nameEn: row.name_en,
  purpose: row.purpose,
  version: row.version,
  members: members
    .filter((one) => one.group_id === row.id)
    .map((one) => ({ id: one.id, name: one.name, seat: one.seat, accountId: one.account_id })),
})

export const setGroup = operation(duty.setGroup, {
  permit: [appoints, machineOnly],
  sight: 'tenant',
  subject: areaNamed,
  async run({ input, subject, tx, actor, now, made }) {
    if (input.members.filter((one) => one.seat === 'head').length !== 1) throw new Problem(dutyProblems.oneHead)
    for (const { accountId } of input.members)
      if (accountId && !(await accountById(tx, actor.tenant, accountId))) throw new Problem(doorProblems.missing)
    const within = { pos: subject!.area_pos, end: subject!.area_end }
    const before = input.id
      ? (await groupsWithin(tx, actor.tenant, within)).find((row) => row.id === input.id)
      : undefined
    if (input.id && before?.version !== input.version)
      throw new Problem(before ? doorProblems.changed : doorProblems.missing)
    const id = input.id ?? newId()
    const row = {
      area_id: subject!.id,
      name: input.name,
      name_en: input.nameEn,
      purpose: input.purpose,
      version: input.version + 1,
    }
    await tx.all(
      before
        ? k.updateTable('working_group').set(row).where('tenant_id', '=', actor.tenant).where('id', '=', id)
        : k.insertInto('working_group').values({ tenant_id: actor.tenant, id, made_at: now, ...row }),
    )
    await tx.all(k.deleteFrom('group_member').where('tenant_id', '=', actor.tenant).where('group_id', '=', id))
    await tx.all(
      k.insertInto('group_member').values(
        input.members.map((one) => ({
          tenant_id: actor.tenant,
          id: newId(),
          group_id: id,
          account_id: one.accountId ?? null,
          name: one.name,
          seat: one.seat,
        })),
      ),
    )
    made({ id, area_pos: subject!.area_pos, version: row.version })
    const saved = (await groupsWithin(tx, actor.tenant, within)).find((one) => one.id === id)!
    return toGroup(saved, await membersOf(tx, actor.tenant, [id]))
  },
})
