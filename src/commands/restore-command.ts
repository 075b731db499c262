// `bin/linli restore`: puts a backup in place, proves one in a scratch database, or ends the isolation after a restore.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from '#kernel/access.ts'
import { NUMBERS_AHEAD, type RestoredBackup, restoreBackup } from '#kernel/backup/restore.ts'
import type { Config } from '#kernel/config.ts'
import type { Keys } from '#kernel/crypto.ts'
import { openDatabase } from '#kernel/database.ts'
import { perform } from '#kernel/door.ts'
import { eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { replayEnded } from '#kernel/ending/endings.ts'
import { openFiles } from '#kernel/files/files.ts'
import { isIsolated, newestRestore } from '#kernel/isolation.ts'
import { migrate } from '#kernel/schema/migrate.ts'
import { inScope } from '#kernel/scope.ts'
import { endAllSessions } from '#modules/account/index.ts'
import { holdCalls } from '#modules/callback/index.ts'
import { holdWaiting } from '#modules/notice/index.ts'
import { release } from '#modules/upkeep/index.ts'
import { noted } from './backup-command.ts'
import { breakOff } from './break-off.ts'
import { keysOfBackup } from './database-keys.ts'
import { endingsIn, type Opened, openHouse, prepareDatabase, QUEUES } from './open-house.ts'
import { hasEmbedded, withOwner } from './owner-url.ts'
import { progressLine } from './progress-line.ts'

type Say = (line: string) => void

/** What the kernel does not know of this house. */
export const OF_HOUSE = { queues: QUEUES, endSessions: endAllSessions } as const

const OPTIONS = {
  over: { type: 'boolean', default: false },
  'numbers-ahead': { type: 'string', default: String(NUMBERS_AHEAD) },
  'despite-journal': { type: 'boolean', default: false },
  prove: { type: 'boolean', default: false },
  release: { type: 'boolean', default: false },
  'send-waiting': { type: 'boolean', default: false },
} as const

export async function restoreCommand(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })
  if (values.release) return releaseNow(config, values['send-waiting'], say)
  const from = positionals[0]
  if (!from) throw new Error('restore: 请写明备份的文件夹。 Name the folder of the backup.')
  if (values.prove) return prove(config, path.resolve(from), say)
  const ahead = Number(values['numbers-ahead'])
  if (!Number.isInteger(ahead) || ahead < 0) throw new Error('restore: --numbers-ahead N, a whole number')
  const keys = await keysOfBackup(config, path.resolve(from))
  const stop = breakOff()
  const line = progressLine('恢复 restore')
  const { filesDir, sealFile } = config
  const given = { from: path.resolve(from), keys, filesDir, sealFile, ...OF_HOUSE, ahead, step: line.step }
  try {
    await withOwner(config, say, async (ownerUrl) => {
      const { over, 'despite-journal': despiteJournal } = values
      const done = await restoreBackup({ ...given, ownerUrl, over, despiteJournal, signal: stop.signal })
      line.end()
      // The schema of an older backup is brought up to date by the same steps as at any start.
      const appUrl = await prepareDatabase(config, ownerUrl, say)
      await endAgain(config, appUrl, keys, say)
      tell(done, line.seconds(), say)
    })
  } finally {
    line.end()
    stop.done()
  }
}

/** What has ended since the backup was taken does not come back. Killed before this, the next start does it. */
async function endAgain(config: Config, appUrl: string, keys: Keys, say: Say): Promise<void> {
  const db = openDatabase(appUrl)
  const files = openFiles(config.filesDir, keys)
  try {
    const again = await replayEnded({ db, files, endings: endingsIn(config.endingDir, keys) })
    if (again > 0)
      say(`  备份之后已按期销毁的 ${again} 条没有恢复 · ${again} rows that have ended since are not restored`)
  } finally {
    files.stop()
    await db.close()
  }
}

