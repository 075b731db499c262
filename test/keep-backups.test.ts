// Backups by the clock: when one is due, which are kept, and the real commands on an embedded database of their own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tooOld } from '#kernel/backup/retention.ts'
import { localInstant } from '#kernel/clock.ts'
import { readConfig } from '#kernel/config.ts'
import { eraseEmbedded } from '#kernel/embedded/embedded.ts'
import { isDue } from '../src/commands/keep-backups.ts'
import { command, ROOT } from './kill/server.ts'
import { makeStreet } from './kill/street.ts'

const DAY_MS = 86_400_000
const plan = { daily: 7, weekly: 4, monthly: 12 }
const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    folder: `b${n}`,
    takenAt: new Date(localInstant(from, '02:30').getTime() + n * DAY_MS),
  }))

describe('which are kept', () => {
  const dayOf = ({ takenAt }: { takenAt: Date }) =>
    new Date(takenAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

  test('after two years of days: seven days, four weeks, twelve months, and nothing else', () => {
    const all = days('2024-11-22', 731)
    const gone = new Set(tooOld(all, plan))
    const kept = all.filter((one) => !gone.has(one)).map(dayOf)
    expect(kept.slice(-7)).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ])
    // The newest of each week is its Sunday, of each month its last day.
    expect(kept).toEqual(expect.arrayContaining(['2026-11-15', '2026-11-08', '2026-11-01', '2026-10-31', '2025-12-31']))
    expect(kept).toHaveLength(7 + 3 + 11)
  })

  test('backups taken day after day under retention: what remains is the same as all at once', () => {
    let kept: ReturnType<typeof days> = []
    for (const one of days('2024-11-22', 731)) {
      kept.push(one)
      const gone = new Set(tooOld(kept, plan))
      kept = kept.filter((other) => !gone.has(other))
    }
    const all = days('2024-11-22', 731)
    const gone = new Set(tooOld(all, plan))
    expect(kept.map(dayOf)).toEqual(all.filter((one) => !gone.has(one)).map(dayOf))
  })

  test('the newest is never taken away, and what pauses do not lose', () => {
    const lone = days('2020-01-01', 1)
    expect(tooOld(lone, plan)).toEqual([])
    expect(tooOld([...lone, ...days('2026-11-22', 1)], plan)).toEqual([])
    const twice = days('2026-11-22', 1).flatMap((one) => [
      one,
      { ...one, takenAt: new Date(one.takenAt.getTime() + 3_600_000) },
    ])
    expect(tooOld(twice, plan).map((one) => one.takenAt)).toEqual([twice[0]!.takenAt])
  })
})

describe('when one is due', () => {
  const at = { minute: 150 }
  const now = localInstant('2026-11-22', '02:31')
  const run = (outcome: string, day: string, time: string) =>
    ({ outcome, started_at: localInstant(day, time), ended_at: localInstant(day, time) }) as never

  test.each([
    ['before its minute', localInstant('2026-11-22', '02:29'), undefined, undefined, false],
    ['for the first time', now, undefined, undefined, true],
    ['after yesterday’s', now, run('whole', '2026-11-21', '02:30'), run('whole', '2026-11-21', '02:30'), true],
    ['after today’s', now, run('whole', '2026-11-22', '02:30'), run('whole', '2026-11-22', '02:30'), false],
    ['just failed', now, undefined, run('failed', '2026-11-22', '02:30'), false],
    ['failed an hour ago', localInstant('2026-11-22', '03:31'), undefined, run('failed', '2026-11-22', '02:30'), true],
    [
      'under way',
      now,
      undefined,
      { ...(run('running', '2026-11-22', '02:30') as object), ended_at: null } as never,
      false,
    ],
  ])('%s', (_, instant, whole, tried, due) => {
    expect(isDue(at, { whole, tried }, instant)).toBe(due)
  })

  test('settings that cannot be meant are named', () => {
    const dir = { LINLI_BACKUP_DIR: '/tmp/b' }
    expect(readConfig(dir).backup).toMatchObject({ minute: 150, daily: 7, weekly: 4, monthly: 12 })
    expect(readConfig({}).backup).toBeUndefined()
    expect(() => readConfig({ ...dir, LINLI_BACKUP_AT: '25:00' })).toThrow('LINLI_BACKUP_AT')
    expect(() => readConfig({ ...dir, LINLI_BACKUP_KEEP: '0 4 12' })).toThrow('LINLI_BACKUP_KEEP')
    expect(() => readConfig({ LINLI_LEAVE_SECONDS: 'soon' })).toThrow('LINLI_LEAVE_SECONDS')
  })
})

describe('the real commands, from one embedded database to another', () => {
  const room = mkdtempSync(path.join(tmpdir(), 'linli-keep-'))
  const [one, two] = [path.join(room, 'one'), path.join(room, 'two')]
  const from = path.join(room, 'backup')
  beforeAll(async () => {
    mkdirSync(one)
    mkdirSync(two)
    await makeStreet(one, false)
  })
  afterAll(async () => {
    for (const dir of [one, two]) await eraseEmbedded(dir).catch(() => {})
    rmSync(room, { recursive: true, force: true })
  })

  test('killed with -9 it leaves nothing that looks whole; taken, proved, moved to another machine, released', async () => {
    const killed = spawn(process.execPath, ['src/main.ts', 'backup', from], {
      cwd: ROOT,
      env: { PATH: process.env.PATH!, LINLI_DATA: one },
      stdio: 'ignore',
    })
    while (killed.exitCode === null && !readdirSync(room).some((name) => name.startsWith('backup.half-')))
      await pause(5)
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    const left = readdirSync(room).filter((name) => name.startsWith('backup'))
    expect(left.every((name) => name.startsWith('backup.half-'))).toBe(true)
    expect(await command(ROOT, one, 'backup', from)).toMatchObject({
      code: 0,
      said: expect.stringContaining('backup done'),
    })
    expect(await command(ROOT, one, 'restore', '--prove', from)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Proved'),
    })
    expect(readdirSync(one).filter((name) => name.startsWith('proof'))).toEqual([])
    // Another machine, without the key at first: nothing is made there.
    expect(await command(ROOT, two, 'restore', from)).toMatchObject({
      code: 1,
      said: expect.stringContaining('LINLI_KEY_FILE'),
    })
    mkdirSync(path.join(two, 'keys'), { recursive: true })
    writeFileSync(path.join(two, 'keys/root'), readFileSync(path.join(one, 'keys/root')), { mode: 0o600 })
    expect(await command(ROOT, two, 'restore', from)).toMatchObject({
      code: 0,
      said: expect.stringContaining('--release'),
    })
    expect(await command(ROOT, two, 'journal', 'verify')).toMatchObject({ code: 0 })
    expect(await command(ROOT, two, 'restore', from)).toMatchObject({
      code: 1,
      said: expect.stringContaining('--over'),
    })
    expect(await command(ROOT, two, 'restore', '--release')).toMatchObject({
      code: 0,
      said: expect.stringContaining('Released'),
    })
    expect(await command(ROOT, two, 'restore', '--release')).toMatchObject({
      code: 0,
      said: expect.stringContaining('not isolated'),
    })
  }, 180_000)
})
