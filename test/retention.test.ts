// Goal P6: what is due is unreadable within a day, in a backup taken before it ended at once, and a hold stops it. Each
// protection is shown to be what does it: without the list, or with the key kept, the value comes back.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { machine } from '#kernel/access.ts'
import { restoreBackup } from '#kernel/backup/restore.ts'
import { takeBackup } from '#kernel/backup/take.ts'
import { clock, localInstant } from '#kernel/clock.ts'
import { openEndedList } from '#kernel/ending/ended-list.ts'
import { type DueRow, dueBefore, type Ending, FIRST } from '#kernel/ending/ending.ts'
import { personal as kernelPersonal } from '#kernel/personal.ts'
import { inScope } from '#kernel/scope.ts'
import { endings } from '#modules/index.ts'
import { matter } from '#modules/matter/contract.ts'
import { openReporter } from '#modules/matter/view.ts'
import { register } from '#modules/register/contract.ts'
import { retention } from '#modules/retention/contract.ts'
import { sweepRetention } from '#modules/retention/index.ts'
import { type Opened, openHouse, prepareDatabase } from '../src/commands/open-house.ts'
import { ask, openRoom, type Room } from './backup/room.ts'
import { APP_ROLE } from './global-setup.ts'
import { type Street, setClock, testConfig } from './street.ts'

/** The journal and the keys of commands keep ids and hashes for good: pseudonyms, once nothing says whose they are. */
const KEPT_FOR_GOOD = ['kernel.input']

const DAY_MS = 86_400_000
const CLOSED = localInstant('2026-11-20', '10:00')
const PHONE = '13800004321'
const NAME = '上官婉秋'
const months = 'months'
const list = 'ended.list'

let room: Room
let street: Street
beforeAll(async () => {
  room = await openRoom()
  street = room.street
  setClock('2026-11-18', '09:00')
})
afterAll(() => room?.close())

const stand = (days: number, from = CLOSED) => clock.stand(new Date(from.getTime() + days * DAY_MS))
const sweep = (opened: Opened = street.opened) => sweepRetention(opened.house, street.tenant, true)

async function closed(url: string, words: string): Promise<string> {
  const { uploads, ids } = await street.photo()
  const code = await street.codeOf('清荷苑3号楼2单元')
  const given = { code, words, photos: ids, name: NAME, phone: PHONE } as never
  const { id } = (await street.stranger.do(matter.report, given, { uploads, key: `retention-${words.length}` })) as {
    id: string
  }
  await ask(url, `update matter set state = 'closed', closed_at = $2, changed_at = $2 where id = $1`, [id, CLOSED])
  return id
}

type Kept = {
  tenant_id: string
  id: string
  reporter_name: Buffer | null
  reporter_phone: Buffer | null
  words: string
}
const kept = async (url: string, id: string) =>
  (
    await ask<Kept>(url, 'select tenant_id, id, reporter_name, reporter_phone, words from matter where id = $1', [id])
  )[0]!
const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())

describe('every personal field', () => {
  test('has an ending of the same term, or is kept for good with the reason written down', async () => {
    const folder = path.join(import.meta.dirname, '../src/modules')
    const declared = readdirSync(folder, { recursive: true }).filter((file) => String(file).endsWith('personal.ts'))
    const read = declared.map(
      (file) => import(path.join(folder, String(file))) as Promise<{ personal: typeof kernelPersonal }>,
    )
    const fields = [...kernelPersonal, ...(await Promise.all(read)).flatMap((module) => module.personal)]
    const missing = (all: readonly Ending[]) =>
      fields
        .filter((field) => !KEPT_FOR_GOOD.includes(field.name) && !all.some((one) => one.fields.includes(field.name)))
        .map((field) => field.name)
    expect(missing(endings)).toEqual([])
    expect(missing(endings.slice(1))).not.toEqual([])
    const names = fields.map((field) => field.name)
    expect(endings.flatMap((one) => one.fields.filter((name) => !names.includes(name)))).toEqual([])
    // Kept no longer than the register says; an ending may take a field away earlier with the row it stands in.
    const tooLong = endings.flatMap((one) =>
      one.fields.filter((name) => fields.find((field) => field.name === name)!.retention.days < one.days),
    )
    expect(tooLong).toEqual([])
    expect(new Set(endings.map((one) => one.code)).size).toBe(endings.length)
  })
})

