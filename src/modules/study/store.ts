// SQL of the study of disputes.
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type {
  StudyMeasureTable,
  StudyMeetingTable,
  StudyPreventedTable,
  StudySweepTable,
} from '#kernel/schema/tables.ts'
import type { Placed } from './told.ts'

/** Areas right below one, in the order of the map. */
export const areasBelow = (tx: Tx, tenant: string, parent: string): Promise<Placed[]> =>
  tx.all(sql<Placed>`
    select id, name as zh, name_en as en, area_pos as pos, area_end as end from area
    where tenant_id = ${tenant} and parent_id = ${parent} and valid_to is null
      and level in ('subdistrict', 'community', 'grid')
    order by area_pos`)

export type MeetingRow = Selectable<StudyMeetingTable> & { readonly area_name: string; readonly area_name_en: string }
export type MeasureRow = Selectable<StudyMeasureTable> & { readonly owner_name: string | null }
export type SweepRow = Selectable<StudySweepTable> & { readonly area_name: string; readonly area_name_en: string }
type Span = { readonly pos: number; readonly end: number }
/** More than anybody reads on a page: two years of weeks. */
const MOST = 100

const meetingRows = (tenant: string) =>
  k
    .selectFrom('study_meeting')
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'study_meeting.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('study_meeting')
    .select(['area.name as area_name', 'area.name_en as area_name_en'])
    .where('study_meeting.tenant_id', '=', tenant)

/** The latest first. */
export const meetingsWithin = (tx: Tx, tenant: string, { pos, end }: Span): Promise<MeetingRow[]> =>
  tx.all(
    meetingRows(tenant)
      .where('study_meeting.area_pos', '>=', pos)
      .where('study_meeting.area_pos', '<=', end)
      .orderBy('on_day', 'desc')
      .orderBy('study_meeting.id')
      .limit(MOST),
  )

export const lockMeeting = (tx: Tx, tenant: string, id: string): Promise<MeetingRow | undefined> =>
  tx.first(meetingRows(tenant).where('study_meeting.id', '=', id).forUpdate('study_meeting'))

const measureRows = (tenant: string) =>
  k
    .selectFrom('study_measure')
    .leftJoin('account', (join) =>
      join.onRef('account.id', '=', 'study_measure.owner_id').on('account.tenant_id', '=', tenant),
    )
    .selectAll('study_measure')
    .select('account.name as owner_name')
    .where('study_measure.tenant_id', '=', tenant)

export const measuresOf = (tx: Tx, tenant: string, meetings: readonly string[]): Promise<MeasureRow[]> =>
  tx.all(
    measureRows(tenant)
      .where(sql<boolean>`study_measure.meeting_id = any(${[...meetings]}::uuid[])`)
      .orderBy('due_on')
      .orderBy('study_measure.id'),
  )

/** What is not done, and what was done last. */
export const measuresOwnedBy = (tx: Tx, tenant: string, owner: string): Promise<MeasureRow[]> =>
  tx.all(
    measureRows(tenant)
      .where('owner_id', '=', owner)
      .orderBy('done_on', (order) => order.desc().nullsFirst())
      .orderBy('due_on')
      .limit(MOST),
  )

export const lockMeasure = (tx: Tx, tenant: string, id: string): Promise<MeasureRow | undefined> =>
  tx.first(measureRows(tenant).where('study_measure.id', '=', id).forUpdate('study_measure'))

const sweepRows = (tenant: string) =>
  k
    .selectFrom('study_sweep')
    .innerJoin('area', (join) => join.onRef('area.id', '=', 'study_sweep.area_id').on('area.tenant_id', '=', tenant))
    .selectAll('study_sweep')
    .select(['area.name as area_name', 'area.name_en as area_name_en'])
    .where('study_sweep.tenant_id', '=', tenant)

export const sweepsWithin = (tx: Tx, tenant: string, { pos, end }: Span): Promise<SweepRow[]> =>
  tx.all(
    sweepRows(tenant)
      .where('study_sweep.area_pos', '>=', pos)
      .where('study_sweep.area_pos', '<=', end)
      .orderBy('from_day', 'desc')
      .orderBy('study_sweep.id')
      .limit(MOST),
  )

