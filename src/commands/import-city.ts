// A whole city from its folder: its district and tree, its seven files in order, and the ledger of what came of them.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { addTenant } from './add-tenant.ts'
import { importAreas } from './area-import.ts'
import { type At, type Batch, type Class, importFile, type Say, type Wish } from './import-file.ts'
import type { Opened } from './open-house.ts'
import { recountRegister } from './register-recount.ts'

/** Homes before those who live in them, so that nobody's home is known by its address alone. */
const CITY: readonly (readonly [Class, string])[] = [
  ['home', '实有住房'],
  ['rented', '出租房屋'],
  ['registered', '户籍人口'],
  ['floating', '流动人口'],
  ['organisation', '两新组织'],
  ['school', '校园周边'],
  ['special', '特殊人群（只计数）'],
]

const fileOf = (dir: string, code: Class) =>
  readdirSync(dir)
    .map((name) => path.join(dir, name))
    .find((file) => new RegExp(`^${code}([-_.].*)?\\.(csv|xlsx|zip)$`).test(path.basename(file)))

type Row = { readonly code: string; readonly name: string; readonly nameEn?: string; readonly level: string }

/** The district of a tree is founded when there is none of its code. Returns the code under which the tree goes in. */
async function district(
  opened: Opened,
  file: string,
  given: string | undefined,
  say: Say,
): Promise<string | undefined> {
  if (given) return given
  const tree = JSON.parse(readFileSync(file, 'utf8')) as readonly Row[]
  const top = tree.find(({ level }) => level === 'district')
  if (!top) return undefined
  const { rows } = await opened.db.pool.query('select 1 from tenant where code = $1', [top.code])
  if (rows.length === 0) await addTenant(opened, top, say)
  return top.code
}

/** From above to below, as far as the folder has them; what is there already stays. Returns the district's code, where it says one. */
export async function importTree(
  opened: Opened,
  dir: string,
  given: string | undefined,
  say: Say,
): Promise<string | undefined> {
  const names = readdirSync(dir)
  let code = given
  for (const kind of ['tree', 'grids', 'buildings']) {
    const name = names.find((one) => new RegExp(`^${kind}\\.(geo)?json$`).test(one))
    if (!name) continue
    const file = path.join(dir, name)
    if (kind === 'tree') code = await district(opened, file, given, say)
    await importAreas(opened, [kind, file, ...(code ? ['--tenant', code] : [])], say)
  }
  return code
}

/** As a ledger stands on paper: seven counts, and what came beside them. */
function ledger(batches: readonly (readonly [string, Batch])[], say: Say): void {
  say('台账 · ledger')
  const figure = (n: number) => n.toLocaleString('en').padStart(11)
  for (const [name, { tally }] of batches)
    say(
      `  ${figure(tally.good)}  ${name} · 不行 rejected ${tally.bad} · 重复 repeats ${tally.repeats} · 待合并 to merge ${tally.offers}`,
    )
  const sum = (of: (batch: Batch) => number) => batches.reduce((n, [, batch]) => n + of(batch), 0)
  say(
    `  ${figure(sum(({ tally }) => tally.good))}  合计 in all，读 read ${sum(({ tally }) => tally.read).toLocaleString('en')}`,
  )
}

export async function importCity(at: At, dir: string, wish: Wish, signal: AbortSignal): Promise<void> {
  const done: [string, Batch][] = []
  for (const [code, name] of CITY) {
    const file = fileOf(dir, code)
    if (!file) throw new Error(`import city: ${dir} holds no file of class ${code}`)
    done.push([name, await importFile(at, code, file, wish, signal)])
  }
  ledger(done, at.say)
  if (!wish.dry) await recountRegister(at.opened, [], at.say)
}
