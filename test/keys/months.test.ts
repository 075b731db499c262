// Goal C8: a new root key seals what waits under the keys of months as well; a month whose key was destroyed stays destroyed, in the
// database and in an older backup that is put back and sealed anew.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asOwner } from '#kernel/backup/owner.ts'
import { restoreBackup } from '#kernel/backup/restore.ts'
import { takeBackup } from '#kernel/backup/take.ts'
import { clock, localInstant } from '#kernel/clock.ts'
import type { Keys } from '#kernel/crypto.ts'
import { purposesOf } from '#kernel/ending/endings.ts'
import { withMonths } from '#kernel/ending/month-keys.ts'
import { addVersion } from '#kernel/keys/change.ts'
import { readRing } from '#kernel/keys/key-file.ts'
import { keysOf, profiles } from '#kernel/keys/keys.ts'
import { rotate } from '#kernel/keys/rotate.ts'
import { endings, sealed } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { openReporter } from '#modules/matter/view.ts'
import { sweepRetention } from '#modules/retention/index.ts'
import { endingsIn } from '../../src/commands/open-house.ts'
import { ask, openRoom, QUIET, type Room } from '../backup/room.ts'
import { setClock } from '../street.ts'

const GONE = { name: '已按期销毁', phone: '已按期销毁' }
const UNDER_MONTH = 0xe0

let dataDir: string
let room: Room
let over: string
let living: string
let before: string
beforeAll(async () => {
  const given = inject('database')
  dataDir = mkdtempSync(path.join(tmpdir(), 'linli-months-'))
  cpSync(path.join(given.dataDir, 'keys'), path.join(dataDir, 'keys'), { recursive: true })
  room = await openRoom({ ...given, dataDir })
  setClock('2026-11-18', '09:00')
  over = await closed('上官婉秋', '13800004321', '2026-11-19')
  living = await closed('司空见春', '13900008765', '2027-03-20')
  setClock('2027-03-22', '03:00')
  await sweep()
  before = room.folder()
  await takeBackup(room.taking(before))
})
afterAll(async () => {
  await room?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const config = () => room.street.opened.config
const sweep = () => sweepRetention(room.street.house, room.street.tenant, true)

/** A report with name and phone, closed at ten on a day. */
async function closed(name: string, phone: string, day: string): Promise<string> {
  const { street } = room
  const code = await street.codeOf('清荷苑3号楼2单元')
  const { id } = await street.stranger.do(matter.report, { code, words: '楼道灯不亮', name, phone })
  await street.owner.query(`update matter set state = 'closed', closed_at = $2, changed_at = $2 where id = $1`, [
    id,
    localInstant(day, '10:00'),
  ])
  return id
}

type Kept = { tenant_id: string; id: string; reporter_name: Buffer | null; reporter_phone: Buffer | null }
const kept = async (id: string, url = room.street.ownerUrl) =>
  (await ask<Kept>(url, 'select tenant_id, id, reporter_name, reporter_phone from matter where id = $1', [id]))[0]!

/** Keys as the command and the server have them, with the keys of months in a folder. */
function keysWith(endingDir: string | undefined): Keys {
  const { profile } = room.street.house.keys
  const own = keysOf(readRing(config().keyFile, profiles[profile]), profile)
  return endingDir ? withMonths(own, endingsIn(endingDir, own).months, purposesOf(endings)) : own
}

async function newVersion(): Promise<number> {
  const { keyFile } = config()
  const no = await asOwner(room.street.ownerUrl, QUIET, (client) =>
    addVersion({ client, keys: keysWith(undefined), keyFile }),
  )
  // As if it had been written a while ago: a rotation waits until every server has seen a new one.
  utimesSync(keyFile, 1, 1)
  return no
}
const rotated = (url: string, keys: Keys) =>
  asOwner(url, QUIET, (client) =>
    rotate({
      ...{ client, keys, keyFile: config().keyFile, filesDir: path.join(dataDir, 'none'), sealed, signal: QUIET },
      step: () => {},
    }),
  )
const versionOf = ({ reporter_phone: phone }: Kept) => [phone![0], phone![3]]
const monthsIn = (dir: string) => readdirSync(path.join(dir, 'months', room.street.tenant, 'matter.reporter'))

test('a rotation seals anew what waits under a month, and keeps it there; without the keys of months it says so and changes nothing', async () => {
  const first = keysWith(undefined).version
  expect(monthsIn(config().endingDir).sort()).toEqual(['2027-11', '2028-03'])
  const no = await newVersion()
  const blind = await rotated(room.street.ownerUrl, keysWith(undefined))
  expect(blind.unreadable.filter((one) => one.includes(living))).toHaveLength(1)
  expect(versionOf(await kept(living))).toEqual([UNDER_MONTH, first])
  const { unreadable } = await rotated(room.street.ownerUrl, keysWith(config().endingDir))
  expect(unreadable).toEqual([])
  for (const id of [over, living]) expect(versionOf(await kept(id))).toEqual([UNDER_MONTH, no])
  expect(openReporter(keysWith(config().endingDir), await kept(living))).toEqual({
    name: '司空见春',
    phone: '13900008765',
  })
})

test('the month over, its values are noise in an older backup too, before and after it is sealed with a newer key; others open', async () => {
  const still = path.join(room.dir, 'still')
  cpSync(path.join(config().endingDir, 'months'), path.join(still, 'months'), { recursive: true })
  clock.stand(localInstant('2027-12-20', '03:00'))
  await sweep()
  expect(monthsIn(config().endingDir)).toEqual(['2028-03'])
  expect(await kept(over)).toMatchObject({ reporter_name: null, reporter_phone: null })

  // The backup of before, sealed with the first version, put back by somebody who has no list of what has ended.
  const url = await room.emptyDatabase()
  await restoreBackup(room.restoring(before, url))
  const now = keysWith(config().endingDir)
  expect(openReporter(now, await kept(over, url))).toEqual(GONE)
  expect(openReporter(now, await kept(living, url)).phone).toBe('13900008765')
  const noise = await kept(over, url)
  const { unreadable } = await rotated(url, now)
  expect(unreadable).toEqual([`matter ${room.street.tenant} ${over}`])
  expect(await kept(over, url)).toEqual(noise)
  expect(versionOf(await kept(living, url))).toEqual([UNDER_MONTH, now.version])
  expect(openReporter(keysWith(config().endingDir), await kept(living, url)).phone).toBe('13900008765')
  // The bite: with the key of the month kept somewhere the same bytes open.
  expect(openReporter(keysWith(still), noise)).toEqual({ name: '上官婉秋', phone: '13800004321' })
  expect(existsSync(path.join(config().endingDir, 'months', room.street.tenant, 'matter.reporter', '2027-11'))).toBe(
    false,
  )
})
