// The city that is measured: who asks, and what there is to ask for, read once from the loaded rows.
import pg from 'pg'
import { pinyin } from 'pinyin-pro'
import type { Config } from '#kernel/config.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { openNameAndPhone } from '#modules/register/index.ts'
import { signIn } from '../../../bench/asking.ts'
import { loginOf } from './people.ts'

export type Who = Readonly<Record<string, string>>
type Area = { readonly id: string; readonly code: string; readonly pos: number; readonly end: number }

/** A community of those that are searched in, its desk, and people who live there. */
export type Desk = {
  readonly area: Area
  readonly who: Who
  readonly people: readonly { readonly name: string; readonly phone: string; readonly address: string }[]
}

export type City = {
  readonly tenant: string
  readonly desks: readonly Desk[]
  readonly grid: Area
  readonly worker: Who
  readonly community: Area
  readonly subdistrict: Area
  readonly duty: Who
  readonly district: Area
  readonly staff: Who
  readonly organisations: readonly string[]
  readonly compounds: readonly string[]
  readonly matters: readonly string[]
}

const PEOPLE_A_DESK = 40

const areas = async (client: pg.Client, level: string, within: Area | undefined): Promise<Area[]> =>
  (
    await client.query<Area>(
      `select id, code, area_pos as pos, area_end as end from area
       where level = $1 and valid_to is null and area_pos between $2 and $3 order by area_pos`,
      [level, within?.pos ?? 0, within?.end ?? Number.MAX_SAFE_INTEGER],
    )
  ).rows

type Row = { tenant_id: string; id: string; seal_no: number; name: Buffer; phone: Buffer | null; address: string }

async function peopleOf(client: pg.Client, config: Config, area: Area) {
  const keys = openKeys(config.keyFile)
  const { rows } = await client.query<Row>(
    `select p.tenant_id, p.id, p.seal_no, p.name, p.phone, h.address from person p
     join home h on h.tenant_id = p.tenant_id and h.id = p.home_id
     where p.area_pos between $1 and $2 and p.state = 'here' and p.phone is not null and h.room <> ''
     order by p.id limit ${PEOPLE_A_DESK}`,
    [area.pos, area.end],
  )
  return rows.map((row) => ({ ...openNameAndPhone(keys, row), address: row.address }))
}

const named = async (client: pg.Client, text: string, values: unknown[] = []): Promise<string[]> =>
  (await client.query<{ name: string }>(text, values)).rows.map(({ name }) => name)

/** Two hundred whole numbers a day would be used up by one second of measuring. */
const NO_LIMIT = `insert into register_limit (tenant_id, role, kind, most, version, changed_at)
  select id, 'community_staff', 'numbers', 100000, 1, now() from tenant
  on conflict (tenant_id, role, kind) do update set most = excluded.most`

/** Signs in, over HTTP as everybody, the desks of the first subdistrict, where most of the matters lie. */
export async function openCity(config: Config, ownerUrl: string): Promise<City> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(NO_LIMIT)
    const enter = (area: Area) => signIn(config.port, loginOf(area.code))
    const [district] = await areas(client, 'district', undefined)
    const [subdistrict] = await areas(client, 'subdistrict', district)
    const communities = await areas(client, 'community', subdistrict)
    const [grid] = await areas(client, 'grid', communities[0])
    const desks: Desk[] = []
    for (const area of communities)
      desks.push({ area, who: await enter(area), people: await peopleOf(client, config, area) })
    const span = [subdistrict!.pos, subdistrict!.end]
    return {
      tenant: (await client.query<{ id: string }>('select id from tenant order by made_at limit 1')).rows[0]!.id,
      ...{ desks, community: communities[0]!, grid: grid!, worker: await enter(grid!) },
      ...{ subdistrict: subdistrict!, duty: await enter(subdistrict!) },
      ...{ district: district!, staff: await enter(district!) },
      organisations: await named(client, 'select name from organisation order by id limit 60'),
      compounds: await named(
        client,
        `select distinct substring(name from '^(.*?)\\d+号楼') as name from area
         where level = 'building' and name ~ '号楼' and area_pos between $1 and $2 limit 40`,
        span,
      ),
      matters: await named(
        client,
        'select no as name from matter where area_pos between $1 and $2 order by id desc limit 200',
        span,
      ),
    }
  } finally {
    await client.end()
  }
}

/** 单晓兰 → shanxiaolan, and its initials. */
export const spelt = (name: string): { whole: string; initials: string } => {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', mode: 'surname', v: true })
  return { whole: syllables.join(''), initials: syllables.map((one) => one[0]!).join('') }
}
