// One schema for one machine and for many: every statement that the server sends, and the schema itself, are what Citus carries.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '#kernel/schema/migrate.ts'
import { schemaFaults, spreadFaults } from './sql/catalogue.ts'
import { EXCEPTIONS } from './sql/kinds.ts'
import { faultsOf } from './sql/rules.ts'
import { type Walked, walk } from './sql/walk.ts'
import { openStreet, type Street } from './street.ts'

describe('statements', () => {
  let walked: Walked
  beforeAll(async () => {
    walked = await walk()
  })
  afterAll(() => walked?.close())

  const ours = (text: string) => !/\bpgboss\b/.test(text)

  test('the walk reaches every operation', () => {
    console.info(`sql: ${walked.sent.length} texts, ${walked.sent.filter(ours).length} of ours`)
    expect(walked.unreached).toEqual([])
    expect(walked.sent.filter(ours).length).toBeGreaterThan(100)
  })

  test('each level of each statement names its tenant and nothing that differs from node to node', () => {
    const faults = walked.sent
      .filter(ours)
      .flatMap((text) => faultsOf(text).map((fault) => `${fault}: ${text.replace(/\s+/g, ' ').slice(0, 300)}`))
    expect(faults).toEqual([])
  })

  test('every exception is still sent', () => {
    const sent = walked.sent.map((text) => text.replace(/\s+/g, ' ').trim())
    expect(EXCEPTIONS.filter((one) => !sent.some((text) => one.text.test(text))).map((one) => one.why)).toEqual([])
  })
})

describe('the reader of statements', () => {
  test.each([
    'select * from matter where tenant_id = $1',
    'select "m"."id" from "matter" as "m" where "m"."tenant_id" = $1 and ("m"."state" = $2 or "m"."state" = $3)',
    'select * from post p join area a on a.tenant_id = p.tenant_id and a.id = p.area_id where p.tenant_id = $1',
    'select * from post p join area a on a.tenant_id = $1 and a.id = p.area_id where p.tenant_id = $1 for update of p',
    'select x.n from (select count(*) as n from matter where tenant_id = $1) x',
    'with page as (select * from matter m where m.tenant_id = $1) select * from page',
    `with w0 as (insert into matter_step (tenant_id, id) values ($1, $2)), w1 as (update matter set version = version + 1 where tenant_id = $1) select 1`,
    'select id from tenant order by made_at',
    'select * from find_session($1, $2, $3)',
    'select tenant_id from directory where key_hash = $1',
    'insert into matter_limit (tenant_id, clock) values ($1, $2) on conflict (tenant_id, clock) do update set basis = excluded.basis',
    `select extract(epoch from at) from matter_step where tenant_id = $1 and text like 'from matter where'`,
    'select 1 from matter where tenant_id = $1 union all select 1 from area where tenant_id = $1',
    'select pg_try_advisory_xact_lock(7315, 1) as got',
    'begin',
  ])('lets pass: %s', (text) => {
    expect(faultsOf(text)).toEqual([])
  })

  test.each([
    ['no tenant', 'select * from matter where id = $1'],
    ['a tenant that is only one of two', 'select * from matter where tenant_id = $1 or state = $2'],
    ['a tenant inside parentheses with or', 'select * from matter where (tenant_id = $1 or state = $2)'],
    ['a joined table without', 'select * from post p join area a on a.id = p.area_id where p.tenant_id = $1'],
    ['a table after a comma without', 'select * from post p, area a where p.tenant_id = $1 and a.id = p.area_id'],
    [
      'a sub-select without',
      'select * from matter m where m.tenant_id = $1 and exists (select 1 from file f where f.subject_id = m.id)',
    ],
    [
      'a correlated sub-select bound from outside',
      'select * from matter m where m.tenant_id = $1 and exists (select 1 from file f where f.tenant_id = m.tenant_id)',
    ],
    ['a common table without', 'with page as (select * from matter) select * from page'],
    ['the second half of a union', 'select 1 from matter where tenant_id = $1 union select 1 from area'],
    ['a lateral one', 'select * from tenant t cross join lateral (select * from matter m where m.id = t.id) x'],
    ['the tenant of another table', 'select * from post p join area a on a.id = p.area_id and p.tenant_id = $1'],
    ['an update without', 'update matter set state = $1 where id = $2'],
    ['a delete without', 'delete from area_alias where id = $1'],
    ['an insert without', 'insert into matter (id) values ($1)'],
    ['a lock without', 'select * from matter where id = $1 for update skip locked'],
    ['another value than a parameter', 'select * from matter where tenant_id = id'],
    ['the time of the database in an update', 'update matter set changed_at = now() where tenant_id = $1'],
    ['chance in an update', 'update matter set id = gen_random_uuid() where tenant_id = $1'],
    [
      'the time in an upsert',
      'insert into matter_limit (tenant_id) values ($1) on conflict (tenant_id) do update set at = now()',
    ],
    ['a function returned', 'insert into matter (tenant_id) values ($1) returning lower(title)'],
    [
      'a recursive walk',
      'with recursive up as (select * from area where tenant_id = $1 union select a.* from area a join up on a.id = up.parent_id where a.tenant_id = $1) select * from up',
    ],
    ['a lock beside a table', 'select pg_advisory_lock(1) from tenant'],
    ['two statements with SET LOCAL', `begin; set local app.node = 'on'`],
    ['the directory without its hash', 'select * from directory where tenant_id = $1'],
  ])('refuses %s', (_, text) => {
    expect(faultsOf(text)).not.toEqual([])
  })
})

