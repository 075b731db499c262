// Goal C4: the server's own login can add to the journal, the seals and the memory of commands, and nothing else with them.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStreet, type Street } from './street.ts'

let street: Street
let owner: string
beforeAll(async () => {
  street = await openStreet()
  owner = (await street.owner.query<{ name: string }>('select current_user as name')).rows[0]!.name
})
afterAll(() => street.close())

const KEPT = ['journal', 'seal', 'command'] as const

const statements = (): string[] => [
  ...KEPT.flatMap((table) => [
    `delete from ${table}`,
    `truncate ${table}`,
    `alter table ${table} disable trigger all`,
    `alter table ${table} disable row level security`,
    `alter table ${table} owner to current_user`,
    `create trigger quiet before insert on ${table} for each row execute function suppress_redundant_updates_trigger()`,
    `create rule quiet as on insert to ${table} do instead nothing`,
    `lock table ${table} in access exclusive mode`,
    `drop table ${table}`,
    // A grant of what one does not hold is only warned about; so is its use refused.
    `grant update, delete on ${table} to current_user; delete from ${table}`,
    `copy ${table} to program 'cat'`,
    `copy ${table} from '/etc/hostname'`,
  ]),
  `update journal set input = '{}'`,
  `update journal set hash = hash where false`,
  `update seal set mac = mac`,
  'select * from journal for update',
  'select * from seal for update',
  // What was answered is taken out when its time is over (retention); that the command was done stays for good.
  ...['key', 'body_mac', 'at', 'operation', 'actor_id', 'subject_id'].map(
    (one) => `update command set ${one} = ${one}`,
  ),
  `insert into command select * from command on conflict (tenant_id, key) do update set body_mac = excluded.body_mac`,
  'merge into journal j using journal o on j.id = o.id when matched then delete',
  'alter table journal drop column hash',
  'alter table journal alter column xid set default null',
  'alter table journal add column note text',
  'alter table journal rename to gone',
  'drop index journal_order',
  'drop policy tenant on journal',
  'create policy open on journal using (true)',
  `set role ${owner}`,
  `set session authorization ${owner}`,
  'set session_replication_role = replica',
  'alter role current_user bypassrls',
  'alter role current_user superuser',
  'create table public.journal_of_mine (id uuid)',
  `create function public.quiet() returns void language sql as 'select 1'`,
  `create or replace function set_scope(tenant text, lo text, hi text, gaps text, ids text) returns void language sql as 'select 1'`,
  `select pg_read_file('/etc/hostname')`,
  `select lo_import('/etc/hostname')`,
  'create extension dblink',
  `insert into migration (name, hash) values ('9999_none.sql', '')`,
  `update migration set hash = ''`,
  'insert into era (no) values (2)',
  'update era set no = 2',
]

/** The statements that the database did not refuse for want of rights. */
async function allowed(url = street.appUrl): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const done: string[] = []
  for (const statement of statements()) {
    await client.query('begin')
    const code = await client.query(statement).then(
      () => 'done',
      (error: { code: string }) => error.code,
    )
    await client.query('rollback')
    if (code !== '42501') done.push(`${statement}: ${code}`)
  }
  await client.end()
  return done
}

const kept = async () =>
  (await street.owner.query(`select count(*), md5(string_agg(j::text, '' order by id)) from journal j`)).rows

test(`the server's login is refused every one of ${KEPT.join(', ')}'s changes`, async () => {
  const before = await kept()
  expect(statements().length).toBeGreaterThanOrEqual(60)
  expect(await allowed()).toEqual([])
  expect(await kept()).toEqual(before)
})

test.each([
  ['grant update on journal', (role: string) => `grant update on journal to ${role}`],
  ['truncate granted on seals', (role: string) => `grant truncate on seal to ${role}`],
  ['the owner’s role given away', (role: string) => `grant ${owner} to ${role}`],
  ['tables may be made', (role: string) => `grant create on schema public to ${role}`],
])('it would be noticed: %s', async (_, grant) => {
  // A login of this test's own: the app's is shared by every test of this server, which would run past their rules meanwhile.
  const url = new URL(street.appUrl)
  const [app, role] = [url.username, 'linli_test_rights']
  url.username = role
  await street.owner.query(`create role ${role} login password '${url.password}' in role ${app}`)
  try {
    expect(await allowed(url.href)).toEqual([])
    await street.owner.query(grant(role))
    expect(await allowed(url.href)).not.toEqual([])
  } finally {
    await street.owner.query(`drop owned by ${role}; drop role ${role}`)
  }
})
