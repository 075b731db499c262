-- Teams and their rosters, partner bodies and what they offer, people that other bodies second to an area.

create table team_kind (
  tenant_id uuid not null,
  code text not null,
  zh text not null,
  en text not null,
  sort integer not null,
  primary key (tenant_id, code)
);
select distribute('team_kind');
select guard_tenant('team_kind');

create table body_kind (
  tenant_id uuid not null,
  code text not null,
  zh text not null,
  en text not null,
  sort integer not null,
  primary key (tenant_id, code)
);
select distribute('body_kind');
select guard_tenant('body_kind');

create table body (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  area_id uuid not null,
  name text not null,
  name_en text not null default '',
  offers_zh text not null default '',
  offers_en text not null default '',
  contact text not null default '',
  work_phone text not null default '',
  ended_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, kind) references body_kind (tenant_id, code),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
select distribute('body');
create index body_area on body (tenant_id, area_id);
select guard_tenant('body');

create table secondment (
  tenant_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  area_id uuid not null,
  account_id uuid,
  name text not null,
  name_en text not null default '',
  work_phone text not null default '',
  task_zh text not null,
  task_en text not null default '',
  from_on date not null,
  to_on date,
  ended_at timestamptz,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, body_id) references body (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
select distribute('secondment');
create index secondment_area on secondment (tenant_id, area_id);
select guard_tenant('secondment');

-- `place_id`: where the team is found, such as the room it keeps open. `cover`: when somebody should be on duty.
create table team (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  area_id uuid not null,
  place_id uuid,
  name text not null,
  name_en text not null default '',
  purpose_zh text not null default '',
  purpose_en text not null default '',
  cover jsonb not null,
  ended_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, kind) references team_kind (tenant_id, code),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, place_id) references place (tenant_id, id)
);
select distribute('team');
create index team_area on team (tenant_id, area_id);
create index team_place on team (tenant_id, place_id);
select guard_tenant('team');

-- `shown`: residents may read the name on the page of the room.
create table team_member (
  tenant_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  account_id uuid,
  body_id uuid,
  name text not null,
  name_en text not null default '',
  seat text not null check (seat in ('head', 'deputy', 'member')),
  task_zh text not null default '',
  task_en text not null default '',
  shown boolean not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, team_id) references team (tenant_id, id),
  foreign key (tenant_id, body_id) references body (tenant_id, id)
);
select distribute('team_member');
create index team_member_team on team_member (tenant_id, team_id);
select guard_tenant('team_member');

-- Who is on duty on a weekday (0 Monday to 6 Sunday), in minutes of the local day.
create table team_shift (
  tenant_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  weekday integer not null check (weekday between 0 and 6),
  from_minute integer not null check (from_minute between 0 and 1439),
  to_minute integer not null check (to_minute between 1 and 1440),
  primary key (tenant_id, id),
  foreign key (tenant_id, team_id) references team (tenant_id, id),
  foreign key (tenant_id, member_id) references team_member (tenant_id, id)
);
select distribute('team_shift');
create index team_shift_team on team_shift (tenant_id, team_id);
select guard_tenant('team_shift');

-- A shift of one day in other hands, or in nobody's. Why is not asked: the reasons are often illness.
create table team_swap (
  tenant_id uuid not null,
  shift_id uuid not null,
  day date not null,
  team_id uuid not null,
  member_id uuid,
  primary key (tenant_id, shift_id, day),
  foreign key (tenant_id, shift_id) references team_shift (tenant_id, id),
  foreign key (tenant_id, member_id) references team_member (tenant_id, id)
);
select distribute('team_swap');
create index team_swap_team on team_swap (tenant_id, team_id);
select guard_tenant('team_swap');
