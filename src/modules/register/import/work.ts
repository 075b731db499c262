// What Linli does by itself for files that were sent in: looks at headings, checks, loads, takes away. Looked for every second.
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import { isUnavailable } from '#kernel/database.ts'
import { type House, perform } from '#kernel/door.ts'
import { eachDistrict, keepLooking } from '#kernel/keep-looking.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { inScope } from '#kernel/scope.ts'
import { readSheets } from '#kernel/sheets/read.ts'
import { headingsIn } from './headings.ts'
import type { BatchState } from './lifecycle.ts'
import { runPass } from './pass.ts'
import { noteFailed, noteHeadings, noteUndone } from './steps.ts'
import { batchById, batchesDue } from './store.ts'
import { sweepBatch } from './sweep.ts'
import { forgetCells, namedSpool, spoolGone, spoolOf } from './sweep-store.ts'
import { importProblems } from './words.ts'

const NAME = 'register.import'
const CELLS_MS = 30 * 86_400_000
const FORGET_EVERY_MS = 10 * 60_000

type Working = { readonly house: House; readonly keyFile: string; readonly stopped: () => boolean }

/** The first headings of a file, before its sender says what they mean. */
async function lookAtHeadings({ house }: Working, tenant: string, id: string): Promise<void> {
  const linli = machine(tenant, NAME)
  const batch = await inScope(house.db, linli, (tx) => batchById(tx, tenant, id))
  const { spool_id } = await inScope(house.db, linli, (tx) => spoolOf(tx, tenant, id))
  const source = await house.spool.open(spool_id)
  try {
    for await (const piece of readSheets(source, batch!.name)) {
      const cells = piece.map((row) => row.cells)
      const headed = headingsIn(batch!.class, cells, {})
      if (!headed) continue
      await perform(house, noteHeadings, linli, { id, headings: headed.headings.slice(0, 512) })
      return
    }
    throw new Problem(importProblems.noHeadings)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await perform(house, noteFailed, linli, { id, fault: error.entry.code })
  } finally {
    await source.close()
  }
}

/** Nothing of a file stays when it has been used or given up. */
async function clear({ house }: Working, tenant: string, id: string, state: BatchState): Promise<void> {
  const linli = machine(tenant, NAME)
  if (state !== 'published') await sweepBatch(house, tenant, id)
  const { spool_id } = await inScope(house.db, linli, (tx) => spoolOf(tx, tenant, id))
  await house.spool.remove(spool_id)
  await inScope(house.db, linli, (tx) => spoolGone(tx, tenant, id))
}

async function workOn(working: Working, tenant: string, id: string, state: BatchState): Promise<void> {
  const { house, keyFile, stopped } = working
  if (state === 'received') return lookAtHeadings(working, tenant, id)
  if (state === 'checking' || state === 'loading') return runPass(house, keyFile, tenant, id, stopped)
  if (state !== 'undoing') return clear(working, tenant, id, state)
  await sweepBatch(house, tenant, id)
  await perform(house, noteUndone, machine(tenant, NAME), { id })
}

/** A move that somebody else made first is no fault. What will never go well ends the batch; a database that is away is waited for. */
async function tried({ house }: Working, tenant: string, id: string, work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (error instanceof Problem) return
    if (!isUnavailable(error))
      await perform(house, noteFailed, machine(tenant, NAME), { id, fault: doorProblems.fault.code }).catch(() => {})
    throw error
  }
}

const isLong = (state: BatchState) => state === 'checking' || state === 'loading'
const dueIn = (house: House, tenant: string) => inScope(house.db, machine(tenant, NAME), (tx) => batchesDue(tx, tenant))

/** Does what is due in one district, one batch after another. */
export async function workOnImports(
  house: House,
  keyFile: string,
  tenant: string,
  stopped: () => boolean = () => false,
): Promise<void> {
  const working = { house, keyFile, stopped }
  for (const { id, state } of await dueIn(house, tenant)) {
    if (stopped()) return
    await tried(working, tenant, id, workOn(working, tenant, id, state))
  }
}

export function startImports(house: House, keyFile: string): { stop(): Promise<void> } {
  let stopping = false
  let forgotten = Number.NEGATIVE_INFINITY
  const working = { house, keyFile, stopped: () => stopping }
  /** One file is read at a time: others wait for their turn, and nobody's headings wait for them. */
  let reading: Promise<void> | undefined
  const loop = keepLooking(house, 'imports', async () => {
    const forget = clock.ticks() - forgotten > FORGET_EVERY_MS
    if (forget) forgotten = clock.ticks()
    await eachDistrict(house, async (tenant) => {
      if (forget) await forgetOld(house, tenant)
      for (const { id, state } of await dueIn(house, tenant)) {
        if (stopping) return
        if (!isLong(state)) await tried(working, tenant, id, workOn(working, tenant, id, state))
        else
          reading ??= tried(working, tenant, id, workOn(working, tenant, id, state))
            .catch((error) => house.watch.failed('imports', error))
            .finally(() => {
              reading = undefined
            })
      }
    })
  })
  return {
    async stop() {
      stopping = true
      await loop.stop()
      await reading
    },
  }
}

async function forgetOld(house: House, tenant: string): Promise<void> {
  const linli = machine(tenant, NAME)
  await inScope(house.db, linli, (tx) => forgetCells(tx, tenant, new Date(clock.now().getTime() - CELLS_MS)))
}

/** Spooled files that no row of any district names, hours after they came. */
export async function sweepSpool(house: House): Promise<void> {
  const { rows } = await house.db.pool.query<{ id: string }>('select id from tenant')
  await house.spool.sweep(async (ids) => {
    const named = new Set<string>()
    for (const { id } of rows)
      for (const one of await inScope(house.db, machine(id, NAME), (tx) => namedSpool(tx, id, ids))) named.add(one)
    return named
  })
}
