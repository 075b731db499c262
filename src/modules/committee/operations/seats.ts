// Who sits in a committee: seated, changed, renewed, gone.
import { machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import type { MediatorTable } from '#kernel/schema/tables.ts'
import { accountById } from '#modules/account/index.ts'
import { areaById } from '#modules/area/index.ts'
import { committee } from '../contract.ts'
import { sits } from '../gaps.ts'
import { committeeLocked, mediatorLocked, seats } from '../rights.ts'
import { checkSkills } from '../skills.ts'
import { type MediatorRow, seatsOf } from '../store.ts'
import { mediatorNow } from '../view.ts'
import { committeeProblems } from '../words.ts'

type Said = {
  mode: MediatorTable['mode']
  way: MediatorTable['way']
  head: boolean
  certificate: string
  skills: string[]
  languages: string[]
  homeId?: string | null | undefined
  from: string
  to: string
}

async function checkSaid(tx: Tx, tenant: string, input: Said, row?: MediatorRow): Promise<void> {
  if (input.to < input.from) throw new Problem(committeeProblems.termOrder)
  await checkSkills(tx, tenant, 'dispute', input.skills, row?.skills)
  await checkSkills(tx, tenant, 'language', input.languages, row?.languages)
  if (input.homeId) {
    const home = await areaById(tx, tenant, input.homeId)
    if (home?.level !== 'building') throw new Problem(committeeProblems.noBuilding)
  }
}

const columns = ({ mode, way, head, certificate, skills, languages, homeId, from, to }: Said) => ({
  ...{ mode, way, head, certificate, from_on: from, to_on: to },
  ...(homeId === undefined ? {} : { home_id: homeId }),
  ...{ skills: [...new Set(skills)], languages: [...new Set(languages)] },
})

export const seat = operation(committee.seat, {
  permit: [seats, machineOnly],
  sight: 'tenant',
  subject: committeeLocked,
  async run({ input, subject, tx, actor, now, made }) {
    const row = subject!
    const { tenant } = actor
    if (row.state === 'ended') throw new Problem(committeeProblems.ended, { name: row.name })
    if (input.accountId === actor.id) throw new Problem(committeeProblems.notSelf)
    const account = await accountById(tx, tenant, input.accountId)
    if (account?.state !== 'active') throw new Problem(doorProblems.missing)
    await checkSaid(tx, tenant, input)
    const today = localDay(now)
    const there = (await seatsOf(tx, tenant, [row.id])).some(
      (one) => one.account_id === account.id && (sits(one, today) || (one.left_on === null && one.from_on > today)),
    )
    if (there) throw new Problem(committeeProblems.alreadySeated, { name: account.name })
    const id = newId()
    const times = { made_at: now, changed_at: now }
    await tx.all(
      k
        .insertInto('mediator')
        .values({ ...columns(input), ...times, tenant_id: tenant, id, committee_id: row.id, account_id: account.id }),
    )
    made({ id, area_pos: row.area_pos, version: 1 })
    return mediatorNow(tx, tenant, id, today)
  },
})

/** Refuses one's own seat, one that was left, and what was based on an older reading. */
function mayChange(row: MediatorRow, version: number, actorId: string): void {
  if (row.account_id === actorId) throw new Problem(committeeProblems.notSelf)
  if (row.left_on) throw new Problem(committeeProblems.alreadyLeft)
  if (row.version !== version) throw new Problem(doorProblems.changed)
}

const write = (tenant: string, row: MediatorRow, now: Date, set: Record<string, unknown>) =>
  k
    .updateTable('mediator')
    .set({ ...set, version: row.version + 1, changed_at: now })
    .where('tenant_id', '=', tenant)
    .where('id', '=', row.id)

export const changeSeat = operation(committee.changeSeat, {
  permit: [seats],
  sight: 'tenant',
  subject: mediatorLocked,
  async run({ input, subject, tx, actor, now, made }) {
    const row = subject!
    mayChange(row, input.version, actor.id)
    await checkSaid(tx, actor.tenant, input, row)
    // A term that was renewed is said anew when it ends.
    const told = input.to === row.to_on ? {} : { told_days: null }
    await tx.all(write(actor.tenant, row, now, { ...columns(input), ...told }))
    made({ id: row.id, area_pos: row.area_pos, version: row.version + 1 })
    return mediatorNow(tx, actor.tenant, row.id, localDay(now))
  },
})

export const leave = operation(committee.leave, {
  permit: [seats],
  sight: 'tenant',
  subject: mediatorLocked,
  async run({ input, subject, tx, actor, now, made }) {
    const row = subject!
    mayChange(row, input.version, actor.id)
    if (input.day < row.from_on) throw new Problem(committeeProblems.leftBefore)
    await tx.all(write(actor.tenant, row, now, { left_on: input.day }))
    made({ id: row.id, area_pos: row.area_pos, version: row.version + 1 })
    return { id: row.id }
  },
})
