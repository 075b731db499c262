// People, households and homes of the street for measurements: sealed as the register seals them, by COPY into its tables.
import { setImmediate as breathe } from 'node:timers/promises'
import pg from 'pg'
import { givenName, surname } from '#demo/city/names.ts'
import { throwsOf } from '#demo/city/throws.ts'
import type { Keys } from '#kernel/crypto.ts'
import { sealPerson } from '#modules/register/people/sealed.ts'
import { type Grid, readStreet, SUBDISTRICT } from '../street.ts'
import { type Chance, chance as chanceFrom } from './chance.ts'
import { type Cell, copyInto, copyLine } from './copy.ts'

const COLUMNS = {
  home: [
    ...['tenant_id', 'id', 'building_id', 'grid_id', 'area_pos', 'address', 'address_key', 'unit', 'room'],
    ...['source', 'as_of', 'made_at', 'changed_at'],
  ],
  household: ['tenant_id', 'id', 'home_id', 'grid_id', 'area_pos', 'made_at', 'changed_at'],
  person: [
    ...['tenant_id', 'id', 'class', 'home_id', 'household_id', 'grid_id', 'area_pos', 'name', 'phone', 'birth'],
    ...['birth_year', 'sex', 'same_mac', 'phone_mac', 'key_version', 'source', 'as_of', 'made_at', 'changed_at'],
  ],
} as const
type Table = keyof typeof COLUMNS
const TABLES = Object.keys(COLUMNS) as Table[]
type Lines = Record<Table, string[]>
const noLines = (): Lines => ({ home: [], household: [], person: [] })

const IN_A_HOME = 4
const BATCH = 5_000
const SINCE = '2026-03-01'
const AT = new Date('2026-03-01T00:00:00Z')
const SEED = 20_261_123

export const somebody = (throws: ReturnType<typeof throwsOf>): string => surname(throws) + givenName(throws)

/** One home with a household of four in it, somewhere in the grid. */
function writeHome(lines: Lines, keys: Keys, grid: Grid, chance: Chance, name: () => string, no: number): void {
  const { tenant } = grid
  const spot = chance.pick(grid.spots)
  const [home, household] = [chance.id(AT), chance.id(AT)]
  const room = `${100 + (no % 30_000)}室`
  const address = `${spot.address}${room}`
  const put = (table: Table, ...cells: Cell[]) => lines[table].push(copyLine(cells))
  const where = [grid.id, spot.areaPos] as const
  const said = ['bench', SINCE, AT, AT] as const
  put('home', tenant, home, spot.areaId, ...where, address, address, '', room, ...said)
  put('household', tenant, household, home, ...where, AT, AT)
  for (let one = 0; one < IN_A_HOME; one++) {
    const id = chance.id(AT)
    const birth = `${chance.whole(1935, 2024)}-0${chance.whole(1, 9)}-1${chance.whole(0, 9)}`
    const phone = `13${chance.whole(100_000_000, 999_999_999)}`
    const plain = { name: name(), phone, birth, homePlace: '', need: '', number: '' }
    const row = sealPerson(keys, { tenant, id, seal: 1 }, plain, { addressKey: address })
    put(
      'person',
      tenant,
      id,
      'registered',
      home,
      household,
      ...where,
      row.name,
      row.phone,
      row.birth,
      ...[row.birth_year, 1 + (one % 2)],
      row.same_mac,
      row.phone_mac,
      row.key_version,
      ...said,
    )
  }
}

/** What changes would have kept count of; grids are then counted anew in the background. */
const COUNTS = `
  insert into register_count (tenant_id, grid_id, area_pos, class, n)
  select g.tenant_id, g.id, g.area_pos, x.class, x.n from (
    select tenant_id, grid_id, 'registered' as class, count(*)::int as n from person where source = 'bench' group by 1, 2
    union all select tenant_id, grid_id, 'home', count(*)::int from home where source = 'bench' group by 1, 2) x
  join area g on g.tenant_id = x.tenant_id and g.id = x.grid_id
  on conflict (tenant_id, grid_id, class) do update set n = register_count.n + excluded.n;
  update grid_portrait set changes = changes + 1;
  vacuum analyze person; vacuum analyze home; vacuum analyze household`

export type Settling = {
  /** The owner's or the superuser's, on the database of the street. */
  readonly url: string
  readonly keys: Keys
  readonly count: number
  readonly log: (line: string) => void
}

/** Settles `count` people in the grids of one subdistrict: some twenty seconds for 200,000. */
export async function settle({ url, keys, count, log }: Settling): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set synchronous_commit = off')
    const chance = chanceFrom(SEED)
    const throws = throwsOf(SEED, 'residents')
    const { grids } = await readStreet(client)
    const own = grids.filter((grid) => grid.subdistrict === SUBDISTRICT)
    let sent: Promise<void> = Promise.resolve()
    let lines = noLines()
    const copy = async (full: Lines) => {
      for (const table of TABLES) await copyInto(client, table, COLUMNS[table], full[table])
    }
    const homes = Math.ceil(count / IN_A_HOME)
    for (let no = 0; no < homes; no++) {
      writeHome(lines, keys, own[no % own.length]!, chance, () => somebody(throws), no)
      if (no % 100 === 0) await breathe()
      if ((no + 1) % BATCH === 0 || no + 1 === homes) {
        await sent
        sent = copy(lines)
        lines = noLines()
      }
    }
    await sent
    for (const statement of COUNTS.split(';')) await client.query(statement)
    log(`  ${homes * IN_A_HOME} people`)
  } finally {
    await client.end()
  }
}
