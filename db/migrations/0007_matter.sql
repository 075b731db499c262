-- Matters: what was reported, who handles it, its clocks and its story.

create table matter_kind (
  tenant_id uuid not null,
  code text not null,
  family text not null,
  zh text not null,
  en text not null,
  hint_zh text not null default '',
  hint_en text not null default '',
  public boolean not null,
  public_zh text not null default '',
  public_en text not null default '',
  limit_minutes integer not null check (limit_minutes > 0),
  counting text not null check (counting in ('work', 'always')),
  proof text not null check (proof in ('photo', 'text', 'none')),
  emergency text check (emergency in ('110', '119', '120')),
  words text[] not null default '{}',
  retired_at timestamptz,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, code)
);
select distribute('matter_kind');
select guard_tenant('matter_kind');

-- 入格事项清单: what the grid may be asked to do, on which basis, from when until when.
create table access_item (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  lead_zh text not null,
  lead_en text not null,
  basis_zh text not null,
  basis_en text not null,
  duties text[] not null check (duties <@ array['find', 'pass_on', 'assist', 'tell']),
  frequency_zh text not null,
  frequency_en text not null,
  standard_zh text not null,
  standard_en text not null,
  feedback_zh text not null,
  feedback_en text not null,
  document_no text not null,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, kind) references matter_kind (tenant_id, code)
);
select distribute('access_item');
select guard_tenant('access_item');

-- How long until a matter is taken and until its reporter is answered; the limit for finishing stands with the kind.
create table matter_limit (
  tenant_id uuid not null,
  clock text not null check (clock in ('take', 'answer')),
  limit_minutes integer not null check (limit_minutes > 0),
  counting text not null check (counting in ('always', 'work', 'duty')),
  basis text not null,
  primary key (tenant_id, clock)
);
select distribute('matter_limit');
select guard_tenant('matter_limit');

-- Words of danger: who should be called before any form is filled in. The first rule that fits is shown.
create table emergency_rule (
  tenant_id uuid not null,
  id uuid not null,
  sort integer not null,
  words text[] not null,
  except_words text[] not null default '{}',
  call text not null check (call in ('110', '119', '120')),
  zh text not null,
  en text not null,
  primary key (tenant_id, id)
);
select distribute('emergency_rule');
select guard_tenant('emergency_rule');

create table matter (
  tenant_id uuid not null,
  id uuid not null,
  no text not null,
  state text not null check (state in ('reported', 'handling', 'finished', 'replied', 'closed', 'withdrawn')),
  version integer not null default 1,
  round integer not null default 1,
  kind text not null,
  way text not null check (way in ('scan', 'field', 'desk')),
  words text not null,
  title text not null,
  grid_id uuid,
  area_id uuid not null,
  area_pos bigint not null,
  place_id uuid,
  address text not null,
  lon double precision,
  lat double precision,
  reporter_id uuid,
  reporter_name bytea,
  reporter_phone bytea,
  photos integer not null default 0,
  emergency text check (emergency in ('110', '119', '120')),
  handler_id uuid,
  hands uuid[] not null default '{}',
  clock text check (clock in ('take', 'answer', 'finish')),
  warn_at timestamptz,
  due_at timestamptz,
  late_times integer not null default 0,
  answered_at timestamptz,
  reply text,
  solved boolean,
  satisfaction integer check (satisfaction between 1 and 5),
  reported_at timestamptz not null,
  changed_at timestamptz not null,
  replied_at timestamptz,
  closed_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, no),
  foreign key (tenant_id, kind) references matter_kind (tenant_id, code)
);
select distribute('matter');
-- Open matters are few among many: two small indexes answer every queue, by deadline for wide areas, by place for narrow ones.
-- area_pos and id stand in every index, so that the scope of the reader is judged without a look at the row.
create index matter_open_due on matter (tenant_id, due_at, id) include (area_pos) where state in ('reported', 'handling', 'finished');
create index matter_open_place on matter (tenant_id, area_pos, id) where state in ('reported', 'handling', 'finished');
create index matter_waiting on matter (tenant_id, reported_at, id) include (area_pos) where state in ('finished', 'replied');
create index matter_grid on matter (tenant_id, grid_id, state, reported_at, id) include (area_pos);
create index matter_kind_newest on matter (tenant_id, kind, reported_at, id) include (area_pos);
create index matter_place on matter (tenant_id, area_pos, reported_at, id);
create index matter_newest on matter (tenant_id, reported_at, id) include (area_pos);
select guard_area('matter', 'id');

create table matter_clock (
  tenant_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  area_pos bigint not null,
  round integer not null,
  kind text not null check (kind in ('take', 'answer', 'finish')),
  counting text not null check (counting in ('always', 'work', 'duty')),
  limit_minutes integer not null,
  basis text not null,
  started_at timestamptz not null,
  warn_at timestamptz not null,
  due_at timestamptz not null,
  provisional boolean not null,
  stopped_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, matter_id) references matter (tenant_id, id)
);
select distribute('matter_clock');
create index matter_clock_matter on matter_clock (tenant_id, matter_id, kind);
create index matter_clock_provisional on matter_clock (tenant_id, due_at) where provisional and stopped_at is null;
select guard_area('matter_clock', 'matter_id');

create table matter_step (
  tenant_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  area_pos bigint not null,
  round integer not null,
  move text not null,
  at timestamptz not null,
  by text not null check (by in ('reporter', 'staff', 'system')),
  actor_id uuid,
  actor_name text not null default '',
  text text not null default '',
  detail jsonb not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, matter_id) references matter (tenant_id, id)
);
select distribute('matter_step');
create index matter_step_matter on matter_step (tenant_id, matter_id, at);
create index matter_step_actor on matter_step (tenant_id, actor_id, at);
select guard_area('matter_step', 'matter_id');
