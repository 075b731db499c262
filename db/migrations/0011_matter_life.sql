-- The full life of a matter: handed to agencies, returned, ruled, paused, extended, raised, met about, merged, followed up.

alter table matter drop constraint matter_state_check;
alter table matter add constraint matter_state_check check (state in
  ('reported', 'dispatched', 'handling', 'paused', 'finished', 'replied', 'closed', 'declined', 'merged', 'withdrawn', 'archived'));
alter table matter drop constraint matter_clock_check;
alter table matter add constraint matter_clock_check check (clock in ('take', 'sign', 'answer', 'finish', 'check', 'rate'));

-- How it came: scanned, found in the field, said at the desk, a counter or the legal room, by phone, overheard and noted, sent by a system.
alter table matter drop constraint matter_way_check;
alter table matter add constraint matter_way_check check (way in
  ('scan', 'field', 'desk', 'counter', 'legal_room', 'phone', 'listening', 'patrol', 'system'));

-- Who leads: an agency, the desk of an area, or a named leader with a special team; all empty while it lies with the grid.
alter table matter add column agency_id uuid;
alter table matter add column desk_area_id uuid;
alter table matter add column leader_id uuid;
-- Agencies and people who help; the first who took or signed it stays answerable.
alter table matter add column helpers uuid[] not null default '{}';
alter table matter add column first_agency_id uuid;
-- 0 grid, 1 community, 2 subdistrict, 3 named leader and special team.
alter table matter add column level integer not null default 0 check (level between 0 and 3);
alter table matter add column item_id uuid;
alter table matter add column returns integer not null default 0;
alter table matter add column returned_by uuid[] not null default '{}';
alter table matter add column ruled boolean not null default false;
-- Lateness that a leader has seen and answered for: as many times as `late_times`, or the reply does not go out.
alter table matter add column acknowledged integer not null default 0;
alter table matter add column raised_at timestamptz;
alter table matter add column warned_at timestamptz;
alter table matter add column merged_into uuid;
alter table matter add column lapsed boolean not null default false;
alter table matter add column effect_asked_at timestamptz;
-- What the reporter answered when he was asked later; "no" reopens it and leaves this empty.
alter table matter add column effect_holds boolean;
-- By a leader's mark, or by the danger in its words.
alter table matter add column urgency text not null default 'plain' check (urgency in ('plain', 'urgent', 'pressing'));
-- Its reporter said that it is the same thing as another one; the desk decides.
alter table matter add column same_as uuid;
alter table matter add column urged integer not null default 0;
alter table matter add foreign key (tenant_id, agency_id) references agency (tenant_id, id);
alter table matter add foreign key (tenant_id, merged_into) references matter (tenant_id, id);

drop index matter_open_due;
drop index matter_open_place;
create index matter_open_due on matter (tenant_id, due_at, id) include (area_pos)
  where state in ('reported', 'dispatched', 'handling', 'paused', 'finished');
create index matter_open_place on matter (tenant_id, area_pos, id)
  where state in ('reported', 'dispatched', 'handling', 'paused', 'finished');
create index matter_warned on matter (tenant_id, warn_at) where clock is not null;
create index matter_merged on matter (tenant_id, merged_into) where merged_into is not null;
create index matter_over on matter (tenant_id, closed_at) where state in ('closed', 'declined', 'merged', 'withdrawn');

alter table matter_clock drop constraint matter_clock_kind_check;
alter table matter_clock add constraint matter_clock_kind_check check (kind in ('take', 'sign', 'answer', 'finish', 'check', 'rate'));
create index matter_clock_running on matter_clock (tenant_id, due_at) include (matter_id, kind) where stopped_at is null;
alter table matter_limit drop constraint matter_limit_clock_check;
alter table matter_limit add constraint matter_limit_clock_check check (clock in ('take', 'sign', 'answer', 'check', 'rate'));
-- A service to order (repair, advice, help), on the menu beside reporting.
alter table matter_kind add column on_menu boolean not null default false;
-- So many days after it was closed the reporter is asked once whether it still holds; 0 is never.
alter table matter_kind add column effect_days integer not null default 0 check (effect_days between 0 and 365);

-- What its handler asks of the desk: to let the clock stand still for a listed reason, or to run longer.
create table matter_request (
  tenant_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  area_pos bigint not null,
  what text not null check (what in ('pause', 'extend')),
  reason text not null,
  words text not null,
  until_at timestamptz not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decision text check (decision in ('granted', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, matter_id) references matter (tenant_id, id)
);
select distribute('matter_request');
create index matter_request_matter on matter_request (tenant_id, matter_id);
select guard_area('matter_request', 'matter_id');

-- When the clock for finishing stood still; `until_at` was allowed, `ended_at` is when it ran again.
create table matter_pause (
  tenant_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  area_pos bigint not null,
  reason text not null,
  started_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, matter_id) references matter (tenant_id, id)
);
select distribute('matter_pause');
create index matter_pause_matter on matter_pause (tenant_id, matter_id);
select guard_area('matter_pause', 'matter_id');

-- Which kind goes to whom where, on whose word and until when. A ruling is offered as one.
create table routing_rule (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  area_id uuid not null,
  agency_id uuid not null,
  -- At once, without the desk's hand; otherwise the desk is offered it.
  direct boolean not null,
  basis text not null,
  owner_id uuid not null,
  learned_from uuid,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, kind) references matter_kind (tenant_id, code),
  foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
select distribute('routing_rule');
create index routing_rule_kind on routing_rule (tenant_id, kind);
select guard_tenant('routing_rule');

-- 民情台账: a line of what was said in a chat group or over a cup of tea. It says what, where and by which way; never who.
create table listening (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  way text not null check (way in ('group', 'tea', 'visit', 'phone', 'street')),
  kind text,
  words text not null,
  heard_on date not null,
  heard_by uuid not null,
  outcome text not null default 'noted' check (outcome in ('noted', 'told', 'matter')),
  matter_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, matter_id) references matter (tenant_id, id)
);
select distribute('listening');
create index listening_newest on listening (tenant_id, heard_on, id) include (area_pos);
select guard_area('listening', 'id');

-- A question to the list that somebody asks again and again, under his own name for it.
create table saved_filter (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null,
  filter jsonb not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, name),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
select distribute('saved_filter');
select guard_tenant('saved_filter');

-- What was said into the phone, beside what was photographed.
alter table file drop constraint file_purpose_check;
alter table file add constraint file_purpose_check check (purpose in ('reported', 'finished', 'voice'));
