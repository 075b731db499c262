// All SQL that takes a chunk from its stage into the registers: what is there already is found first, then the rest is written.
import type { Tx } from '#kernel/database.ts'
import type { ClassCode } from '../classes/column.ts'

/** One chunk on its way: whose, of which batch, in which interval of the tree, on which day. */
export type ChunkAt = {
  readonly tenant: string
  readonly batch: string
  readonly class: ClassCode
  readonly pos: number
  readonly end: number
  readonly keyVersion: number
  readonly day: string
  readonly now: Date
}

/** Rows of a chunk: written, the same as what is there, offered for merging, and those reported since something else is there. */
export type Loaded = {
  readonly stored: number
  readonly repeats: number
  readonly offers: number
  readonly known: number
}

type Step = { readonly text: string; readonly values: (at: ChunkAt) => readonly unknown[] }

const scope = ({ tenant, pos, end }: ChunkAt) => [tenant, pos, end]

/** A person outside the batch's area is not there for its sender: nothing is told of him. */
const findPeople: Step = {
  text: `insert into stage_found (n, kind, there)
    select s.n, case when p.said_mac = s.said_mac then 'repeat' else 'other' end, p.id
    from stage_person s cross join lateral (
      select q.id, q.said_mac from (
        (select 1 as rank, p.id, p.said_mac from person p where p.tenant_id = $1 and p.number_mac = s.number_mac
          and p.area_pos between $2 and $3 and p.state <> 'merged' limit 1)
        union all
        (select 2, p.id, p.said_mac from person p where p.tenant_id = $1 and p.same_mac = s.same_mac and s.number_mac is not null
          and p.number_mac is null and p.area_pos between $2 and $3 and p.state <> 'merged' limit 1)
        union all
        (select 3, p.id, p.said_mac from person p where p.tenant_id = $1 and p.same_mac = s.same_mac and s.number_mac is null
          and p.area_pos between $2 and $3 and p.state <> 'merged' limit 1)
      ) q order by q.rank limit 1) p`,
  values: scope,
}
const twins: Step = {
  text: `insert into stage_found (n, kind, there)
    select s.n, 'other', s.twin from stage_person s
    where s.twin is not null and not exists (select 1 from stage_found f where f.n = s.n)`,
  values: () => [],
}
/** Offered once: the same row of an earlier file that is still open, or was settled, is a repeat. */
const offeredBefore: Step = {
  text: `update stage_found f set kind = 'repeat' from stage_person s where s.n = f.n and f.kind = 'other'
    and exists (select 1 from import_offer o where o.tenant_id = $1 and o.person_id = f.there and o.said_mac = s.said_mac)`,
  values: ({ tenant }) => [tenant],
}

const FREE = 'not exists (select 1 from stage_found f where f.n = s.n)'
const sameHome = (home: string) =>
  `${home}.tenant_id = $1 and ${home}.building_id = s.building_id and ${home}.unit = s.unit and ${home}.room = s.room and ${home}.ended_on is null`

/** A home known by an address alone: it says so, until somebody enters it or a file of homes comes. */
const bareHomes = (stage: string): Step => ({
  text: `insert into home (tenant_id, id, building_id, grid_id, area_pos, address, address_key, unit, floor, room, source, as_of, batch_id, made_at, changed_at)
    select $1, s.home_spare, s.building_id, s.grid_id, s.area_pos, s.address, s.address_key, s.unit, s.floor, s.room, 'address', $3::date, $2, $4, $4
    from (select distinct on (s.building_id, s.unit, s.room) * from ${stage} s
      where s.building_id is not null and (s.room <> '' or s.address_key ~ '号$') and ${FREE}) s
    where not exists (select 1 from home h where ${sameHome('h')})`,
  values: ({ tenant, batch, day, now }) => [tenant, batch, day, now],
})
const homeOf = `(select h.id from home h where ${sameHome('h')} limit 1)`

const households: Step = {
  text: `insert into household (tenant_id, id, home_id, grid_id, area_pos, number_mac, head_id, batch_id, made_at, changed_at)
    select distinct on (s.household_mac) $1, s.household_spare, ${homeOf}, s.grid_id, s.area_pos, s.household_mac,
      case when s.relation in ('01', '02') then s.id end, $2, $3, $3
    from stage_person s where s.household_mac is not null and ${FREE}
      and not exists (select 1 from household h where h.tenant_id = $1 and h.number_mac = s.household_mac)
    order by s.household_mac, s.relation not in ('01', '02'), s.n`,
  values: ({ tenant, batch, now }) => [tenant, batch, now],
}
const HOUSEHOLD_OF = '(select h.id from household h where h.tenant_id = $1 and h.number_mac = s.household_mac limit 1)'

