// One file into the registers from the command line, by the same operations as the page, with how far it is.
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { clock } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { SPOOL_LIMIT } from '#kernel/files/spool.ts'
import type { register } from '#modules/register/contract.ts'
import { workOnImports } from '#modules/register/index.ts'
import { BrokenOff } from './break-off.ts'
import { asLinli } from './found-tenant.ts'
import type { Opened } from './open-house.ts'

export type Say = (line: string) => void
export type Batch = OutputOf<typeof register.batch>
export type Class = Batch['class']
export type Wish = { readonly dry: boolean; readonly choice: 'good' | 'all' }
export type At = { readonly opened: Opened; readonly tenant: string; readonly areaId: string; readonly say: Say }

const LOOK_MS = 500
const DONE = new Set(['checked', 'published', 'undone', 'cancelled', 'failed'])
/** Of a file that came, a server beside this command may be the one that reads the headings: before, nothing can be asked of it. */
const standsStill = ({ state, headings }: Batch) => DONE.has(state) || (state === 'received' && headings !== null)

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
    if (ended && (standsStill(batch) || signal.aborted)) {
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

/** What was broken off goes on where it stood, if that is what is wished for now; what came a second time otherwise is told. */
async function unfinished(
  at: At,
  sent: { id: string; sameAs: string | null },
  wish: Wish,
): Promise<string | undefined> {
  if (!sent.sameAs) return undefined
  const linli = asLinli(at.opened.house, at.tenant)
  const { state, choice } = await linli<Batch>('register.batch', { id: sent.sameAs })
  // A dry run writes nothing, and all or nothing is not what a load of the good rows becomes.
  if (state !== 'loading' || wish.dry || wish.choice !== choice) {
    at.say('同一个文件已经导入过，只有新的内容会进来 · this very file was loaded before')
    return undefined
  }
  at.say('接着上次没有导完的 · going on with what was broken off')
  await cancel(at, sent.id)
  return sent.sameAs
}

const FIGURES = { checked: '试读 dry run', published: '导入 loaded' } as const

/** One file all the way. Interrupted, it is cancelled and nothing of it stays; killed, the same command goes on with it. */
export async function importFile(at: At, code: Class, file: string, wish: Wish, signal: AbortSignal): Promise<Batch> {
  const { opened, tenant, areaId, say } = at
  const linli = asLinli(opened.house, tenant)
  const staged = await opened.house.spool.stage(createReadStream(file), SPOOL_LIMIT)
  const sent = await linli<{ id: string; sameAs: string | null }>(
    'register.sendFile',
    { areaId, class: code, name: path.basename(file).slice(0, 120), file: [staged.id] },
    { uploads: new Map([[staged.id, staged]]) },
  )
  const begun = await unfinished(at, sent, wish)
  let batch = await follow(at, begun ?? sent.id, signal)
  for (const [operation, state, more] of begun ? [] : stepsOf(wish)) {
    if (signal.aborted) break
    if (batch.state === 'failed') throw problemOf(batch)
    await linli(operation, { id: batch.id, version: batch.version, ...more })
    batch = await follow(at, sent.id, signal)
    if (batch.missing.length > 0) say(`缺少列 missing columns: ${batch.missing.join(', ')}`)
    if (batch.state !== state && !signal.aborted) throw problemOf(batch)
    say(`${batch.name} ${FIGURES[state]}: ${figures(batch)}`)
  }
  if (begun && !signal.aborted) {
    if (batch.state !== 'published') throw problemOf(batch)
    say(`${batch.name} ${FIGURES.published}: ${figures(batch)}`)
  }
  for (const { heading, why, values } of batch.dropped)
    say(`  不保存的列 dropped column: ${heading} (${why || 'unknown'}, ${values})`)
  if (signal.aborted || wish.dry) {
    await cancel(at, batch.id)
    await workOnImports(opened.house, opened.config.keyFile, tenant)
  }
  if (signal.aborted) throw new BrokenOff()
  return batch
}

/** Read once, unless somebody wants to know first or nothing is to go in where something is wrong. */
function stepsOf({ dry, choice }: Wish) {
  const check = ['register.checkBatch', 'checked', {}] as const
  if (dry) return [check]
  if (choice === 'all') return [check, ['register.loadBatch', 'published', { choice }] as const]
  return [['register.loadAtOnce', 'published', {}] as const]
}

async function cancel({ opened, tenant }: At, id: string): Promise<void> {
  const linli = asLinli(opened.house, tenant)
  const batch = await linli<Batch>('register.batch', { id })
  if (['received', 'checking', 'checked', 'loading'].includes(batch.state))
    await linli('register.cancelBatch', { id, version: batch.version })
}
