// `bin/linli import …`: a file into the registers by the same operations as the page, with how far it is; a whole city from its folder.
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { machine } from '#kernel/access.ts'
import { clock } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { SPOOL_LIMIT } from '#kernel/files/spool.ts'
import { inScope } from '#kernel/scope.ts'
import { areaWithCode } from '#modules/area/index.ts'
import { BatchClass } from '#modules/register/contract/import.ts'
import type { register } from '#modules/register/contract.ts'
import { workOnImports } from '#modules/register/index.ts'
import { importAreas } from './area-import.ts'
import { BrokenOff, breakOff } from './break-off.ts'
import { asLinli } from './found-tenant.ts'
import type { Opened } from './open-house.ts'

type Say = (line: string) => void
type Batch = OutputOf<typeof register.batch>
type Class = Batch['class']
type Wish = { readonly dry: boolean; readonly choice: 'good' | 'all' }
type At = { readonly opened: Opened; readonly tenant: string; readonly areaId: string; readonly say: Say }

const LOOK_MS = 500
const DONE = new Set(['checked', 'published', 'undone', 'cancelled', 'failed'])

const problemOf = (batch: Batch) => new Error(`import: ${batch.name}: ${batch.fault ?? batch.state}`)
const figures = ({ tally }: Batch) =>
  `读 read ${tally.read} · 可导入 accepted ${tally.good} · 不行 rejected ${tally.bad} · 重复 repeats ${tally.repeats} · 待合并 to merge ${tally.offers}`

function told(batch: Batch): string {
  const pace = batch.rate === null ? '' : ` · ${Math.round(batch.rate)} 行/秒 rows/s`
  const left = batch.left === null ? '' : ` · 还要 ${Math.ceil(batch.left)} s left`
  return `${batch.name} ${batch.state} ${batch.tally.read} 行 rows${pace}${left}`
}

/** Does what is due and tells how far it is, until the batch stands still. */
async function follow({ opened, tenant }: At, id: string, signal: AbortSignal): Promise<Batch> {
  const terminal = process.stdout.isTTY === true
  const linli = asLinli(opened.house, tenant)
  let toldAt = clock.ticks()
  let over = false
  const working = workOnImports(opened.house, opened.config.keyFile, tenant, () => signal.aborted).finally(() => {
    over = true
  })
  working.catch(() => {})
  for (;;) {
    // Asked for after the work was over, or it may be as it was before.
    const ended = over
    const batch = await linli<Batch>('register.batch', { id })
    if (ended && (DONE.has(batch.state) || batch.state === 'received' || signal.aborted)) {
      await working
      if (terminal) process.stdout.write(`\r${' '.repeat(100)}\r`)
      return batch
    }
    // Another process does the work here: wait for it.
    if (ended) await workOnImports(opened.house, opened.config.keyFile, tenant, () => signal.aborted)
    if (clock.ticks() - toldAt > (terminal ? LOOK_MS : 10_000)) {
      toldAt = clock.ticks()
      process.stdout.write(terminal ? `\r${told(batch).slice(0, 100).padEnd(100)}` : `${told(batch)}\n`)
    }
    await pause(over || signal.aborted ? 50 : LOOK_MS / 2)
  }
}

/** One file all the way. Broken off, it is cancelled and nothing of it stays. */
async function importFile(at: At, code: Class, file: string, wish: Wish, signal: AbortSignal): Promise<Batch> {
  const { opened, tenant, areaId, say } = at
  const linli = asLinli(opened.house, tenant)
  const staged = await opened.house.spool.stage(createReadStream(file), SPOOL_LIMIT)
  const sent = await linli<{ id: string; sameAs: string | null }>(
    'register.sendFile',
    { areaId, class: code, name: path.basename(file).slice(0, 120), file: [staged.id] },
    { uploads: new Map([[staged.id, staged]]) },
  )
  if (sent.sameAs) say('同一个文件已经导入过，只有新的内容会进来 · this very file was loaded before')
  let batch = await follow(at, sent.id, signal)
  const steps = [
    ['register.checkBatch', 'checked', {}],
    ...(wish.dry ? [] : [['register.loadBatch', 'published', { choice: wish.choice }] as const]),
  ] as const
  for (const [operation, state, more] of steps) {
    if (signal.aborted) break
    if (batch.state === 'failed') throw problemOf(batch)
    await linli(operation, { id: batch.id, version: batch.version, ...more })
    batch = await follow(at, sent.id, signal)
    if (batch.state !== state && !signal.aborted) throw problemOf(batch)
    if (batch.missing.length > 0) say(`缺少列 missing columns: ${batch.missing.join(', ')}`)
    say(`${batch.name} ${state === 'checked' ? '试读 dry run' : '导入 loaded'}: ${figures(batch)}`)
  }
  for (const { heading, why, values } of batch.dropped)
    say(`  不保存的列 dropped column: ${heading} (${why || 'unknown'}, ${values})`)
  if (signal.aborted || wish.dry) await cancel(at, batch.id)
  if (signal.aborted) throw new BrokenOff()
  return batch
}