/** Those of one home stand together in a file: it is looked for once, and so is their household. */
const people: Step = {
  text: `with door as materialized (
      select s.building_id, s.unit, s.room, ${homeOf} as home_id
      from (select distinct building_id, unit, room from stage_person where building_id is not null) s),
    kept as materialized (
      select s.household_mac, ${HOUSEHOLD_OF} as household_id
      from (select distinct household_mac from stage_person where household_mac is not null) s)
    insert into person (tenant_id, id, class, home_id, household_id, relation, grid_id, area_pos, name, phone, birth, birth_year, sex, home_place, need,
      lives_here, paper, number_mac, phone_mac, same_mac, number, said_mac, seal_no, key_version, source, as_of, batch_id, made_at, changed_at)
    select $1, s.id, $5, door.home_id, kept.household_id, s.relation, s.grid_id, s.area_pos, s.name, s.phone, s.birth, s.birth_year, s.sex, s.home_place, s.need,
      s.lives_here, s.paper, s.number_mac, s.phone_mac, s.same_mac, s.number, s.said_mac, 1, $6, 'import', $3::date, $2, $4, $4
    from stage_person s
      left join door on door.building_id = s.building_id and door.unit = s.unit and door.room = s.room
      left join kept on kept.household_mac = s.household_mac
    where ${FREE}`,
  values: ({ tenant, batch, day, now, class: code, keyVersion }) => [tenant, batch, day, now, code, keyVersion],
}
const offers: Step = {
  text: `insert into import_offer (tenant_id, id, batch_id, line, person_id, class, home_id, household_id, relation, grid_id, area_pos, name, phone, birth, birth_year,
      sex, home_place, need, lives_here, paper, number_mac, phone_mac, same_mac, number, said_mac, key_version, made_at, changed_at)
    select $1, s.id, $2, s.line, f.there, $4, ${homeOf}, ${HOUSEHOLD_OF}, s.relation, s.grid_id, s.area_pos, s.name, s.phone, s.birth, s.birth_year,
      s.sex, s.home_place, s.need, s.lives_here, s.paper, s.number_mac, s.phone_mac, s.same_mac, s.number, s.said_mac, $5, $3, $3
    from stage_person s join stage_found f on f.n = s.n and f.kind = 'other'`,
  values: ({ tenant, batch, now, class: code, keyVersion }) => [tenant, batch, now, code, keyVersion],
}

const findHomes: Step = {
  text: `insert into stage_found (n, kind, there)
    select s.n, case when h.source = 'address' then 'bare' when h.use = s.use and h.floor_area is not distinct from s.floor_area and h.facts = s.facts then 'repeat' else 'known' end, h.id
    from stage_home s cross join lateral (select h.id, h.source, h.use, h.floor_area, h.facts from home h where ${sameHome('h')} limit 1) h`,
  values: ({ tenant }) => [tenant],
}
const homes: Step = {
  text: `insert into home (tenant_id, id, building_id, grid_id, area_pos, address, address_key, unit, floor, room, use, floor_area, facts, source, as_of, batch_id, made_at, changed_at)
    select $1, s.id, s.building_id, s.grid_id, s.area_pos, s.address, s.address_key, s.unit, s.floor, s.room, s.use, s.floor_area, s.facts, 'import', $3::date, $2, $4, $4
    from stage_home s where ${FREE}`,
  values: ({ tenant, batch, day, now }) => [tenant, batch, day, now],
}
const fillBare: Step = {
  text: `update home h set use = s.use, floor_area = s.floor_area, facts = s.facts, source = 'import', as_of = $2::date, version = h.version + 1, changed_at = $3
    from stage_home s join stage_found f on f.n = s.n and f.kind = 'bare' where h.tenant_id = $1 and h.id = f.there`,
  values: ({ tenant, day, now }) => [tenant, day, now],
}

