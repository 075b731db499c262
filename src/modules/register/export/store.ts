// All SQL of exports: what was asked for, how many it holds, what was fetched.
import { type Selectable, sql } from 'kysely'
import type { Span } from '#kernel/access.ts'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import type { RegisterExportTable } from '#kernel/schema/tables.ts'

export type ExportRow = Selectable<RegisterExportTable> & {
  readonly area: string
  readonly area_en: string
  readonly asked_name: string | null
  readonly decided_name: string | null
  /** Of the office by which it was asked for. */
  readonly office_pos: number
  readonly office_end: number
}

const read = (tenant: string) =>
  k
    .selectFrom('register_export')
    .innerJoin('area', (join) =>
      join.on('area.tenant_id', '=', tenant).onRef('area.id', '=', 'register_export.area_id'),
    )
    .innerJoin('area as office', (join) =>
      join.on('office.tenant_id', '=', tenant).onRef('office.id', '=', 'register_export.office_id'),
    )
    .leftJoin('account as asked', (join) =>
      join.on('asked.tenant_id', '=', tenant).onRef('asked.id', '=', 'register_export.asked_by'),
    )
    .leftJoin('account as decided', (join) =>
      join.on('decided.tenant_id', '=', tenant).onRef('decided.id', '=', 'register_export.decided_by'),
    )
    .selectAll('register_export')
    .select([
      'area.name as area',
      'area.name_en as area_en',
      'asked.name as asked_name',
      'decided.name as decided_name',
    ])
    .select(['office.area_pos as office_pos', 'office.area_end as office_end'])
    .where('register_export.tenant_id', '=', tenant)

/** Locked, since every use of it is counted. */
export const lockExport = (tx: Tx, tenant: string, id: string): Promise<ExportRow | undefined> =>
  tx.first(read(tenant).where('register_export.id', '=', id).forUpdate('register_export'))

/** Newest first: those he asked for, and those of the areas where he may be the second person. */
export const exportsFor = (tx: Tx, tenant: string, account: string, within: readonly Span[]): Promise<ExportRow[]> =>
  tx.all(
    read(tenant)
      .where((e) =>
        e.or([
          e('register_export.asked_by', '=', account),
          ...within.map(({ pos, end }) =>
            e.and([e('register_export.area_pos', '>=', pos), e('register_export.area_pos', '<=', end)]),
          ),
        ]),
      )
      .orderBy('register_export.asked_at', 'desc')
      .orderBy('register_export.id', 'desc')
      .limit(200),
  )

/** Those that were fetched, newest first: no other has left the house. */
export const fetchedExports = (tx: Tx, tenant: string, within: readonly Span[]): Promise<ExportRow[]> =>
  tx.all(
    read(tenant)
      .where('register_export.fetched', '>', 0)
      .where((e) =>
        e.or(
          within.map(({ pos, end }) =>
            e.and([e('register_export.area_pos', '>=', pos), e('register_export.area_pos', '<=', end)]),
          ),
        ),
      )
      .orderBy('register_export.asked_at', 'desc')
      .limit(20_000),
  )

export type NewExport = Omit<
  ExportRow,
  'area' | 'area_en' | 'asked_name' | 'decided_name' | 'office_pos' | 'office_end'
>

export const writeExport = (row: NewExport): Statement<unknown> => k.insertInto('register_export').values(row)

export const changeExport = (row: ExportRow, set: Partial<NewExport>, now: Date): Statement<unknown> =>
  k
    .updateTable('register_export')
    .set({ ...set, version: row.version + 1, changed_at: now })
    .where('tenant_id', '=', row.tenant_id)
    .where('id', '=', row.id)

export type Counted = { readonly lines: number; readonly persons: number; readonly households: number }
type PersonClass = 'registered' | 'floating'
export type ExportClass = ExportRow['class']
const isPersons = (of: ExportClass): of is PersonClass => of === 'registered' || of === 'floating'

/** How long a list of an interval of the tree is, and of how many it says something; counting stops past `most` lines. */
export async function countWithin(tx: Tx, tenant: string, span: Span, of: ExportClass, tells: boolean, most: number) {
  if (isPersons(of)) return countPeople(tx, tenant, span, of, most)
  return of === 'home' ? countHomes(tx, tenant, span, tells, most) : countBodies(tx, tenant, span, of, tells, most)
}

async function countPeople(tx: Tx, tenant: string, span: Span, of: PersonClass, most: number): Promise<Counted> {
  const people = k
    .selectFrom('person')
    .select(sql<string>`coalesce(household_id, home_id, id)`.as('house'))
    .where('tenant_id', '=', tenant)
    .where('area_pos', '>=', span.pos)
    .where('area_pos', '<=', span.end)
    .where('class', '=', of)
    .where('state', '=', 'here')
    .limit(most + 1)
  const row = await tx.first(
    k
      .selectFrom(people.as('found'))
      .select([sql<number>`count(*)::int`.as('persons'), sql<number>`count(distinct house)::int`.as('households')]),
  )
  return { lines: row!.persons, ...row! }
}

const homesOf = (tenant: string, span: Span) =>
  k
    .selectFrom('home')
    .where('home.tenant_id', '=', tenant)
    .where('home.area_pos', '>=', span.pos)
    .where('home.area_pos', '<=', span.end)
    .where('home.ended_on', 'is', null)

/** `tells`: the list says how many live in each; then all of them count. */
async function countHomes(tx: Tx, tenant: string, span: Span, tells: boolean, most: number): Promise<Counted> {
  const { n: lines } = (await tx.first(
    k
      .selectFrom(
        homesOf(tenant, span)
          .select('home.id')
          .limit(most + 1)
          .as('found'),
      )
      .select(sql<number>`count(*)::int`.as('n')),
  ))!
  if (!tells || lines > most) return { lines, persons: 0, households: 0 }
  const { n: persons } = (await tx.first(
    homesOf(tenant, span)
      .innerJoin('person', (join) => join.on('person.tenant_id', '=', tenant).onRef('person.home_id', '=', 'home.id'))
      .where('person.state', '=', 'here')
      .select(sql<number>`count(*)::int`.as('n')),
  ))!
  return { lines, persons, households: 0 }
}

/** `tells`: the list names whom to speak to; then each of them counts. */
async function countBodies(
  tx: Tx,
  tenant: string,
  span: Span,
  of: Exclude<ExportClass, PersonClass | 'home'>,
  tells: boolean,
  most: number,
): Promise<Counted> {
  const bodies = k
    .selectFrom('organisation')
    .select(sql<boolean>`contact_name is not null or contact_phone is not null`.as('named'))
    .where('tenant_id', '=', tenant)
    .where('area_pos', '>=', span.pos)
    .where('area_pos', '<=', span.end)
    .where('class', '=', of)
    .where('ended_on', 'is', null)
    .limit(most + 1)
  const row = await tx.first(
    k
      .selectFrom(bodies.as('found'))
      .select([
        sql<number>`count(*)::int`.as('lines'),
        sql<number>`(count(*) filter (where named))::int`.as('persons'),
      ]),
  )
  return { lines: row!.lines, persons: tells ? row!.persons : 0, households: 0 }
}

/** Whether this matter is there for whoever asks: the policy of the database knows what he sees. */
export const seesMatter = async (tx: Tx, tenant: string, id: string): Promise<boolean> =>
  (await tx.first(k.selectFrom('matter').select('id').where('tenant_id', '=', tenant).where('id', '=', id))) !==
  undefined
