-- Retention: how long what is kept, what is held back from ending, and which files a person signs for.

-- One rule for each purpose. A change counts from next_from on; until then the days before it.
create table retention_rule (
  tenant_id uuid not null,
  purpose text not null,
  days integer not null check (days >= 0),
  next_days integer check (next_days >= 0),
  next_from date,
  document_no text not null default '',
  changed_by uuid,
  -- As of the last daily look: rows that are due and wait (for a signature), rows that are held, all that have ended.
  due integer not null default 0,
  held integer not null default 0,
  ended bigint not null default 0,
  looked_at timestamptz,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, purpose)
);
select distribute('retention_rule');
select guard_tenant('retention_rule');

-- Nothing of it ends while it holds: a lawsuit, an inspection, a complaint. Two persons lift it.
create table legal_hold (
  tenant_id uuid not null,
  id uuid not null,
  -- '': of every purpose.
  purpose text not null default '',
  area_id uuid not null,
  -- Of these rows alone; '{}': of all in the area.
  row_ids uuid[] not null default '{}',
  why text not null,
  document_no text not null,
  from_on date not null,
  to_on date,
  made_by uuid not null,
  lift_by uuid,
  lift_why text not null default '',
  lifted_by uuid,
  lifted_at timestamptz,
  state text not null check (state in ('holding', 'lifting', 'lifted')),
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
select distribute('legal_hold');
select guard_tenant('legal_hold');

-- 销毁清册: files whose time is over, drawn up once a month for a subdistrict, signed by one person and witnessed by another.
create table destruction (
  tenant_id uuid not null,
  id uuid not null,
  purpose text not null,
  area_id uuid not null,
  area_pos bigint not null,
  month text not null,
  rows integer not null,
  state text not null check (state in ('drawn', 'signed', 'witnessed', 'destroyed', 'kept')),
  signed_by uuid,
  signed_at timestamptz,
  witnessed_by uuid,
  witnessed_at timestamptz,
  destroyed_at timestamptz,
  -- Why it was not signed.
  kept_why text not null default '',
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
select distribute('destruction');
create index destruction_area on destruction (tenant_id, area_pos, made_at);
create index destruction_witnessed on destruction (tenant_id) where state = 'witnessed';
select guard_area('destruction', 'id');

create table destruction_row (
  tenant_id uuid not null,
  destruction_id uuid not null,
  row_id uuid not null,
  area_pos bigint not null,
  ended_at timestamptz,
  primary key (tenant_id, destruction_id, row_id),
  foreign key (tenant_id, destruction_id) references destruction (tenant_id, id)
);
select distribute('destruction_row');
create index destruction_row_waiting on destruction_row (tenant_id, row_id) where ended_at is null;
select guard_tenant('destruction_row');

-- How far this database has come in the list of what has ended, which lies beside the root key. A node table.
create table ended_head (
  one boolean primary key default true check (one),
  no bigint not null,
  mac text not null
);
insert into ended_head (no, mac) values (0, '');

-- Looked through by day: answers that are still kept, and who can still be reached about what is closed.
create index command_kept on command (tenant_id, at) where answer <> '';
create index matter_reporter_kept on matter (tenant_id, closed_at)
  where closed_at is not null and (reporter_name is not null or reporter_phone is not null);
create index person_gone on person (tenant_id, state_since) where state <> 'here';
