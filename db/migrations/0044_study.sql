-- Study of disputes: meetings that end in measures, sweeps, and what was prevented, as counts alone.

create table study_meeting (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  about text not null check (about in ('area', 'department', 'unit')),
  -- When it is held, the next one is planned.
  every text not null check (every in ('once', 'month', 'quarter')),
  on_day date not null,
  -- The days it looks at.
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  -- Its agenda: what the figures said when it was held.
  figures jsonb,
  -- Offices, never names.
  offices text[] not null default '{}',
  minutes text not null default '',
  held_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('study_meeting');
create index study_meeting_area on study_meeting (tenant_id, area_pos, on_day desc);
select guard_area('study_meeting', 'id');

-- Whoever owns one may sit outside of the area.
create table study_measure (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  area_pos bigint not null,
  words text not null,
  owner_id uuid not null,
  due_on date not null,
  done_on date,
  result text not null default '',
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references study_meeting (tenant_id, id)
);
select distribute('study_measure');
create index study_measure_of on study_measure (tenant_id, meeting_id);
create index study_measure_owner on study_measure (tenant_id, owner_id, due_on);
select guard_tenant('study_measure');

-- 排查: what it finds are the files opened on own initiative there, in these days, of its kinds: nothing is entered twice.
create table study_sweep (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  area_end bigint not null,
  field text not null check (field in ('all', 'labour', 'insurance', 'estate', 'finance', 'urban', 'family', 'neighbours', 'lending')),
  title text not null,
  units text[] not null default '{}',
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  visited integer,
  prevented integer,
  closed_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('study_sweep');
create index study_sweep_area on study_sweep (tenant_id, area_pos, from_day desc);
select guard_area('study_sweep', 'id');

-- The form's columns of what did not come to it: counts of an area and a month, without a file or anybody.
create table study_prevented (
  tenant_id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  month text not null check (month ~ '^\d{4}-\d\d$'),
  kind text not null check (kind in ('harm', 'case', 'petition', 'fight')),
  cases integer not null check (cases between 0 and 9999),
  people integer not null check (people between 0 and 99999),
  version integer not null default 1,
  primary key (tenant_id, area_id, month, kind)
);
select distribute('study_prevented');
create index study_prevented_month on study_prevented (tenant_id, area_pos, month);
select guard_tenant('study_prevented');