describe('the schema', () => {
  let street: Street
  beforeAll(async () => {
    street = await openStreet()
  })
  afterAll(() => street.close())

  test('can be spread: keys and references begin with the tenant, nothing numbers or triggers by itself', async () => {
    expect(await schemaFaults(street.owner)).toEqual([])
    expect(spreadFaults(migrations())).toEqual([])
  })

  const tenantTable = 'tenant_id uuid not null, id uuid not null'
  test.each([
    ['no tenant', 'create table a (id uuid primary key)'],
    ['the tenant second', 'create table a (id uuid, tenant_id uuid not null, primary key (tenant_id, id))'],
    ['a tenant of another type', 'create table a (tenant_id text not null, id uuid, primary key (tenant_id, id))'],
    ['a key without', `create table a (${tenantTable}, code text unique, primary key (tenant_id, id))`],
    ['a unique index without', 'create unique index one_no on matter (no)'],
    [
      'a reference that sets null',
      'alter table matter add foreign key (tenant_id, place_id) references place (tenant_id, id) on delete set null',
    ],
    [
      'a reference without the tenant',
      `alter table matter add foreign key (kind, tenant_id) references matter_kind (code, tenant_id)`,
    ],
    ['a reference to a shared table', 'alter table matter add foreign key (tenant_id) references tenant (id)'],
    ['numbers of its own', 'alter table matter add column n bigint generated always as identity'],
    ['a serial', 'alter table matter add column n serial'],
    ['an enumerated type', `create type colour as enum ('red')`],
    [
      'a trigger',
      'create trigger t before update on matter for each row execute function suppress_redundant_updates_trigger()',
    ],
    ['chance as a default', 'alter table matter alter column id set default gen_random_uuid()'],
    ['no row-level security', 'alter table matter disable row level security'],
  ])('it would be noticed: %s', async (_, change) => {
    const client = await street.owner.connect()
    try {
      await client.query('begin')
      await client.query(change)
      expect(await schemaFaults(client)).not.toEqual([])
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('it would be noticed: a table that is not spread', () => {
    expect(spreadFaults([{ name: '9999_a.sql', sql: 'create table a (tenant_id uuid);' }])).toHaveLength(1)
  })
})
