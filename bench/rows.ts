// Fills a database with as many matters as asked for, by COPY into every table that the door fills.
import { setImmediate as breathe } from 'node:timers/promises'
import pg from 'pg'
import { matters as scripts } from '#demo/matters.ts'
import { clock } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import { type Chance, chance as chanceFrom } from './rows/chance.ts'
import { copyInto } from './rows/copy.ts'
import { type Lines, noLines, writeStory } from './rows/matter-rows.ts'
import { type Plan, type State, tell } from './rows/story.ts'
import { BENCH_TABLES, COLUMNS } from './rows/tables.ts'
import { type BenchStreet, type Grid, readStreet, SUBDISTRICT } from './street.ts'

const DAY_MS = 86_400_000
const SPAN_DAYS = 730
/** What is still open was reported lately: two in a hundred, all from the last fortnight. */
const OPEN_SHARE = 0.02
const OPEN_DAYS = 14
/** One transaction each; its journal rows must fit into one seal (20,000). */
const BATCH = 2_000
/** Of a database that was never restored. */
export const ERA = 1
const SEED = 20_261_121

const words = scripts.map((script) => script.words)

function stateOf(open: boolean, chance: Chance): State {
  const at = chance.next()
  if (open) return at < 0.3 ? 'reported' : at < 0.75 ? 'handling' : 'finished'
  return at < 0.4 ? 'replied' : at < 0.97 ? 'closed' : 'withdrawn'
}

/** One subdistrict has 88 of 100 matters, the others are the crowd around it; without one they lie everywhere alike. */
const gridsOf = (street: BenchStreet, subdistrict: string | null): { own: Grid[]; others: Grid[] } => ({
  own: street.grids.filter((grid) => subdistrict === null || grid.subdistrict === subdistrict),
  others: street.grids.filter((grid) => grid.subdistrict !== subdistrict),
})

type Numbers = { next(tenant: string, year: string): string; used: ReadonlyMap<string, number> }

/** Human numbers go on from where the demo stopped. */
async function numbersFrom(client: pg.Client): Promise<Numbers> {
  const { rows } = await client.query<{ tenant_id: string; name: string; next: number }>('select * from number_block')
  const used = new Map(rows.map((row) => [`${row.tenant_id} ${row.name}`, row.next]))
  return {
    used,
    next(tenant, year) {
      const name = `${tenant} matter-${year}`
      const number = used.get(name) ?? 1
      used.set(name, number + 1)
      return `LL-${year}-${String(number).padStart(5, '0')}`
    },
  }
}

async function keepNumbers(client: pg.Client, numbers: Numbers): Promise<void> {
  for (const [id, next] of numbers.used) {
    const [tenant, name] = id.split(' ')
    await client.query(
      'insert into number_block (tenant_id, name, next) values ($1, $2, $3) on conflict (tenant_id, name) do update set next = excluded.next',
      [tenant, name, next],
    )
  }
}

async function copyBatch(client: pg.Client, lines: Lines): Promise<void> {
  await client.query('begin')
  for (const table of BENCH_TABLES) if (lines[table].length) await copyInto(client, table, COLUMNS[table], lines[table])
  await client.query('commit')
}

export type Filling = {
  readonly superUrl: string
  readonly keys: Keys
  readonly count: number
  /** Where most of them lie, `null` for nowhere; that of the measurements in the demo street unless said. */
  readonly subdistrict?: string | null
  readonly log: (line: string) => void
}

/**
 * Adds `count` matters of two years. As the superuser, because foreign keys are not checked row by row while the rows
 * come in (they are counted afterwards). Takes about a minute for 200,000 on two quiet cores.
 */
export async function fill({ superUrl, keys, count, subdistrict = SUBDISTRICT, log }: Filling): Promise<void> {
  const url = new URL(superUrl)
  url.pathname = '/linli'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off`)
    const chance = chanceFrom(SEED)
    const numbers = await numbersFrom(client)
    const street = await readStreet(client)
    const { own, others } = gridsOf(street, subdistrict)
    const now = clock.now().getTime()
    const firstOpen = Math.floor(count * (1 - OPEN_SHARE))
    const closedSpan = (SPAN_DAYS - OPEN_DAYS) * DAY_MS
    const receiptHash = (receipt: string) => keys.mac('directory receipt', receipt)
    let sent: Promise<void> = Promise.resolve()
    let lines = noLines()
    for (let at = 0; at < count; at++) {
      const open = at >= firstOpen
      const share = open ? (at - firstOpen) / (count - firstOpen) : at / firstOpen
      const reported = open
        ? now - OPEN_DAYS * DAY_MS * (1 - share * 0.75)
        : now - SPAN_DAYS * DAY_MS + closedSpan * share
      const when = new Date(Math.floor(reported))
      const grid = chance.pick(chance.next() < 0.88 || others.length === 0 ? own : others)
      const no = numbers.next(grid.tenant, when.toISOString().slice(0, 4))
      const plan: Plan = {
        grid,
        kind: chance.pick(street.kinds),
        state: stateOf(open, chance),
        at: when,
        no,
        words: chance.pick(words),
      }
      writeStory(lines, tell(plan, chance, `BENCH${String(at).padStart(15, '0')}`), { keys, chance, receiptHash })
      if (at % 100 === 0) await breathe()
      if ((at + 1) % BATCH === 0 || at + 1 === count) {
        await sent
        sent = copyBatch(client, lines)
        lines = noLines()
        if ((at + 1) % 50_000 === 0) log(`  ${at + 1} matters`)
      }
    }
    await sent
    await keepNumbers(client, numbers)
    await checkLinks(client)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** What the foreign keys would have refused. */
async function checkLinks(client: pg.Client): Promise<void> {
  for (const table of ['matter_clock', 'matter_step']) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from ${table} x left join matter m on m.tenant_id = x.tenant_id and m.id = x.matter_id where m.id is null`,
    )
    if (rows[0]!.n > 0) throw new Error(`${rows[0]!.n} rows of ${table} belong to no matter`)
  }
}
