-- Places a code can be printed for: a door, a building, a venue, a room.

create table place_kind (
  tenant_id uuid not null,
  code text not null,
  zh text not null,
  en text not null,
  primary key (tenant_id, code)
);
select distribute('place_kind');
select guard_tenant('place_kind');

create table place (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  name_en text not null default '',
  label text not null,
  area_id uuid not null,
  area_pos bigint not null,
  lon double precision,
  lat double precision,
  code text not null,
  check_words text not null,
  retired_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, kind) references place_kind (tenant_id, code)
);
select distribute('place');
create index place_position on place (tenant_id, area_pos);
select guard_tenant('place');
