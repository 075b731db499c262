// What `npm start` prints once the pages are served: where to go, and who can sign in.
import { k, txOn } from '#kernel/database.ts'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '#modules/account/index.ts'
import type { Opened } from './open-house.ts'

type Row = { login: string; name: string; role: string; area: string }

async function demoLogins(opened: Opened, tenant: string): Promise<{ logins: Row[]; code: string | undefined }> {
  const client = await opened.db.pool.connect()
  const tx = txOn(client)
  try {
    await client.query('begin')
    await client.query('select set_scope($1, $2, $3, $4, $5)', [tenant, '', '', '', ''])
    const logins = await tx.text<Row>(
      `select distinct on (p.role) a.login, a.name, p.role, r.name as area from account a
       join post p on p.tenant_id = $1 and p.account_id = a.id and p.ended_at is null join area r on r.tenant_id = $1 and r.id = p.area_id
       where a.tenant_id = $1 and a.demo order by p.role, a.login in ('zhouxiaolan', 'chenjing') desc, a.login`,
      [tenant],
    )
    const place = await tx.first(
      k
        .selectFrom('place')
        .select('code')
        .where('tenant_id', '=', tenant)
        .where('name', '=', '清荷苑3号楼2单元')
        .where('retired_at', 'is', null)
        .limit(1),
    )
    await client.query('commit')
    return { logins, code: place?.code }
  } finally {
    client.release()
  }
}

const ORDER = [
  'grid_worker',
  'community_staff',
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
  'district_staff',
  'system_admin',
]

export async function greet(opened: Opened, say: (line: string) => void): Promise<void> {
  const { url } = opened.config
  const { rows } = await opened.db.pool.query<{ id: string; name: string; demo: boolean }>(
    'select id, name, demo from tenant order by made_at',
  )
  say('')
  say('邻里已经开始工作 · Linli is running')
  say(`  居民 residents   ${url}/`)
  say(`  网格员 field     ${url}/field`)
  say(`  办公桌 desk      ${url}/desk`)
  say(`  接口 interface   ${url}/api/openapi.json`)
  const demo = rows.find((row) => row.demo)
  if (demo) await greetDemo(opened, demo.id, say)
  if (rows.length === 0) {
    say('')
    say('还没有区。建立第一个：bin/linli tenant add 370102 历下区 "Lixia District"')
    say('No district yet. Found the first: bin/linli tenant add CODE NAME "NAME IN ENGLISH"')
  }
  say('')
}

async function greetDemo(opened: Opened, tenant: string, say: (line: string) => void): Promise<void> {
  const { url } = opened.config
  const { logins, code } = await demoLogins(opened, tenant)
  if (code) say(`  扫一个码 a door  ${url}/q/${code}`)
  say('')
  say(`演示账号（密码都是 ${DEMO_PASSWORD}）· demo accounts, password ${DEMO_PASSWORD}`)
  if (opened.config.demoTotp) say(`动态口令密钥 · authenticator secret: ${DEMO_TOTP_SECRET}`)
  const place = (role: string) => (ORDER.includes(role) ? ORDER.indexOf(role) : ORDER.length)
  for (const row of logins.sort((a, b) => place(a.role) - place(b.role)))
    say(`  ${row.login.padEnd(16)} ${row.name}，${row.area}（${row.role}）`)
}
