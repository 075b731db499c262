// The daily look, in small steps: each is one transaction, and may be done again.
import { type Actor, machineOnly } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import type { Tx } from '#kernel/database.ts'
import { dueBefore, type Ending, FIRST } from '#kernel/ending/ending.ts'
import { endRows } from '#kernel/ending/endings.ts'
import { monthOf } from '#kernel/ending/month-keys.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import { retention } from '../contract.ts'
import {
  endRowsOn,
  listedAlready,
  lockDestruction,
  putDestruction,
  rowsOn,
  setDestruction,
  subdistricts,
} from '../destruction-store.ts'
import { holdsOn, isHeld } from '../hold-store.ts'
import { daysOn, noteEnded, noteLooked, ruleFor, rulesOf, seedRules, stillDue, takeEffect } from '../store.ts'
import { retentionProblems } from '../words.ts'

const AT_ONCE = 500
/** So many lines a list has at most; the others stand on the next month's. */
const MOST_LINES = 2_000
/** Longer than a holiday: a clock that has jumped looks like that too, and what is destroyed does not come back. */
const AWAY_DAYS = 40
const DAY_MS = 86_400_000

type Asked = Pick<Context, 'tx' | 'actor' | 'now' | 'endings'>

async function termOf({ tx, actor, now, endings }: Asked, purpose: string): Promise<{ ending: Ending; days: number }> {
  const ending = endings.all.find((one) => one.code === purpose)
  if (!ending) throw new Problem(retentionProblems.noPurpose, { purpose })
  return { ending, days: daysOn(await ruleFor(tx, actor.tenant, purpose), ending, localDay(now)) }
}

const holdsNow = ({ tx, actor, now }: Asked) => holdsOn(tx, actor.tenant, localDay(now))

export const begin = operation(retention.begin, {
  permit: [machineOnly],
  async run({ input, tx, actor: { tenant }, now, endings, write }) {
    const looked = (await rulesOf(tx, tenant)).flatMap((row) => row.looked_at?.getTime() ?? [])
    const days = looked.length ? Math.floor((now.getTime() - Math.max(...looked)) / DAY_MS) : 0
    if (days > AWAY_DAYS && !input.despite) throw new Problem(retentionProblems.longAway, { days })
    write(seedRules(tenant, endings.all, now))
    write(takeEffect(tenant, localDay(now)))
    return { month: monthOf(now) }
  },
})

export const settle = operation(retention.settle, {
  permit: [machineOnly],
  async run(context) {
    const { input, tx, actor, now, endings, write } = context
    const { ending, days } = await termOf(context, input.purpose)
    const { sealed, code: purpose } = ending
    if (!sealed) return { sealed: 0, after: null }
    const { tenant } = actor
    const of = { tenant, purpose }
    const rows = await tx.all(sealed.loose({ tenant, after: input.after || FIRST, limit: AT_ONCE }))
    const held = await holdsNow(context)
    let count = 0
    for (const row of rows) {
      const until = new Date(row.since!.getTime() + days * DAY_MS)
      // Due already, it ends today; held, nobody knows its month.
      if (until < now || isHeld(held, purpose, row)) continue
      const under = (value: Buffer) => endings.months.wrap(endings.months.bare(value, of), of, monthOf(until))
      write(sealed.put(tenant, row.id, reseal(row.values, under)))
      count++
    }
    return { sealed: count, after: rows.length === AT_ONCE ? rows.at(-1)!.id : null }
  },
})

const reseal = (values: Readonly<Record<string, string | null>>, how: (value: Buffer) => Buffer) =>
  Object.fromEntries(
    Object.entries(values).map(([column, hex]) => [column, hex === null ? null : how(Buffer.from(hex, 'hex'))]),
  )

export const endDue = operation(retention.endDue, {
  permit: [machineOnly],
  async run(context) {
    const { input, tx, actor, now, endings, files, write } = context
    const { ending, days } = await termOf(context, input.purpose)
    if (ending.signed) return { ended: 0, held: 0, after: null }
    const { tenant } = actor
    const after = input.after || (ending.first ?? FIRST)
    const rows = await tx.all(ending.due({ tenant, before: dueBefore(now, days), after, limit: AT_ONCE }))
    const held = await holdsNow(context)
    const free = rows.filter((row) => !isHeld(held, ending.code, row)).map((row) => row.id)
    await endRows({ tx, tenant, now, files, endings }, ending, free)
    if (free.length) write(noteEnded(tenant, ending.code, free.length))
    return {
      ...{ ended: free.length, held: rows.length - free.length },
      after: rows.length === AT_ONCE ? rows.at(-1)!.id : null,
    }
  },
})

