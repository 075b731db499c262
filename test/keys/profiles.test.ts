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
      hex('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'),
    )
  })

  test('SM4 of one block (GB/T 32907, annex A.1)', () => {
    const key = hex('0123456789abcdeffedcba9876543210')
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
    expect(cipher.update(key)).toEqual(hex('681edf34d206965e86b3e94f536e4246'))
  })

  test('SM4-CTR counts the last bytes of the nonce (draft-ribose-cfrg-sm4, A.2.5)', () => {
    const cipher = createCipheriv(
      'sm4-ctr',
      hex('0123456789abcdeffedcba9876543210'),
      hex('000102030405060708090a0b0c0d0e0f'),
    )
    const plain = hex('aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd')
    expect(cipher.update(plain)).toEqual(hex('ac3236cb970cc20791364c395a1342d1a3cbc1878c6f30cd074cce385cdd70c7'))
  })

  test('HMAC-SM3 (GM/T 0042, annex D.3)', () => {
    const key = hex('0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20')
    const text = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)
    expect(sm.mac(key, text)).toEqual(hex('ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a'))
  })

  test('AES-256-GCM (NIST GCM specification, test case 15), in the form in which rows hold it', () => {
    const key = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308')
    const plain =
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255'
    const body =
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad'
    const sealed = hex(`01 cafebabefacedbaddecaf888 b094dac5d93471bdec1a502270e3cc6c ${body}`)
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
    expect(keys.mac('directory login', 'zhaoxiaolan').toString('hex')).toBe(FIRST.mac)
  })
})

/** Made by the first release, with the root key 0101… */
const FIRST = {
  sealed: '01deb2ce81c34ada527da1cae4324b0a575b0851508d2db0dbe135d7c889faa8be78930fa7ca',
  mac: '36c07b711dbcc8920f9ede6f609372510ff3934e06d7f5b93ea354133775daad',
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
