// The area that an address in somebody's own words speaks of, found by the names that stand in it.
import { sql } from 'kysely'
import type { Tx } from '#kernel/database.ts'
import { LEVELS, type Level } from './lifecycle.ts'

const SHORTEST = 2
const LONGEST = 24
const MOST_WORDS = 6
/** “3号楼” stands in many yards; more of a name than these share helps nobody. */
const MOST = 500

/** Every run of characters that could be a name: looking each up by index is a question of milliseconds, whatever the tree holds. */
function runsIn(text: string): string[] {
  const letters = [...text]
  const runs = new Set<string>()
  for (let from = 0; from < letters.length; from++)
    for (let to = from + SHORTEST; to <= Math.min(letters.length, from + LONGEST); to++)
      runs.add(letters.slice(from, to).join('').trim())
  return [...runs]
}

function wordRunsIn(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}’'.-]+/gu) ?? []
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(MOST_WORDS, words.length - from) }, (__, more) =>
      words.slice(from, from + more + 1).join(' '),
    ),
  )
}

type Row = { id: string; level: Level; area_pos: number; area_end: number; said: number }

/** The named areas that lie around or are the same as this one: the more of the address speaks for it, the better. */
const weight = (row: Row, all: readonly Row[]) => {
  const said = new Map<Level, number>()
  for (const one of all)
    if (one.area_pos <= row.area_pos && one.area_end >= row.area_end)
      said.set(one.level, Math.max(said.get(one.level) ?? 0, one.said))
  return [...said.values()].reduce((sum, letters) => sum + letters, 0)
}

/** `none` of its names is known, or more than one place is meant (`several`). The text is at most 200 characters. */
export async function areaNamedIn(tx: Tx, tenant: string, text: string): Promise<{ id: string } | 'none' | 'several'> {
  const rows = await tx.all(
    sql<Row>`select id, level, area_pos, area_end,
        greatest(case when name = any (${runsIn(text)}::text[]) then length(name) else 0 end,
          case when lower(name_en) = any (${wordRunsIn(text)}::text[]) then length(name_en) else 0 end) as said
      from area where tenant_id = ${tenant} and valid_to is null and level in ('subdistrict', 'community', 'grid', 'building')
        and (name = any (${runsIn(text)}::text[]) or (name_en <> '' and lower(name_en) = any (${wordRunsIn(text)}::text[])))
      limit ${MOST}`,
  )
  const weighed = rows
    .map((row) => ({ row, weight: weight(row, rows), depth: LEVELS.indexOf(row.level) }))
    .sort((a, b) => b.weight - a.weight || b.depth - a.depth)
  const [best, next] = weighed
  if (!best) return 'none'
  return next && next.weight === best.weight && next.depth === best.depth ? 'several' : { id: best.row.id }
}
