-- What the door itself needs: tenants, the directory, commands, the journal and its seals, files, numbers.

-- On Citus these two distribute a table; on a single PostgreSQL they do nothing. See docs/decisions/0005-one-schema.md.
create function distribute(name regclass, by_column text default 'tenant_id') returns void language plpgsql as $$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then
    execute format('select create_distributed_table(%L, %L)', name, by_column);
  end if;
end $$;

create function reference(name regclass) returns void language plpgsql as $$
begin
  if exists (select 1 from pg_extension where extname = 'citus') then
    execute format('select create_reference_table(%L)', name);
  end if;
end $$;

-- Says who is asking, for this transaction only. Plain SET LOCAL by EXECUTE is what Citus carries to its workers.
create function set_scope(tenant text, lo text, hi text, gaps text, ids text) returns void language plpgsql as $$
begin
  execute format('set local app.tenant_id = %L', tenant);
  execute format('set local app.lo = %L', lo);
  execute format('set local app.hi = %L', hi);
  execute format('set local app.gaps = %L', gaps);
  execute format('set local app.ids = %L', ids);
end $$;

-- The second net under the rules of the door: rows of another tenant do not exist.
create function guard_tenant(name regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format($p$create policy tenant on %s using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$p$, name);
end $$;

-- As above, and rows outside the asker's areas do not exist either, unless the row is assigned to him by id.
-- lo and hi are the hull of his intervals (one comparison an index can use), gaps what lies between them: mostly '{}'.
create function guard_area(name regclass, id_column text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format($p$create policy area on %s using (
    tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and ((area_pos between nullif(current_setting('app.lo', true), '')::bigint and nullif(current_setting('app.hi', true), '')::bigint
          and not area_pos <@ nullif(current_setting('app.gaps', true), '')::int8multirange)
      or %I = any (string_to_array(current_setting('app.ids', true), ',')::uuid[])))$p$, name, id_column);
end $$;

create table tenant (
  id uuid primary key,
  code text not null unique,
  name text not null,
  name_en text not null,
  demo boolean not null default false,
  made_at timestamptz not null
);
select reference('tenant');

-- Where a login, a session, a printed code or a reporter's receipt leads. Keys are kept as keyed hashes only.
create table directory (
  key_hash bytea primary key,
  kind text not null check (kind in ('login', 'session', 'code', 'receipt', 'invitation')),
  tenant_id uuid not null,
  subject_id uuid not null,
  made_at timestamptz not null,
  ends_at timestamptz
);
select distribute('directory', 'key_hash');
create index directory_subject on directory (tenant_id, subject_id);

-- Every command that carried a key, for good: a phone may sleep in a drawer for a year.
create table command (
  tenant_id uuid not null,
  key text not null,
  actor_id uuid not null,
  operation text not null,
  body_mac bytea not null,
  subject_id uuid,
  answer bytea not null,
  at timestamptz not null,
  primary key (tenant_id, key)
);
select distribute('command');
select guard_tenant('command');

-- Append-only. xid says when all earlier rows are known, so the sealer never skips one; era counts restores.
create table journal (
  tenant_id uuid not null,
  id uuid not null,
  era integer not null,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid not null,
  operation text not null,
  subject_kind text not null,
  subject_id uuid,
  subject_version integer,
  area_pos bigint,
  from_state text,
  to_state text,
  input jsonb not null,
  hash bytea not null,
  primary key (tenant_id, id)
);
select distribute('journal');
create index journal_order on journal (era, xid);
create index journal_subject on journal (tenant_id, subject_id, id);
alter table journal enable row level security;
create policy tenant on journal using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid or current_setting('app.node', true) = 'on');

-- One Merkle batch of journal rows; each holds the root before it. Kept a second time in a file outside the database.
create table seal (
  no bigint primary key,
  era integer not null,
  from_xid xid8 not null,
  to_xid xid8 not null,
  leaves bytea not null,
  root_before bytea not null,
  root bytea not null,
  mac bytea not null,
  at timestamptz not null
);

create table file (
  tenant_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  area_pos bigint not null,
  purpose text not null check (purpose in ('reported', 'finished')),
  mime text not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  sha256 bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('file');
create index file_subject on file (tenant_id, subject_id);
select guard_area('file', 'subject_id');

-- Human numbers are leased in blocks by each process: gaps allowed, never the same number twice.
create table number_block (
  tenant_id uuid not null,
  name text not null,
  next integer not null,
  primary key (tenant_id, name)
);
select distribute('number_block');
select guard_tenant('number_block');

-- How far the clock of a test system is moved. A node table: never read outside LINLI_ENV=test.
create table clock_shift (
  one boolean primary key default true check (one),
  ms bigint not null default 0
);

-- Counts the lives of this database: a restore begins a new one, since transaction numbers start over.
create table era (
  no integer primary key,
  at timestamptz not null default now()
);
insert into era (no) values (1);

-- What the root key makes of a fixed word: another key, or a lost one made anew, is noticed before anything is written.
create table key_check (
  id integer primary key check (id = 1),
  mac bytea not null
);
