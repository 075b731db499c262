-- Files sent into the registers: what is told of them, how far they are, what was wrong, what is offered for merging.

-- What a sender's row said, as a keyed hash: the same row sent again changes nothing, whatever was corrected here since.
alter table person add column said_mac bytea;
alter table organisation add column said_mac bytea;
create index organisation_name on organisation (tenant_id, name);

-- Beside register_batch, under the same id: what only its page asks for. The file itself lies in the spool until it is loaded.
create table import_file (
  tenant_id uuid not null,
  id uuid not null,
  area_pos bigint not null,
  name text not null,
  bytes bigint not null,
  -- Keyed hash of the whole file, so that the same file is told apart.
  content_mac bytea not null,
  spool_id uuid not null,
  -- Where each heading leads (register/classes): [{heading, column, why}], and codes of columns that are missing.
  headings jsonb,
  missing text[] not null default '{}',
  -- What the sender chose: heading as written to column code.
  mapping jsonb not null default '{}',
  -- Columns that were dropped, and how many values of each: [{heading, why, values}].
  dropped jsonb not null default '[]',
  -- Good rows go in, or all or nothing.
  choice text not null default 'good' check (choice in ('good', 'all')),
  -- Why it failed: a problem's code.
  fault text,
  begun_at timestamptz,
  spooled boolean not null default true,
  primary key (tenant_id, id)
);
select distribute('import_file');
create index import_file_content on import_file (tenant_id, content_mac);
create index import_file_spooled on import_file (tenant_id, id) where spooled;
select guard_area('import_file', 'id');

-- 2,000 rows at a time: a chunk's rows, faults and this mark commit together, so that what was killed goes on with exact counts.
create table import_chunk (
  tenant_id uuid not null,
  batch_id uuid not null,
  pass text not null check (pass in ('check', 'load')),
  no integer not null,
  area_pos bigint not null,
  read_rows integer not null,
  good_rows integer not null,
  bad_rows integer not null,
  repeat_rows integer not null,
  offer_rows integer not null,
  done_at timestamptz not null,
  primary key (tenant_id, batch_id, pass, no)
);
select distribute('import_chunk');
select guard_area('import_chunk', 'batch_id');

-- What a chunk adds to the counts of a grid once it is published.
create table import_count (
  tenant_id uuid not null,
  batch_id uuid not null,
  grid_id uuid not null,
  class text not null,
  area_pos bigint not null,
  n integer not null,
  primary key (tenant_id, batch_id, grid_id, class)
);
select distribute('import_count');
select guard_area('import_count', 'batch_id');

-- One broken row. Its cells stay sealed for 30 days, so that a sheet to correct can be given back; then only the masked fault stays.
create table import_fault (
  tenant_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  area_pos bigint not null,
  sheet text not null,
  line integer not null,
  -- [{column, heading, value, reason}], values masked.
  faults jsonb not null,
  cells bytea,
  key_version integer not null default 1,
  primary key (tenant_id, id)
);
select distribute('import_fault');
create unique index import_fault_line on import_fault (tenant_id, batch_id, sheet, line);
create index import_fault_cells on import_fault (tenant_id, batch_id) where cells is not null;
select guard_area('import_fault', 'batch_id');

-- Somebody who is in the register already, as a sender's row has him now: a person's entry that is none yet.
create table import_offer (
  tenant_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  line integer not null,
  -- The entry that is there.
  person_id uuid not null,
  settled text not null default 'open' check (settled in ('open', 'taken', 'apart', 'left')),
  settled_by uuid,
  settled_at timestamptz,
  class text not null,
  home_id uuid,
  household_id uuid,
  relation text not null default '',
  grid_id uuid not null,
  area_pos bigint not null,
  -- Sealed as the row of a person under this id, so that it can become one.
  name bytea not null,
  phone bytea,
  birth bytea,
  birth_year integer,
  sex integer not null,
  home_place bytea,
  need bytea,
  lives_here boolean,
  paper text not null,
  number_mac bytea,
  phone_mac bytea,
  same_mac bytea,
  number bytea,
  said_mac bytea,
  seal_no integer not null default 1,
  key_version integer not null default 1,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('import_offer');
create index import_offer_batch on import_offer (tenant_id, batch_id, id);
create index import_offer_open on import_offer (tenant_id, area_pos, id) where settled = 'open';
select guard_register('import_offer');

-- 特殊人群: that a row was counted, as a keyed hash and nothing else, so that a repeat is not counted again.
create table import_special (
  tenant_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  area_pos bigint not null,
  same_mac bytea not null,
  primary key (tenant_id, id)
);
select distribute('import_special');
create index import_special_same on import_special (tenant_id, same_mac);
create index import_special_batch on import_special (tenant_id, batch_id, id);
select guard_register('import_special');

-- Where an account's headings of a class led the last time.
create table import_mapping (
  tenant_id uuid not null,
  account_id uuid not null,
  class text not null,
  mapping jsonb not null,
  changed_at timestamptz not null,
  primary key (tenant_id, account_id, class)
);
select distribute('import_mapping');
select guard_tenant('import_mapping');
