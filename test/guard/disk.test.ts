// Goal R3, short form: the database's disk and the one of uploads are full. The long one is test/long/disk.ts.
import { chownSync, existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFiles } from '#kernel/files/files.ts'
import { readProxies } from '#kernel/guard/address.ts'
import { openGate } from '#kernel/guard/gate.ts'
import { openRoom } from '#kernel/guard/room.ts'
import { jpeg, openStreet, type Street } from '../street.ts'
import { openWeb, type TestWeb } from '../web.ts'
import { isRoot, mountVolume, type Volume } from './volume.ts'

let street: Street
let web: TestWeb
let code: string
const volumes: Volume[] = []

function disk(mb: number): string | undefined {
  const volume = mountVolume(mb)
  if (volume) volumes.push(volume)
  return volume?.dir
}

beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(async () => {
  await street.close()
  for (const volume of volumes) volume.unmount()
})

type Told = { readonly status: number; readonly code?: string; readonly message?: string; readonly no?: string }
async function report(words: string): Promise<Told> {
  const answer = await web.post('matter.report', { code, words })
  return { status: answer.status, ...((await answer.json()) as object) }
}

describe.skipIf(!isRoot)('the disk of the database', () => {
  test('full: told in Chinese that nothing was saved, reads go on, what was answered is there; with room again all goes on', async (context) => {
    const { rows } = await street.owner.query<{ dir: string }>(`select current_setting('data_directory') as dir`)
    const dir = existsSync(rows[0]!.dir) ? disk(6) : undefined
    if (!dir) return context.skip()
    const { uid, gid } = statSync(rows[0]!.dir)
    chownSync(dir, uid, gid)
    const space = `full_${process.pid}`
    await street.owner.query(`create tablespace ${space} location '${dir}'`)
    try {
      for (const table of ['journal', 'matter_step'])
        await street.owner.query(`alter table ${table} set tablespace ${space}`)
      await street.owner.query(`create table filler (bytes bytea) tablespace ${space}`)
      await street.owner.query('alter table filler alter column bytes set storage external')
      const kept: Told[] = [await report('还有地方')]
      const filled = await street.owner
        .query(`insert into filler select decode(repeat('ab', 100000), 'hex') from generate_series(1, 100)`)
        .catch((error: { code: string }) => error.code)
      expect(filled).toBe('53100')
      // The last free pages: until one more row needs a page that there is no room for.
      for (let n = 0; n < 400; n++)
        await street.owner.query(`insert into filler values (repeat('x', 7000)::bytea)`).catch(() => (n = 400))
      let full: Told = kept[0]!
      for (let n = 0; n < 200 && full.status === 200; n++) {
        full = await report(`快满了 ${n} ${'很长的话'.repeat(200)}`)
        if (full.status === 200) kept.push(full)
      }
      expect(full).toMatchObject({ status: 507, code: 'door.full' })
      expect(full.message).toContain('没有保存')
      expect((await web.post('place.here', { code })).status).toBe(200)
      await street.owner.query('drop table filler')
      const after = await report('又有地方了')
      expect(after.status).toBe(200)
      const numbers = [...kept, after].map(({ no }) => no)
      const there = await street.owner.query<{ no: string }>('select no from matter where no = any ($1)', [numbers])
      expect(there.rowCount).toBe(numbers.length)
      process.stdout.write(`disk: ${numbers.length} acknowledged and there, then 507\n`)
    } finally {
      await street.owner.query('drop table if exists filler')
      for (const table of ['journal', 'matter_step'])
        await street.owner.query(`alter table ${table} set tablespace pg_default`)
      await street.owner.query(`drop tablespace ${space}`)
    }
  })
})

describe.skipIf(!isRoot)('the reserve of the database’s disk', () => {
  test('with less than 48 MB left nothing is taken in, whoever reads or signs in is answered; bite: without it reports go on', async (context) => {
    const volume = mountVolume(40)
    if (!volume) return context.skip()
    volumes.push(volume)
    const watched = (databaseDir: string | undefined) =>
      openWeb({ ...street.opened, gate: openGate(street.house, { proxies: readProxies(undefined), databaseDir }) })
    const low = watched(volume.dir)
    const report = (web: TestWeb) => web.post('matter.report', { code, words: '楼道灯不亮' })
    const refused = await report(low)
    expect([refused.status, await refused.json()]).toEqual([507, expect.objectContaining({ code: 'door.full' })])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await low.post('place.here', { code })).status).toBe(200)
    expect((await low.post('account.signIn', { login: 'chenjing', password: 'linli-demo' })).status).toBe(200)
    expect((await report(watched(undefined))).status).toBe(200)
    volume.grow(100)
    await pause(300)
    expect((await report(low)).status).toBe(200)
  })
})

test('room is what lies above the reserve; where nothing can be looked at it is left to the database', async () => {
  const at = tmpdir()
  const { bavail, bsize } = await statfs(at)
  const left = [openRoom(at, 2 * bavail * bsize), openRoom(at, 0), openRoom(undefined), openRoom(path.join(at, 'gone'))]
  expect(await Promise.all(left.map((room) => room.isLeft()))).toEqual([false, true, true, true])
})

describe.skipIf(!isRoot)('the disk of uploads', () => {
  test('full: a photo is refused with 507, words alone are still taken', async (context) => {
    const dir = disk(1)
    if (!dir) return context.skip()
    const files = openFiles(path.join(dir, 'files'), street.house.keys)
    try {
      const photo = await jpeg()
      const refused = async () => {
        for (let n = 0; n < 400; n++) await files.stagePhoto(photo, 'a.jpg')
      }
      await expect(refused()).rejects.toMatchObject({ message: 'door.full', status: 507 })
      expect((await report('没有照片')).status).toBe(200)
    } finally {
      files.stop()
    }
  })
})
