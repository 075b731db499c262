// The whole trial: a real server whose machine's clock is stepped again and again; people sign in, report and take between.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import { eraseEmbedded, startEmbedded } from '#kernel/embedded/embedded.ts'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '#modules/account/index.ts'
import { command, type Killable, killable, type Tree } from '../kill/server.ts'
import { makeStreet } from '../kill/street.ts'
import { type WallClock, wallClock } from './faketime.ts'

export type StepFigures = {
  /** From the step to its row in the journal. */
  readonly msToJournal: number | null
  readonly journalledMs: number | null
  /** How far the server's present was off the database's, at worst. */
  readonly offMs: number
  readonly deadlinesMoved: number
  /** What the same report was promised before the step and after it, besides the time between: how far apart. */
  readonly promiseMovedMs: number
  readonly negativeDurations: number
  readonly heldSession: number
  readonly overSession: number
  readonly codeOfWall: number
  readonly codeOfTruth: number
}
export type Figures = {
  readonly steps: Readonly<Record<string, StepFigures>>
  readonly order: { readonly sent: number; readonly inOrder: boolean }
  readonly toldLines: number
  readonly journal: { readonly whole: boolean; readonly said: string }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Each with the account that signs in after it: a code is good once. The last one is where a server wakes up, not steps. */
const STEPS = [
  ['+1 h', HOUR, 'chenjing'],
  ['-1 h', -HOUR, 'anxiaoya'],
  ['-1 day', -DAY, 'fangjingqiu'],
  ['+400 days', 400 * DAY, 'chengyizhou'],
] as const

class World {
  readonly server: Killable
  readonly owner: pg.Client
  readonly wall: WallClock
  readonly door: string
  readonly sent: string[] = []
  held = ''
  over = ''

  constructor(server: Killable, owner: pg.Client, wall: WallClock, door: string) {
    this.server = server
    this.owner = owner
    this.wall = wall
    this.door = door
  }

  async post(
    operation: string,
    input: unknown,
    token?: string,
  ): Promise<{ status: number; body: Record<string, string> }> {
    const answer = await fetch(`${this.server.url}/api/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { cookie: `linli=${token}` } : {}) },
      body: JSON.stringify(input),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, string> }
  }

  /** With the code that an authenticator shows at this instant. */
  signIn(login: string, at: number) {
    const code = new TOTP({ secret: Secret.fromBase32(DEMO_TOTP_SECRET) }).generate({ timestamp: at })
    return this.post('account.signIn', { login, password: DEMO_PASSWORD, code })
  }

  /** Of a kind whose time runs day and night: on a day off too, a present that is wrong shows in what is promised. */
  async report() {
    const { status, body } = await this.post('matter.report', {
      code: this.door,
      words: '楼道里给电动车充电，有焦味。',
    })
    if (status !== 200) throw new Error(`a report was refused: ${status} ${JSON.stringify(body)}`)
    this.sent.push(body.id!)
    return body
  }

  async rows<T>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.owner.query(text, values)).rows as T[]
  }

  /** How far the server's present is off the database's. */
  async off(): Promise<number> {
    const { body } = await this.post('account.me', {}, this.held)
    return body.now ? Math.abs(Date.parse(body.now) - Date.now()) : Number.POSITIVE_INFINITY
  }

  deadlines() {
    return this.rows<{ due: string }>(
      `select matter_id || kind || due_at || coalesce(warn_at::text, '') as due from matter_clock order by 1`,
    )
  }
}

/** Waits for the row of a step of about `ms`, ten seconds at most. */
async function journalled(
  world: World,
  ms: number,
  after: number,
): Promise<Pick<StepFigures, 'msToJournal' | 'journalledMs'>> {
  const since = performance.now()
  while (performance.now() - since < 10_000) {
    const found = await world.rows<{ ms: number }>(
      `select (input->>'wallMs')::float8 as ms from journal where operation = 'clock.step' order by xid offset $1`,
      [after],
    )
    const near = found.find((row) => Math.abs(row.ms - ms) < 2_000)
    if (near) return { msToJournal: Math.round(performance.now() - since), journalledMs: near.ms }
    await pause(50)
  }
  return { msToJournal: null, journalledMs: null }
}

const countSteps = async (world: World) =>
  (await world.rows<{ n: number }>(`select count(*)::int as n from journal where operation = 'clock.step'`))[0]!.n

/** `how` sets the clock: while the server runs, or before it is started anew. */
async function oneStep(world: World, ms: number, login: string, how: () => Promise<void>): Promise<StepFigures> {
  const before = await world.report()
  const [askedAt, deadlines, rows] = [Date.now(), await world.deadlines(), await countSteps(world)]
  await how()
  const noticed = journalled(world, ms, rows)
  const offs = [await world.off()]
  const held = await world.post('account.me', {}, world.held)
  const overdue = await world.post('account.me', {}, world.over)
  const now = await world.deadlines()
  const kept = new Set(now.map((row) => row.due))
  await world.post('matter.take', { id: before.id }, world.held)
  const after = await world.report()
  const moved = Date.parse(after.promisedAt!) - Date.parse(before.promisedAt!)
  const wrong = await world.signIn(login, Date.now() + ms)
  const right = await world.signIn(login, Date.now())
  offs.push(await world.off())
  const found = await noticed
  const backwards = await world.rows<{ n: number }>(
    `select count(*)::int as n from (select at, lag(at) over (partition by matter_id order by id) as before from matter_step
      where matter_id = any($1)) s where at < before`,
    [world.sent],
  )
  return {
    ...found,
    offMs: Math.round(Math.max(...offs)),
    deadlinesMoved: deadlines.filter((row) => !kept.has(row.due)).length,
    promiseMovedMs: moved > 0 && moved <= Date.now() - askedAt + 60_000 ? 0 : moved,
    negativeDurations: backwards[0]!.n,
    heldSession: held.status,
    overSession: overdue.status,
    codeOfWall: wrong.status,
    codeOfTruth: right.status,
  }
}

async function steps(world: World): Promise<Record<string, StepFigures>> {
  const figures: Record<string, StepFigures> = {}
  for (const [name, ms, login] of STEPS) {
    figures[name] = await oneStep(world, ms, login, async () => world.wall.set(ms))
    const rows = await countSteps(world)
    world.wall.set(0)
    await journalled(world, -ms, rows)
  }
  figures['-1 day, met at the start'] = await oneStep(world, -DAY, 'guoqiaoyun', async () => {
    await world.server.stop()
    world.wall.set(-DAY)
    await world.server.start()
  })
  return figures
}

/** Two sessions of one person: one that holds, and one that has just run out. */
async function signedIn(world: World): Promise<void> {
  world.held = (await world.signIn('zhouxiaolan', Date.now())).body.token ?? ''
  world.over = (await world.signIn('zhouxiaolan', Date.now() + 30_000)).body.token ?? ''
  await world.owner.query(
    `update session set ends_at = now() - interval '1 minute' where id = (select id from session order by id desc limit 1)`,
  )
}

async function order(world: World): Promise<Figures['order']> {
  const rows = await world.rows<{ id: string }>(
    `select subject_id as id from journal where operation = 'matter.report' and subject_id = any($1) order by xid, id`,
    [world.sent],
  )
  return { sent: world.sent.length, inOrder: rows.map((row) => row.id).join() === world.sent.join() }
}

/** Makes the demo street in a new folder, steps the clock, looks, and leaves nothing behind. */
export async function runTrial(tree: Tree, library: string): Promise<Figures> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-clock-'))
  let server: Killable | undefined
  try {
    const door = await makeStreet(dataDir, true)
    const wall = wallClock(library, dataDir)
    const embedded = await startEmbedded({ dataDir, log: () => {} })
    const url = new URL(embedded.superUrl)
    url.pathname = '/linli'
    const owner = new pg.Client({ connectionString: url.href })
    await owner.connect()
    server = await killable(tree, dataDir, { ...wall.environment, LINLI_DEMO_TOTP: 'on' })
    await server.start()
    const world = new World(server, owner, wall, door)
    try {
      await signedIn(world)
      const figures = { steps: await Promise.race([steps(world), server.crash]), order: await order(world) }
      await server.stop()
      const toldLines = server
        .said()
        .split('\n')
        .filter((line) => line.includes('clock step')).length
      const verified = await command(tree, dataDir, 'journal', 'verify')
      const said = verified.said.trim().split('\n')[0]!
      return { ...figures, toldLines, journal: { whole: verified.code === 0, said } }
    } finally {
      await server.stop()
      await owner.end()
      await embedded.stop()
    }
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${server?.said() ?? ''}`, { cause: error })
  } finally {
    await eraseEmbedded(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
}