function tell({ checked, era, verdict }: RestoredBackup, seconds: number, say: Say): void {
  const { manifest } = checked
  const rows = manifest.parts.reduce((sum, part) => sum + part.rows, 0)
  say(
    `恢复完成，逐行核对一致 restored, every row compared: ${rows} 行 rows, ${manifest.files.count} 个文件 files, ${seconds.toFixed(1)} s`,
  )
  say(`  备份时刻 taken ${manifest.takenAt}，第 ${era} 纪 era ${era}`)
  say(`  日志 journal: ${verdict.rows} 行 rows, ${verdict.seals} 个封印 seals, ${verdict.faults.length} 处不符 faults`)
  say('  所有人需要重新登录，接口令牌需要重新发放 · everybody signs in anew, tokens are made anew')
  say('  系统处于隔离状态：短信和邮件都不发出。核对无误、原系统确已停用后运行')
  say('  The system is isolated: no message leaves. When it is right and the old system is off for good:')
  say('    bin/linli restore --release')
}

/** Restores into a scratch PostgreSQL of its own and throws it away; the working system is not touched. */
async function prove(config: Config, from: string, say: Say): Promise<void> {
  const keys = await keysOfBackup(config, from)
  const stop = breakOff()
  const line = progressLine('演练 proof')
  const scratch = path.join(config.dataDir, `proof-${process.pid}`)
  mkdirSync(scratch, { recursive: true, mode: 0o700 })
  const trial = async () => {
    const embedded = await startEmbedded({ dataDir: scratch, log: () => {} })
    try {
      const sealFile = path.join(scratch, 'journal/seals.jsonl')
      const where = { ownerUrl: embedded.url, keys, from, filesDir: undefined, sealFile, ...OF_HOUSE }
      const how = { over: false, ahead: 0, despiteJournal: false, signal: stop.signal, step: line.step }
      const { checked } = await restoreBackup({ ...where, ...how })
      await migrate(embedded.url)
      return checked.manifest
    } finally {
      await embedded.stop()
      await eraseEmbedded(scratch)
    }
  }
  try {
    const known = config.ownerUrl !== undefined || (!config.appUrl && hasEmbedded(config))
    const manifest = known
      ? await withOwner(
          config,
          () => {},
          (ownerUrl) => noted(ownerUrl, 'proved', from, trial),
        )
      : await trial()
    line.end()
    say(`演练成功：${manifest.takenAt} 的备份能完整恢复，用时 ${line.seconds().toFixed(1)} 秒`)
    say(`Proved: the backup taken ${manifest.takenAt} restores whole, in ${line.seconds().toFixed(1)} s.`)
  } finally {
    line.end()
    stop.done()
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function releaseNow(config: Config, sendWaiting: boolean, say: Say): Promise<void> {
  const opened = await openHouse(config, () => {})
  try {
    await releaseHouse(opened, sendWaiting, say)
  } finally {
    await opened.close()
  }
}

/** What waited is given up in every district before the first of them lets anything out. */
export async function releaseHouse(
  { house, db }: Pick<Opened, 'house' | 'db'>,
  sendWaiting: boolean,
  say: Say,
): Promise<void> {
  const { rows } = await db.pool.query<{ id: string }>('select id from tenant order by made_at')
  const tenants = rows.map((row) => machine(row.id, 'bin/linli restore'))
  const first = tenants[0]
  const isolated = first && (await inScope(db, first, isIsolated))
  if (!isolated) return say('系统没有处于隔离状态。 The system is not isolated.')
  const restored = (await inScope(db, first, newestRestore))!
  let held = 0
  if (!sendWaiting)
    for (const linli of tenants) {
      const before = restored.restored_at.toISOString()
      held += (await perform(house, holdWaiting, linli, { before })).held
      held += (await perform(house, holdCalls, linli, { before })).held
    }
  for (const linli of tenants) await perform(house, release, linli, {})
  say('隔离已解除，短信和邮件会照常发出。 Released: messages leave again.')
  if (held > 0)
    say(
      `  恢复前就在等的 ${held} 条不再自动发出，可以在发件箱里逐条重发 · ${held} that waited before are given up; the outbox can send each again`,
    )
}
