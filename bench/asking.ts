// Who asks what in the measurements: requests to the server under test and to the bare one, byte for byte alike.
import pg from 'pg'
import { matters as scripts } from '#demo/matters.ts'
import { newName } from '#kernel/ids.ts'
import { DEMO_PASSWORD } from '#modules/account/index.ts'
import { chance as chanceFrom } from './rows/chance.ts'
import { COMMUNITY_LOGIN, DESK_LOGIN, type Grid, readStreet, SUBDISTRICT, WORKER_LOGIN } from './street.ts'
import { post, Wire } from './wire.ts'

/** Tokens of sessions as `authorization` headers, and what may be named in requests. */
export type Asking = {
  readonly desk: Readonly<Record<string, string>>
  readonly worker: Readonly<Record<string, string>>
  /** The desk of a community, which finds its people by name. */
  readonly community: Readonly<Record<string, string>>
  readonly subdistrictId: string
  readonly grids: readonly Grid[]
  readonly workerGrid: Grid
}

export async function signIn(port: number, login: string): Promise<Record<string, string>> {
  const wire = new Wire(port)
  try {
    const { status, body } = await wire.ask(post('/api/account.signIn', { login, password: DEMO_PASSWORD }))
    if (status !== 200) throw new Error(`${login} cannot sign in: ${body.toString()}`)
    return { authorization: `Bearer ${(JSON.parse(body.toString()) as { token: string }).token}` }
  } finally {
    wire.close()
  }
}

/** Signs the duty desk and a grid worker in, over HTTP as everybody. `port`: of the server under test. */
export async function prepareAsking(port: number, ownerUrl: string): Promise<Asking> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const grids = (await readStreet(client)).grids.filter((grid) => grid.subdistrict === SUBDISTRICT)
    const { rows } = await client.query<{ id: string }>('select id from account where login = $1', [WORKER_LOGIN])
    const street = await client.query<{ id: string }>(`select id from area where level = 'subdistrict' and name = $1`, [
      SUBDISTRICT,
    ])
    return {
      subdistrictId: street.rows[0]!.id,
      community: await signIn(port, COMMUNITY_LOGIN),
      desk: await signIn(port, DESK_LOGIN),
      worker: await signIn(port, WORKER_LOGIN),
      grids,
      workerGrid: grids.find((grid) => grid.workers.some((worker) => worker.id === rows[0]!.id))!,
    }
  } finally {
    await client.end()
  }
}

const words = scripts.map((script) => script.words)
const chance = chanceFrom(7)

/** A grid worker writes down what he sees, at some address of his grid. */
export const reportByArea = (asking: Asking, path: string) => () =>
  post(
    path,
    { areaId: chance.pick(asking.workerGrid.spots).areaId, words: chance.pick(words) },
    { ...asking.worker, 'idempotency-key': newName() },
  )

/** A resident scans the code at some door of the subdistrict and leaves name and phone. */
export function reportByCode(asking: Asking, path: string): () => Buffer {
  const codes = asking.grids.flatMap((grid) => grid.spots.flatMap((spot) => (spot.door ? [spot.door.code] : [])))
  return () =>
    post(
      path,
      { code: chance.pick(codes), words: chance.pick(words), name: '孙女士', phone: '13800001234' },
      { 'idempotency-key': newName() },
    )
}

const STATES = ['reported', 'handling', 'finished', 'replied', 'closed'] as const

/** The desk's filter: one grid and one state; what is over is asked for newest first, what is open by its limit. */
export const filtered = (asking: Asking, path: string) => () => {
  const state = chance.pick(STATES)
  const sort = state === 'replied' || state === 'closed' ? 'newest' : 'due'
  return post(path, { view: 'all', gridId: chance.pick(asking.grids).id, state, sort }, asking.desk)
}

export const listOf = (path: string, view: string, who: Readonly<Record<string, string>>): (() => Buffer) => {
  const request = post(path, { view }, who)
  return () => request
}

/** Words that stand nowhere cost most: everything that may be looked through is. */
export const findingOf = (path: string, find: string, who: Readonly<Record<string, string>>): (() => Buffer) => {
  const request = post(path, { view: 'all', sort: 'newest', find }, who)
  return () => request
}

export const countsOf = (who: Readonly<Record<string, string>>): (() => Buffer) => {
  const request = post('/api/matter.counts', {}, who)
  return () => request
}
