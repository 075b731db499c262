// 民情入账: many short lines a day, one of them now and then becomes a matter. What was said, never who said it.

import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { type Actor, holds } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Context, operation } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import type { ListeningTable } from '#kernel/schema/tables.ts'
import { areaById } from '#modules/area/index.ts'
import { matter } from '../contract.ts'
import { rowsOf } from '../kinds.ts'
import { READERS } from '../leads.ts'
import { scope } from '../lists.ts'
import { hintsIn } from '../numbers-in-words.ts'
import { listens } from '../spots.ts'
import { matterProblems } from '../words.ts'
import { report } from './report.ts'

type HeardRow = Selectable<ListeningTable>

const areaNamed = (input: { areaId: string }, tx: Tx, actor: Actor) => areaById(tx, actor.tenant, input.areaId)
const locked = (input: { id: string }, tx: Tx, actor: Actor): Promise<HeardRow | undefined> =>
  tx.first(
    k.selectFrom('listening').selectAll().where('tenant_id', '=', actor.tenant).where('id', '=', input.id).forUpdate(),
  )

export const hear = operation(matter.hear, {
  permit: [listens],
  subject: areaNamed,
  async run({ input, subject, actor, tx, now, write, made }) {
    if (input.kind && !(await rowsOf(tx, actor.tenant)).kinds.has(input.kind))
      throw new Problem(matterProblems.noKind, { kind: input.kind })
    const today = localDay(now)
    if (input.on && input.on > today) throw new Problem(matterProblems.notYet)
    const id = newId()
    write(
      k.insertInto('listening').values({
        ...{ tenant_id: actor.tenant, id, area_id: subject!.id, area_pos: subject!.area_pos },
        ...{ way: input.way, kind: input.kind, words: input.words },
        ...{ heard_on: input.on ?? today, heard_by: actor.id, made_at: now },
      }),
    )
    made({ id, area_pos: subject!.area_pos, version: 1 })
    return { id, version: 1, hints: hintsIn(input.words) }
  },
})

type Cursor = { on: string; id: string }
const readCursor = (after: string | undefined): Cursor | undefined => {
  if (!after) return undefined
  const [on = '', id = ''] = after.split('~')
  return { on, id }
}

export const heard = operation(matter.heard, {
  permit: [holds(...READERS)],
  async run({ input, tx, actor }) {
    const area = input.areaId ? await areaById(tx, actor.tenant, input.areaId) : undefined
    if (input.areaId && !area) throw new Problem(doorProblems.missing)
    const spans = scope(actor, area)
    const cursor = readCursor(input.after)
    const inside = sql.join(
      spans.map((span) => sql`l.area_pos between ${span.pos} and ${span.end}`),
      sql` or `,
    )
    const rows = await tx.all(sql<HeardRow & { area_name: string; by_name: string | null; matter_no: string | null }>`
      select l.*, area.name as area_name, who.name as by_name, m.no as matter_no from listening l
        join area on area.tenant_id = ${actor.tenant} and area.id = l.area_id
        left join account who on who.tenant_id = ${actor.tenant} and who.id = l.heard_by
        left join matter m on m.tenant_id = ${actor.tenant} and m.id = l.matter_id
      where l.tenant_id = ${actor.tenant} and (${spans.length ? inside : sql`false`})
        and (${input.outcome ?? null}::text is null or l.outcome = ${input.outcome ?? null})
        and l.heard_on >= ${input.since ?? '1900-01-01'}::date and l.heard_on <= ${input.until ?? '9999-12-31'}::date
        and (${cursor?.on ?? null}::date is null or (l.heard_on, l.id) < (${cursor?.on ?? null}::date, ${cursor?.id ?? null}::uuid))
      order by l.heard_on desc, l.id desc limit ${input.limit + 1}`)
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return {
      heard: page.map((row) => ({
        ...{ id: row.id, areaId: row.area_id, areaName: row.area_name, way: row.way, kind: row.kind, words: row.words },
        ...{ heardOn: row.heard_on, byName: row.by_name ?? '', outcome: row.outcome, version: row.version },
        ...{ matterNo: row.matter_no, matterId: row.matter_id },
        can: row.outcome === 'noted' && listens.allows(actor, row) ? ['settleHeard', 'raiseHeard'] : [],
      })),
      next: rows.length > input.limit && last ? `${last.heard_on}~${last.id}` : null,
      can: listens.mayEver(actor) ? ['hear'] : [],
    }
  },
})

type Turning = Context<{ version: number }, HeardRow | undefined>

/** A line is settled once: told on the spot, or made a matter. */
function turn({ input, subject, write, made }: Turning, outcome: 'told' | 'matter', matterId: string | null = null) {
  const row = subject!
  if (row.version !== input.version || row.outcome !== 'noted') throw new Problem(doorProblems.changed)
  write(
    k
      .updateTable('listening')
      .set({ outcome, matter_id: matterId, version: row.version + 1 })
      .where('tenant_id', '=', row.tenant_id)
      .where('id', '=', row.id),
  )
  made({ id: row.id, area_pos: row.area_pos, version: row.version + 1 })
  return { id: row.id, version: row.version + 1 }
}

export const settleHeard = operation(matter.settleHeard, {
  permit: [listens],
  subject: locked,
  run: async (context) => turn(context, 'told'),
})

export const raiseHeard = operation(matter.raiseHeard, {
  permit: [listens],
  subject: locked,
  async run(context) {
    const { input, subject, actor, perform } = context
    const row = subject!
    if (row.version !== input.version || row.outcome !== 'noted') throw new Problem(doorProblems.changed)
    const kind = input.kind ?? row.kind ?? undefined
    const told = {
      areaId: row.area_id,
      words: input.words ?? row.words,
      way: 'listening' as const,
      ...(kind && { kind }),
    }
    const { id, no, state, version } = await perform(report, told, { ...actor, ids: [...actor.ids, newId()] })
    turn(context, 'matter', id)
    return { id, no, state, version }
  },
})
