// All SQL of duties and working groups.
import { type Selectable, sql } from 'kysely'
import type { z } from 'zod'
import { k, type Tx } from '#kernel/database.ts'
import type { DutyKindTable, DutyTable } from '#kernel/schema/tables.ts'
import type { ChainLevel, Holder } from './contract.ts'

export type DutyKindRow = Selectable<DutyKindTable>
export type DutyRow = Selectable<DutyTable> & { area_pos: number }
export type Step = { id: string; name: string; name_en: string; level: string; area_pos: number }

export const dutyKinds = (tx: Tx, tenant: string) =>
  tx.all(k.selectFrom('duty_kind').selectAll().where('tenant_id', '=', tenant).orderBy('sort'))

/** Somebody holds it now, or will from a later day on. */
export const isHeld = async (tx: Tx, tenant: string, code: string): Promise<boolean> =>
  (await tx.first(
    k
      .selectFrom('duty')
      .select('id')
      .where('tenant_id', '=', tenant)
      .where('kind', '=', code)
      .where('ended_at', 'is', null)
      .limit(1),
  )) !== undefined

const running = (tenant: string, day: string) =>
  k
    .selectFrom('duty')
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'duty.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('duty')
    .select('area.area_pos')
    .where('duty.tenant_id', '=', tenant)
    .where('duty.ended_at', 'is', null)
    .where('duty.from_on', '<=', day)
    .where((e) => e.or([e('duty.to_on', 'is', null), e('duty.to_on', '>=', day)]))

export const dutiesOf = (tx: Tx, tenant: string, areas: readonly string[], day: string): Promise<DutyRow[]> =>
  areas.length
    ? tx.all(running(tenant, day).where('duty.area_id', 'in', areas).orderBy('duty.id'))
    : Promise.resolve([])

export const lockDuty = (tx: Tx, tenant: string, id: string): Promise<DutyRow | undefined> =>
  tx.first(
    k
      .selectFrom('duty')
      .innerJoin('area', (join) => join.onRef('area.id', '=', 'duty.area_id').on('area.tenant_id', '=', tenant))
      .selectAll('duty')
      .select('area.area_pos')
      .where('duty.tenant_id', '=', tenant)
      .where('duty.id', '=', id)
      .forUpdate('duty'),
  )

/** Areas of a level, inside an interval, where nobody holds an expected duty of that level. */
export const gapsWithin = (tx: Tx, tenant: string, span: { pos: number; end: number }, day: string) =>
  tx.text<{ area_id: string; area_name: string; area_pos: number; kind: string; zh: string; en: string }>(
    `select a.id as area_id, a.name as area_name, a.area_pos, t.code as kind, t.zh, t.en
     from area a join duty_kind t on t.tenant_id = $1 and t.level = a.level and t.expected and not t.retired
     where a.tenant_id = $1 and a.valid_to is null and a.area_pos between $2 and $3
       and not exists (select 1 from duty d where d.tenant_id = $1 and d.area_id = a.id and d.kind = t.code and d.ended_at is null
         and d.from_on <= $4 and (d.to_on is null or d.to_on >= $4))
     order by a.area_pos, t.sort limit 500`,
    [tenant, span.pos, span.end, day],
  )

export const toHolder = (row: DutyRow): z.input<typeof Holder> => ({
  id: row.id,
  name: row.name,
  nameEn: row.name_en,
  phone: row.phone,
  accountId: row.account_id,
  from: row.from_on,
  to: row.to_on,
  standsInFor: row.stands_in_for,
})

/** The chain from the top to the area itself: for each level its duties, who holds them, and gaps. */
export function chainOf(
  path: readonly Step[],
  kinds: readonly DutyKindRow[],
  duties: readonly DutyRow[],
): z.input<typeof ChainLevel>[] {
  return path
    .map((step) => ({
      areaId: step.id,
      areaName: step.name,
      areaNameEn: step.name_en,
      level: step.level,
      duties: kinds
        .filter((kind) => kind.level === step.level)
        .map((kind) => {
          const holders = duties.filter((row) => row.area_id === step.id && row.kind === kind.code).map(toHolder)
          const { code, zh, en, duties_zh, duties_en } = kind
          return {
            kind: code,
            zh,
            en,
            dutiesZh: duties_zh,
            dutiesEn: duties_en,
            gap: kind.expected && !kind.retired && holders.length === 0,
            holders,
          }
        })
        .filter((one) => one.gap || one.holders.length > 0),
    }))
    .filter((level) => level.duties.length > 0)
}

export const groupsWithin = (tx: Tx, tenant: string, span: { pos: number; end: number }) =>
  tx.all(
    k
      .selectFrom('working_group as g')
      .innerJoin('area', (join) => join.onRef('area.id', '=', 'g.area_id').on('area.tenant_id', '=', tenant))
      .selectAll('g')
      .select(['area.name as area_name', 'area.area_pos'])
      .where('g.tenant_id', '=', tenant)
      .where('g.ended_at', 'is', null)
      .where('area.area_pos', '>=', span.pos)
      .where('area.area_pos', '<=', span.end)
      .orderBy('g.id'),
  )

export const membersOf = (tx: Tx, tenant: string, groups: readonly string[]) =>
  groups.length
    ? tx.all(
        k
          .selectFrom('group_member')
          .selectAll()
          .where('tenant_id', '=', tenant)
          .where('group_id', 'in', groups)
          .orderBy(sql`case seat when 'head' then 0 when 'deputy' then 1 else 2 end`)
          .orderBy('id'),
      )
    : Promise.resolve([])
