// Names for the ids in one matter's row: who has it, who leads, where, and what was joined with it.
import { sql } from 'kysely'
import { k, type Tx } from '#kernel/database.ts'
import type { pathOf } from '#modules/area/index.ts'
import type { ListedRow } from './lists.ts'
import type { HeldMatter, StepRow } from './store.ts'

type Path = Awaited<ReturnType<typeof pathOf>>

const peopleIn = (tx: Tx, tenant: string, ids: string[]) =>
  tx.all(k.selectFrom('account').select(['id', 'name']).where('tenant_id', '=', tenant).where('id', 'in', ids))

const agenciesIn = (tx: Tx, tenant: string, ids: string[]) =>
  tx.all(
    k.selectFrom('agency').select(['id', 'name', 'name_en']).where('tenant_id', '=', tenant).where('id', 'in', ids),
  )

/** Who works at a position today: of several the one whose area is narrowest, as in the lists. */
const workerAt = (tx: Tx, tenant: string, pos: number, day: string) =>
  tx.first(
    sql<{ name: string }>`select worker.name from post p
      join area a on a.tenant_id = ${tenant} and a.id = p.area_id
      join account worker on worker.tenant_id = ${tenant} and worker.id = p.account_id
      where p.tenant_id = ${tenant} and p.role = 'grid_worker' and p.ended_at is null and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date)
        and a.area_pos <= ${pos} and a.area_end >= ${pos}
      order by a.area_pos desc, p.account_id limit 1`,
  )

/** What stands behind the ids of a matter's row. `day`: today, since whoever works a grid changes from day to day. */
export async function namedIn(tx: Tx, row: HeldMatter, day: string) {
  const tenant = row.tenant_id
  const people = [row.handler_id, row.leader_id, ...row.helpers].filter((id) => id !== null)
  const units = [row.agency_id, row.first_agency_id, ...row.helpers].filter((id) => id !== null)
  const [accounts, agencies, place, joined, worker] = await Promise.all([
    people.length ? peopleIn(tx, tenant, people) : [],
    units.length ? agenciesIn(tx, tenant, units) : [],
    row.place_id
      ? tx.first(k.selectFrom('place').select('name').where('tenant_id', '=', tenant).where('id', '=', row.place_id))
      : undefined,
    tx.all(
      k
        .selectFrom('matter')
        .select(['id', 'no', 'merged_into'])
        .where('tenant_id', '=', tenant)
        .where((e) => e.or([e('id', '=', row.merged_into ?? row.id), e('merged_into', '=', row.id)])),
    ),
    row.state === 'reported' ? workerAt(tx, tenant, row.area_pos, day) : undefined,
  ])
  const names = new Map([...accounts, ...agencies].map((one) => [one.id, one.name]))
  const nameOf = (id: string | null) => (id && names.get(id)) || null
  const agency = (id: string | null) => agencies.find((one) => one.id === id) ?? null
  return { nameOf, agency, place: place?.name ?? null, joined, worker: worker?.name ?? null }
}

type NamedIn = Awaited<ReturnType<typeof namedIn>>

const deskOf = (row: HeldMatter, path: Path) => path.find(({ id }) => id === row.desk_area_id)

/** The names that a list's row carries. */
export function namesInList(row: HeldMatter, { nameOf, agency, worker }: NamedIn, path: Path) {
  const at = (level: string) => path.find((step) => step.level === level)
  const [grid, community, desk, unit] = [at('grid'), at('community'), deskOf(row, path), agency(row.agency_id)]
  return {
    ...{ grid_name: grid?.name ?? null, grid_name_en: grid?.name_en ?? null },
    ...{ community_name: community?.name ?? null, community_name_en: community?.name_en ?? null },
    ...{ desk_name: desk?.name ?? null, desk_name_en: desk?.name_en ?? null },
    ...{ agency_name: unit?.name ?? null, agency_name_en: unit?.name_en ?? null },
    ...{ handler_name: nameOf(row.handler_id), leader_name: nameOf(row.leader_id), worker_name: worker },
  } satisfies Partial<ListedRow>
}

const TAKES: readonly string[] = ['take', 'sign', 'record']

/** Who accepted it first stays answerable: the person who took it, or the agency that signed for it. */
function first(row: HeldMatter, { agency }: NamedIn, steps: readonly StepRow[]) {
  const step = steps.find(({ move }) => TAKES.includes(move))
  const unit = step?.move === 'sign' ? agency(row.first_agency_id) : null
  return { firstName: unit?.name ?? (step?.actor_name || null), firstNameEn: unit?.name_en || null }
}

/** And those that only its whole file shows. */
export function namesWhole(row: HeldMatter, named: NamedIn, path: Path, steps: readonly StepRow[]) {
  const { nameOf, joined } = named
  const short = (one: { id: string; no: string }) => ({ id: one.id, no: one.no })
  const into = joined.find((one) => one.id === row.merged_into)
  const desk = deskOf(row, path)
  return {
    ...{ leaderName: nameOf(row.leader_id), deskName: desk?.name ?? null, deskNameEn: desk?.name_en ?? null },
    ...first(row, named, steps),
    helpers: row.helpers.map((id) => ({ id, name: nameOf(id) ?? '' })),
    placeName: named.place,
    mergedInto: into ? short(into) : null,
    merged: joined.filter((one) => one.merged_into === row.id).map(short),
  }
}
