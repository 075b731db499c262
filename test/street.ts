// The demo street for a test file: a database of its own, and people who act through the door by name.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { inject } from 'vitest'
import { type Actor, anonymous, machine } from '#kernel/access.ts'
import { clock, localInstant } from '#kernel/clock.ts'
import { type Config, readConfig } from '#kernel/config.ts'
import type { InputOf, OutputOf, Signature } from '#kernel/contract.ts'
import { type Extra, type House, perform } from '#kernel/door.ts'
import type { StagedFile } from '#kernel/files/files.ts'
import { readProxies } from '#kernel/guard/address.ts'
import type { Raised } from '#kernel/guard/limits.ts'
import { actorOf } from '#kernel/http/identity.ts'
import type { Asked } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { type Opened, openHouse } from '../src/commands/open-house.ts'

/** Tests sign in and report far oftener than people do; what the limits hold is tried in test/guard. */
export const testLimits: Raised = {
  ...{ signInLogin: 1e6, signInPair: 1e6, signInProcess: 1e6, signInStrangers: 1e6 },
  ...{ askedBySession: 1e6, askedByAddress: 1e6, intakeCode: 1e6, intakeAddress: 1e6, intakeProcess: 1e8 },
}

export const testConfig = (dataDir: string, appUrl: string | undefined): Config => ({
  env: 'test',
  port: 0,
  host: '127.0.0.1',
  url: 'http://localhost:7080',
  dataDir,
  keyFile: path.join(dataDir, 'keys/root'),
  // The whole suite runs under either (test/long/suite.ts --crypto=sm).
  crypto: readConfig({ LINLI_CRYPTO: process.env.LINLI_CRYPTO }).crypto,
  endingDir: path.join(dataDir, 'ending', appUrl ? new URL(appUrl).pathname.slice(1) : 'none'),
  filesDir: path.join(dataDir, 'files'),
  spoolDir: path.join(dataDir, 'spool'),
  sealFile: path.join(dataDir, 'journal', `seals-${appUrl ? new URL(appUrl).pathname.slice(1) : 'none'}.jsonl`),
  ownerUrl: undefined,
  appUrl,
  demoTotp: false,
  backup: undefined,
  leaveMs: 0,
  proxies: readProxies(undefined),
  limits: testLimits,
  smtp: undefined,
  sms: undefined,
  metrics: undefined,
  log: undefined,
})

export type Person = {
  readonly actor: () => Promise<Actor>
  do<T extends Signature>(signature: T, input: InputOf<T>, extra?: Extra): Promise<OutputOf<T>>
}

export type Street = {
  readonly house: House
  readonly opened: Opened
  readonly tenant: string
  readonly otherTenant: string
  /** As the owner of the database, past every rule: for looking and for breaking. */
  readonly owner: pg.Pool
  readonly ownerUrl: string
  readonly appUrl: string
  as(login: string): Person
  /** Nobody signed in. */
  readonly stranger: Person
  readonly linli: Person
  /** The printed code of a place by its name. */
  codeOf(place: string): Promise<string>
  areaId(name: string): Promise<string>
  /** A real JPEG, staged as if it had come with the request. */
  photo(): Promise<{ uploads: ReadonlyMap<string, StagedFile>; ids: string[] }>
  close(): Promise<void>
}

const one = async <T>(pool: pg.Pool, text: string, values: unknown[]): Promise<T> => {
  const { rows } = await pool.query(text, values)
  if (!rows[0]) throw new Error(`nothing found: ${text} ${JSON.stringify(values)}`)
  return rows[0] as T
}

/** A red square of 64 × 48: small, but a real picture. */
export const jpeg = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()

/** On the database that the tests of this run share; a command outside of a run brings its own. `through`: by which address the server comes. */
export async function openStreet(database = inject('database'), through = database.superUrl): Promise<Street> {
  const { superUrl, dataDir } = database
  const name = `linli_test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: superUrl })
  await admin.connect()
  await admin.query(`create database ${name} template linli_test_template`)
  const address = (user?: string, password?: string) => {
    const url = new URL(user ? through : superUrl)
    url.pathname = `/${name}`
    if (user) [url.username, url.password] = [user, password!]
    return url.href
  }
  const appUrl = address('linli_test_app', 'test')
  // What comes in and goes is counted by some, while others send at the same time.
  const config = { ...testConfig(dataDir, appUrl), spoolDir: path.join(dataDir, 'spool', name) }
  const opened = await openHouse(config, () => {})
  const owner = new pg.Pool({ connectionString: address(), max: 2 })
  owner.on('error', () => {})
  const { id: tenant } = await one<{ id: string }>(owner, `select id from tenant where code = '990101'`, [])
  const { id: otherTenant } = await one<{ id: string }>(owner, `select id from tenant where code = '990201'`, [])
  const { house } = opened
  const person = (actor: () => Promise<Actor>): Person => ({
    actor,
    do: async (signature, input, extra) =>
      perform(
        house,
        operations.get(signature.name) as Asked<(typeof signature)['input'], (typeof signature)['output']>,
        await actor(),
        input,
        extra,
      ),
  })
  return {
    house,
    opened,
    tenant,
    otherTenant,
    owner,
    ownerUrl: address(),
    appUrl,
    as: (login) =>
      person(async () => {
        const row = await one<{ tenant_id: string; id: string }>(
          owner,
          'select tenant_id, id from account where login = $1',
          [login],
        )
        return actorOf(house, row.tenant_id, row.id)
      }),
    stranger: person(async () => anonymous('zh')),
    linli: person(async () => machine(tenant, 'test')),
    codeOf: async (place) =>
      (await one<{ code: string }>(owner, 'select code from place where name = $1 and retired_at is null', [place]))
        .code,
    areaId: async (area) =>
      (await one<{ id: string }>(owner, 'select id from area where tenant_id = $1 and name = $2', [tenant, area])).id,
    async photo() {
      const staged = await house.files.stagePhoto(await jpeg(), 'a.jpg')
      return { uploads: new Map([[staged.id, staged]]), ids: [staged.id] }
    },
    async close() {
      clock.stand(undefined)
      await opened.close()
      await owner.end()
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}

/** Stands this process's clock at a wall time in Shanghai, e.g. ('2026-11-18', '09:06'). */
export const setClock = (day: string, time: string): void => clock.stand(localInstant(day, time))
