// The operator's page tells the truth: each part is broken for real, and its line, and no other, turns.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clock } from '#kernel/clock.ts'
import type { OutputOf } from '#kernel/contract.ts'
import { perform } from '#kernel/door.ts'
import { startSealer } from '#kernel/journal/sealer.ts'
import { openLog } from '#kernel/watch/log.ts'
import { openWatch, type Watch } from '#kernel/watch/watch.ts'
import { matter } from '#modules/matter/contract.ts'
import { upkeep } from '#modules/upkeep/contract.ts'
import { upkeepHealth } from '#modules/upkeep/index.ts'
import { openStreet, type Street, testConfig } from '../street.ts'

type Health = OutputOf<typeof upkeep.health>

let street: Street
let watch: Watch & { stop(): void }
const quiet = openLog({ form: 'text', out: { write: () => {} } })
const folder = mkdtempSync(path.join(tmpdir(), 'linli-health-'))

beforeAll(async () => {
  street = await openStreet()
})
afterAll(async () => {
  watch.stop()
  await street.close()
  rmSync(folder, { recursive: true, force: true })
})

const config = () => ({ ...testConfig(folder, street.appUrl), filesDir: street.opened.config.filesDir })
beforeEach(async () => {
  clock.stand(undefined)
  watch?.stop()
  watch = openWatch(config(), street.opened.db, quiet, undefined)
  // Nothing works behind the pages of this test but what it starts.
  await street.owner.query('delete from notice_move')
  await street.owner.query('delete from backup_run')
  await street.owner.query('delete from pgboss.job')
})

const look = async (): Promise<Health> => {
  const actor = await street.as('chengyizhou').actor()
  return perform({ ...street.house, watch }, upkeepHealth, actor, {})
}
const lineOf = ({ parts }: Health, part: string) => parts.find((one) => one.part === part)
const badIn = (health: Health) => health.parts.filter(({ level }) => level === 'bad').map(({ part }) => part)
const later = (seconds: number) => clock.stand(new Date(clock.now().getTime() + seconds * 1_000))
const report = async () =>
  street.stranger.do(matter.report, { code: await street.codeOf('清荷苑3号楼2单元'), words: '灯不亮' })
const seal = () => {
  const sealer = startSealer(
    street.opened.db,
    street.house.keys,
    street.house.era,
    street.opened.config.sealFile,
    watch,
  )
  return sealer
}

test('nothing broken: no line is bad', async () => {
  await seal().stop()
  expect(badIn(await look())).toEqual([])
})

