// What `npm start` prints once the pages are served: where to go, and who can sign in.
import { machine } from '#kernel/access.ts'
import { k } from '#kernel/database.ts'
import { isIsolated } from '#kernel/isolation.ts'
import { inScope } from '#kernel/scope.ts'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '#modules/account/index.ts'
import type { Opened } from './open-house.ts'

type Row = { login: string; name: string; role: string; area: string }

const demoLogins = (opened: Opened, tenant: string): Promise<{ logins: Row[]; code: string | undefined }> =>
  inScope(opened.db, machine(tenant, 'greeting'), async (tx) => {
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
    return { logins, code: place?.code }
  })

const ORDER = [
  'grid_worker',
  'community_staff',
  'community_head',
  'subdistrict_staff',
  'subdistrict_leader',
  'district_staff',
  'system_admin',
]

const ISOLATED = [
  '',
  '注意：这是从备份恢复的系统，处于隔离状态，短信和邮件都不发出。核对无误后运行 bin/linli restore --release',
  'Restored from a backup and isolated: no message leaves. When it is right: bin/linli restore --release',
]

/** The lines to print, read before the first page is served: once it serves, nothing but a stop ends it. */
export async function greeting(opened: Opened): Promise<string[]> {
  const { url } = opened.config
  const { rows } = await opened.db.pool.query<{ id: string; name: string; demo: boolean }>(
    'select id, name, demo from tenant order by made_at',
  )
  const demo = rows.find((row) => row.demo)
  return [
    '',
    '邻里已经开始工作 · Linli is running',
    `  居民 residents   ${url}/`,
    `  网格员 field     ${url}/field`,
    `  办公桌 desk      ${url}/desk`,
    `  接口 interface   ${url}/api/openapi.json`,
    ...(demo ? await demoGreeting(opened, demo.id) : []),
    ...(rows[0] && (await inScope(opened.db, machine(rows[0].id, 'greeting'), isIsolated)) ? ISOLATED : []),
    ...(rows.length === 0
      ? [
          '',
          '还没有区。建立第一个：bin/linli tenant add 370102 历下区 "Lixia District"',
          'No district yet. Found the first: bin/linli tenant add CODE NAME "NAME IN ENGLISH"',
        ]
      : []),
    '',
  ]
}

async function demoGreeting(opened: Opened, tenant: string): Promise<string[]> {
  const { url, demoTotp } = opened.config
  const { logins, code } = await demoLogins(opened, tenant)
  const place = (role: string) => (ORDER.includes(role) ? ORDER.indexOf(role) : ORDER.length)
  return [
    ...(code ? [`  扫一个码 a door  ${url}/q/${code}`] : []),
    '',
    `演示账号（密码都是 ${DEMO_PASSWORD}）· demo accounts, password ${DEMO_PASSWORD}`,
    ...(demoTotp ? [`动态口令密钥 · authenticator secret: ${DEMO_TOTP_SECRET}`] : []),
    ...logins
      .sort((a, b) => place(a.role) - place(b.role))
      .map((row) => `  ${row.login.padEnd(16)} ${row.name}，${row.area}（${row.role}）`),
  ]
}
