-- Law at the doorstep: who sits when and where, slots and numbers, and answers that may be used again.

-- Who sits: somebody with an account, or a lawyer of a firm outside.
create table sitter (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  kind text not null check (kind in ('lawyer', 'mediator', 'volunteer', 'expert')),
  name text not null,
  name_en text not null,
  firm text not null,
  licence_no text not null,
  account_id uuid,
  ended_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('sitter');
create index sitter_area on sitter (tenant_id, area_pos);
select guard_tenant('sitter');

-- A weekly pattern: on one weekday, in one room, each week the next of those who take turns.
create table rotation (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  room_id uuid not null,
  kind text not null check (kind in ('volunteer', 'legal')),
  weekday integer not null check (weekday between 0 and 6),
  from_minute integer not null,
  to_minute integer not null check (to_minute > from_minute),
  slot_minutes integer not null,
  offers_zh text not null,
  offers_en text not null,
  from_on date not null,
  turns jsonb not null,
  ended_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('rotation');
create index rotation_area on rotation (tenant_id, area_pos);
select guard_tenant('rotation');

create table clinic (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  kind text not null check (kind in ('volunteer', 'legal', 'touring')),
  room_id uuid,
  spot_zh text not null,
  spot_en text not null,
  day date not null,
  from_minute integer not null,
  to_minute integer not null check (to_minute > from_minute),
  -- 0: nobody books, one comes and takes a number.
  slot_minutes integer not null,
  offers_zh text not null,
  offers_en text not null,
  state text not null check (state in ('planned', 'cancelled', 'held')),
  -- Why it was moved or cancelled, for those who come.
  why_zh text not null default '',
  why_en text not null default '',
  rotation_id uuid,
  -- The day the pattern meant, wherever it was moved: one session a week, however often the pattern is filled in.
  pattern_day date,
  code text not null,
  advised integer,
  handed_on integer,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('clinic');
create index clinic_day on clinic (tenant_id, day, area_pos);
create unique index clinic_pattern on clinic (tenant_id, rotation_id, pattern_day) where rotation_id is not null;
select guard_tenant('clinic');

create table clinic_seat (
  tenant_id uuid not null,
  clinic_id uuid not null,
  sitter_id uuid not null,
  primary key (tenant_id, clinic_id, sitter_id),
  foreign key (tenant_id, clinic_id) references clinic (tenant_id, id),
  foreign key (tenant_id, sitter_id) references sitter (tenant_id, id)
);
select distribute('clinic_seat');
create index clinic_seat_sitter on clinic_seat (tenant_id, sitter_id);
select guard_tenant('clinic_seat');

create table clinic_booking (
  tenant_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  from_minute integer not null,
  topic text not null,
  -- Nothing once the time to call is over.
  phone bytea,
  key_version integer not null default 1,
  state text not null check (state in ('booked', 'dropped')),
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, clinic_id) references clinic (tenant_id, id)
);
select distribute('clinic_booking');
-- A slot is given once; the lock on its session comes first, this is the net below.
create unique index clinic_booking_slot on clinic_booking (tenant_id, clinic_id, from_minute) where state = 'booked';
select guard_tenant('clinic_booking');

-- A number at the door. It names nobody.
create table clinic_ticket (
  tenant_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  no integer not null,
  state text not null check (state in ('waiting', 'called', 'seen', 'done', 'left')),
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, clinic_id) references clinic (tenant_id, id)
);
select distribute('clinic_ticket');
create unique index clinic_ticket_no on clinic_ticket (tenant_id, clinic_id, no);
select guard_tenant('clinic_ticket');

-- Answers that may be used again: without anybody in them, read by a second person, with the articles they rest on.
create table law_answer (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  topic text not null,
  question text not null,
  answer text not null,
  articles jsonb not null,
  checked_on date not null,
  state text not null check (state in ('draft', 'shown', 'retired')),
  proposed_by uuid not null,
  reviewed_by uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('law_answer');
create index law_answer_state on law_answer (tenant_id, state, topic);
select guard_tenant('law_answer');