describe('each part broken turns its own line', () => {
  test('the sealer is stopped: rows wait unsealed', async () => {
    await report()
    await street.owner.query('delete from notice_move')
    later(30)
    const health = await look()
    expect(badIn(health)).toEqual(['sealing'])
    expect(lineOf(health, 'sealing')).toMatchObject({ says: 'sealing.late', seconds: expect.any(Number) })
    const sealer = seal()
    // A row is sealed once no transaction on the whole server is older.
    await expect.poll(async () => badIn(await look()), { timeout: 10_000 }).toEqual([])
    await sealer.stop()
  })

  test('the sealer fails: it is told, and its round is named', async () => {
    watch.beginWork()
    const sealer = startSealer(
      street.opened.db,
      street.house.keys,
      street.house.era,
      path.join(folder, 'no\0where'),
      watch,
    )
    await report()
    await street.owner.query('delete from notice_move')
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await sealer.stop()
    expect(watch.rounds().sealing.failed).toBeDefined()
    expect(lineOf(await look(), 'work')).toMatchObject({ level: 'bad', says: 'work.failing', names: ['sealing'] })
    await seal().stop()
  })

  test('a job fails for good', async () => {
    await street.owner.query(
      `insert into pgboss.job (name, state, completed_on) values ('files.sweep', 'failed', now())`,
    )
    const health = await look()
    expect(badIn(health)).toEqual(['jobs'])
    expect(health.queues.find(({ queue }) => queue === 'jobs')).toMatchObject({ failed: 1 })
  })

  test('nobody takes jobs', async () => {
    await street.owner.query(
      `insert into pgboss.job (name, start_after) values ('files.sweep', now() - interval '2 minutes')`,
    )
    expect(lineOf(await look(), 'jobs')).toMatchObject({ level: 'bad', says: 'jobs.late' })
  })

  test('nobody is told of new matters', async () => {
    await report()
    await street.owner.query(`update notice_move set at = at - interval '90 seconds'`)
    expect(badIn(await look())).toEqual(['notices'])
  })

  test('backups: none set, failed, old, and whole again', async () => {
    expect(lineOf(await look(), 'backup')).toMatchObject({ level: 'warn', says: 'backup.none' })
    const run = (outcome: string, ago: string) =>
      street.owner.query(
        `insert into backup_run (id, kind, folder, taken_at, started_at, ended_at, outcome, rows, files, bytes)
         values (gen_random_uuid(), 'taken', '/b', now() - $2::interval, now() - $2::interval, now() - $2::interval, $1, 1, 1, 1)`,
        [outcome, ago],
      )
    await run('whole', '4 days')
    expect(lineOf(await look(), 'backup')).toMatchObject({ level: 'bad', says: 'backup.old' })
    await run('failed', '1 hour')
    expect(lineOf(await look(), 'backup')).toMatchObject({ level: 'bad', says: 'backup.failed' })
    await run('whole', '1 minute')
    expect(lineOf(await look(), 'backup')).toMatchObject({ level: 'good', says: 'backup.good' })
    expect(lineOf(await look(), 'proof')).toMatchObject({ level: 'warn', says: 'proof.never' })
  })

  test('another version has changed the schema', async () => {
    await street.owner.query(`insert into migration (name, hash) values ('9999_later.sql', 'x')`)
    expect(lineOf(await look(), 'migrations')).toMatchObject({ level: 'bad', names: ['9999_later.sql'] })
    await expect(street.opened.fits()).rejects.toThrow('9999_later.sql')
    await street.owner.query(`delete from migration where name = '9999_later.sql'`)
    await street.opened.fits()
  })

  test('photos cannot be put away, and a backup disk is not mounted', async () => {
    watch.stop()
    const gone = path.join(folder, 'not-mounted')
    const plan = { dir: gone, minute: 0, daily: 1, weekly: 0, monthly: 0 }
    watch = openWatch(
      { ...config(), filesDir: path.join(folder, 'none'), backup: plan },
      street.opened.db,
      quiet,
      undefined,
    )
    const health = await look()
    expect(badIn(health).sort()).toEqual(['disk', 'files'])
    expect(lineOf(health, 'disk')).toMatchObject({ says: 'disk.missing', names: ['backup'] })
  })

  test('requests fail that nobody foresaw', async () => {
    watch.fault('matter.report', new Error('x'), 'ABCD-EFGH')
    expect(lineOf(await look(), 'requests')).toMatchObject({ level: 'warn', count: 1 })
  })

  test('every connection is taken', async () => {
    const busy = { ...watch, pool: () => ({ used: 20, idle: 0, waiting: 3, most: 20 }) }
    const actor = await street.as('chengyizhou').actor()
    const health = await perform({ ...street.house, watch: busy }, upkeepHealth, actor, {})
    expect(lineOf(health, 'pool')).toMatchObject({ level: 'warn', says: 'pool.full' })
  })
})

/** A disk of a few megabytes needs the right to mount one. */
const mounts = (() => {
  try {
    const at = mkdtempSync(path.join(tmpdir(), 'linli-mount-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' })
    execFileSync('umount', [at])
    rmSync(at, { recursive: true })
    return true
  } catch {
    return false
  }
})()

test.skipIf(!mounts)('a disk that fills is told before it is full, and when it is', async () => {
  const at = mkdtempSync(path.join(folder, 'disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', at])
  try {
    watch.stop()
    watch = openWatch({ ...config(), dataDir: at }, street.opened.db, quiet, undefined)
    const disk = async () => (await look()).parts.find(({ part, names }) => part === 'disk' && names?.includes('data'))
    expect(await disk()).toMatchObject({ level: 'good' })
    writeFileSync(path.join(at, 'a'), Buffer.alloc(200 * 2 ** 20))
    expect(await disk()).toMatchObject({ level: 'warn', says: 'disk.low' })
    writeFileSync(path.join(at, 'b'), Buffer.alloc(160 * 2 ** 20))
    expect(await disk()).toMatchObject({ level: 'bad', says: 'disk.full' })
  } finally {
    execFileSync('umount', [at])
  }
})

test('nobody but a system administrator sees it', async () => {
  for (const login of ['chenjing', 'anxiaoya', 'fangjingqiu'])
    await expect(street.as(login).do(upkeep.health, {})).rejects.toMatchObject({ message: 'door.forbidden' })
  const { parts, process: own } = await street.as('chengyizhou').do(upkeep.health, {})
  expect(parts.length).toBeGreaterThan(12)
  expect(own.works).toBe(false)
})
