// Seals the journal: every second the finished rows become one Merkle batch that holds the root of the batch before.
import { clock } from '../clock.ts'
import { type Keys, sha256 } from '../crypto.ts'
import { type Database, type Tx, txOn } from '../database.ts'
import { uuidBytes } from '../ids.ts'
import type { Watch } from '../watch/watch.ts'
import { appendSeal, lastSealIn, type Seal, type Tail } from './seal-file.ts'

export const LEAF_BYTES = 48
export const NO_ROOT = Buffer.alloc(32)

/** Root of a binary tree over the leaves; an odd node moves up as it is. Domain bytes keep leaves and nodes apart. */
export function merkleRoot(leaves: Buffer): Buffer {
  let level: Buffer[] = []
  for (let at = 0; at < leaves.length; at += LEAF_BYTES)
    level.push(sha256(Buffer.of(0), leaves.subarray(at, at + LEAF_BYTES)))
  if (level.length === 0) return NO_ROOT
  while (level.length > 1) {
    const up: Buffer[] = []
    for (let i = 0; i < level.length; i += 2)
      up.push(level[i + 1] ? sha256(Buffer.of(1), level[i]!, level[i + 1]!) : level[i]!)
    level = up
  }
  return level[0]!
}

export const sealRoot = (rootBefore: Buffer, leaves: Buffer): Buffer =>
  sha256(Buffer.of(2), rootBefore, merkleRoot(leaves))

export const sealMac = (keys: Keys, seal: Omit<Seal, 'mac' | 'leaves'>): Buffer =>
  keys.mac(
    'seal',
    `${seal.no}|${seal.era}|${seal.from_xid}|${seal.to_xid}|${seal.at.toISOString()}|${seal.root.toString('hex')}`,
  )

const MOST_ROWS = 20_000

/** Seals what is finished; returns the number of rows sealed. One sealer at a time: others find the lock taken and do nothing. */
export async function sealOnce(db: Database, keys: Keys, era: number, file: string): Promise<number> {
  const client = await db.pool.connect()
  const tx = txOn(client)
  try {
    await client.query('begin')
    await client.query(`set local app.node = 'on'`)
    const [lock] = await tx.text<{ got: boolean }>(`select pg_try_advisory_xact_lock(7315, 1) as got`)
    if (!lock!.got) return 0
    const last = (await tx.text<Seal>('select * from seal order by no desc limit 1'))[0]
    const seal = await nextSeal(tx, keys, era, await catchUp(file, tx, last))
    if (!seal) return 0
    await tx.text(
      'insert into seal (no, era, from_xid, to_xid, leaves, root_before, root, mac, at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)',
      [seal.no, seal.era, seal.from_xid, seal.to_xid, seal.leaves, seal.root_before, seal.root, seal.mac, seal.at],
    )
    await client.query('commit')
    await appendSeal(file, seal)
    return seal.leaves.length / LEAF_BYTES
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

/** An era that ended with rows unsealed (a restore right after a command) is finished before the next one begins. */
async function nextSeal(tx: Tx, keys: Keys, era: number, last: Tail | undefined): Promise<Seal | undefined> {
  for (let open = last?.era ?? 1; open <= era; open++) {
    const seal = await sealOf(tx, keys, open, last, open < era)
    if (seal) return seal
  }
  return undefined
}

/** `over`: nothing can be added to that era any more, whatever numbers the server it lived on had reached. */
async function sealOf(
  tx: Tx,
  keys: Keys,
  era: number,
  last: Tail | undefined,
  over: boolean,
): Promise<Seal | undefined> {
  const from = last && last.era === era ? last.to_xid : '0'
  const rows = await tx.text<{ id: string; hash: Buffer; xid: string; horizon: string }>(
    `select id, hash, xid, h.xmin::text as horizon from journal, (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) h
     where era = $1 and xid >= $2::xid8 and (xid < h.xmin or $3) order by xid, id limit ${MOST_ROWS + 1}`,
    [era, from, over],
  )
  if (rows.length === 0) return undefined
  // A cut batch ends before the last transaction it saw, unless it saw that one whole.
  const whole = rows.length <= MOST_ROWS
  const beyond = String(BigInt(rows.at(-1)!.xid) + 1n)
  const until = !whole ? rows[MOST_ROWS]!.xid : over ? beyond : rows[0]!.horizon
  const sealed = whole ? rows : rows.filter((row) => row.xid !== until)
  const leaves = Buffer.concat(sealed.flatMap((row) => [uuidBytes(row.id), row.hash]))
  const rootBefore = last?.root ?? NO_ROOT
  const seal = {
    no: (last?.no ?? 0) + 1,
    era,
    from_xid: from,
    to_xid: until,
    root_before: rootBefore,
    root: sealRoot(rootBefore, leaves),
    at: clock.now(),
  }
  return { ...seal, leaves, mac: sealMac(keys, seal) }
}

/**
 * Writes to the file what a crash between commit and append left out, and returns the end of the chain. Where the file
 * goes further than the database, seals were taken away there: the chain goes on from the file, so they stay missed.
 */
async function catchUp(file: string, tx: Tx, last: Seal | undefined): Promise<Tail | undefined> {
  const outside = await lastSealIn(file)
  if (!last || (outside && outside.no > last.no)) return outside
  for (let no = (outside?.no ?? 0) + 1; no <= last.no; no++) {
    const [seal] = await tx.text<Seal>('select * from seal where no = $1', [no])
    if (seal) await appendSeal(file, seal)
  }
  return last
}

/** Seals every second until stopped. One that fails is tried again; why is told once, until one succeeds. */
export function startSealer(
  db: Database,
  keys: Keys,
  era: number,
  file: string,
  watch?: Pick<Watch, 'done' | 'failed'>,
): { stop(): Promise<void>; lastSealedAt(): Date | undefined } {
  let stopped = false
  let failing = false
  let timer: NodeJS.Timeout | undefined
  let sealedAt: Date | undefined
  let running: Promise<unknown> = Promise.resolve()
  const turn = () => {
    running = sealOnce(db, keys, era, file)
      .then(() => {
        failing = false
        sealedAt = clock.now()
        watch?.done('sealing')
      })
      .catch((error) => {
        if (!failing) watch?.failed('sealing', error)
        failing = true
      })
      .then(() => {
        if (!stopped) timer = setTimeout(turn, 1_000)
      })
  }
  turn()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
      await sealOnce(db, keys, era, file).catch(() => 0)
    },
    lastSealedAt: () => sealedAt,
  }
}
