// Writes the members of a team: who stays keeps his shifts, who goes takes them with him.
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { accountById } from '#modules/account/index.ts'
import { bodyById } from './body-store.ts'
import { membersIn } from './team-store.ts'
import { dutyProblems } from './words.ts'

export type NewMember = {
  readonly id?: string
  readonly accountId?: string
  readonly bodyId?: string
  readonly name: string
  readonly nameEn: string
  readonly seat: 'head' | 'deputy' | 'member'
  readonly taskZh: string
  readonly taskEn: string
  readonly shown: boolean
}

/** Problem door.missing for an account, body or member that is not there; duty.nameNeeded without account and name. */
async function rowOf(tx: Tx, tenant: string, one: NewMember) {
  const account = one.accountId ? await accountById(tx, tenant, one.accountId) : undefined
  if (one.accountId && !account) throw new Problem(doorProblems.missing)
  if (one.bodyId && !(await bodyById(tx, tenant, one.bodyId))) throw new Problem(doorProblems.missing)
  const name = account?.name ?? one.name
  if (!name) throw new Problem(dutyProblems.nameNeeded)
  return {
    account_id: account?.id ?? null,
    body_id: one.bodyId ?? null,
    name,
    name_en: account?.name_en ?? one.nameEn,
    seat: one.seat,
    task_zh: one.taskZh,
    task_en: one.taskEn,
    shown: one.shown,
  }
}

export async function writeMembers(tx: Tx, tenant: string, team: string, members: readonly NewMember[]): Promise<void> {
  const before = await membersIn(tx, tenant, [team])
  const kept = new Set(members.flatMap((one) => one.id ?? []))
  if ([...kept].some((id) => !before.some((row) => row.id === id))) throw new Problem(doorProblems.changed)
  const gone = before.filter((row) => !kept.has(row.id)).map((row) => row.id)
  if (gone.length) await dropMembers(tx, tenant, gone)
  for (const one of members) {
    const row = await rowOf(tx, tenant, one)
    await tx.all(
      one.id
        ? k.updateTable('team_member').set(row).where('tenant_id', '=', tenant).where('id', '=', one.id)
        : k.insertInto('team_member').values({ tenant_id: tenant, id: newId(), team_id: team, ...row }),
    )
  }
}

async function dropMembers(tx: Tx, tenant: string, gone: readonly string[]): Promise<void> {
  const shifts = await tx.all(
    k.selectFrom('team_shift').select('id').where('tenant_id', '=', tenant).where('member_id', 'in', gone),
  )
  const ids = shifts.map((shift) => shift.id)
  if (ids.length) await tx.all(k.deleteFrom('team_swap').where('tenant_id', '=', tenant).where('shift_id', 'in', ids))
  await tx.all(k.deleteFrom('team_swap').where('tenant_id', '=', tenant).where('member_id', 'in', gone))
  await tx.all(k.deleteFrom('team_shift').where('tenant_id', '=', tenant).where('member_id', 'in', gone))
  await tx.all(k.deleteFrom('team_member').where('tenant_id', '=', tenant).where('id', 'in', gone))
}
