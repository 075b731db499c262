-- Open311: keys of other systems, and what makes public lists quick to read.

-- A key leads to its district before any tenant is known.
alter table directory drop constraint directory_kind_check;
alter table directory add constraint directory_kind_check
  check (kind in ('login', 'session', 'code', 'receipt', 'invitation', 'room', 'open311'));

-- Whose system it is, whom to ask about it, and until when it may send. The key itself is kept as a hash in the directory.
create table open311_key (
  tenant_id uuid not null,
  id uuid not null,
  owner text not null,
  contact text not null,
  demo boolean not null default false,
  made_by uuid not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
select distribute('open311_key');
select guard_tenant('open311_key');

-- What has changed since: steps are only ever added, so this grows at its end.
create index matter_step_when on matter_step (tenant_id, at, id);

-- An address somebody typed is found by the names in it.
create index area_name on area (tenant_id, name);
create index area_name_en on area (tenant_id, lower(name_en)) where name_en <> '';
