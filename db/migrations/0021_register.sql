-- Registers 台账 of people, households, homes and organisations. Names, phones, birth days and needs are sealed;
-- whole numbers are found by keyed hashes. Rows of a batch that is not published do not exist for anybody.

-- One file sent in. Its state is the one row that shows or hides everything it brought.
create table register_batch (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  class text not null check (class in ('registered', 'floating', 'home', 'rented', 'special', 'organisation', 'school')),
  state text not null check (state in ('received', 'checking', 'checked', 'loading', 'published', 'undoing', 'undone', 'cancelled', 'failed')),
  version integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  primary key (tenant_id, id)
);
select distribute('register_batch');
create index register_batch_area on register_batch (tenant_id, area_pos, made_at);
-- Those whose rows are hidden: looked at with every request, so this index holds nearly nothing.
create index register_batch_hidden on register_batch (tenant_id) where state in ('loading', 'undoing', 'undone', 'cancelled', 'failed');
select guard_area('register_batch', 'id');

-- As before, and which batches are hidden, so that a policy need not ask for each row.
create or replace function set_scope(tenant text, lo text, hi text, gaps text, ids text) returns void language plpgsql as $$
declare
  hidden text;
begin
  execute format('set local app.tenant_id = %L', tenant);
  execute format('set local app.lo = %L', lo);
  execute format('set local app.hi = %L', hi);
  execute format('set local app.gaps = %L', gaps);
  execute format('set local app.ids = %L', ids);
  if tenant <> '' then
    hidden := hidden_batches(tenant::uuid);
  end if;
  execute format('set local app.hidden = %L', coalesce(hidden, ''));
end $$;

-- With the owner's rights: what is hidden must not depend on who asks. It tells ids and nothing else.
create function hidden_batches(tenant uuid) returns text language sql stable security definer set search_path = public as $$
  select string_agg(id::text, ',') from register_batch
  where tenant_id = tenant and state in ('loading', 'undoing', 'undone', 'cancelled', 'failed')
$$;

