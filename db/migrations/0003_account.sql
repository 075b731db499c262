-- Who signs in, which posts he holds where and until when, and the sessions that prove it.

create table account (
  tenant_id uuid not null,
  id uuid not null,
  login text not null,
  name text not null,
  name_en text not null default '',
  work_phone text not null default '',
  lang text not null default 'zh' check (lang in ('zh', 'en')),
  password text,
  totp_secret bytea,
  totp_step bigint not null default 0,
  totp_asked boolean not null default true,
  state text not null check (state in ('active', 'disabled')),
  failures integer not null default 0,
  locked_until timestamptz,
  area_pos bigint not null,
  demo boolean not null default false,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, login)
);
select distribute('account');
select guard_tenant('account');

create table post (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  area_id uuid not null,
  from_on date not null,
  to_on date,
  stands_in_for uuid,
  ended_at timestamptz,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, stands_in_for) references post (tenant_id, id)
);
select distribute('post');
create index post_account on post (tenant_id, account_id);
create index post_area on post (tenant_id, area_id, role);
select guard_tenant('post');

create table session (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('web', 'token')),
  name text not null default '',
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
select distribute('session');
create index session_account on session (tenant_id, account_id);
select guard_tenant('session');

-- A person with the posts he holds on a day.
create function find_account(t uuid, who uuid, on_day date)
returns table (tenant_id uuid, account_id uuid, name text, name_en text, lang text, posts jsonb)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select a.tenant_id, a.id, a.name, a.name_en, a.lang,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'areaId', p.area_id, 'areaName', r.name, 'level', r.level,
          'pos', r.area_pos, 'end', r.area_end, 'standsIn', p.stands_in_for is not null) order by p.id), '[]')
        from post p join area r on r.tenant_id = t and r.id = p.area_id
        where p.tenant_id = t and p.account_id = a.id and p.ended_at is null and p.from_on <= on_day and (p.to_on is null or p.to_on >= on_day))
    from account a where a.tenant_id = t and a.id = who and a.state = 'active';
end $$;

-- One round trip from a token's hash to the person and his posts of that day. It runs before a tenant is known,
-- so it is the owner's function and returns nothing but what the door needs.
create function find_session(token_hash bytea, at timestamptz, on_day date)
returns table (tenant_id uuid, session_id uuid, kind text, seen_at timestamptz, account_id uuid, name text, name_en text, lang text, posts jsonb)
language plpgsql stable security definer set search_path = public as $$
declare t uuid; s uuid;
begin
  select d.tenant_id, d.subject_id into t, s from directory d where d.key_hash = token_hash and d.kind = 'session';
  if t is null then return; end if;
  return query
    select x.tenant_id, x.id, x.kind, x.seen_at, who.account_id, who.name, who.name_en, who.lang, who.posts
    from session x cross join lateral find_account(t, x.account_id, on_day) who
    where x.tenant_id = t and x.id = s and x.ended_at is null and x.ends_at > at
      and (x.kind = 'token' or x.seen_at > at - interval '8 hours');
end $$;

-- A session in use says so now and then, before any tenant scope is set.
create function touch_session(t uuid, s uuid, at timestamptz) returns void language plpgsql security definer set search_path = public as $$
begin
  update session set seen_at = at where tenant_id = t and id = s;
end $$;
