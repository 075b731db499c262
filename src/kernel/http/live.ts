// What has just changed, for pages that are open: read from the journal itself, so two processes see the same.
import { type Actor, covers, type Rule } from '../access.ts'
import { type Database, txOn } from '../database.ts'
import { tokenReaches } from '../token.ts'

/** Carries no content: a page that may read the row asks for it again. */
export type Change = {
  readonly tenant: string
  /** Of the journal row. */
  readonly id: string
  /** Where the journal stood: a page that lost the line names the last one it saw, and may hear some changes twice. */
  readonly position: string
  readonly operation: string
  readonly kind: string
  readonly subject: string | null
  readonly version: number | null
  readonly areaPos: number | null
}

export type Live = {
  /** Hears every change of every tenant, in this process and others, within `LOOK_MS`. */
  hear(listener: (change: Change) => void): () => void
  /** A command has committed here: look now. */
  nudge(): void
  /** What changed in a tenant since a position; undefined when it is none of ours. */
  since(tenant: string, position: string): Promise<Change[] | undefined>
  stop(): Promise<void>
}

const LOOK_MS = 250
const NUDGE_MS = 15
const MOST = 2_000
const POSITION = /^(\d{1,9}):(\d{1,19})$/

type Row = {
  tenant_id: string
  id: string
  operation: string
  subject_kind: string
  subject_id: string | null
  subject_version: number | null
  area_pos: number | null
  xid: string
}

const toChange = (row: Row, position: string): Change => ({
  position,
  tenant: row.tenant_id,
  id: row.id,
  operation: row.operation,
  kind: row.subject_kind,
  subject: row.subject_id,
  version: row.subject_version,
  areaPos: row.area_pos,
})

const COLUMNS = 'tenant_id, id, operation, subject_kind, subject_id, subject_version, area_pos'

/**
 * Follows the journal by transaction number. A row may become visible after a row with a later number, so everything
 * from the oldest transaction still running is read again and what was heard before is left out.
 */
export function openLive(db: Database, era: number): Live {
  const listeners = new Set<(change: Change) => void>()
  let from: string | undefined
  let heard = new Set<string>()
  let stopped = false
  let wake: NodeJS.Timeout | undefined
  let looking = Promise.resolve()

  const asNode = async <T>(read: (tx: ReturnType<typeof txOn>) => Promise<T>): Promise<T> => {
    const client = await db.pool.connect()
    try {
      const begun = [client.query('begin read only'), client.query(`set local app.node = 'on'`)]
      const answer = read(txOn(client))
      await Promise.all([...begun, answer])
      await client.query('commit')
      return await answer
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      client.release()
    }
  }

  /** A listener that breaks is heard no more; it must not keep the others from hearing. */
  const tellAll = (change: Change) => {
    for (const listener of listeners) {
      try {
        listener(change)
      } catch {
        listeners.delete(listener)
      }
    }
  }

  const look = async () => {
    const [horizon] = await asNode((tx) =>
      tx.text<{ xmin: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as xmin'),
    )
    if (from === undefined) {
      from = horizon!.xmin
      return
    }
    const position = `${era}:${from}`
    const now = new Set<string>()
    let last: Row | undefined
    for (;;) {
      const rows = await asNode((tx) =>
        tx.text<Row>(
          `select ${COLUMNS}, xid from journal where era = $1 and xid >= $2::xid8
           and ($3::xid8 is null or (xid, id) > ($3::xid8, $4::uuid)) order by xid, id limit ${MOST}`,
          [era, from, last?.xid ?? null, last?.id ?? null],
        ),
      )
      for (const row of rows) {
        now.add(row.id)
        if (!heard.has(row.id)) tellAll(toChange(row, position))
      }
      last = rows.at(-1)
      if (rows.length < MOST) break
    }
    heard = now
    from = horizon!.xmin
  }

  let busy = false
  let again = false
  // One look at a time: two at once would tell the same change twice, or pass one by.
  const turn = async () => {
    if (busy) {
      again = true
      return
    }
    busy = true
    do {
      again = false
      // The database may be away for a moment; the next look reads what was missed.
      await look().catch(() => {})
    } while (again && !stopped)
    busy = false
    plan(LOOK_MS)
  }
  const plan = (ms: number) => {
    clearTimeout(wake)
    if (stopped) return
    wake = setTimeout(() => {
      looking = turn()
    }, ms)
  }
  let nudged: NodeJS.Timeout | undefined
  plan(0)

  return {
    hear(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    nudge() {
      if (listeners.size === 0 || nudged) return
      nudged = setTimeout(() => {
        nudged = undefined
        if (!stopped) looking = turn()
      }, NUDGE_MS)
      nudged.unref()
    },
    async since(tenant, position) {
      const [, spoken, xid] = position.match(POSITION) ?? []
      if (Number(spoken) !== era) return undefined
      const rows = await asNode((tx) =>
        tx.text<Row>(
          `select ${COLUMNS}, xid from journal where tenant_id = $1 and era = $2 and xid >= $3::xid8 order by xid, id limit ${MOST}`,
          [tenant, era, xid],
        ),
      )
      return rows.map((row) => toChange(row, position))
    },
    async stop() {
      stopped = true
      clearTimeout(wake)
      clearTimeout(nudged)
      await looking
    },
  }
}

/** Who may hear that a row of a kind has changed: whoever may look at one. */
export type Hearers = ReadonlyMap<string, readonly Rule[]>

/** Whether a change may be told to this person at all: it names nothing, but even its existence is of its area. */
export function mayHear(actor: Actor, change: Change, hearers: Hearers): boolean {
  if (change.tenant !== actor.tenant || change.subject === null) return false
  if (!tokenReaches(actor, { name: `${change.kind}.`, kind: 'query' })) return false
  if (actor.ids.includes(change.subject)) return true
  const at = change.areaPos
  if (at !== null && !actor.spans.some((span) => covers(span, at))) return false
  const subject = { id: change.subject, area_pos: at }
  return (hearers.get(change.kind) ?? []).some(
    (rule) => rule.mayEver(actor) && (at === null || rule.allows(actor, subject)),
  )
}
