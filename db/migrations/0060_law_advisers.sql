-- One legal adviser per community 一社区一法律顾问, law-savvy residents 法律明白人, and the log of what an adviser did.

-- Who stands by an area with the law, for a term. Who it is stands in sitter.
create table law_post (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  area_end bigint not null,
  sitter_id uuid not null,
  role text not null check (role in ('adviser', 'savvy')),
  hours_zh text not null,
  hours_en text not null,
  -- Of a law-savvy resident: the day of the training that made him one.
  trained_on date,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  ended_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, sitter_id) references sitter (tenant_id, id)
);
select distribute('law_post');
create index law_post_area on law_post (tenant_id, area_pos);
select guard_tenant('law_post');

-- What an adviser did on a day: its kind, its time, how many came. Nobody who was advised is written down.
create table law_service (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  kind text not null check (kind in ('advice', 'review', 'lecture', 'mediation')),
  on_day date not null,
  minutes integer not null check (minutes > 0),
  came integer not null check (came >= 0),
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, post_id) references law_post (tenant_id, id)
);
select distribute('law_service');
create index law_service_area on law_service (tenant_id, area_pos, on_day);
select guard_tenant('law_service');
