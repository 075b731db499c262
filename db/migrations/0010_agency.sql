-- Agencies 责任单位: departments, counters, companies that matters are handed to; and the rows handed to somebody one by one.

create table agency (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('department', 'counter', 'legal_room', 'company', 'utility')),
  name text not null,
  name_en text not null,
  area_id uuid not null,
  area_pos bigint not null,
  phone text not null default '',
  retired_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  foreign key (tenant_id, area_id) references area (tenant_id, id)
);
select distribute('agency');
create index agency_place on agency (tenant_id, area_pos);
select guard_tenant('agency');

-- The agency a clerk works for. Other posts have none.
alter table post add column agency_id uuid;
alter table post add foreign key (tenant_id, agency_id) references agency (tenant_id, id);

-- What a person or an agency was handed: such a row is seen by its id wherever it lies, and as long as it is handed.
create table assignment (
  tenant_id uuid not null,
  id uuid not null,
  -- An account or an agency.
  holder_id uuid not null,
  subject_id uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
select distribute('assignment');
create index assignment_holder on assignment (tenant_id, holder_id) include (subject_id) where ended_at is null;
create index assignment_subject on assignment (tenant_id, subject_id) where ended_at is null;
select guard_tenant('assignment');

drop function find_session(bytea, timestamptz, date);
drop function find_account(uuid, uuid, date);

create function find_account(t uuid, who uuid, on_day date)
returns table (tenant_id uuid, account_id uuid, name text, name_en text, lang text, posts jsonb, ids uuid[])
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    with held as (
      select p.id, p.role, p.area_id, p.agency_id, p.stands_in_for, r.name as area_name, r.level, r.area_pos, r.area_end
      from post p join area r on r.tenant_id = t and r.id = p.area_id
      where p.tenant_id = t and p.account_id = who and p.ended_at is null and p.from_on <= on_day and (p.to_on is null or p.to_on >= on_day)
    )
    select a.tenant_id, a.id, a.name, a.name_en, a.lang,
      (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'role', h.role, 'areaId', h.area_id, 'areaName', h.area_name, 'level', h.level,
          'pos', h.area_pos, 'end', h.area_end, 'standsIn', h.stands_in_for is not null, 'agencyId', h.agency_id) order by h.id), '[]') from held h),
      -- Without a post today nothing is his business, whatever was once handed to him; nor ever an administrator's.
      (select coalesce(array_agg(distinct s.subject_id), '{}') from assignment s
        where exists (select 1 from held h where h.role not in ('system_admin', 'security_admin', 'audit_admin', 'privacy_officer')) and s.tenant_id = t and s.ended_at is null and (s.holder_id = who or s.holder_id in (select h.agency_id from held h)))
    from account a where a.tenant_id = t and a.id = who and a.state = 'active';
end $$;

create function find_session(token_hash bytea, at timestamptz, on_day date)
returns table (tenant_id uuid, session_id uuid, kind text, seen_at timestamptz, account_id uuid, name text, name_en text, lang text, posts jsonb, ids uuid[])
language plpgsql stable security definer set search_path = public as $$
declare t uuid; s uuid;
begin
  select d.tenant_id, d.subject_id into t, s from directory d where d.key_hash = token_hash and d.kind = 'session';
  if t is null then return; end if;
  return query
    select x.tenant_id, x.id, x.kind, x.seen_at, who.account_id, who.name, who.name_en, who.lang, who.posts, who.ids
    from session x cross join lateral find_account(t, x.account_id, on_day) who
    where x.tenant_id = t and x.id = s and x.ended_at is null and x.ends_at > at
      and (x.kind = 'token' or x.seen_at > at - interval '8 hours');
end $$;
