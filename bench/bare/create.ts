// The bare way to create a matter: the rows that the door writes, written by hand, nothing asked and nothing checked.
import type { Pool } from 'pg'
import { clock } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import { newCode, newId } from '#kernel/ids.ts'
import { type JournalRow, leafHash } from '#kernel/journal/journal.ts'

/** Where it is: kept in memory from the start, since the bare server looks nothing up but the session. */
export type Place = {
  readonly areaId: string
  readonly areaPos: number
  readonly gridId: string
  readonly address: string
  readonly placeId: string | null
  readonly lon: number | null
  readonly lat: number | null
}
export type Who = {
  readonly tenant: string
  readonly id: string
  readonly kind: 'staff' | 'resident'
  readonly name: string
}
export type Sent = { readonly words: string; readonly name?: string; readonly phone?: string }

const MATTER = `insert into matter (tenant_id, id, no, state, kind, way, words, title, grid_id, area_id, area_pos, place_id, address, lon, lat,
  reporter_id, reporter_name, reporter_phone, photos, clock, warn_at, due_at, reported_at, changed_at)
  values ($1, $2, $3, 'reported', '0101', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0, 'take', $17, $18, $19, $19)`
const CLOCK = `insert into matter_clock (tenant_id, id, matter_id, area_pos, round, kind, counting, limit_minutes, basis, started_at, warn_at, due_at, provisional)
  values ($1, $2, $3, $4, 1, 'take', 'duty', 30, '接单时限 30 分钟，按值班时间', $5, $6, $7, false)`
const STEP = `insert into matter_step (tenant_id, id, matter_id, area_pos, round, move, at, by, actor_id, actor_name, text, detail)
  values ($1, $2, $3, $4, 1, 'report', $5, $6, $7, $8, '', '{"photos":0}')`
// Era 0: neither sealed nor followed, so that the work of the server under test is not charged to the bare one.
const JOURNAL = `insert into journal (tenant_id, id, era, at, actor_kind, actor_id, operation, subject_kind, subject_id, subject_version, area_pos, from_state, to_state, input, hash)
  values ($1, $2, 0, $3, $4, $5, 'matter.report', 'matter', $6, 1, $7, null, 'reported', $8, $9)`
const COMMAND = `insert into command (tenant_id, key, actor_id, operation, body_mac, subject_id, answer, at) values ($1, $2, $3, 'matter.report', $4, $5, $6, $7)`
const RECEIPT = `insert into directory (key_hash, kind, tenant_id, subject_id, made_at) values ($1, 'receipt', $2, $3, $4)`

export type Insert = { readonly name: string; readonly text: string; readonly values: unknown[] }

let number = 0
const MINUTE = 60_000

/** What a request sends and who sends it. `key`: its Idempotency-Key. */
export type Report = {
  readonly who: Who
  readonly place: Place
  readonly sent: Sent
  readonly key: string
  readonly body: string
}

type Made = { readonly id: string; readonly no: string; readonly now: Date; readonly warn: Date; readonly due: Date }

function make(): Made {
  const now = clock.now()
  const after = (minutes: number) => new Date(now.getTime() + minutes * MINUTE)
  return { id: newId(), no: `BARE-${process.pid}-${++number}`, now, warn: after(24), due: after(30) }
}

/** The row of the matter alone. */
export function matterInsert(keys: Keys, { who, place, sent }: Report, made: Made = make()): Insert {
  const { tenant } = who
  const { id, no, now, warn, due } = made
  const staff = who.kind === 'staff'
  const seal = (text: string | undefined, column: string) =>
    text ? keys.seal(text, { tenant, table: 'matter', column, row: id }) : null
  const values = [
    ...[tenant, id, no, staff ? 'field' : 'scan', sent.words, sent.words.slice(0, 28), place.gridId, place.areaId],
    ...[place.areaPos, place.placeId, place.address, place.lon, place.lat, staff ? who.id : null],
    ...[seal(sent.name, 'reporter_name'), seal(sent.phone, 'reporter_phone'), warn, due, now],
  ]
  return { name: 'matter', text: MATTER, values }
}

function journalInsert(who: Who, place: Place, { id, now }: Made): Insert {
  const row: JournalRow = {
    tenant_id: who.tenant,
    id: newId(),
    era: 0,
    at: now,
    actor_kind: who.kind,
    actor_id: who.id,
    operation: 'matter.report',
    subject_kind: 'matter',
    subject_id: id,
    subject_version: 1,
    area_pos: place.areaPos,
    from_state: null,
    to_state: 'reported',
    input: { areaId: place.areaId, photos: [], spot: '', words: 'sha256' },
  }
  const input = JSON.stringify(row.input)
  const values = [who.tenant, row.id, now, who.kind, who.id, id, place.areaPos, input, leafHash(row)]
  return { name: 'journal', text: JOURNAL, values }
}

/** The inserts of one matter in order, and the answer; the same columns, hashes and sealed values as the door's. */
export function insertsOf(keys: Keys, report: Report): { inserts: Insert[]; answer: string } {
  const { who, place, key } = report
  const { tenant } = who
  const made = make()
  const { id, no, now, warn, due } = made
  const staff = who.kind === 'staff'
  const by = staff ? 'staff' : 'reporter'
  const receipt = staff ? null : newCode(20)
  const answer = JSON.stringify({ id, no, state: 'reported', version: 1, receipt, promisedAt: due.toISOString() })
  const sealed = keys.seal(answer, { tenant, table: 'command', column: 'answer', row: key })
  const at = [tenant, newId(), id, place.areaPos, now]
  const mac = keys.mac('command', report.body)
  const inserts: Insert[] = [
    matterInsert(keys, report, made),
    { name: 'clock', text: CLOCK, values: [...at, warn, due] },
    { name: 'step', text: STEP, values: [...at, by, staff ? who.id : null, who.name] },
    journalInsert(who, place, made),
    { name: 'command', text: COMMAND, values: [tenant, key, who.id, mac, id, sealed, now] },
  ]
  const hash = receipt && keys.mac('directory receipt', receipt)
  if (hash) inserts.push({ name: 'receipt', text: RECEIPT, values: [hash, tenant, id, now] })
  return { inserts, answer }
}

/** One statement after another between BEGIN and COMMIT, as most code in the field does it. */
export async function writeInTurn(pool: Pool, inserts: readonly Insert[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const insert of inserts) await client.query(insert)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** All of it as one statement, which commits by itself: the least that PostgreSQL can be asked for these rows. */
export async function writeAtOnce(pool: Pool, inserts: readonly Insert[]): Promise<void> {
  const values: unknown[] = []
  const parts = inserts.map(({ name, text, values: own }) => {
    const shifted = text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + values.length}`)
    values.push(...own)
    return `${name}_row as (${shifted})`
  })
  await pool.query({ name: `all ${inserts.length}`, text: `with ${parts.join(', ')} select 1`, values })
}
