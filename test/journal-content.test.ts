// What the journal never holds: no name, phone, words or secret of anybody, whatever was done (decided 23).
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { account } from '#modules/account/contract.ts'
import { duty } from '#modules/duty/contract.ts'
import { matter } from '#modules/matter/contract.ts'
import { openStreet, type Street } from './street.ts'
import { openWeb, type TestWeb } from './web.ts'

let street: Street
let web: TestWeb
let code: string
beforeAll(async () => {
  street = await openStreet()
  web = openWeb(street.opened)
  code = await street.codeOf('清荷苑3号楼2单元')
})
afterAll(() => street.close())

const tokenOf = async (login: string, password = 'linli-demo') =>
  (await street.stranger.do(account.signIn, { login, password })).token

describe('no name, phone, words or secret is in any row', () => {
  const planted = new Set<string>()
  const plant = <T extends string>(text: T): T => {
    planted.add(text)
    return text
  }
  const found = async () => {
    const { rows } = await street.owner.query<{ operation: string; text: string }>(
      'select operation, j::text as text from journal j',
    )
    return rows.flatMap((row) =>
      [...planted].filter((one) => row.text.includes(one)).map((one) => `${row.operation}: ${one}`),
    )
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
    await web.client(token).account.changePassword(change)
    const made = await web.client(token).account.addToken({ name: '抄表脚本', days: 3, scopes: ['matter.read'] })
    plant(made.token)
    const invited = await street.linli.do(account.add, {
      login: 'canary-worker',
      name: '新同事',
      role: 'community_staff',
      areaId: await street.areaId('清荷社区'),
    })
    plant(invited.invitation)
    plant(invited.invitation.replaceAll('-', ''))
    const joined = await street.stranger.do(account.join, {
      invitation: invited.invitation,
      password: plant('哨兵卯的密码也够长了'),
    })
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

test('what counts restores and migrations is not for the server to change: a new era would break the chain of seals', async () => {
  const client = new pg.Client({ connectionString: street.appUrl })
  await client.connect()
  const tried = ['era', 'migration', 'key_check', 'key_version'].flatMap((table) => [
    `update ${table} set ${{ era: 'no = no + 1', migration: "hash = ''" }[table] ?? "mac = ''"}`,
    ...(table.startsWith('key_') ? [] : [`insert into ${table} select * from ${table}`]),
    `delete from ${table}`,
    `truncate ${table}`,
    `drop table ${table}`,
    `lock table ${table} in access exclusive mode`,
  ])
  const went: string[] = []
  for (const statement of tried) {
    await client.query('begin')
    const done = await client.query(statement).catch((error: { code?: string }) => error.code !== '42501')
    if (done) went.push(statement)
    await client.query('rollback')
  }
  await client.end()
  expect(went).toEqual([])
})
