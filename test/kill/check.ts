// After the kills: is every acknowledged report there once, and is every matter whole?
import pg from 'pg'
import type { Keys } from '#kernel/crypto.ts'
import type { Acknowledged } from './clients.ts'

export type Findings = {
  /** Acknowledged, and not there as it was acknowledged. */
  readonly lost: number
  /** Reports that made more than one matter. */
  readonly doubled: number
  /** Matters of this run without exactly one of each row that belongs to them, by what is amiss. */
  readonly halfWritten: Readonly<Record<string, number>>
  /** Rows that speak of a matter which does not exist. */
  readonly orphans: Readonly<Record<string, number>>
}

const PARTS: Readonly<Record<string, string>> = {
  step: `(select count(*) from matter_step s where s.tenant_id = m.tenant_id and s.matter_id = m.id and s.move = 'report')`,
  clock: `(select count(*) from matter_clock c where c.tenant_id = m.tenant_id and c.matter_id = m.id and c.kind = 'take')`,
  journal: `(select count(*) from journal j where j.tenant_id = m.tenant_id and j.subject_id = m.id and j.operation = 'matter.report')`,
  directory: `(select count(*) from directory d where d.tenant_id = m.tenant_id and d.subject_id = m.id and d.kind = 'receipt')`,
  command: `(select count(*) from command c where c.tenant_id = m.tenant_id and c.subject_id = m.id and c.operation = 'matter.report')`,
}

const ORPHANS: Readonly<Record<string, string>> = {
  step: `select count(*)::int as n from matter_step x where not exists (select 1 from matter m where m.id = x.matter_id)`,
  clock: `select count(*)::int as n from matter_clock x where not exists (select 1 from matter m where m.id = x.matter_id)`,
  journal: `select count(*)::int as n from journal x where x.operation = 'matter.report' and not exists (select 1 from matter m where m.id = x.subject_id)`,
  command: `select count(*)::int as n from command x where x.operation = 'matter.report' and not exists (select 1 from matter m where m.id = x.subject_id)`,
  directory: `select count(*)::int as n from directory x where x.kind = 'receipt' and not exists (select 1 from matter m where m.id = x.subject_id)
     and not exists (select 1 from account a where a.id = x.subject_id)`,
}

const problems = (counts: Record<string, number>) => Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0))

/** Reads past all rules as the owner of the database. `mark` stands in the words of every report of the run. */
export async function check(
  ownerUrl: string,
  keys: Keys,
  acknowledged: readonly Acknowledged[],
  mark: string,
): Promise<Findings> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Linli never asks these by subject; a hundred thousand of them would be compared each with each.
    for (const table of ['directory', 'command']) await client.query(`create index on ${table} (subject_id)`)
    for (const table of ['matter', 'matter_step', 'matter_clock', 'journal', 'command', 'directory'])
      await client.query(`analyze ${table}`)
    const columns = Object.entries(PARTS).map(([name, sql]) => `${sql}::int as ${name}`)
    const { rows } = await client.query<
      { id: string; no: string; words: string; receipt: Buffer | null } & Record<string, number>
    >(
      `select m.id, m.no, m.words, (select d.key_hash from directory d where d.subject_id = m.id and d.kind = 'receipt' limit 1) as receipt,
         ${columns.join(', ')} from matter m where m.words like $1`,
      [`%${mark}%`],
    )
    const there = new Map(rows.map((row) => [row.id, row]))
    const isThere = (one: Acknowledged) => {
      const row = there.get(one.id)
      const receipt = keys.mac('directory receipt', one.receipt)
      return row?.no === one.no && row.words === one.words && row.receipt?.equals(receipt) === true
    }
    const halfWritten = Object.fromEntries(
      Object.keys(PARTS).map((name) => [name, rows.filter((row) => row[name] !== 1).length]),
    )
    const orphans: Record<string, number> = {}
    for (const [name, sql] of Object.entries(ORPHANS))
      orphans[name] = (await client.query<{ n: number }>(sql)).rows[0]!.n
    return {
      lost: acknowledged.filter((one) => !isThere(one)).length,
      doubled: rows.length - new Set(rows.map((row) => row.words)).size,
      halfWritten: problems(halfWritten),
      orphans: problems(orphans),
    }
  } finally {
    await client.end()
  }
}
