// Goal C9: both sets of algorithms give what the standards say, and the same work is done with either.
import { createCipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { anonymous } from '#kernel/access.ts'
import { restoreBackup } from '#kernel/backup/restore.ts'
import { takeBackup } from '#kernel/backup/take.ts'
import { perform } from '#kernel/door.ts'
import { aes } from '#kernel/keys/aes.ts'
import { keysFrom } from '#kernel/keys/keys.ts'
import { sm } from '#kernel/keys/sm.ts'
import { operations, sealed } from '#modules/index.ts'
import { asLinli, foundTenant } from '../../src/commands/found-tenant.ts'
import { type Opened, openHouse, prepareDatabase } from '../../src/commands/open-house.ts'
import { OF_HOUSE } from '../../src/commands/restore-command.ts'
import { APP_ROLE } from '../global-setup.ts'
import { jpeg, testConfig } from '../street.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('known answers', () => {
  test('SM3 of abc (GB/T 32905, annex A.1)', () => {
    expect(createHash('sm3').update('abc').digest()).toEqual(
      hex('66c7f0f4 62eeedd9 d1f2d46b dc10e4e2 4167c487 5cf2f7a2 297da02b 8f4ba8e0'),
    )
  })

  test('SM4 of one block (GB/T 32907, annex A.1)', () => {
    const key = hex('01234567 89abcdef fedcba98 76543210')
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
    expect(cipher.update(key)).toEqual(hex('681edf34 d206965e 86b3e94f 536e4246'))
  })

  test('SM4-CTR counts the last bytes of the nonce (draft-ribose-cfrg-sm4, A.2.5)', () => {
    const cipher = createCipheriv(
      'sm4-ctr',
      hex('01234567 89abcdef fedcba98 76543210'),
      hex('00010203 04050607 08090a0b 0c0d0e0f'),
    )
    const plain = hex('aaaaaaaa aaaaaaaa bbbbbbbb bbbbbbbb cccccccc cccccccc dddddddd dddddddd')
    expect(cipher.update(plain)).toEqual(hex('ac3236cb 970cc207 91364c39 5a1342d1 a3cbc187 8c6f30cd 074cce38 5cdd70c7'))
  })

  test('HMAC-SM3 (GM/T 0042, annex D.3)', () => {
    const key = hex('01020304 05060708 090a0b0c 0d0e0f10 11121314 15161718 191a1b1c 1d1e1f20')
    const text = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)
    expect(sm.mac(key, text)).toEqual(hex('ca05e144 ed05d185 7840d1f3 18a4a866 9e559fc8 391f4144 85bfdf7b b408963a'))
  })

  test('AES-256-GCM (NIST GCM specification, test case 15), in the form in which rows hold it', () => {
    const key = hex('feffe992 8665731c 6d6a8f94 67308308 feffe992 8665731c 6d6a8f94 67308308')
    const plain =
      'd9313225 f88406e5 a55909c5 aff5269a 86a7a953 1534f7da 2e4c303d 8a318a72 1c3c0c95 95680953 2fcf0e24 49a6b525 b16aedf5 aa0de657 ba637b39 1aafd255'
    const body =
      '522dc1f0 99567d07 f47f37a3 2a84427d 643a8cdc bfe5c0c9 7598a2bd 2555d1aa 8cb08e48 590dbb3d a7b08b10 56828838 c5f61e63 93ba7a0a bcc9f662 898015ad'
    const sealed = hex(`01 cafebabe facedbad decaf888 b094dac5 d93471bd ec1a5022 70e3cc6c ${body}`)
    expect(aes.open(key, sealed, '')).toEqual(hex(plain))
  })

  test('a row under sm, put together by hand from the standards’ parts, opens', () => {
    const secret = Buffer.alloc(32, 5)
    const part = (name: string, length: number) => Buffer.from(hkdfSync('sm3', secret, 'linli', name, length))
    const head = Buffer.concat([Buffer.of(1), Buffer.alloc(16, 7)])
    const body = createCipheriv('sm4-ctr', part('sm4', 16), head.subarray(1)).update('赵小兰')
    const tag = createHmac('sm3', part('hmac', 32))
      .update(hex('00000003'))
      .update('a|b')
      .update(head)
      .update(body)
      .digest()
    expect(sm.open(secret, Buffer.concat([head, tag, body]), 'a|b').toString()).toBe('赵小兰')
  })

  test('what was sealed and hashed before there were versions still is', () => {
    const keys = keysFrom(Buffer.alloc(32, 1))
    const sealed = hex(FIRST.sealed)
    expect(keys.open(sealed, { tenant: 't', table: 'matter', column: 'reporter_name', row: 'r' })).toBe('赵小兰')
    expect(keys.mac('directory login', 'zhaoxiaolan')).toEqual(hex(FIRST.mac))
  })
})

