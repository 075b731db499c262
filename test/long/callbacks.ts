// Long form of callbacks: 10,000 events for an address that is off, slow and unsure in turn, while the server is killed twice.
// node test/long/callbacks.ts [--events=10000]
// node test/long/callbacks.ts --bite=noted   a copy that notes a call as arrived before it has left: calls must get lost
// Each must arrive at least once, those of a matter in order, none under a second id. The last figures stand in results/callbacks.json.
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { CALLED_MOVES } from '#modules/callback/events.ts'
import { linli } from '../../client/linli.ts'
import { ALL } from '../callback/calls.ts'
import { type Ailing, ailingHttp } from '../guard/ailing.ts'
import { withOwner } from '../kill/owner.ts'
import type { Killable } from '../kill/server.ts'
import { notedBeforeSent } from '../kill/without.ts'
import { grow } from '../open311/crowd.ts'
import { onOwnServer } from './own-server.ts'
import { keep } from './results.ts'

const { values: given } = parseArgs({ options: { events: { type: 'string' }, bite: { type: 'string' } } })
const bite = given.bite === 'noted'
const EVENTS = Number(given.events ?? (bite ? 2_000 : 10_000))
const ILL_MS = 12_000
/** Behind its third failure a call waits five minutes, behind the fourth half an hour. */
const PATIENCE_MS = 900_000

/** The district of the demo, an address to be called there, and as many moves of public matters as there are to be events. */
async function layEvents(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(`select id from tenant where code = '990101'`)
  const tenant = rows[0]!.id
  // Steps that would lie behind it were put at this very moment, some of them twice; they are left out.
  const until = new Date()
  await grow({ tenant, owner }, EVENTS, { until, days: 30, first: 300_000 })
  const laid = await owner.query(
    `insert into callback_move (tenant_id, id, matter_id, move, at)
     select tenant_id, gen_random_uuid(), matter_id, move, at from (
       select distinct on (s.matter_id, s.at) s.tenant_id, s.matter_id, s.move, s.at
       from matter_step s join matter m on m.tenant_id = s.tenant_id and m.id = s.matter_id
         join matter_kind k on k.tenant_id = m.tenant_id and k.code = m.kind
       where s.tenant_id = $1 and m.no ~ '^LL-2026-3\\d{5}$' and s.move = any ($2) and s.at < $4 and k.public) one
     order by matter_id limit $3`,
    [tenant, CALLED_MOVES, EVENTS, until],
  )
  if (laid.rowCount !== EVENTS) throw new Error(`only ${laid.rowCount} events were laid`)
  return tenant
}

async function beCalled(url: string, port: number): Promise<void> {
  const { token } = await linli({ url }).account.signIn({ login: 'chengyizhou', password: 'linli-demo' })
  const admin = linli({ url, token })
  await admin.callback.allowHost({ host: '127.0.0.1', port, inside: true, reason: '试验' })
  const about = { owner: '市政务热线', contact: '0370-1234567', lang: 'zh' as const, events: ALL }
  await admin.callback.add({ ...about, url: `http://127.0.0.1:${port}/hook` })
}

/** What is still to leave. */
const waiting = (dataDir: string): Promise<number> =>
  withOwner(dataDir, async (owner) => {
    const { rows } = await owner.query<{ n: number }>(
      `select ((select count(*) from callback_move) + (select count(*) from callback_delivery where next_at is not null))::int as n`,
    )
    return rows[0]!.n
  })

/** Each trouble begins when so much has arrived; with calls lost it would never, so it is enough that nothing waits any more. */
async function troubles(receiver: Ailing, server: Killable, dataDir: string): Promise<void> {
  const arrived = async (share: number) => {
    while (receiver.got.size < EVENTS * share && (await waiting(dataDir)) > 0) await pause(1_000)
  }
  await arrived(0.1)
  await receiver.be('off')
  await pause(ILL_MS)
  await receiver.be('well')
  await arrived(0.3)
  await server.kill()
  await server.start()
  await arrived(0.5)
  await receiver.be('slow')
  await pause(ILL_MS)
  await server.kill()
  await receiver.be('well')
  await server.start()
  await arrived(0.7)
  for (let half = 0; half < ILL_MS / 500; half++) {
    await receiver.be(half % 2 ? 'well' : 'refusing')
    await pause(500)
  }
}

type Row = {
  readonly id: string
  readonly matter_id: string
  readonly state: string
  readonly at: Date
  readonly event: string
}

/** What came of it: rows as they were written, against the ids as they first arrived. */
function judge(rows: readonly Row[], got: ReadonlyMap<string, number>) {
  const place = new Map([...got.keys()].map((id, at) => [id, at]))
  const last = new Map<string, number>()
  let outOfOrder = 0
  for (const { id, matter_id } of rows) {
    const at = place.get(id)
    if (at === undefined) continue
    if (at < (last.get(matter_id) ?? 0)) outOfOrder++
    last.set(matter_id, at)
  }
  const same = new Set(rows.map(({ matter_id, at, event }) => `${matter_id} ${at.getTime()} ${event}`))
  return {
    written: rows.length,
    lost: rows.filter(({ id }) => !got.has(id)).length,
    outOfOrder,
    underTwoIds: rows.length - same.size,
    unheardOf: [...got.keys()].filter((id) => !rows.some((row) => row.id === id)).length,
    arrivedAgain: [...got.values()].filter((times) => times > 1).length,
    parked: rows.filter(({ state }) => state === 'parked').length,
  }
}

const receiver = await ailingHttp(
  ({ request }) => String(request.headers['webhook-id']),
  (answer) => answer.writeHead(204).end(),
)
try {
  await onOwnServer({ demo: true, ...(bite ? { tree: notedBeforeSent() } : {}) }, async ({ url, dataDir, server }) => {
    await beCalled(url, receiver.port)
    const since = performance.now()
    const tenant = await withOwner(dataDir, layEvents)
    await Promise.race([troubles(receiver, server, dataDir), server.crash])
    while ((await waiting(dataDir)) > 0 && performance.now() - since < PATIENCE_MS) await pause(1_000)
    const rows = await withOwner(dataDir, async (owner) => {
      const query = 'select id, matter_id, state, at, event from callback_delivery where tenant_id = $1 order by at, id'
      return (await owner.query<Row>(query, [tenant])).rows
    })
    const found = judge(rows, receiver.got)
    const seconds = Math.round((performance.now() - since) / 1_000)
    const none = found.lost + found.outOfOrder + found.underTwoIds + found.unheardOf + found.parked === 0
    const good = none && found.written >= EVENTS
    const figures = { events: EVENTS, serverKills: 2, ...found, seconds }
    keep('callbacks', bite ? 'noted' : 'trial', bite ? found.lost > 0 : good, figures)
  })
} finally {
  await receiver.close()
}