export const draw = operation(retention.draw, {
  permit: [machineOnly],
  async run(context) {
    const { input, tx, actor, now, write } = context
    const { ending, days } = await termOf(context, input.purpose)
    if (!ending.signed) return { drawn: 0, due: 0, held: 0 }
    const { tenant } = actor
    const due = await tx.all(ending.due({ tenant, before: dueBefore(now, days), after: FIRST, limit: MOST_LINES * 10 }))
    const holds = await holdsNow(context)
    const listed = new Set(
      (
        await listedAlready(
          tx,
          tenant,
          due.map((row) => row.id),
        )
      ).map((row) => row.row_id),
    )
    const free = due.filter((row) => !isHeld(holds, ending.code, row))
    const month = monthOf(now)
    let drawn = 0
    for (const area of await subdistricts(tx, tenant, ending.code, month)) {
      const rows = free
        .filter((row) => row.area_pos !== null && area.area_pos <= row.area_pos && row.area_pos <= area.area_end)
        .filter((row) => !listed.has(row.id))
        .slice(0, MOST_LINES)
      if (area.drawn || rows.length === 0) continue
      const { id: areaId, area_pos: areaPos } = area
      for (const statement of putDestruction({
        ...{ tenant, id: newId(), purpose: ending.code, areaId, areaPos, month, rows, now },
      }))
        write(statement)
      drawn++
    }
    return { drawn, due: free.length, held: due.length - free.length }
  },
})

const listed = (input: { id: string }, tx: Tx, actor: Actor) => lockDestruction(tx, actor.tenant, input.id)

export const endSigned = operation(retention.endSigned, {
  permit: [machineOnly],
  subject: listed,
  async run(context) {
    const { subject: list, tx, actor, now, endings, files, write } = context
    // Anybody who is not Linli itself is refused before this; a list that two looks met at once is gone through by one.
    if (list!.state !== 'witnessed') return { ended: 0, more: false }
    if (list!.signed_by === null || list!.signed_by === list!.witnessed_by) throw new Problem(doorProblems.forbidden)
    const { tenant } = actor
    const { ending, days } = await termOf(context, list!.purpose)
    const waiting = await rowsOn(tx, tenant, list!.id, { after: FIRST, limit: MOST_LINES, waiting: true })
    const ids = waiting.map((row) => row.row_id)
    // Opened again or held since it was drawn up, a row stays; it will stand on a later list.
    const due = await stillDue(tx, ending, { tenant, before: dueBefore(now, days), first: FIRST, ids })
    const holds = await holdsNow(context)
    const free = due.filter((row) => !isHeld(holds, ending.code, row)).map((row) => row.id)
    const some = free.slice(0, AT_ONCE)
    await endRows({ tx, tenant, now, files, endings }, ending, some)
    if (some.length) {
      write(endRowsOn(tenant, list!.id, some, now))
      write(noteEnded(tenant, ending.code, some.length))
    }
    const more = free.length > some.length
    if (!more) write(setDestruction(list!, { state: 'destroyed', destroyed_at: now }, now))
    return { ended: some.length, more }
  },
})

export const closeMonth = operation(retention.closeMonth, {
  permit: [machineOnly],
  async run(context) {
    const { input, tx, actor, now, endings, write } = context
    const { ending, days } = await termOf(context, input.purpose)
    const { sealed, code: purpose } = ending
    const { tenant } = actor
    const of = { tenant, purpose }
    if (!sealed || input.month >= monthOf(now)) return { resealed: 0, after: null }
    const mark = endings.months.markOf(input.month)
    const rows = await tx.all(sealed.under({ tenant, after: input.after || FIRST, limit: AT_ONCE, mark }))
    const holds = await holdsNow(context)
    let resealed = 0
    for (const row of rows) {
      const until = row.since && new Date(row.since.getTime() + days * DAY_MS)
      const held = isHeld(holds, purpose, row)
      if (until && until < now && !held) continue
      const again = (value: Buffer) => {
        const bare = endings.months.bare(value, of)
        return until && until >= now && !held ? endings.months.wrap(bare, of, monthOf(until)) : bare
      }
      write(sealed.put(tenant, row.id, reseal(row.values, again)))
      resealed++
    }
    return { resealed, after: rows.length === AT_ONCE ? rows.at(-1)!.id : null }
  },
})

export const looked = operation(retention.looked, {
  permit: [machineOnly],
  async run({ input, actor, now, tx }) {
    for (const { purpose, due, held } of input.counts) await tx.all(noteLooked(actor.tenant, purpose, due, held, now))
    return {}
  },
})