export const lockSweep = (tx: Tx, tenant: string, id: string): Promise<SweepRow | undefined> =>
  tx.first(sweepRows(tenant).where('study_sweep.id', '=', id).forUpdate('study_sweep'))

type Changed = { readonly id: string; readonly area_pos: number; readonly version: number }

/** The row as it stands after a change that counts its version up. */
const changedOf = ({ id, area_pos, version }: Changed): Changed => ({ id, area_pos, version: version + 1 })

export async function changeMeeting(
  tx: Tx,
  row: MeetingRow,
  set: Updateable<StudyMeetingTable>,
  now: Date,
): Promise<Changed> {
  const next = changedOf(row)
  await tx.all(
    k
      .updateTable('study_meeting')
      .set({ ...set, version: next.version, changed_at: now })
      .where('tenant_id', '=', row.tenant_id)
      .where('id', '=', row.id),
  )
  return next
}

export async function changeMeasure(
  tx: Tx,
  row: MeasureRow,
  set: Updateable<StudyMeasureTable>,
  now: Date,
): Promise<Changed> {
  const next = changedOf(row)
  await tx.all(
    k
      .updateTable('study_measure')
      .set({ ...set, version: next.version, changed_at: now })
      .where('tenant_id', '=', row.tenant_id)
      .where('id', '=', row.id),
  )
  return next
}

export async function changeSweep(
  tx: Tx,
  row: SweepRow,
  set: Updateable<StudySweepTable>,
  now: Date,
): Promise<Changed> {
  const next = changedOf(row)
  await tx.all(
    k
      .updateTable('study_sweep')
      .set({ ...set, version: next.version, changed_at: now })
      .where('tenant_id', '=', row.tenant_id)
      .where('id', '=', row.id),
  )
  return next
}

/** What an area said of a month; said anew, it takes the place of what stood there. */
export const putPrevented = (row: Insertable<StudyPreventedTable>): Statement<unknown> =>
  k
    .insertInto('study_prevented')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'area_id', 'month', 'kind']).doUpdateSet({
        cases: row.cases,
        people: row.people,
        version: sql<number>`study_prevented.version + 1`,
      }),
    )

/** What one area itself entered, the latest month first. */
export const preventedAt = (tx: Tx, tenant: string, area: string): Promise<(Prevented & { month: string })[]> =>
  tx.all(sql<Prevented & { month: string }>`
    select month, kind, cases, people from study_prevented
    where tenant_id = ${tenant} and area_id = ${area} order by month desc, kind limit ${MOST}`)

type Prevented = {
  readonly kind: 'harm' | 'case' | 'petition' | 'fight'
  readonly cases: number
  readonly people: number
}

const inside = (column: ReturnType<typeof sql.ref>, spans: readonly Span[]) =>
  spans.length === 0
    ? sql`false`
    : sql.join(
        spans.map(({ pos, end }) => sql`${column} between ${pos} and ${end}`),
        sql` or `,
      )

/** Of whole months; both counted. */
export const preventedIn = (
  tx: Tx,
  tenant: string,
  spans: readonly Span[],
  from: string,
  to: string,
): Promise<Prevented[]> =>
  tx.all(sql<Prevented>`
    select kind, sum(cases)::int as cases, sum(people)::int as people from study_prevented
    where tenant_id = ${tenant} and (${inside(sql.ref('area_pos'), spans)}) and month >= ${from} and month <= ${to}
    group by kind order by kind`)

/** Sweeps that ended in these days, and what they say to have prevented. */
export const sweptIn = (tx: Tx, tenant: string, spans: readonly Span[], from: string, to: string) =>
  tx.first(sql<{ sweeps: number; prevented: number }>`
    select count(*)::int as sweeps, coalesce(sum(prevented), 0)::int as prevented from study_sweep
    where tenant_id = ${tenant} and (${inside(sql.ref('area_pos'), spans)}) and closed_at is not null
      and to_day >= ${from}::date and to_day <= ${to}::date`)
