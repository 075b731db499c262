// How PostgreSQL answers the lists: the very statements with real parameters, and none of them may read a growing table from end to end.
import type pg from 'pg'
import { type Actor, scopeOf } from '#kernel/access.ts'
import { clock, localDay, localInstant } from '#kernel/clock.ts'
import type { Config } from '#kernel/config.ts'
import { k, type Statement, type Tx } from '#kernel/database.ts'
import { actorOf } from '#kernel/http/identity.ts'
import { matter } from '#modules/matter/contract.ts'
import { countMatters, listMatters, scope } from '#modules/matter/lists.ts'
import { openHouse } from '../../src/commands/open-house.ts'
import type { Asking } from '../asking.ts'
import { atMost, type Result } from '../report.ts'
import { BENCH_TABLES } from '../rows/tables.ts'
import { DESK_LOGIN, WORKER_LOGIN } from '../street.ts'

type Question = { readonly name: string; readonly login: string; readonly asked: Record<string, unknown> }

/** Areas grow too: every home is one. */
const GROWING: readonly string[] = [...BENCH_TABLES, 'area']

const questions = (asking: Asking): Question[] => [
  ...(['open', 'mine', 'due', 'check', 'reopened', 'waiting', 'all'] as const).flatMap((view) =>
    [DESK_LOGIN, WORKER_LOGIN].flatMap((login) =>
      (['due', 'newest'] as const).map((sort) => ({
        name: `${login} ${view} by ${sort}`,
        login,
        asked: { view, sort },
      })),
    ),
  ),
  ...(['reported', 'finished', 'closed'] as const).flatMap((state) =>
    (['due', 'newest'] as const).map((sort) => ({
      name: `${DESK_LOGIN} grid ${state} by ${sort}`,
      login: DESK_LOGIN,
      asked: { view: 'all', gridId: asking.grids[5]!.id, state, sort },
    })),
  ),
  ...(['all', 'open'] as const).flatMap((view) =>
    [DESK_LOGIN, WORKER_LOGIN].flatMap((login) =>
      ['电梯', '3号楼 漏水', '04471', '471'].map((find) => ({
        name: `${login} ${view} finding ${find}`,
        login,
        asked: { view, sort: 'newest', find },
      })),
    ),
  ),
  { name: `${DESK_LOGIN} by kind`, login: DESK_LOGIN, asked: { view: 'all', kind: '0101', sort: 'newest' } },
]

/** Takes the statement that a list would send instead of sending it. */
async function statementOf(
  ask: (tx: Tx) => Promise<unknown>,
): Promise<{ sql: string; parameters: readonly unknown[] }> {
  let taken: Statement<unknown> | undefined
  const take = async <Row>(statement: Statement<Row>): Promise<Row[]> => {
    taken = statement
    return []
  }
  const tx: Tx = { all: take, first: async (statement) => (await take(statement))[0], text: async () => [] }
  await ask(tx)
  return taken!.compile(k)
}

type Node = { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] }
const scansOf = (node: Node): string[] => [
  ...(node['Node Type'].endsWith('Seq Scan') && GROWING.includes(node['Relation Name'] ?? '')
    ? [node['Relation Name']!]
    : []),
  ...(node.Plans ?? []).flatMap(scansOf),
]

/** Explains under the reader's own scope and login, as the plan that is kept for any parameters: what the server runs. */
async function scansIn(
  client: pg.PoolClient,
  actor: Actor,
  statement: { sql: string; parameters: readonly unknown[] },
): Promise<string[]> {
  const nulls = statement.parameters.map(() => 'null').join(', ')
  await client.query('begin')
  try {
    await client.query('select set_scope($1, $2, $3, $4, $5)', [...scopeOf(actor)])
    await client.query(`prepare asked as ${statement.sql}`)
    const { rows } = await client.query(`explain (format json) execute asked${nulls ? `(${nulls})` : ''}`)
    return scansOf(rows[0]['QUERY PLAN'][0].Plan)
  } finally {
    await client.query('deallocate all')
    await client.query('rollback')
  }
}

export async function measurePlans(config: Config, asking: Asking): Promise<Result> {
  const opened = await openHouse(config, () => {})
  const client = await opened.db.pool.connect()
  try {
    const bad: string[] = []
    const now = clock.now()
    const day = localDay(now)
    const all = questions(asking)
    const actors = new Map<string, Actor>()
    for (const login of [DESK_LOGIN, WORKER_LOGIN]) {
      const found = await opened.house.directory.find('login', login)
      actors.set(login, await actorOf(opened.house, found!.tenant, found!.subject))
    }
    for (const { name, login, asked } of all) {
      const actor = actors.get(login)!
      const input = matter.list.input.parse(asked)
      const statement = await statementOf((tx) => listMatters(tx, actor, input, scope(actor, undefined), now, day))
      const scans = await scansIn(client, actor, statement)
      if (scans.length) bad.push(`${name} (${[...new Set(scans)].join(', ')})`)
    }
    for (const [login, actor] of actors) {
      const statement = await statementOf((tx) =>
        countMatters(tx, actor, actor.spans, now, day, localInstant(day)).catch(() => undefined),
      )
      const scans = await scansIn(client, actor, statement)
      if (scans.length) bad.push(`${login} counts (${[...new Set(scans)].join(', ')})`)
    }
    const detail = bad.length ? bad.join('; ') : `${all.length + actors.size} statements, as the plans that are kept`
    return atMost('lists that read a growing table from end to end', bad.length, 0, detail)
  } finally {
    client.release()
    await opened.close()
  }
}
