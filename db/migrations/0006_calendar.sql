-- Working days as announced, and the hours each office works or is on duty.

create table calendar_day (
  tenant_id uuid not null,
  day date not null,
  kind text not null check (kind in ('holiday', 'makeup')),
  zh text not null,
  en text not null,
  primary key (tenant_id, day)
);
select distribute('calendar_day');
select guard_tenant('calendar_day');

create table calendar_year (
  tenant_id uuid not null,
  year integer not null,
  announced_at timestamptz not null,
  source text not null,
  primary key (tenant_id, year)
);
select distribute('calendar_year');
select guard_tenant('calendar_year');

create table office_hours (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  purpose text not null check (purpose in ('work', 'duty')),
  weekly jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, area_id, purpose),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
select distribute('office_hours');
select guard_tenant('office_hours');
