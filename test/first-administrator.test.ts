// Goal S5: a fresh Linli has no account at all; its first administrator comes by an invitation that dies in 30 minutes.
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { anonymous } from '#kernel/access.ts'
import { clock, localInstant } from '#kernel/clock.ts'
import { perform } from '#kernel/door.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { asLinli, foundTenant } from '../src/commands/found-tenant.ts'
import { inviteAgain } from '../src/commands/invite-again.ts'
import { type Opened, openHouse, prepareDatabase } from '../src/commands/open-house.ts'
import { testConfig } from './street.ts'

const DATABASE = `linli_first_${process.pid}`
const NOON = localInstant('2026-11-18', '12:00')
const MINUTE_MS = 60_000

let admin: pg.Client
let owner: pg.Client
let opened: Opened
beforeAll(async () => {
  const { superUrl, dataDir } = inject('database')
  admin = new pg.Client({ connectionString: superUrl })
  await admin.connect()
  await admin.query(`create database ${DATABASE} encoding 'UTF8' template template0`)
  const address = (user?: string) => {
    const url = new URL(superUrl)
    url.pathname = `/${DATABASE}`
    if (user) [url.username, url.password] = [user, 'test']
    return url.href
  }
  owner = new pg.Client({ connectionString: address() })
  const config = testConfig(dataDir, address('linli_test_app'))
  await prepareDatabase(config, address(), () => {})
  await owner.connect()
  opened = await openHouse(config, () => {})
  clock.stand(NOON)
})
afterAll(async () => {
  clock.stand(undefined)
  await opened?.close()
  await owner.end()
  await admin.query(`drop database if exists ${DATABASE} with (force)`)
  await admin.end()
})

/** Ways in that somebody could already know: accounts, sessions, codes, invitations; `who` says which. */
async function waysIn(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ who: string }>(
    `select 'account ' || login as who from account union all select 'session ' || id from session
     union all select 'directory ' || kind from directory union all select 'post ' || role from post`,
  )
  return rows.map((row) => row.who)
}

const join = (invitation: string) =>
  perform(opened.house, operations.get('account.join') as AnyOperation, anonymous('zh'), {
    invitation,
    password: 'eine lange Losung',
  })

const stateOf = async (login: string) =>
  (
    await owner.query<{ joined: boolean }>('select password is not null as joined from account where login = $1', [
      login,
    ])
  ).rows[0]!.joined

let count = 0
async function invited() {
  const { tenant, areaId } = await foundTenant(opened.house, {
    code: `98000${++count}`,
    name: '新区',
    nameEn: 'New',
    demo: false,
  })
  const login = `admin-98000${count}`
  const answer = await asLinli(opened.house, tenant)<{ id: string; invitation: string; endsAt: string }>(
    'account.add',
    {
      login,
      name: '系统管理员',
      role: 'system_admin',
      areaId,
    },
  )
  return { ...answer, login, tenant, linli: asLinli(opened.house, tenant) }
}

test('a fresh database lets nobody in', async () => {
  expect(await waysIn(owner)).toEqual([])
})

test('the first administrator has 30 minutes and uses the invitation once', async () => {
  clock.stand(NOON)
  const { invitation, endsAt, login } = await invited()
  expect(new Date(endsAt).getTime() - NOON.getTime()).toBe(30 * MINUTE_MS)
  expect(await waysIn(owner)).toEqual(expect.arrayContaining([`account ${login}`, 'directory invitation']))
  clock.stand(new Date(NOON.getTime() + 30 * MINUTE_MS))
  expect(await join(invitation)).toMatchObject({ login })
  expect(await stateOf(login)).toBe(true)
  await expect(join(invitation)).rejects.toMatchObject({ message: 'door.missing' })
})

test('after 30 minutes the invitation is dead', async () => {
  clock.stand(NOON)
  const { invitation, login } = await invited()
  clock.stand(new Date(NOON.getTime() + 30 * MINUTE_MS + 1))
  await expect(join(invitation)).rejects.toMatchObject({ message: 'account.invitationOver' })
  expect(await stateOf(login)).toBe(false)
})

test('a new invitation ends the one before', async () => {
  clock.stand(NOON)
  const { invitation, id, linli, login } = await invited()
  clock.stand(new Date(NOON.getTime() + MINUTE_MS))
  const again = await linli<{ invitation: string }>('account.invite', { id })
  await expect(join(invitation)).rejects.toMatchObject({ message: 'account.invitationOver' })
  expect(await join(again.invitation)).toMatchObject({ login })
})

test('bin/linli account invite: a page for whoever came too late, and a clear word for a login that nobody has', async () => {
  clock.stand(NOON)
  const { invitation, login } = await invited()
  clock.stand(new Date(NOON.getTime() + 31 * MINUTE_MS))
  const said: string[] = []
  await inviteAgain(opened.house, login, (line) => said.push(line))
  await expect(join(invitation)).rejects.toMatchObject({ message: 'account.invitationOver' })
  const sent = /\/desk\/join\?code=(\S+)/.exec(said.join(''))?.[1]
  expect(await join(sent!)).toMatchObject({ login })
  const nobody = inviteAgain(opened.house, 'nobody-here', () => {})
  await expect(nobody).rejects.toThrow('no account nobody-here')
})

test('it would be noticed: an account put there beforehand', async () => {
  await owner.query('begin')
  await owner.query(
    `insert into account (tenant_id, id, login, name, password, state, area_pos, made_at, changed_at) values (gen_random_uuid(), gen_random_uuid(), 'admin', 'admin', 'x', 'active', 0, now(), now())`,
  )
  expect(await waysIn(owner)).toContain('account admin')
  await owner.query('rollback')
})
