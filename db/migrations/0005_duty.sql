-- Who answers for an area, level by level; what each duty means; working groups.

create table duty_kind (
  tenant_id uuid not null,
  code text not null,
  level text not null check (level in ('subdistrict', 'community', 'grid', 'building', 'unit')),
  zh text not null,
  en text not null,
  duties_zh text not null,
  duties_en text not null,
  expected boolean not null,
  role text,
  sort integer not null,
  primary key (tenant_id, code)
);
select distribute('duty_kind');
select guard_tenant('duty_kind');

create table duty (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  area_id uuid not null,
  account_id uuid,
  post_id uuid,
  name text not null,
  name_en text not null default '',
  phone text not null default '',
  from_on date not null,
  to_on date,
  stands_in_for uuid,
  ended_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, kind) references duty_kind (tenant_id, code),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, stands_in_for) references duty (tenant_id, id)
);
select distribute('duty');
create index duty_area on duty (tenant_id, area_id);
select guard_tenant('duty');

create table working_group (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  name text not null,
  name_en text not null default '',
  purpose text not null default '',
  ended_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
select distribute('working_group');
select guard_tenant('working_group');

create table group_member (
  tenant_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  account_id uuid,
  name text not null,
  seat text not null check (seat in ('head', 'deputy', 'member')),
  primary key (tenant_id, id),
  foreign key (tenant_id, group_id) references working_group (tenant_id, id)
);
select distribute('group_member');
create index group_member_group on group_member (tenant_id, group_id);
select guard_tenant('group_member');