const findRentals: Step = {
  text: `insert into stage_found (n, kind, there)
    select s.n, case when r.use = s.use and r.facts = s.facts and r.from_day = coalesce(s.from_day, r.from_day) then 'repeat' else 'known' end, r.id
    from stage_rental s cross join lateral (
      select r.id, r.use, r.facts, r.from_day from home h join rental r on r.tenant_id = $1 and r.home_id = h.id
      where ${sameHome('h')} and (r.to_day is null or r.to_day = s.to_day) limit 1) r`,
  values: ({ tenant }) => [tenant],
}
const rentals: Step = {
  text: `insert into rental (tenant_id, id, home_id, area_pos, grid_id, use, facts, source, from_day, to_day, batch_id, made_at, changed_at)
    select $1, s.id, ${homeOf}, s.area_pos, s.grid_id, s.use, s.facts, 'import', coalesce(s.from_day, $3::date), s.to_day, $2, $4, $4 from stage_rental s where ${FREE}`,
  values: ({ tenant, batch, day, now }) => [tenant, batch, day, now],
}

const findOrganisations: Step = {
  text: `insert into stage_found (n, kind, there)
    select s.n, case when o.said_mac = s.said_mac then 'repeat' else 'known' end, o.id
    from stage_organisation s cross join lateral (
      select q.id, q.said_mac from (
        (select 1 as rank, o.id, o.said_mac from organisation o where o.tenant_id = $1 and o.code = s.code and o.class = $4 and o.area_pos between $2 and $3 limit 1)
        union all
        (select 2, o.id, o.said_mac from organisation o where o.tenant_id = $1 and o.name = s.name and o.class = $4
          and (o.code is null or s.code is null) and o.area_pos between $2 and $3 limit 1)
      ) q order by q.rank limit 1) o`,
  values: (at) => [...scope(at), at.class],
}
const organisations: Step = {
  text: `insert into organisation (tenant_id, id, class, area_id, grid_id, area_pos, name, code, kind, address, contact_name, contact_phone, facts, said_mac, key_version,
      source, as_of, batch_id, made_at, changed_at)
    select $1, s.id, $5, s.area_id, s.grid_id, s.area_pos, s.name, s.code, s.kind, s.address, s.contact_name, s.contact_phone, s.facts, s.said_mac, $6,
      'import', $3::date, $2, $4, $4 from stage_organisation s where ${FREE}`,
  values: ({ tenant, batch, day, now, class: code, keyVersion }) => [tenant, batch, day, now, code, keyVersion],
}

const findSpecial: Step = {
  text: `insert into stage_found (n, kind, there)
    select s.n, 'repeat', p.id from stage_special s cross join lateral (
      select p.id from import_special p where p.tenant_id = $1 and p.same_mac = s.same_mac limit 1) p`,
  values: ({ tenant }) => [tenant],
}
const special: Step = {
  text: `insert into import_special (tenant_id, id, batch_id, area_pos, same_mac)
    select $1, s.id, $2, $3, s.same_mac from stage_special s where ${FREE}`,
  values: ({ tenant, batch, pos }) => [tenant, batch, pos],
}

const FIND: Readonly<Record<ClassCode, readonly Step[]>> = {
  registered: [findPeople, twins, offeredBefore],
  floating: [findPeople, twins, offeredBefore],
  home: [findHomes],
  rented: [findRentals],
  special: [findSpecial],
  organisation: [findOrganisations],
  school: [findOrganisations],
}
const loadPeople = [bareHomes('stage_person'), households, people]
const WRITE: Readonly<Record<ClassCode, readonly Step[]>> = {
  registered: loadPeople,
  floating: loadPeople,
  home: [homes],
  rented: [bareHomes('stage_rental'), rentals],
  special: [special],
  organisation: [organisations],
  school: [organisations],
}

async function run(tx: Tx, at: ChunkAt, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await tx.text(step.text, step.values(at))
}

/** Finds what is there; in a dry run that is all. The stage holds `rows` rows. */
export async function loadChunk(tx: Tx, at: ChunkAt, rows: number, dry: boolean): Promise<Loaded> {
  await run(tx, at, FIND[at.class])
  const found = await tx.text<{ kind: string; n: number }>(
    'select kind, count(*)::int as n from stage_found group by kind',
  )
  const of = (kind: string) => found.find((one) => one.kind === kind)?.n ?? 0
  const [repeats, others, known] = [of('repeat'), of('other'), of('known')]
  if (!dry) await run(tx, at, WRITE[at.class])
  if (!dry && others > 0) await run(tx, at, [offers])
  if (!dry && of('bare') > 0) await run(tx, at, [fillBare])
  return { stored: rows - repeats - others - known, repeats, offers: others, known }
}