describe('an entry of the register', () => {
  test('of somebody who left: under the key of its month, readable until then, and whole gone when the three years are over', async () => {
    const worker = street.as('zhouxiaolan')
    const home = await worker.do(register.addHome, {
      ...{ areaId: await street.areaId('清荷苑3号楼'), unit: '9单元', floor: 9, room: '901' },
    })
    const entered = { homeId: home.id, class: 'floating', name: NAME, phone: PHONE } as const
    const [stays, goes] = [
      await worker.do(register.enter, { ...entered, name: '柳青山' }),
      await worker.do(register.enter, entered),
    ]
    await street.as('chenjing').do(register.moveOut, { id: goes.id, version: goes.version, day: '2026-11-18' })
    await sweep()
    const first = async (id: string) =>
      (
        await ask<{ byte: number }>(street.ownerUrl, 'select get_byte(name, 0) as byte from person where id = $1', [id])
      )[0]?.byte
    expect([await first(goes.id), await first(stays.id)]).toEqual([0xe0, 1])
    expect((await street.as('chenjing').do(register.person, { id: goes.id })).name).toBe('上**')
    stand(1092)
    await sweep()
    expect(await first(goes.id)).toBe(0xe0)
    stand(1094)
    await sweep()
    expect([await first(goes.id), await first(stays.id)]).toEqual([undefined, 1])
    const { rows } = await street.owner.query(
      'select 1 from person_past where person_id = $1 union all select 1 from tie where person_id = $1',
      [goes.id],
    )
    expect(rows).toEqual([])
    setClock('2026-11-18', '09:00')
  })
})

describe('what is kept beside the entries', () => {
  test('of looks, those older than three years of the database go, and the server cannot take away a younger one', async () => {
    const [old, young] = ['01960000-0000-7000-8000-000000000001', '01960000-0000-7000-8000-000000000002']
    for (const [id, years] of [
      [old, 4],
      [young, 1],
    ] as const)
      await ask(
        street.ownerUrl,
        `insert into disclosure (tenant_id, id, person_id, house_id, at, actor_id, office_id, role, way, purpose, purpose_id, fields)
         values ($1, $2, $2, $2, now() - make_interval(years => $3::int), $2, $2, 'grid_worker', 'unmask', 'visit', $2, '{name}')`,
        [street.tenant, id, years],
      )
    const there = async () =>
      (await ask<{ id: string }>(street.ownerUrl, 'select id from disclosure where id = any ($1)', [[old, young]])).map(
        (one) => one.id,
      )
    await inScope(street.house.db, machine(street.tenant, 'test'), (tx) =>
      tx.text('select end_looks($1, $2::uuid[])', [street.tenant, [young]]),
    )
    expect(await there()).toContain(young)
    await sweep()
    expect(await there()).toEqual([young])
    // Tests further down move on by years; the database does not.
    await ask(street.ownerUrl, 'delete from disclosure where id = $1', [young])
  })

  test('ends with its own day: what was spent, codes for one’s own page, a sender’s columns, an organisation’s mark', async () => {
    setClock('2026-11-18', '09:00')
    const { owner, tenant } = street
    const body = await street
      .as('zhouxiaolan')
      .do(register.addOrganisation, { areaId: await street.areaId('第12网格'), class: 'property', name: '已注销物业' })
    const values = [tenant, '2026-11-18T01:00:00Z']
    await owner.query(
      `insert into register_spent (tenant_id, account_id, day, kind, n)
       select $1, id, day, 'households', 3 from account, unnest('{2026-11-18,2028-01-01}'::date[]) day where tenant_id = $1 and login = 'chenjing'`,
      [tenant],
    )
    await owner.query(
      `insert into own_code (tenant_id, id, phone_mac, code_mac, ends_at, made_at) values ($1, gen_random_uuid(), '\\x01', '\\x02', $2, $2)`,
      values,
    )
    await owner.query(
      `insert into import_mapping (tenant_id, account_id, class, mapping, changed_at)
       select $1, id, class, '{}', $2 from account, unnest('{home,school}'::text[]) class where tenant_id = $1 and login = 'chenjing'`,
      values,
    )
    await owner.query(`update organisation set said_mac = '\\x03', ended_on = '2026-11-18' where id = $1`, [body.id])
    const left = async () =>
      (
        await owner.query(
          `select (select count(*)::int from register_spent where tenant_id = $1 and day = '2026-11-18') as spent,
             (select count(*)::int from register_spent where tenant_id = $1 and day = '2028-01-01') as later,
             (select count(*)::int from own_code where tenant_id = $1) as codes,
             (select count(*)::int from import_mapping where tenant_id = $1) as columns,
             (select count(said_mac)::int from organisation where id = $2) as mark`,
          [tenant, body.id],
        )
      ).rows[0]
    const at = async (days: number) => {
      stand(days)
      await sweep()
      return left()
    }
    const all = { spent: 1, later: 1, codes: 1, columns: 2, mark: 1 }
    expect(await at(27)).toEqual(all)
    expect(await at(31)).toEqual({ ...all, codes: 0 })
    expect(await at(181)).toEqual({ ...all, codes: 0, spent: 0 })
    await at(1092)
    expect(await at(1096)).toEqual({ spent: 0, later: 0, codes: 0, columns: 0, mark: 0 })
    setClock('2026-11-18', '09:00')
  })
})

