// `bin/linli backup`: takes one now, or by the clock with retention; writes down how it went.
import { readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { glanceAt, keyCheckOf, type Manifest } from '#kernel/backup/manifest.ts'
import { asOwner } from '#kernel/backup/owner.ts'
import { tooOld } from '#kernel/backup/retention.ts'
import { beginRun, endRun, type RunEnd } from '#kernel/backup/runs.ts'
import { takeBackup } from '#kernel/backup/take.ts'
import { clock, SHANGHAI_MS } from '#kernel/clock.ts'
import type { BackupPlan, Config } from '#kernel/config.ts'
import type { Keys } from '#kernel/crypto.ts'
import { sealed } from '#modules/index.ts'
import { BrokenOff, breakOff } from './break-off.ts'
import { keysOfDatabase } from './database-keys.ts'
import { hasEmbedded, withOwner } from './owner-url.ts'
import { inMegabytes, progressLine } from './progress-line.ts'

type Say = (line: string) => void

const NAME = /^linli-\d{8}-\d{4}(-\d+)?$/
const DAY_MS = 86_400_000

/** A new name under `dir`: `linli-20261122-0230`, local time. */
async function nameIn(dir: string): Promise<string> {
  const stamp = new Date(clock.now().getTime() + SHANGHAI_MS).toISOString().replace(/[-:]/g, '').slice(0, 13)
  const taken = await readdir(dir).catch(() => [] as string[])
  const base = `linli-${stamp.replace('T', '-')}`
  let name = base
  for (let n = 2; taken.includes(name); n++) name = `${base}-${n}`
  return path.join(dir, name)
}

/** Takes away what retention no longer keeps, and what killed backups left a day ago. Only backups under our own key. */
export async function keepOnly(plan: BackupPlan, keys: Keys, say: Say): Promise<string[]> {
  const whole = []
  for (const name of await readdir(plan.dir)) {
    const folder = path.join(plan.dir, name)
    if (/\.(half|gone)-\d+$/.test(name)) {
      const { mtimeMs } = await stat(folder)
      if (clock.wall() - mtimeMs > DAY_MS) await rm(folder, { recursive: true, force: true })
      continue
    }
    const manifest = NAME.test(name) ? await glanceAt(folder) : undefined
    if (manifest?.keyCheck === keyCheckOf(keys)) whole.push({ folder, takenAt: new Date(manifest.takenAt) })
  }
  const old = tooOld(whole, plan)
  for (const { folder } of old) {
    // Renamed first: one that is half deleted must not look like a backup.
    await rename(folder, `${folder}.gone-${process.pid}`)
    await rm(`${folder}.gone-${process.pid}`, { recursive: true, force: true })
    say(`${path.basename(folder)} 已按保留规则删除 · taken away by retention`)
  }
  return old.map((one) => one.folder)
}

export const endOf = (manifest: Manifest): RunEnd => ({
  outcome: 'whole',
  backup_id: manifest.id,
  taken_at: new Date(manifest.takenAt),
  rows: manifest.parts.reduce((sum, part) => sum + part.rows, 0),
  files: manifest.files.count,
  bytes: manifest.parts.reduce((sum, part) => sum + part.stored, 0) + manifest.files.bytes,
})

/** Runs `work` with a row that says how it went, whatever happens but a kill. */
export async function noted(
  ownerUrl: string,
  kind: 'taken' | 'proved',
  folder: string,
  work: () => Promise<Manifest>,
): Promise<Manifest> {
  const calm = new AbortController().signal
  const id = await asOwner(ownerUrl, calm, (client) => beginRun(client, kind, folder))
  const end = (how: RunEnd) => asOwner(ownerUrl, calm, (client) => endRun(client, id, how))
  try {
    const manifest = await work()
    await end(endOf(manifest))
    return manifest
  } catch (error) {
    const outcome = error instanceof BrokenOff ? 'stopped' : 'failed'
    await end({ outcome, error: error instanceof Error ? error.message : String(error) }).catch(() => {})
    throw error
  }
}

export async function backupCommand(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { scheduled: { type: 'boolean', default: false } },
  })
  const plan = config.backup
  const given = positionals[0]
  if (!given && !plan)
    throw new Error('backup: 请写明文件夹，或设置 LINLI_BACKUP_DIR。 Name a folder, or set LINLI_BACKUP_DIR.')
  if (!config.ownerUrl && !config.appUrl && !hasEmbedded(config))
    throw new Error(`${config.dataDir} 里没有数据库。 There is no database to back up.`)
  const into = given ? path.resolve(given) : await nameIn(plan!.dir)
  const stop = breakOff()
  const line = progressLine('备份 backup')
  try {
    const { filesDir, sealFile } = config
    const { manifest, keys } = await withOwner(
      config,
      () => {},
      async (ownerUrl) => {
        const keys = await keysOfDatabase(config, ownerUrl)
        const taking = { ownerUrl, keys, filesDir, sealFile, into, sealed, signal: stop.signal, step: line.step }
        return { keys, manifest: await noted(ownerUrl, 'taken', into, () => takeBackup(taking)) }
      },
    )
    line.end()
    tell(manifest, into, line.seconds(), say)
    if (values.scheduled && plan) await keepOnly(plan, keys, say)
  } finally {
    line.end()
    stop.done()
  }
}

function tell(manifest: Manifest, into: string, seconds: number, say: Say): void {
  const { rows = 0, files = 0, bytes = 0 } = endOf(manifest)
  say(`备份完成 backup done: ${into}`)
  say(`  ${rows} 行 rows, ${files} 个文件 files, ${inMegabytes(bytes)}, ${seconds.toFixed(1)} s`)
  if (manifest.files.missing > 0)
    say(`  注意：${manifest.files.missing} 个登记过的文件不在 · files named by rows that were not there`)
  say('  根密钥不在备份里，请另外保管 · the root key is not in it: keep it apart')
}
