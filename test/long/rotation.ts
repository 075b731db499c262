// Long form of C8: 100,000 people sealed anew by `bin/linli keys rotate` under 50 reads a second; the rotation is killed three times.
// node test/long/rotation.ts          half the reads through HTTP, half as the register looks for a phone; then the old key is destroyed
// node test/long/rotation.ts --bite   the server never looks at the key file again: reads must fail
// The last figures stand in results/rotation.json.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startEmbedded } from '#kernel/embedded/embedded.ts'
import { custodiansFile, setCustodians } from '#kernel/keys/custodians.ts'
import { openKeyFile } from '#kernel/keys/keys.ts'
import { heldBy } from '#kernel/keys/rotate.ts'
import { sealed } from '#modules/index.ts'
import { type Laid, layPeople, readByPhone } from '../keys/tables.ts'
import { ROOT } from '../kill/server.ts'
import { neverLooksAgain } from '../kill/without.ts'
import { onOwnServer } from './own-server.ts'
import { keep } from './results.ts'

const { values: given } = parseArgs({ options: { bite: { type: 'boolean', default: false } } })
const PEOPLE = given.bite ? 5_000 : 100_000
const KILLS = given.bite ? 0 : 3
const REPORTS = 200
const EVERY_MS = 20
const WORDS = ['春江潮水连海平，一二三四', '海上明月共潮生，四五六七', '滟滟随波千万里，七八九十']

/** One command of Linli on that folder; `words` are typed into it. */
function keysCommand(dataDir: string, ...args: string[]) {
  const child = spawn(process.execPath, ['src/main.ts', 'keys', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LINLI_DATA: dataDir },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said }))
  return { child, ended }
}

async function run(dataDir: string, args: string[], words: readonly string[] = []): Promise<string> {
  const { child, ended } = keysCommand(dataDir, ...args)
  child.stdin.end(words.map((word) => `${word}\n`).join(''))
  const { code, said } = await ended
  if (code !== 0) throw new Error(`keys ${args.join(' ')}: ${code}\n${said}`)
  return said
}

const send = (url: string, code: string, n: number) =>
  fetch(`${url}/api/matter.report`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `rotation-${String(n).padStart(8, '0')}` },
    body: JSON.stringify({ code, words: `路灯不亮 ${n}`, phone: '13900880077' }),
    signal: AbortSignal.timeout(30_000),
  })

/** Fifty a second, whether the last was answered or not. */
function reading(read: (n: number) => Promise<boolean>) {
  const took: number[] = []
  const failed: string[] = []
  const open = new Set<Promise<unknown>>()
  let n = 0
  const timer = setInterval(() => {
    const since = performance.now()
    const one = read(n++)
      .then((went) => void (went ? took.push(performance.now() - since) : failed.push('another answer')))
      .catch((error: Error) => void failed.push(error.message))
      .finally(() => open.delete(one))
    open.add(one)
  }, EVERY_MS)
  return async () => {
    clearInterval(timer)
    await Promise.all(open)
    took.sort((a, b) => a - b)
    const at = (share: number) => Math.round(took[Math.floor((took.length - 1) * share)] ?? 0)
    return {
      reads: n,
      failedReads: failed.length,
      failures: [...new Set(failed)].slice(0, 5),
      p50: at(0.5),
      p99: at(0.99),
    }
  }
}

const tree = given.bite ? neverLooksAgain() : ROOT
const figures = await onOwnServer({ tree }, async ({ url, code, dataDir }) => {
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  const pool = new pg.Pool({ connectionString: embedded.url, max: 4 })
  const keyFile = path.join(dataDir, 'keys/root')
  const file = openKeyFile(keyFile)
  file.follow()
  const { keys } = file
  try {
    const { rows } = await pool.query<{ id: string }>('select id from tenant limit 1')
    const people: Laid[] = await layPeople(pool, keys, rows[0]!.id, PEOPLE)
    const answers: string[] = []
    for (let n = 0; n < REPORTS; n++) answers.push(await (await send(url, code, n)).text())
    const stop = reading(async (n) => {
      if (n % 2) return readByPhone(pool, keys, people[(n * 997) % PEOPLE]!)
      const answer = await send(url, code, n % REPORTS)
      return (await answer.text()) === answers[n % REPORTS]
    })
    await run(dataDir, ['new'])
    const renewed = async () =>
      (await pool.query<{ n: number }>('select count(*)::int as n from person where key_version = 2')).rows[0]!.n
    const killedAt: number[] = []
    const since = performance.now()
    for (let kill = 1; kill <= KILLS; kill++) {
      const { child, ended } = keysCommand(dataDir, 'rotate')
      while ((await renewed()) < (PEOPLE * kill) / 4 && child.exitCode === null) await pause(50)
      child.kill('SIGKILL')
      await ended
      killedAt.push(await renewed())
    }
    const said = await run(dataDir, ['rotate'])
    const seconds = Math.round((performance.now() - since) / 1_000)
    const client = await pool.connect()
    const held = await heldBy({ client: client as never, sealed, filesDir: path.join(dataDir, 'files') })
    client.release()
    const onOld = held.filter((one) => one.version === 1).reduce((sum, one) => sum + one.n, 0)
    setCustodians(custodiansFile(keyFile), WORDS, [])
    const refused = await run(dataDir, ['retire', '1'], [WORDS[0]!, WORDS[0]!]).catch((error: Error) => error.message)
    await run(dataDir, ['retire', '1'], [WORDS[2]!, WORDS[0]!])
    await pause(3_000)
    const read = await stop()
    let lost = 0
    for (const one of people) if (!(await readByPhone(pool, keys, one).catch(() => false))) lost++
    const retire = { refusedToOne: /two of the three/.test(refused), versionsLeft: keys.versions }
    return {
      people: PEOPLE,
      kills: killedAt,
      seconds,
      onOld,
      lost,
      ...read,
      ...retire,
      said: said.trim().split('\n').at(-1),
    }
  } finally {
    file.stop()
    await pool.end()
    await embedded.stop()
  }
})
const clean =
  figures.failedReads === 0 &&
  figures.onOld === 0 &&
  figures.lost === 0 &&
  figures.kills.length === KILLS &&
  figures.refusedToOne &&
  figures.versionsLeft.join() === '2'
keep('rotation', given.bite ? 'bite' : 'trial', given.bite ? figures.failedReads > 0 : clean, figures)
