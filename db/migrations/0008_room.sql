-- Rooms and stations: places that are open at hours, offer services and lend tools; and the means each area works with.

-- A kind of place may be a room; then it may be expected at one level, and brings the services that are usual in it.
alter table place_kind add column room boolean not null default false;
alter table place_kind add column level text check (level in ('district', 'subdistrict', 'community'));
alter table place_kind add column expected boolean not null default false;
alter table place_kind add column usual jsonb not null default '[]';
alter table place_kind add column sort integer not null default 900;

-- A room's page is public, so its id leads to its district before any sign-in.
alter table directory drop constraint directory_kind_check;
alter table directory add constraint directory_kind_check
  check (kind in ('login', 'session', 'code', 'receipt', 'invitation', 'room'));

-- The id is that of its place: name, kind, area and printed code stand there.
create table room (
  tenant_id uuid not null,
  id uuid not null,
  phone text not null default '',
  spot_zh text not null default '',
  spot_en text not null default '',
  about_zh text not null default '',
  about_en text not null default '',
  weekly jsonb not null,
  follows_calendar boolean not null,
  closed_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references place (tenant_id, id)
);
select distribute('room');
select guard_tenant('room');

-- A day with hours of its own; none means closed.
create table room_day (
  tenant_id uuid not null,
  room_id uuid not null,
  day date not null,
  spans jsonb not null,
  zh text not null,
  en text not null,
  primary key (tenant_id, room_id, day),
  foreign key (tenant_id, room_id) references room (tenant_id, id)
);
select distribute('room_day');
select guard_tenant('room_day');

create table room_service (
  tenant_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  zh text not null,
  en text not null,
  sort integer not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references room (tenant_id, id)
);
select distribute('room_service');
create index room_service_room on room_service (tenant_id, room_id);
select guard_tenant('room_service');

create table room_tool (
  tenant_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  zh text not null,
  en text not null,
  total integer not null check (total > 0),
  sort integer not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references room (tenant_id, id)
);
select distribute('room_tool');
create index room_tool_room on room_tool (tenant_id, room_id);
select guard_tenant('room_tool');

-- Who has a tool is nobody's business here: the borrower keeps the tag with the same number.
create table tool_loan (
  tenant_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  tool_id uuid not null,
  tag integer not null,
  lent_on date not null,
  back_by date not null,
  back_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, tool_id) references room_tool (tenant_id, id)
);
select distribute('tool_loan');
create index tool_loan_out on tool_loan (tenant_id, room_id) where back_on is null;
select guard_tenant('tool_loan');

create table means_kind (
  tenant_id uuid not null,
  code text not null,
  zh text not null,
  en text not null,
  unit_zh text not null,
  unit_en text not null,
  expected boolean not null,
  sort integer not null,
  primary key (tenant_id, code)
);
select distribute('means_kind');
select guard_tenant('means_kind');

-- One statement a day; the latest holds, the earlier ones show how it grew.
create table means (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  kind text not null,
  as_of date not null,
  amount double precision not null check (amount >= 0),
  noted_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, area_id, kind, as_of),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, kind) references means_kind (tenant_id, code)
);
select distribute('means');
select guard_tenant('means');
