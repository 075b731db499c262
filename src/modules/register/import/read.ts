// Looking at batches: the list, one with its progress, what was wrong.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { abilities, operation } from '#kernel/operation.ts'
import { classes } from '../classes/classes.ts'
import { register } from '../contract.ts'
import { sends, sendsSomewhere } from '../rights.ts'
import { faultsAfter, openOffers, reasonsOf } from './fault-store.ts'
import { cancelBatch, checkBatch, loadBatch, undoBatch } from './steps.ts'
import { type BatchRow, batchById, batchesSeen, type PassTally, sameContent, tallies } from './store.ts'
import { saysOf } from './told.ts'

const batchNamed = (input: { id: string }, tx: Tx, actor: Actor) => batchById(tx, actor.tenant, input.id)
const MOVES = [checkBatch, loadBatch, cancelBatch, undoBatch]
const NOTHING = { read: 0, good: 0, bad: 0, repeats: 0, offers: 0 }

/** The real pass once it has begun, else the dry one. */
function lastPass(row: BatchRow, all: readonly PassTally[]): PassTally | undefined {
  const own = all.filter((one) => one.batch_id === row.id)
  return own.find(({ pass }) => pass === 'load') ?? own.find(({ pass }) => pass === 'check')
}

const passOf = (row: BatchRow, last: PassTally | undefined) =>
  row.state === 'checking' ? 'check' : row.state === 'loading' ? 'load' : (last?.pass ?? null)

function toBatch(row: BatchRow, all: readonly PassTally[]) {
  const last = lastPass(row, all)
  const { batch_id: _batch, pass: _pass, at: _at, ...tally } = last ?? { ...NOTHING, batch_id: '', pass: null, at: 0 }
  return {
    ...{ id: row.id, class: row.class, areaId: row.area_id, areaName: row.area_name, state: row.state },
    ...{ name: row.name, bytes: row.bytes, madeAt: row.made_at.toISOString(), madeBy: row.made_by_name ?? '' },
    ...{ pass: passOf(row, last), tally, version: row.version },
  }
}

export const batches = operation(register.batches, {
  permit: [sendsSomewhere],
  async run({ input, tx, actor }) {
    const rows = await batchesSeen(tx, actor.tenant, input.after, input.limit + 1)
    const page = rows.slice(0, input.limit)
    const all = await tallies(
      tx,
      actor.tenant,
      page.map((row) => row.id),
    )
    return {
      batches: page.map((row) => toBatch(row, all)),
      next: rows.length > page.length ? page.at(-1)!.id : null,
      can: ['sendFile'],
    }
  },
})

/** Rows a second, and seconds that are left: by rows where their number is known, else by how far into the file it is. */
function pace(row: BatchRow, { read, at }: { read: number; at: number }, total: number | null) {
  const running = row.state === 'checking' || row.state === 'loading'
  if (!running || !row.begun_at || read === 0) return { rate: null, left: null }
  const seconds = Math.max(0.1, (clock.now().getTime() - row.begun_at.getTime()) / 1_000)
  const rate = read / seconds
  const rows = total ?? (at > 0 ? (read * row.bytes) / at : null)
  return { rate, left: rows === null ? null : Math.max(0, (rows - read) / rate) }
}

export const batch = operation(register.batch, {
  permit: [sends, machineOnly],
  subject: batchNamed,
  async run({ subject, tx, actor }) {
    const row = subject!
    const [all, sameAs, offers] = await Promise.all([
      tallies(tx, actor.tenant, [row.id]),
      sameContent(tx, actor.tenant, row.content_mac, row),
      openOffers(tx, actor.tenant, row.id),
    ])
    const shown = toBatch(row, all)
    const total = row.state === 'checking' ? null : (all.find(({ pass }) => pass === 'check')?.read ?? null)
    return {
      ...shown,
      ...pace(row, { read: shown.tally.read, at: lastPass(row, all)?.at ?? 0 }, total),
      ...{ total, sameAs, openOffers: offers, choice: row.choice as 'good' | 'all', fault: row.fault },
      headings: row.headings as { heading: string; column: string; why: string }[] | null,
      missing: row.missing,
      columns: classes[row.class].columns
        .filter(({ disposition }) => disposition !== 'never')
        .map(({ code, zh, en, required }) => ({ code, zh, en, required })),
      dropped: row.dropped as { heading: string; why: string; values: number }[],
      can: abilities(MOVES, actor, row),
    }
  },
})

export const batchFaults = operation(register.batchFaults, {
  permit: [sends],
  subject: batchNamed,
  async run({ input, subject, tx, actor }) {
    const [rows, reasons] = await Promise.all([
      faultsAfter(tx, actor.tenant, subject!.id, input.after, input.limit + 1),
      input.after === 0 ? reasonsOf(tx, actor.tenant, subject!.id) : [],
    ])
    return {
      rows: rows.slice(0, input.limit).map((row) => ({
        ...{ sheet: row.sheet, line: row.line },
        faults: row.faults.map((fault) => ({ ...fault, ...saysOf(fault.reason, actor.lang) })),
      })),
      reasons: reasons.map((one) => ({ ...one, text: saysOf(one.reason, actor.lang).text })),
      next: rows.length > input.limit ? input.after + input.limit : null,
    }
  },
})
