// Long form of O1: a backup of 200,000 matters taken while people report, restored elsewhere row by row, killed on the way.
// node test/long/backup.ts [--matters N] [--data DIR] [--kills N]
// node test/long/backup.ts --bite   one row altered while loading: the restore must refuse
// The last figures stand in results/backup.json. RPO is the age of the newest backup: what was answered before its first
// row was read is in it. RTO is from the first look at the backup to the first page of the restored system.
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { restoreBackup } from '#kernel/backup/restore.ts'
import { eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { layGround } from '../../bench/ground.ts'
import { OF_HOUSE } from '../../src/commands/restore-command.ts'
import { differing, newMachine, restoredElsewhere, rowsOf, sizeOf, standing } from './drill.ts'
import { run, say, secondsSince, startCommand } from './ran.ts'
import { keep } from './results.ts'

const { values: given } = parseArgs({
  options: {
    matters: { type: 'string', default: '200000' },
    data: { type: 'string' },
    kills: { type: 'string', default: '3' },
    bite: { type: 'boolean', default: false },
  },
})

const room = mkdtempSync(path.join(tmpdir(), 'linli-long-backup-'))

/**
 * The restored system is restored over itself and killed on the way: what it held must still be there, or already be whole
 * again from the backup. A restore that was quicker than its killer is none that was killed: the next one is given less time.
 */
async function kills(other: string, backup: string, took: number, count: number) {
  let [torn, killed, most] = [0, 0, took * 1_000]
  while (killed < count) {
    const before = await standing(other)
    const child = startCommand(other, ['restore', backup, '--over'])
    const exited = once(child, 'exit')
    const since = performance.now()
    const over = await Promise.race([exited, pause(most * (0.2 + (0.7 * (killed + Math.random())) / count))])
    if (over) {
      most = performance.now() - since
      continue
    }
    child.kill('SIGKILL')
    await exited
    killed++
    const differ = differing(before, await standing(other))
    if (differ.length > 0) torn++
    say(`killed after ${secondsSince(since)} s: ${differ.length ? `differs in ${differ.join(' ')}` : 'whole'}`)
  }
  return torn
}

async function bite(dataDir: string, backup: string): Promise<string> {
  const other = newMachine(room, 'bitten', dataDir)
  const embedded = await startEmbedded({ dataDir: other, log: () => {} })
  try {
    const files = { filesDir: undefined, sealFile: path.join(other, 'seals.jsonl'), from: backup }
    const how = { over: false, ahead: 0, despiteJournal: true, signal: new AbortController().signal, step: () => {} }
    const loaded = async (client: { query(text: string): Promise<unknown> }) => {
      await client.query(`update matter set words = words || '。' where ctid = (select max(ctid) from matter)`)
    }
    const keys = openKeys(path.join(other, 'keys/root'))
    await restoreBackup({ ownerUrl: embedded.url, keys, ...OF_HOUSE, ...files, ...how, loaded })
    return 'not noticed'
  } catch (error) {
    return (error as Error).message
  } finally {
    await embedded.stop()
    await eraseEmbedded(other)
  }
}

const ground = await layGround(given.data, Number(given.matters), say)
const { dataDir } = ground.config
const backup = path.join(room, 'backup')
try {
  const sameAs = await standing(dataDir)
  const taken = await run(dataDir, 'backup', backup)
  say(`taken ${JSON.stringify({ ...taken, said: '' })}`)
  let found: { asExpected: boolean } & Record<string, unknown>
  if (given.bite) {
    const said = await bite(dataDir, backup)
    found = { asExpected: /^matter: /.test(said), said }
  } else {
    const { other, restored, startSeconds, differ, journal } = await restoredElsewhere(room, dataDir, backup, sameAs)
    say(`restored ${JSON.stringify({ ...restored, said: '' })}, first page after ${startSeconds} s`)
    const torn = await kills(other, backup, restored.seconds, Number(given.kills))
    const proved = await run(dataDir, 'restore', '--prove', backup)
    await eraseEmbedded(other)
    found = {
      asExpected:
        [taken, restored, proved].every((one) => one.code === 0) &&
        differ.length === 0 &&
        torn === 0 &&
        journal.includes('whole'),
      matters: ground.matters,
      rows: rowsOf(backup),
      backupMb: Math.round(sizeOf(backup) / 1e6),
      backupSeconds: taken.seconds,
      backupMostMb: taken.mostMb,
      restoreSeconds: restored.seconds,
      restoreMostMb: restored.mostMb,
      firstPageSeconds: startSeconds,
      rtoSeconds: Math.round((restored.seconds + startSeconds) * 10) / 10,
      proofSeconds: proved.seconds,
      tablesThatDiffer: differ,
      journal,
      restoresKilled: Number(given.kills),
      tornByKill: torn,
    }
  }
  const { asExpected, ...figures } = found
  keep('backup', given.bite ? 'bite' : 'trial', asExpected, figures)
} finally {
  for (const name of readdirSync(room))
    if (existsSync(path.join(room, name, 'keys/postgres.json')))
      await eraseEmbedded(path.join(room, name)).catch(() => {})
  rmSync(room, { recursive: true, force: true })
  await ground.clear()
}
