// The whole trial: reports come in through HTTP while the database and the server are killed in turn; then everything is counted.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '#kernel/config.ts'
import { eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { check, type Findings } from './check.ts'
import { type Sending, sendAll } from './clients.ts'
import { superOf, withOwner } from './owner.ts'
import { command, type Killable, killable, ROOT, type Tree } from './server.ts'
import { makeStreet } from './street.ts'

export type Trial = {
  readonly creates: number
  readonly clients: number
  readonly databaseKills: number
  readonly serverKills: number
  /** The demo street with its 60 stories, or the smallest street there is. */
  readonly demo: boolean
  /** Another tree than this one: a copy with a protection taken out. */
  readonly tree?: Tree
  /** Statements for the owner of the database before it begins. */
  readonly breaking?: readonly string[]
}

export type Figures = Findings & {
  readonly creates: number
  readonly acknowledged: number
  readonly clients: number
  readonly databaseKills: number
  readonly serverKills: number
  readonly seconds: number
  /** From each kill to the answer of a report sent after it. */
  readonly msToAnswer: Readonly<Record<Kill['what'], readonly number[]>>
  readonly tries: Readonly<Record<string, number>>
  readonly refused: number
  readonly journal: { readonly whole: boolean; readonly said: string }
}

type Kill = { readonly what: 'database' | 'server'; readonly after: number }

/** Database and server in turn, spread evenly over the reports. */
function plan(trial: Trial): Kill[] {
  const what = [
    ...Array.from({ length: trial.databaseKills }, (_, n) => ({ what: 'database' as const, place: n })),
    ...Array.from({ length: trial.serverKills }, (_, n) => ({ what: 'server' as const, place: n + 0.5 })),
  ].sort((a, b) => a.place - b.place)
  return what.map((kill, at) => ({
    what: kill.what,
    after: Math.floor((trial.creates * (at + 1)) / (what.length + 1)),
  }))
}

async function killInTurn(server: Killable, sending: Sending, kills: readonly Kill[]): Promise<Figures['msToAnswer']> {
  const waits = { database: [] as number[], server: [] as number[] }
  for (const { what, after } of kills) {
    while (sending.acknowledged.length < after) await pause(10)
    const at = performance.now()
    if (what === 'database') server.killDatabase()
    else {
      await server.kill()
      await server.start()
    }
    // Answers that were on their way when it was killed do not count.
    const answered = () => sending.acknowledged.findLast((one) => one.sentAt >= at)
    while (!answered()) await pause(10)
    waits[what].push(Math.round(answered()!.at - at))
  }
  return waits
}

/** Makes a street in a new folder, runs the trial, counts, and leaves nothing behind. */
export async function runTrial(trial: Trial): Promise<Figures> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-kill-'))
  const tree = trial.tree ?? ROOT
  const mark = `k${randomBytes(4).toString('hex')}`
  let server: Killable | undefined
  try {
    const code = await makeStreet(dataDir, trial.demo)
    const { breaking } = trial
    if (breaking)
      await withOwner(dataDir, async (owner) => {
        for (const statement of breaking) await owner.query(statement)
      })
    server = await killable(tree, dataDir)
    await server.start()
    const since = performance.now()
    const sending = sendAll({ url: server.url, code, count: trial.creates, clients: trial.clients, mark })
    const work = Promise.all([killInTurn(server, sending, plan(trial)), sending.done])
    const [waits] = await Promise.race([work, server.crash])
    const seconds = (performance.now() - since) / 1000
    await server.stop()
    const { creates, clients, databaseKills, serverKills } = trial
    return {
      creates,
      acknowledged: sending.acknowledged.length,
      clients,
      databaseKills,
      serverKills,
      seconds: Math.round(seconds * 10) / 10,
      msToAnswer: waits,
      tries: sending.tries,
      refused: sending.refused.length,
      ...(await count(tree, dataDir, sending, mark)),
    }
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${server?.said() ?? ''}`, { cause: error })
  } finally {
    await server?.stop()
    await eraseEmbedded(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Of a server that was stopped: what it acknowledged against what is there, and whether the journal is whole. */
export async function count(
  tree: Tree,
  dataDir: string,
  sending: Pick<Sending, 'acknowledged'>,
  mark: string,
): Promise<Findings & Pick<Figures, 'journal'>> {
  const embedded = await startEmbedded({ dataDir, log: () => {} })
  try {
    const verified = await command(tree, dataDir, 'journal', 'verify')
    const findings = await check(
      superOf(embedded.superUrl),
      openKeys(path.join(dataDir, 'keys/root'), readConfig().crypto),
      sending.acknowledged,
      mark,
    )
    return { ...findings, journal: { whole: verified.code === 0, said: verified.said.trim().split('\n')[0]! } }
  } finally {
    await embedded.stop()
  }
}
