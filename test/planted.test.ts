// Goal C6: of two thousand values planted by entering people, no table, file or log of the database holds one in clear.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machine } from '#kernel/access.ts'
import { perform } from '#kernel/door.ts'
import type { AnyOperation } from '#kernel/operation.ts'
import { operations } from '#modules/index.ts'
import { idCheckSign } from '#modules/register/classes/id-number.ts'
import { register } from '#modules/register/contract.ts'
import { openStreet, type Street } from '#test/street.ts'

/** Characters that no other text of the street holds; one alone is three bytes, which stand somewhere in what is sealed. */
const MARK = '鸑鷟鸑'
const PHONE = '19271'
const NUMBER = '990177'
const PEOPLE = 400

let street: Street
let home: string
let since: string
beforeAll(async () => {
  street = await openStreet()
  since = (await street.owner.query('select pg_current_wal_insert_lsn()::text as at')).rows[0].at
  const areaId = await street.areaId('清荷苑3号楼')
  home = (await street.linli.do(register.addHome, { areaId, room: '9901' })).id
})
afterAll(() => street?.close())

const told = (at: number) => {
  const seventeen = `${NUMBER}${1930 + (at % 90)}0${1 + (at % 9)}1${at % 10}${String(at).padStart(3, '0')}`
  return {
    ...{ homeId: home, class: 'registered' as const, name: `柳${MARK}${String.fromCodePoint(0x4e00 + at)}` },
    ...{ number: `${seventeen}${idCheckSign(seventeen)}`, phone: `${PHONE}${String(at).padStart(6, '0')}` },
    ...{ homePlace: `${MARK}村${at}号`, need: `想要${MARK}第${at}种帮助` },
  }
}

/** Whole numbers, since any five figures stand somewhere in a hash. */
const alone = (digits: string) => `(?<![0-9a-f])${digits}(?![0-9a-f])`
const inText = [MARK, alone(`${PHONE}\\d{6}`), alone(`${NUMBER}\\d{11}[\\dX]`)].join('|')
const inHex = [MARK, PHONE, NUMBER].map((trace) => Buffer.from(trace).toString('hex')).join('|')
/** As bytes are read one by one. */
const inBytes = new RegExp(inText.replace(MARK, Buffer.from(MARK).toString('latin1')))

/** Tables whose rows, written out as a dump would, hold a planted value. */
async function inTables(): Promise<string[]> {
  const { rows } = await street.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await street.owner.query<{ n: number }>(
      `select count(*)::int as n from ${name} t where t::text ~ $1`,
      [`${inText}|${inHex}`],
    )
    if (hits[0]!.n) found.push(name)
  }
  return found
}

/** Files of the database (its rows, what it wrote ahead of them) that hold a planted value; undefined where this process may not read them. */
async function inFiles(): Promise<string[] | undefined> {
  await street.owner.query('checkpoint')
  const { rows } = await street.owner.query(
    `select current_setting('data_directory') as data, pg_walfile_name($1::pg_lsn) as first, (select oid from pg_database where datname = current_database()) as oid`,
    [since],
  )
  const { data, first, oid } = rows[0] as { data: string; first: string; oid: number }
  const list = (folder: string, keep = (_: string) => true) =>
    readdirSync(folder)
      .filter(keep)
      .map((file) => path.join(folder, file))
  let files: string[]
  try {
    files = [
      ...list(path.join(data, 'base', String(oid)), (file) => /^\d/.test(file)),
      ...list(path.join(data, 'pg_wal'), (file) => /^[0-9A-F]{24}$/.test(file) && file >= first),
    ]
  } catch {
    return undefined
  }
  return files.filter((file) => inBytes.test(readFileSync(file, 'latin1')))
}

test('names, numbers, phones, home places and needs of 400 people are found nowhere; one in clear is found everywhere', async () => {
  const { house } = street
  for (let at = 0; at < PEOPLE; at += 8)
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => street.linli.do(register.enter, told(at + n), { key: `planted-${at + n}` })),
    )
  const { rows } = await street.owner.query('select count(*)::int as n from person where home_id = $1', [home])
  expect(rows[0].n).toBe(PEOPLE)
  expect(await inTables()).toEqual([])
  expect((await inFiles()) ?? []).toEqual([])

  const clear = {
    seal: (text: string) => Buffer.from(text),
    open: (sealed: Buffer) => sealed.toString(),
  }
  const careless = new Proxy(house.keys, {
    get(keys, name) {
      if (name in clear) return clear[name as keyof typeof clear]
      const of = Reflect.get(keys, name, keys)
      return typeof of === 'function' ? of.bind(keys) : of
    },
  })
  const enter = operations.get('register.enter') as AnyOperation
  await perform({ ...house, keys: careless }, enter, machine(street.tenant, 'test'), told(PEOPLE), {})
  expect(await inTables()).toEqual(['public.person'])
  expect((await inFiles())?.length).not.toBe(0)
}, 60_000)
