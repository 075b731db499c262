-- The tree from district to home, numbered by nested intervals; codes, aliases and second divisions beside it.

create table area (
  tenant_id uuid not null,
  id uuid not null,
  parent_id uuid,
  level text not null check (level in ('district', 'subdistrict', 'community', 'grid', 'building', 'unit', 'home')),
  code text,
  name text not null,
  name_en text not null default '',
  address text not null default '',
  area_pos bigint not null,
  area_end bigint not null,
  boundary jsonb,
  lon double precision,
  lat double precision,
  height real,
  floors integer,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references area (tenant_id, id),
  check (area_end >= area_pos)
);
select distribute('area');
create index area_tree on area (tenant_id, parent_id, area_pos);
create index area_position on area (tenant_id, area_pos);
create unique index area_code_now on area (tenant_id, code) where valid_to is null;
select guard_tenant('area');

-- Every official code an area ever had, with its source. Records keep the code of their day.
create table area_code (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
select distribute('area_code');
create index area_code_area on area_code (tenant_id, area_id);
select guard_tenant('area_code');

create table area_alias (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, area_id, name),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
select distribute('area_alias');
select guard_tenant('area_alias');

-- Compounds and police beats cross the tree. They are links and never give rights.
create table division (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('compound', 'beat')),
  name text not null,
  name_en text not null default '',
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('division');
select guard_tenant('division');

create table division_part (
  tenant_id uuid not null,
  division_id uuid not null,
  area_id uuid not null,
  primary key (tenant_id, division_id, area_id),
  foreign key (tenant_id, division_id) references division (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
select distribute('division_part');
create index division_part_area on division_part (tenant_id, area_id);
select guard_tenant('division_part');
