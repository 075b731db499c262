// Imports areas as one batch: parents before children, positions numbered here, written in a few statements.
import type { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import { localDay } from '#kernel/clock.ts'
import { Id } from '#kernel/contract.ts'
import { k, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Context } from '#kernel/operation.ts'
import { doorProblems, Problem } from '#kernel/problem.ts'
import type { area } from './contract.ts'
import { centreOf, forgetShapes } from './locate.ts'
import { type Numbered, nextSpan } from './position.ts'
import { areasByCode, areasByName, lastChildPos, lockArea } from './store.ts'
import { areaProblems } from './words.ts'

type Batch = z.output<typeof area.import.input>
type Row = Batch['rows'][number]
type Parent = Numbered & { readonly id: string }
type Made = { row: Row; id: string; parent: Parent; pos: number; end: number }

const CHUNK = 500

/**
 * Adds the rows that are not there yet (by official code, or by parent, level and name without one); returns the id of every row by its key.
 * @throws area.noParent with the row number, area.full, area.wrongLevel, door.missing for a parent outside one's area
 */
export async function importAreas(context: Context<Batch>, mayKeep: (parent: { area_pos: number }) => boolean) {
  const { input, tx, actor } = context
  const known = new Map((await areasByCode(tx, actor.tenant)).map((area) => [area.code!, area as Parent]))
  const named = await namesTaken(tx, actor, input.rows, known)
  const byKey = new Map<string, Parent>()
  const last = new Map<string, number | undefined>()
  const made: Made[] = []
  let kept = 0
  for (const [index, row] of input.rows.entries()) {
    const coded = row.code ? known.get(row.code) : undefined
    const parent = byKey.get(row.parent) ?? known.get(row.parent) ?? (await parentById(tx, actor, row.parent))
    if (!parent && !coded) throw new Problem(areaProblems.noParent, { row: index + 1, parent: row.parent })
    const there = coded ?? (row.code ? undefined : named.get(nameKey(parent!.id, row.level, row.name)))
    if (there) {
      kept++
      byKey.set(row.key, there)
      continue
    }
    if (!parent) throw new Problem(areaProblems.noParent, { row: index + 1, parent: row.parent })
    if (!mayKeep(parent)) throw new Problem(doorProblems.missing)
    const slot = `${parent.id} ${row.level}`
    if (!last.has(slot))
      last.set(
        slot,
        made.some((one) => one.id === parent.id)
          ? undefined
          : await lastChildPos(tx, actor.tenant, parent.id, row.level),
      )
    const { pos, end } = nextSpan(parent, row.level, last.get(slot))
    last.set(slot, pos)
    const id = newId()
    made.push({ row, id, parent, pos, end })
    const one = { id, name: row.name, level: row.level, area_pos: pos, area_end: end }
    byKey.set(row.key, one)
    if (!row.code) named.set(nameKey(parent.id, row.level, row.name), one)
  }
  await writeAreas(context, made)
  forgetShapes(actor.tenant)
  const first = made[0]
  if (first) context.made({ id: first.id, area_pos: first.parent.area_pos })
  return { added: made.length, kept, ids: Object.fromEntries([...byKey].map(([key, one]) => [key, one.id])) }
}

const nameKey = (parent: string, level: string, name: string) => `${parent} ${level} ${name}`

/** What stands under its parent by name already: a building or a home has no official code, and a file is read twice. */
async function namesTaken(tx: Tx, actor: Actor, rows: readonly Row[], known: ReadonlyMap<string, Parent>) {
  const levels = [...new Set(rows.filter((row) => !row.code).map((row) => row.level))]
  if (levels.length === 0) return new Map<string, Parent>()
  // Only what hangs below the standing areas that the batch names can be named by it: one home is not held against all homes.
  let [pos, end] = [Number.MAX_SAFE_INTEGER, -1]
  for (const named of new Set(rows.map((row) => row.parent))) {
    const parent = known.get(named) ?? (await parentById(tx, actor, named))
    if (parent) [pos, end] = [Math.min(pos, parent.area_pos), Math.max(end, parent.area_end)]
  }
  const there = end < 0 ? [] : await areasByName(tx, actor.tenant, levels, { pos, end })
  return new Map(there.map((one) => [nameKey(one.parent_id ?? '', one.level, one.name), one as Parent]))
}

const parentById = async (tx: Tx, actor: Actor, named: string): Promise<Parent | undefined> =>
  named.startsWith('id:') && Id.safeParse(named.slice(3)).success
    ? lockArea(tx, actor.tenant, named.slice(3))
    : undefined

async function writeAreas({ tx, actor, now, input }: Context<Batch>, made: readonly Made[]): Promise<void> {
  const day = localDay(now)
  for (let at = 0; at < made.length; at += CHUNK) {
    const chunk = made.slice(at, at + CHUNK)
    await tx.all(
      k.insertInto('area').values(
        chunk.map(({ row, id, parent, pos, end }) => {
          const centre = row.boundary ? centreOf(row.boundary) : undefined
          return {
            tenant_id: actor.tenant,
            id,
            parent_id: parent.id,
            level: row.level,
            code: row.code ?? null,
            name: row.name,
            name_en: row.nameEn,
            address: row.address,
            area_pos: pos,
            area_end: end,
            boundary: row.boundary ? JSON.stringify(row.boundary) : null,
            lon: row.lon ?? centre?.lon ?? null,
            lat: row.lat ?? centre?.lat ?? null,
            height: row.height ?? null,
            floors: row.floors ?? null,
            valid_from: day,
            made_at: now,
            changed_at: now,
          }
        }),
      ),
    )
    const codes = chunk.flatMap(({ row, id }) =>
      row.code
        ? [{ tenant_id: actor.tenant, id: newId(), area_id: id, code: row.code, valid_from: day, source: input.source }]
        : [],
    )
    if (codes.length) await tx.all(k.insertInto('area_code').values(codes))
    const aliases = chunk.flatMap(({ row, id }) =>
      [...new Set(row.aliases)].map((name) => ({ tenant_id: actor.tenant, id: newId(), area_id: id, name })),
    )
    if (aliases.length) await tx.all(k.insertInto('area_alias').values(aliases))
  }
}
