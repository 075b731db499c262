// What the journal never holds (decided 23), what is not shown unless it was written down first (C2), and who may not touch it (C4).
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { account } from '#modules/account/contract.ts'
import { duty } from '#modules/duty/contract.ts'
import { matter } from '#modules/matter/contract.ts'
import { beginJournal, commands, type Sealed, sealAll, verify } from './sealing.ts'
import { openStreet, type Street } from './street.ts'
import { openWeb, type TestWeb } from './web.ts'

let street: Street
let sealed: Sealed
let web: TestWeb
let code: string
beforeAll(async () => {
  street = await openStreet()
  sealed = await beginJournal(street)
  web = openWeb(street.opened)
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(() => street.close())

const tokenOf = async (login: string, password = 'linli-demo') =>
  (await street.stranger.do(account.signIn, { login, password })).token

describe('a look that cannot be written down is not given (C2)', () => {
  const BREAKS = [
    [
      `alter table journal add constraint never check (operation <> 'matter.reveal') not valid`,
      'alter table journal drop constraint never',
    ],
    ['revoke insert on journal from APP', 'grant insert on journal to APP'],
    ['alter table journal rename to journal_away', 'alter table journal_away rename to journal'],
  ] as const
  let id: string
  let token: string
  const look = () => web.post('matter.reveal', { id }, { token })

  beforeAll(async () => {
    id = (await street.stranger.do(matter.report, { code, words: '门禁坏了', name: '方女士', phone: '13955556666' })).id
    token = await tokenOf('zhouxiaolan')
  })

  test.each(BREAKS)('%s', async (breaking, mending) => {
    expect(await (await look()).text()).toContain('13955556666')
    const app = new URL(street.appUrl).username
    await street.owner.query(breaking.replace('APP', app))
    try {
      for (const refused of await Promise.all(Array.from({ length: 16 }, look))) {
        expect(refused.status).toBeGreaterThanOrEqual(500)
        expect(await refused.text()).not.toMatch(/13955556666|方女士/)
      }
    } finally {
      await street.owner.query(mending.replace('APP', app))
    }
    expect((await look()).status).toBe(200)
  })

  test('each look that was given is in the journal', async () => {
    const looks = `select count(*)::int as n from journal where operation = 'matter.reveal' and subject_id = $1`
    expect((await street.owner.query<{ n: number }>(looks, [id])).rows[0]!.n).toBe(2 * BREAKS.length)
  })
})

describe('no name, phone, words or secret is in any row', () => {
  const planted = new Set<string>()
  const plant = <T extends string>(text: T): T => {
    planted.add(text)
    return text
  }
  const found = async () => {
    const { rows } = await street.owner.query<{ operation: string; text: string }>('select operation, j::text as text from journal j')
    return rows.flatMap((row) => [...planted].filter((one) => row.text.includes(one)).map((one) => `${row.operation}: ${one}`))
  }

  test('of a matter from the report to the second reply', async () => {
    const reporter = { spot: plant('哨兵乙旁边'), name: plant('哨兵丙'), phone: plant('13911112222') }
    const sent = await street.stranger.do(matter.report, { code, words: plant('哨兵甲的车挡住消防通道'), ...reporter })
    const { id } = sent
    const receipt = plant(sent.receipt!)
    const xiaolan = street.as('zhouxiaolan')
    const chenjing = street.as('chenjing')
    const finish = async () => {
      const { uploads, ids: photos } = await street.photo()
      await xiaolan.do(matter.finish, { id, result: 'solved', done: plant('哨兵丁已搬走'), photos }, { uploads })
    }
    await xiaolan.do(matter.take, { id })
    await xiaolan.do(matter.answer, { id, said: plant('哨兵戊说马上到'), via: 'phone' })
    await xiaolan.do(matter.reveal, { id })
    await finish()
    await chenjing.do(matter.sendBack, { id, reason: plant('哨兵己认为没搬干净') })
    await finish()
    await chenjing.do(matter.verify, { id, reply: plant('哨兵庚核查过了') })
    await street.stranger.do(matter.dispute, { receipt, why: plant('哨兵辛说又停回来了') })
    await finish()
    await chenjing.do(matter.verify, { id, reply: '第二次核查过了' })
    await street.stranger.do(matter.rate, { receipt, satisfaction: 4, said: plant('哨兵壬表示满意') })
    await street.stranger.do(matter.forget, { receipt })
    const second = await street.stranger.do(matter.report, { code, words: '报错了的一件事' })
    await street.stranger.do(matter.withdraw, { receipt: plant(second.receipt!), why: plant('哨兵癸报错了') })
    expect(await found()).toEqual([])
  })

  test('of sign-in, passwords, tokens and invitations', async () => {
    const token = plant(await tokenOf('guoqiaoyun', plant('linli-demo')))
    const change = { old: 'linli-demo', new: plant('哨兵子的新密码够长了') }
    expect((await web.post('account.changePassword', change, { token })).status).toBe(200)
    const made = (await (await web.post('account.addToken', { name: '抄表脚本', days: 3 }, { token })).json()) as { token: string }
    plant(made.token)
    const invited = await street.linli.do(account.add, {
      login: 'canary-worker',
      name: '新同事',
      role: 'community_staff',
      areaId: await street.areaId('清荷社区'),
    })
    plant(invited.invitation)
    plant(invited.invitation.replaceAll('-', ''))
    const joined = await street.stranger.do(account.join, { invitation: invited.invitation, password: plant('哨兵卯的密码也够长了') })
    plant(joined.secret)
    expect(await found()).toEqual([])
  })

  test('of people who are appointed or given an account', async () => {
    const areaId = await street.areaId('清荷社区')
    const person = { name: plant('哨兵寅'), nameEn: plant('Canary Yin'), workPhone: plant('13922223333') }
    await street.linli.do(account.add, { login: 'canary-second', role: 'community_staff', areaId, ...person })
    const head = { name: plant('哨兵辰'), nameEn: plant('Canary Chen'), phone: plant('13933334444') }
    const building = await street.areaId('清荷苑3号楼')
    await street.linli.do(duty.appoint, { areaId: building, kind: 'building_head', ...head })
    const group = { areaId, name: '邻里议事组', members: [{ name: plant('哨兵巳'), seat: 'head' as const }] }
    await street.linli.do(duty.setGroup, group)
    expect(await found()).toEqual([])
  })

  test('bite: the same search finds what the matters themselves hold in clear', async () => {
    const { rows } = await street.owner.query<{ text: string }>('select m::text as text from matter m')
    expect([...planted].filter((one) => rows.some((row) => row.text.includes(one)))).toContain('哨兵甲的车挡住消防通道')
  })
})

describe('the server’s login (C4)', () => {
  const UNCHANGED: Readonly<Record<string, string>> = { journal: 'operation', seal: 'no', command: 'operation', era: 'no', migration: 'name' }
  const perTable = (table: string, column: string): string[] => [
    `update ${table} set ${column} = ${column}`,
    `delete from ${table}`,
    `truncate ${table}`,
    `alter table ${table} add column more int`,
    `alter table ${table} disable row level security`,
    `alter table ${table} disable trigger all`,
    `alter table ${table} owner to current_user`,
    `create trigger t before insert on ${table} execute function suppress_redundant_updates_trigger()`,
    `create rule r as on insert to ${table} do instead nothing`,
    `create index on ${table} (${column})`,
    `drop table ${table}`,
    `lock table ${table} in access exclusive mode`,
  ]
  const statements = (owner: string) => [
    ...Object.entries(UNCHANGED).flatMap(([table, column]) => perTable(table, column)),
    'drop policy tenant on journal',
    'create policy open on journal for update using (true)',
    'insert into era (no) values (2)',
    `insert into migration (name, hash) values ('x', 'y')`,
    'set role postgres',
    `set role ${owner}`,
    `set session authorization ${owner}`,
    `copy journal to program 'cat'`,
    `copy journal to '/tmp/linli-journal'`,
    `copy journal from '/tmp/linli-journal'`,
    'set session_replication_role = replica',
    'alter system set fsync = off',
  ]

  const asApp = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: street.appUrl })
    await client.connect()
    await client.query(`select set_config('app.node', 'on', false), set_config('app.tenant_id', $1, false)`, [street.tenant])
    return work(client).finally(() => client.end())
  }

  test('can add to the journal, and nothing else: more than 60 statements are refused', async () => {
    const tried = statements(new URL(street.ownerUrl).username)
    expect(tried.length).toBeGreaterThanOrEqual(60)
    const went: string[] = []
    await asApp(async (client) => {
      for (const statement of tried) {
        await client.query('begin')
        const done = await client.query(statement).catch(() => undefined)
        if (done) went.push(statement)
        await client.query('rollback')
      }
    })
    expect(went).toEqual([])
  })

  test('bite: one grant too many and it changes a row; the seals tell', async () => {
    await commands(sealed, 10)
    expect(await sealAll(sealed)).toMatchObject({ unsealed: 0, faults: [] })
    await street.owner.query(`grant update on journal to ${new URL(street.appUrl).username}`)
    const rewritten = await asApp((client) =>
      client.query(`update journal set operation = 'matter.rate' where operation = 'account.setLang'`),
    )
    expect(rewritten.rowCount).toBe(10)
    expect((await verify(sealed)).faults.length).toBe(10)
  })
})
