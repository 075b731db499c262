// Which open matters near a place may be the same thing: by place, kind and words, never by person.
import { k, type Tx } from '#kernel/database.ts'
import { WIDTH } from '#modules/area/index.ts'
import { IN_HAND, type MatterState } from './lifecycle.ts'

/** Candidates that are compared: the newest; a building with more open matters than this has other worries. */
const MOST = 60

export type Near = {
  id: string
  no: string
  kind: string
  state: MatterState
  title: string
  words: string
  area_pos: number
  reported_at: Date
}

/** Open matters of the same grid (of the same building, where the spot lies in no grid). */
export function openAround(tx: Tx, tenant: string, pos: number): Promise<Near[]> {
  const start = pos - (pos % WIDTH.grid)
  return tx.all(
    k
      .selectFrom('matter')
      .select(['id', 'no', 'kind', 'state', 'title', 'words', 'area_pos', 'reported_at'])
      .where('tenant_id', '=', tenant)
      .where('state', 'in', IN_HAND)
      .where('area_pos', '>=', start)
      .where('area_pos', '<', start + WIDTH.grid)
      .orderBy('reported_at', 'desc')
      .limit(MOST),
  )
}

const pairsIn = (text: string): Set<string> => {
  const letters = [...text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')]
  return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter))
}

/** Share of two-character pairs that both texts have, 0 to 1 (Dice's coefficient); Chinese has no spaces to cut words at. */
export function alikeness(one: string, other: string): number {
  const [a, b] = [pairsIn(one), pairsIn(other)]
  if (a.size + b.size === 0) return 0
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size)
}

/** Same kind at the same place says much, words say the rest. Below 0.35 it is chance. */
const ENOUGH = 0.35
const SHOWN = 3

export function likeliest(
  found: readonly Near[],
  told: { words: string; kind?: string | undefined; pos: number },
): Near[] {
  const score = (row: Near) =>
    (row.kind === told.kind ? 0.25 : 0) +
    (row.area_pos === told.pos ? 0.2 : 0) +
    0.8 * Math.max(alikeness(row.title, told.words), alikeness(row.words, told.words))
  return found
    .map((row) => ({ row, score: score(row) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || b.row.reported_at.getTime() - a.row.reported_at.getTime())
    .slice(0, SHOWN)
    .map(({ row }) => row)
}
