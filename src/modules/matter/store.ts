// SQL for one matter: the row that operations lock, its steps, its photos.
import { type Selectable, sql, type Updateable } from 'kysely'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { MatterStepTable, MatterTable } from '#kernel/schema/tables.ts'

export type MatterRow = Selectable<MatterTable>
export type StepRow = Selectable<MatterStepTable>
/** With whether anybody works its grid today: where nobody does, the desk may take it. */
export type HeldMatter = MatterRow & { staffed: boolean }

const staffed = (tenant: string, day: string) =>
  sql<boolean>`exists (select 1 from post p join area a on a.tenant_id = ${tenant} and a.id = p.area_id
    where p.tenant_id = ${tenant} and p.role = 'grid_worker' and p.ended_at is null and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date)
      and a.area_pos <= matter.area_pos and a.area_end >= matter.area_pos)`

const one = (tenant: string, id: string, now: Date) =>
  k
    .selectFrom('matter')
    .selectAll()
    .select(staffed(tenant, localDay(now)).as('staffed'))
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)

export const lockMatter = (tx: Tx, tenant: string, id: string, now: Date): Promise<HeldMatter | undefined> =>
  tx.first(one(tenant, id, now).forUpdate('matter'))

/** Two at once in one order, so that merging each into the other at the same moment waits instead of clashing. */
export const lockBoth = async (tx: Tx, tenant: string, id: string, other: string, now: Date) => {
  const rows = await tx.all(
    k
      .selectFrom('matter')
      .selectAll()
      .select(staffed(tenant, localDay(now)).as('staffed'))
      .where('tenant_id', '=', tenant)
      .where('id', 'in', [id, other])
      .orderBy('id')
      .forUpdate('matter'),
  )
  return rows.find((row) => row.id === id)
}

export const matterById = (tx: Tx, tenant: string, id: string, now: Date): Promise<HeldMatter | undefined> =>
  tx.first(one(tenant, id, now))

export const updateMatter = (row: MatterRow, set: Updateable<MatterTable>, now: Date) =>
  k
    .updateTable('matter')
    .set({ ...set, version: row.version + 1, changed_at: now })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)

export type NewStep = {
  move: string
  by: StepRow['by']
  actorId: string | null
  actorName: string
  text?: string
  detail?: object
  round: number
}

export const insertStep = (matter: { tenant: string; id: string; areaPos: number }, step: NewStep, now: Date) =>
  k.insertInto('matter_step').values({
    tenant_id: matter.tenant,
    id: newId(),
    matter_id: matter.id,
    area_pos: matter.areaPos,
    round: step.round,
    move: step.move,
    at: now,
    by: step.by,
    actor_id: step.actorId,
    actor_name: step.actorName,
    text: step.text ?? '',
    detail: JSON.stringify(step.detail ?? {}),
  })

export const stepsOf = (tx: Tx, tenant: string, matter: string) =>
  tx.all(
    k
      .selectFrom('matter_step')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('matter_id', '=', matter)
      .orderBy('at')
      .orderBy('id'),
  )

export const filesOf = (tx: Tx, tenant: string, matter: string) =>
  tx.all(
    k
      .selectFrom('file')
      .select(['id', 'purpose', 'width', 'height', 'mime'])
      .where('tenant_id', '=', tenant)
      .where('subject_id', '=', matter)
      .orderBy('id'),
  )

export type PhotoRow = Awaited<ReturnType<typeof filesOf>>[number] & { readonly purpose: 'reported' | 'finished' }

/** The pictures among the files. */
export const photosAmong = (files: Awaited<ReturnType<typeof filesOf>>): PhotoRow[] =>
  files.filter((file): file is PhotoRow => file.purpose !== 'voice')

export const fileOf = (tx: Tx, tenant: string, matter: string, file: string) =>
  tx.first(
    k
      .selectFrom('file')
      .select(['id', 'mime', 'purpose'])
      .where('tenant_id', '=', tenant)
      .where('subject_id', '=', matter)
      .where('id', '=', file),
  )

/** Looks at the reporter's number, from the journal: who and when, for the reporter's own page. */
export const looksAt = (tx: Tx, tenant: string, matter: string) =>
  tx.all(
    k
      .selectFrom('journal')
      .leftJoin('account', (join) =>
        join.onRef('account.id', '=', 'journal.actor_id').on('account.tenant_id', '=', tenant),
      )
      .select(['journal.at', 'account.name'])
      .where('journal.tenant_id', '=', tenant)
      .where('journal.subject_id', '=', matter)
      .where('journal.operation', '=', 'matter.reveal')
      .orderBy('journal.id', 'desc')
      .limit(50),
  )