-- As guard_area, and a row of a hidden batch does not exist.
create function guard_register(name regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format($p$create policy area on %s using (
    tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and ((area_pos between nullif(current_setting('app.lo', true), '')::bigint and nullif(current_setting('app.hi', true), '')::bigint
          and not area_pos <@ nullif(current_setting('app.gaps', true), '')::int8multirange)
      or id = any (string_to_array(current_setting('app.ids', true), ',')::uuid[]))
    and (batch_id is null or batch_id <> all (string_to_array(current_setting('app.hidden', true), ',')::uuid[])))$p$, name);
end $$;

-- 房屋. Lies in a building or unit of the tree; the address is that of a place and stands in clear.
create table home (
  tenant_id uuid not null,
  id uuid not null,
  building_id uuid,
  grid_id uuid not null,
  area_pos bigint not null,
  address text not null,
  -- The address as it is compared: half-width, simplified, 栋 and 幢 as 号楼, no spaces (register/classes/address.ts).
  address_key text not null,
  unit text not null default '',
  floor integer,
  room text not null default '',
  use text not null default 'residence',
  floor_area double precision,
  facts jsonb not null default '{}',
  source text not null,
  as_of date not null,
  ended_on date,
  batch_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('home');
create index home_address on home (tenant_id, address_key);
create index home_area on home (tenant_id, area_pos, id);
create index home_building on home (tenant_id, building_id, unit, room);
create index home_batch on home (tenant_id, batch_id, id) where batch_id is not null;
select guard_register('home');

-- 出租房屋: that a home is let, for what, and which hazards were seen in it.
create table rental (
  tenant_id uuid not null,
  id uuid not null,
  home_id uuid not null,
  area_pos bigint not null,
  grid_id uuid not null,
  use text not null default '',
  facts jsonb not null default '{}',
  source text not null,
  from_day date not null,
  to_day date,
  batch_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('rental');
create index rental_home on rental (tenant_id, home_id);
create index rental_area on rental (tenant_id, area_pos, id);
create index rental_batch on rental (tenant_id, batch_id, id) where batch_id is not null;
select guard_register('rental');

-- 两新组织, 物业, 学校 and others.
create table organisation (
  tenant_id uuid not null,
  id uuid not null,
  class text not null check (class in ('organisation', 'school', 'property')),
  area_id uuid not null,
  grid_id uuid,
  area_pos bigint not null,
  name text not null,
  -- 统一社会信用代码 (GB 32100), public by law.
  code text,
  kind text not null default '',
  address text not null default '',
  contact_name bytea,
  contact_phone bytea,
  facts jsonb not null default '{}',
  seal_no integer not null default 1,
  key_version integer not null default 1,
  source text not null,
  as_of date not null,
  ended_on date,
  batch_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('organisation');
create index organisation_area on organisation (tenant_id, area_pos, id);
create index organisation_code on organisation (tenant_id, code) where code is not null;
create index organisation_batch on organisation (tenant_id, batch_id, id) where batch_id is not null;
select guard_register('organisation');

-- 户: who keeps house together in a home.
create table household (
  tenant_id uuid not null,
  id uuid not null,
  home_id uuid,
  grid_id uuid not null,
  area_pos bigint not null,
  -- HMAC of the household's number, by which rows of one household come together.
  number_mac bytea,
  head_id uuid,
  batch_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('household');
create index household_number on household (tenant_id, number_mac) where number_mac is not null;
create index household_home on household (tenant_id, home_id);
create index household_batch on household (tenant_id, batch_id, id) where batch_id is not null;
select guard_register('household');

create table person (
  tenant_id uuid not null,
  id uuid not null,
  class text not null check (class in ('registered', 'floating')),
  home_id uuid,
  household_id uuid,
  -- GB/T 4761, two digits; '' when nobody said.
  relation text not null default '',
  grid_id uuid not null,
  area_pos bigint not null,
  name bytea not null,
  phone bytea,
  birth bytea,
  birth_year integer,
  -- GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not said.
  sex integer not null default 9 check (sex in (0, 1, 2, 9)),
  home_place bytea,
  need bytea,
  -- 人户一致标识: whether he lives where he is registered.
  lives_here boolean,
  -- GA/T 517: 111 the identity card.
  paper text not null default '111',
  -- Keyed hashes: of the identity number, of the phone, of name + birth + address.
  number_mac bytea,
  phone_mac bytea,
  same_mac bytea,
  -- Kept only where a purpose for it is switched on (register_purpose).
  number bytea,
  -- Counts the times the sealed fields were sealed; they are bound to it, so an old value put back does not open.
  seal_no integer not null default 1,
  key_version integer not null default 1,
  source text not null,
  as_of date not null,
  state text not null default 'here' check (state in ('here', 'left', 'died', 'merged')),
  state_since date,
  merged_into uuid,
  batch_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('person');
create index person_area on person (tenant_id, area_pos, id);
create index person_home on person (tenant_id, home_id);
create index person_household on person (tenant_id, household_id) where household_id is not null;
create index person_number on person (tenant_id, number_mac) where number_mac is not null;
create index person_phone on person (tenant_id, phone_mac) where phone_mac is not null;
create index person_same on person (tenant_id, same_mac) where same_mac is not null;
create index person_batch on person (tenant_id, batch_id, id) where batch_id is not null;
select guard_register('person');

-- What a person's entry said before it was changed: sealed as one, so that any day can be looked back on.
create table person_past (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  area_pos bigint not null,
  entry bytea not null,
  key_version integer not null default 1,
  from_day date not null,
  to_day date not null,
  source text not null,
  batch_id uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('person_past');
create index person_past_person on person_past (tenant_id, person_id, to_day);
select guard_register('person_past');

-- Who lives in, owns or rents a home, works at an organisation, looks after a building or somebody. From when, until when, said by whom.
-- That a person lives in a home since he was entered is in his own row; a tie is written when it begins or ends on a day of its own.
create table tie (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('lives_in', 'owns', 'rents', 'works_at', 'looks_after', 'manages')),
  person_id uuid,
  organisation_id uuid,
  to_kind text not null check (to_kind in ('home', 'organisation', 'person', 'area')),
  to_id uuid not null,
  area_pos bigint not null,
  from_day date not null,
  to_day date,
  source text not null,
  batch_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  check ((person_id is null) <> (organisation_id is null))
);
select distribute('tie');
create index tie_person on tie (tenant_id, person_id) where person_id is not null;
create index tie_organisation on tie (tenant_id, organisation_id) where organisation_id is not null;
create index tie_to on tie (tenant_id, to_id, kind);
create index tie_batch on tie (tenant_id, batch_id, id) where batch_id is not null;
select guard_register('tie');

-- Somebody came into or left a grid on a day. It names nobody: it feeds counts and is no track of anyone.
create table movement (
  tenant_id uuid not null,
  id uuid not null,
  grid_id uuid not null,
  area_pos bigint not null,
  day date not null,
  way text not null check (way in ('in', 'out')),
  cause text not null check (cause in ('born', 'came', 'within', 'left', 'died')),
  batch_id uuid,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('movement');
create index movement_area on movement (tenant_id, area_pos, day);
select guard_register('movement');

-- 走访: somebody went to a home and asked. What he then entered carries this as its source.
create table home_visit (
  tenant_id uuid not null,
  id uuid not null,
  home_id uuid not null,
  area_pos bigint not null,
  made_by uuid not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('talked', 'nobody', 'refused')),
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('home_visit');
create index home_visit_home on home_visit (tenant_id, home_id, begun_at);
select guard_area('home_visit', 'id');

-- 更正请求 (PIPL art. 46): what a person says is wrong or missing in his own entry, in his own words.
create table correction (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  area_pos bigint not null,
  words bytea not null,
  state text not null check (state in ('open', 'done', 'declined')),
  answer bytea,
  due_at timestamptz not null,
  made_at timestamptz not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('correction');
create index correction_person on correction (tenant_id, person_id);
create index correction_open on correction (tenant_id, area_pos, due_at) where state = 'open';
select guard_area('correction', 'id');

-- A purpose that a district has switched on by a written decision, and the one column it needs (decided: none by default).
create table register_purpose (
  tenant_id uuid not null,
  code text not null,
  zh text not null,
  en text not null,
  basis text not null,
  columns text[] not null,
  document_no text not null,
  from_day date not null,
  to_day date,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, code)
);
select distribute('register_purpose');
select guard_tenant('register_purpose');