/** Made by the first release, with the root key 0101… */
const FIRST = {
  sealed: '01deb2ce 81c34ada 527da1ca e4324b0a 575b0851 508d2db0 dbe135d7 c889faa8 be78930f a7ca',
  mac: '36c07b71 1dbcc892 0f9ede6f 60937251 0ff3934e 06d7f5b9 3ea35413 3775daad',
}

const area = (level: string, key: string, parent: string) => ({ level, key, parent, name: `${key}号`, code: key })
const TREE = [
  area('subdistrict', '990401001', '990401'),
  area('community', '990401001001', '990401001'),
  area('grid', '990401001001001', '990401001001'),
  area('building', '990401001001001B1', '990401001001001'),
]

/** A house begun on an empty database, and the smallest story; under the other profile every other test is one. */
describe('a district begun with sm', () => {
  const profile = 'sm' as const
  const { superUrl } = inject('database')
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-profile-'))
  const names = [`linli_${profile}_${process.pid}`, `linli_${profile}_${process.pid}_restored`]
  const address = (name: string, app = false) => {
    const url = new URL(superUrl)
    url.pathname = `/${name}`
    if (app) [url.username, url.password] = [APP_ROLE, 'test']
    return url.href
  }
  const config = { ...testConfig(dataDir, address(names[0]!, true)), crypto: profile }
  const admin = new pg.Client({ connectionString: superUrl })
  let opened: Opened
  beforeAll(async () => {
    await admin.connect()
    for (const name of names) await admin.query(`create database ${name} encoding 'UTF8' template template0`)
    await prepareDatabase(config, address(names[0]!), () => {})
    opened = await openHouse(config, () => {})
  })
  afterAll(async () => {
    await opened.close()
    for (const name of names) await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const ask = async <T>(name: string, text: string): Promise<T[]> => {
    const client = new pg.Client({ connectionString: address(name) })
    await client.connect()
    const { rows } = await client.query(text)
    await client.end()
    return rows as T[]
  }

  test('somebody reports, the same report gets the same answer, a backup comes back, the other profile is refused', async () => {
    const { house } = opened
    const { tenant, areaId } = await foundTenant(house, {
      ...{ code: '990401', name: '国密区', nameEn: 'Sealed', demo: false },
    })
    const linli = asLinli(house, tenant)
    await linli('area.import', { source: 'test', rows: TREE })
    await linli('place.addDoors', { areaId })
    const [place] = await ask<{ code: string }>(names[0]!, `select code from place limit 1`)
    const input = { code: place!.code, words: '楼道灯不亮', name: '赵小兰', phone: '13900990011' }
    const report = () =>
      perform(house, operations.get('matter.report')!, anonymous('zh'), input, { key: 'profile-0001' })
    const first = await report()
    expect(await report()).toEqual(first)
    const [row] = await ask<{ reporter_phone: Buffer }>(names[0]!, 'select reporter_phone from matter')
    expect(row!.reporter_phone).toHaveLength(11 + 49)
    const photo = await house.files.stagePhoto(await jpeg(), 'a.jpg')
    expect(await house.files.read(photo.id, 'full')).toHaveLength(photo.bytes)

    const { filesDir, sealFile } = config
    const [into, signal] = [path.join(dataDir, 'backup'), new AbortController().signal]
    const quiet = { keys: house.keys, signal, step: () => {} }
    await takeBackup({ ...quiet, ownerUrl: address(names[0]!), filesDir, sealFile, into, sealed })
    const where = {
      ownerUrl: address(names[1]!),
      from: into,
      filesDir: undefined,
      sealFile: path.join(dataDir, 'seals'),
    }
    const how = { ...OF_HOUSE, over: false, ahead: 0, despiteJournal: false }
    await restoreBackup({ ...quiet, ...where, ...how })
    const [check] = await ask<{ profile: string }>(names[1]!, 'select profile from key_check')
    expect(check).toEqual({ profile })

    await expect(openHouse({ ...config, crypto: 'aes' }, () => {})).rejects.toThrow(
      /LINLI_CRYPTO: .*mixing profiles refused/,
    )
    // Said by nobody, it goes on as it was begun.
    await (await openHouse({ ...config, crypto: undefined }, () => {})).close()
  })
})