async function cancel({ opened, tenant }: At, id: string): Promise<void> {
  const linli = asLinli(opened.house, tenant)
  const batch = await linli<Batch>('register.batch', { id })
  if (['received', 'checking', 'checked', 'loading'].includes(batch.state))
    await linli('register.cancelBatch', { id, version: batch.version })
  await workOnImports(opened.house, opened.config.keyFile, tenant)
}

async function whereTo(opened: Opened, code: string | undefined, areaCode: string | undefined) {
  const { rows } = await opened.db.pool.query<{ id: string; code: string }>(
    'select id, code from tenant order by made_at',
  )
  const tenant = rows.find((row) => row.code === (code ?? areaCode?.slice(0, 6) ?? rows[0]?.code)) ?? rows[0]
  if (!tenant || (!code && !areaCode && rows.length > 1))
    throw new Error(`import: say into which district: --tenant ${rows.map((row) => row.code).join(' | ')}`)
  const linli = machine(tenant.id, 'bin/linli')
  const area = await inScope(opened.db, linli, (tx) => areaWithCode(tx, tenant.id, areaCode ?? tenant.code))
  if (!area) throw new Error(`import: there is no area ${areaCode ?? tenant.code}`)
  return { tenant: tenant.id, areaId: area.id }
}

/** Homes before those who live in them, so that nobody's home is known by its address alone. */
const CITY: readonly Class[] = ['home', 'rented', 'registered', 'floating', 'organisation', 'school', 'special']

const fileOf = (dir: string, code: Class) =>
  readdirSync(dir)
    .map((name) => path.join(dir, name))
    .find((file) => new RegExp(`^${code}([-_.].*)?\\.(csv|xlsx|zip)$`).test(path.basename(file)))

/** From above to below, as far as the folder has them; what is there already stays. */
async function importTree(opened: Opened, dir: string, tenant: string | undefined, say: Say): Promise<void> {
  const names = readdirSync(dir)
  for (const kind of ['tree', 'grids', 'buildings']) {
    const name = names.find((one) => new RegExp(`^${kind}\\.(geo)?json$`).test(one))
    if (name) await importAreas(opened, [kind, path.join(dir, name), ...(tenant ? ['--tenant', tenant] : [])], say)
  }
}

async function importCity(at: At, dir: string, wish: Wish, signal: AbortSignal): Promise<void> {
  for (const code of CITY) {
    const file = fileOf(dir, code)
    if (!file) throw new Error(`import city: ${dir} holds no file of class ${code}`)
    await importFile(at, code, file, wish, signal)
    await at.opened.counted()
  }
}

export async function importCommand(opened: Opened, args: readonly string[], say: Say): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      area: { type: 'string' },
      tenant: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'all-or-nothing': { type: 'boolean', default: false },
    },
  })
  const [code = '', source = ''] = positionals
  const wish: Wish = { dry: values['dry-run'], choice: values['all-or-nothing'] ? 'all' : 'good' }
  if (!existsSync(source)) throw new Error(`import: there is no ${source || 'file'}`)
  const stop = breakOff()
  try {
    if (code === 'city') await importTree(opened, source, values.tenant, say)
    const at: At = { opened, say, ...(await whereTo(opened, values.tenant, values.area)) }
    if (code === 'city') await importCity(at, source, wish, stop.signal)
    else await importFile(at, BatchClass.parse(code), source, wish, stop.signal)
  } finally {
    stop.done()
  }
}