describe('a matter that was closed, its reporter, a backup, and the days after', () => {
  let id: string
  let from: string

  /** The backup restored and not yet served by anybody; every opening has a copy of it. */
  let restored: string
  const opening = async (endingDir: string): Promise<{ opened: Opened; url: string }> => {
    const url = await room.emptyDatabase()
    const how = room.restoring(from, url)
    const [base, copy] = [new URL(restored).pathname.slice(1), new URL(url).pathname.slice(1)]
    await ask(street.ownerUrl, `drop database ${copy}`)
    await ask(street.ownerUrl, `create database ${copy} template ${base}`)
    const appUrl = new URL(url)
    ;[appUrl.username, appUrl.password] = [APP_ROLE, 'test']
    const config = {
      ...testConfig(street.opened.config.dataDir, appUrl.href),
      endingDir,
      filesDir: how.filesDir!,
      sealFile: how.sealFile,
    }
    await prepareDatabase(config, url, () => {})
    const noList = !existsSync(path.join(endingDir, list))
    // The database knows that there was a list; where it is not, somebody has to say that it is lost.
    if (noList) await expect(openHouse(config, () => {})).rejects.toThrow('ended.list')
    return { opened: await openHouse(config, () => {}, undefined, noList), url }
  }

  test('the day after, name and phone are under the key of the month they end in; the handler still reads them', async () => {
    id = await closed(street.ownerUrl, '三楼楼道灯不亮')
    expect((await kept(street.ownerUrl, id)).reporter_phone![0]).toBe(1)
    stand(1)
    await sweep()
    const row = await kept(street.ownerUrl, id)
    expect([row.reporter_name![0], row.reporter_phone![0]]).toEqual([0xe0, 0xe0])
    expect(openReporter(street.house.keys, row)).toEqual({ name: NAME, phone: PHONE })
    const folder = path.join(street.opened.config.endingDir, months, street.tenant, 'matter.reporter')
    expect(readdirSync(folder)).toEqual(['2027-11'])
    from = room.folder()
    await takeBackup(room.taking(from))
    restored = await room.emptyDatabase()
    await restoreBackup(room.restoring(from, restored))
    const key = readFileSync(path.join(folder, '2027-11'))
    for (const one of filesIn(from)) expect(readFileSync(path.join(one.parentPath, one.name)).includes(key)).toBe(false)
  })

  test('held, it stays when it is due; the hold over, it is gone within a day, and from the backup at once', async () => {
    stand(366)
    const { id: hold } = await street.as('xieanlan').do(retention.hold, {
      ...{ areaId: await street.areaId('邻里区'), rowIds: [id], purpose: 'matter.reporter' },
      ...{ why: '有人起诉，法院要调取', documentNo: '邻司函〔2027〕3号' },
    })
    await sweep()
    expect(openReporter(street.house.keys, await kept(street.ownerUrl, id)).phone).toBe(PHONE)
    await street.as('xieanlan').do(retention.askLift, { id: hold, version: 1, why: '案子已经结了' })
    await street
      .as('hemingyuan')
      .do(retention.lift, { id: hold, version: 2 })
      .catch(() => {})
    await street.as('yangzhixing').do(retention.lift, { id: hold, version: 2 })
    await sweep()
    expect(await kept(street.ownerUrl, id)).toMatchObject({ reporter_name: null, reporter_phone: null })

    const again = await opening(street.opened.config.endingDir)
    expect(await kept(again.url, id)).toMatchObject({
      reporter_name: null,
      reporter_phone: null,
      words: '三楼楼道灯不亮',
    })
    await again.opened.close()
    // Without the list it comes back: it is the list that keeps it away while the key of the month is there.
    const bare = path.join(room.dir, 'bare')
    cpSync(path.join(street.opened.config.endingDir, months), path.join(bare, months), { recursive: true })
    const back = await opening(bare)
    expect(openReporter(back.opened.house.keys, await kept(back.url, id)).phone).toBe(PHONE)
    await back.opened.close()

    // The month over, its key is gone, and what is left in any copy is noise.
    stand(366 + 31)
    const before = path.join(room.dir, 'kept')
    cpSync(path.join(street.opened.config.endingDir, months), path.join(before, months), { recursive: true })
    await sweep()
    expect(
      existsSync(path.join(street.opened.config.endingDir, months, street.tenant, 'matter.reporter', '2027-11')),
    ).toBe(false)
    const late = path.join(room.dir, 'late')
    cpSync(path.join(street.opened.config.endingDir, months), path.join(late, months), { recursive: true })
    const shut = await opening(late)
    const row = await kept(shut.url, id)
    expect(openReporter(shut.opened.house.keys, row)).toEqual({ name: '已按期销毁', phone: '已按期销毁' })
    await shut.opened.close()
    // With the key kept it would open: it is the key that keeps it away from whoever has an old backup and no list.
    const open = await opening(before)
    expect(openReporter(open.opened.house.keys, await kept(open.url, id)).phone).toBe(PHONE)
    await open.opened.close()
  })

  test('a list that was cut or changed is noticed before anything is served', async () => {
    const { endingDir } = street.opened.config
    const copy = path.join(room.dir, 'copy')
    const faults = async (change: (file: string) => void) => {
      rmSync(copy, { recursive: true, force: true })
      cpSync(endingDir, copy, { recursive: true })
      change(path.join(copy, list))
      const { rows } = await street.owner.query<{ no: number; mac: string }>('select no, mac from ended_head')
      const lines = openEndedList(copy, street.house.keys).after(rows[0])
      return (async () => {
        for await (const _ of lines);
      })()
    }
    await faults(() => {})
    const text = readFileSync(path.join(endingDir, list), 'utf8')
    await expect(faults((file) => truncateSync(file, text.lastIndexOf('\n', text.length - 2) + 1))).rejects.toThrow(
      'ended.list',
    )
    await expect(
      faults((file) =>
        writeFileSync(
          file,
          text.replace(
            id,
            id.replace(/.$/, (one) => (one === '0' ? '1' : '0')),
          ),
        ),
      ),
    ).rejects.toThrow('ended.list')
    // Cut with the count beside it: the database knows better.
    await expect(
      faults((file) => {
        truncateSync(file, text.indexOf('\n') + 1)
        rmSync(path.join(path.dirname(file), 'ended.head'))
      }),
    ).rejects.toThrow('ended.list')
  })

  test('twelve years on nothing that is due is left, but what waits for a signature', async () => {
    stand(5)
    for (const login of ['chenjing', 'shenqing'])
      await street.owner.query(`update account set state = 'disabled' where login = $1`, [login])
    const left = async () => {
      const found: string[] = []
      for (const one of endings) {
        const ask = {
          tenant: street.tenant,
          before: dueBefore(clock.now(), one.days),
          after: one.first ?? FIRST,
          limit: 5,
        }
        const rows: DueRow[] = await inScope(street.house.db, machine(street.tenant, 'test'), (tx) =>
          tx.all(one.due(ask)),
        )
        if (rows.length) found.push(one.code)
      }
      return found
    }
    for (const days of [1, 31, 366, 2 * 366, 4 * 366, 12 * 366]) {
      stand(days)
      await sweep()
      expect(await left(), `${days} days`).toEqual(days > 3 * 365 ? ['matter.file'] : [])
    }
    const { rows } = await street.owner.query<{ n: number }>(
      `select count(*)::int as n from file where subject_id = $1 union all select count(*)::int from command where answer <> ''
       union all select count(*)::int from matter where reporter_phone is not null and closed_at is not null`,
      [id],
    )
    expect(rows.map((row) => row.n)).toEqual([0, 0, 0])
  })
})
