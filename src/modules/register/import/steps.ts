// The moves of a batch, one operation each: people ask for them, and Linli notes how far it is.
import { type Actor, machineOnly } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { step } from '#kernel/lifecycle.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { register } from '../contract.ts'
import { batchChanged } from '../portrait/store.ts'
import { sends } from '../rights.ts'
import { addCounts, takeCounts } from './counts-store.ts'
import { headingsIn } from './headings.ts'
import { batchLife } from './lifecycle.ts'
import { type BatchRow, lockBatch, moveBatch, rememberedMapping, rememberMapping, tallies, tellBatch } from './store.ts'
import { importProblems } from './words.ts'

const locked = (input: { id: string }, tx: Tx, actor: Actor) => lockBatch(tx, actor.tenant, input.id)
type Moving = Pick<Context, 'now' | 'write' | 'made'> & { readonly to: BatchRow['state'] }

function move({ now, write, made, to }: Moving, row: BatchRow) {
  write(moveBatch(row, to, now))
  const version = row.version + 1
  made({ id: row.id, area_pos: row.area_pos, state: to, version })
  return { id: row.id, state: to, version }
}

const unchanged = (row: BatchRow, version: number) => {
  if (row.version !== version) throw new Problem(doorProblems.changed)
}

/** Only Linli knows what stands in a file; which column each heading means is offered by what its sender chose before. */
export const noteHeadings = operation(register.noteHeadings, {
  permit: [machineOnly],
  subject: locked,
  async run({ input, subject, tx, actor, now, write, made }) {
    const row = subject!
    const remembered = await rememberedMapping(tx, actor.tenant, row.made_by, row.class)
    const { mapping } = headingsIn(row.class, [input.headings], remembered) ?? {}
    const headings = (mapping?.headings ?? []).map(({ heading, column, why }) => ({ heading, column, why }))
    write(tellBatch(row, { headings, missing: [...(mapping?.missing ?? [])] }))
    write(moveBatch(row, row.state, now))
    made({ id: row.id, area_pos: row.area_pos, state: row.state, version: row.version + 1 })
    return { version: row.version + 1 }
  },
})

/** What each heading means by now: as it was offered, as its sender chose before, as he chooses. */
async function mappedAs(tx: Tx, actor: Actor, row: BatchRow, chosen: Readonly<Record<string, string>> = {}) {
  const remembered = await rememberedMapping(tx, actor.tenant, row.made_by, row.class)
  const mapping = { ...remembered, ...(row.mapping as Record<string, string>), ...chosen }
  const written = ((row.headings ?? []) as { heading: string }[]).map(({ heading }) => heading)
  const mapped = headingsIn(row.class, [written], mapping)?.mapping
  if (!mapped) return { mapping }
  const headings = mapped.headings.map(({ heading, column, why }) => ({ heading, column, why }))
  return { mapping, headings, missing: [...mapped.missing] }
}

export const checkBatch = operation(register.checkBatch, {
  permit: [sends, machineOnly],
  subject: locked,
  moves: step(batchLife, 'checkBatch'),
  async run(context) {
    const { input, tx, actor, now, write } = context
    const row = context.subject!
    unchanged(row, input.version)
    const mapped = await mappedAs(tx, actor, row, input.mapping)
    write(tellBatch(row, { ...mapped, dropped: [], begun_at: now }))
    if (Object.keys(input.mapping).length > 0)
      write(rememberMapping(actor.tenant, row.made_by, row.class, input.mapping, now))
    return move(context, row)
  },
})

export const noteChecked = operation(register.noteChecked, {
  permit: [machineOnly],
  subject: locked,
  moves: step(batchLife, 'noteChecked'),
  async run(context) {
    const row = context.subject!
    context.write(tellBatch(row, { dropped: context.input.dropped }))
    return move(context, row)
  },
})

export const loadBatch = operation(register.loadBatch, {
  permit: [sends, machineOnly],
  subject: locked,
  moves: step(batchLife, 'loadBatch'),
  async run(context) {
    const { input, tx, actor, now, write } = context
    const row = context.subject!
    unchanged(row, input.version)
    const checked = (await tallies(tx, actor.tenant, [row.id])).find(({ pass }) => pass === 'check')
    const rows = checked?.bad ?? 0
    if (input.choice === 'all' && rows > 0) throw new Problem(importProblems.notAllGood, { rows })
    if (!checked || checked.good + checked.offers + checked.repeats === 0) throw new Problem(importProblems.nothingGood)
    write(tellBatch(row, { choice: input.choice, begun_at: now }))
    return move(context, row)
  },
})

/** For files too long to be read twice: what cannot go in is reported as ever, and the whole can be undone. */
export const loadAtOnce = operation(register.loadAtOnce, {
  permit: [machineOnly],
  subject: locked,
  moves: step(batchLife, 'loadAtOnce'),
  async run(context) {
    const { input, tx, actor, now, write } = context
    const row = context.subject!
    unchanged(row, input.version)
    const mapped = await mappedAs(tx, actor, row)
    if (mapped.missing?.length) throw new Problem(importProblems.missingColumns, { columns: mapped.missing.join(', ') })
    write(tellBatch(row, { ...mapped, choice: 'good', begun_at: now }))
    return move(context, row)
  },
})

/** One row changes its state, and everything that came with it is there for everybody. */
export const publishBatch = operation(register.publishBatch, {
  permit: [machineOnly],
  subject: locked,
  moves: step(batchLife, 'publishBatch'),
  async run(context) {
    const row = context.subject!
    context.write(tellBatch(row, { dropped: context.input.dropped }))
    context.write(addCounts(row))
    context.write(batchChanged(row.tenant_id, row.id))
    return move(context, row)
  },
})

export const cancelBatch = operation(register.cancelBatch, {
  permit: [sends, machineOnly],
  subject: locked,
  moves: step(batchLife, 'cancelBatch'),
  async run(context) {
    unchanged(context.subject!, context.input.version)
    return move(context, context.subject!)
  },
})

/** Nobody sees its rows from this moment on; they are taken away afterwards, piece by piece. */
export const undoBatch = operation(register.undoBatch, {
  permit: [sends, machineOnly],
  subject: locked,
  moves: step(batchLife, 'undoBatch'),
  async run(context) {
    const row = context.subject!
    unchanged(row, context.input.version)
    context.write(takeCounts(row))
    context.write(batchChanged(row.tenant_id, row.id))
    return move(context, row)
  },
})

export const noteUndone = operation(register.noteUndone, {
  permit: [machineOnly],
  subject: locked,
  moves: step(batchLife, 'noteUndone'),
  run: async (context) => move(context, context.subject!),
})

export const noteFailed = operation(register.noteFailed, {
  permit: [machineOnly],
  subject: locked,
  moves: step(batchLife, 'noteFailed'),
  async run(context) {
    const row = context.subject!
    context.write(tellBatch(row, { fault: context.input.fault }))
    return move(context, row)
  },
})
