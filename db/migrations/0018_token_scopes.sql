-- Tokens: what each may ask, how it begins, when and from where it was last used; and the journal says which one acted.

-- A token made before this may ask nothing: what it was meant for nobody has said.
alter table session add column scopes text[] not null default '{}';
alter table session add column prefix text not null default '';
alter table session add column used_on date;
-- The network, never the whole address.
alter table session add column used_from text not null default '';

-- Null: the person himself, another system by its key, or Linli.
alter table journal add column token_id uuid;

drop function find_session(bytea, timestamptz, date);
create function find_session(token_hash bytea, at timestamptz, on_day date)
returns table (tenant_id uuid, session_id uuid, kind text, seen_at timestamptz, scopes text[], used_on date, used_from text,
  account_id uuid, name text, name_en text, lang text, posts jsonb, ids uuid[])
language plpgsql stable security definer set search_path = public as $$
declare t uuid; s uuid;
begin
  select d.tenant_id, d.subject_id into t, s from directory d where d.key_hash = token_hash and d.kind = 'session';
  if t is null then return; end if;
  return query
    select x.tenant_id, x.id, x.kind, x.seen_at, x.scopes, x.used_on, x.used_from,
      who.account_id, who.name, who.name_en, who.lang, who.posts, who.ids
    from session x cross join lateral find_account(t, x.account_id, on_day) who
    where x.tenant_id = t and x.id = s and x.ended_at is null and x.ends_at > at
      and (x.kind = 'token' or x.seen_at > at - interval '8 hours');
end $$;

-- A token in use notes the day and the network, before any tenant scope is set.
create function touch_token(t uuid, s uuid, on_day date, place text) returns void language plpgsql security definer set search_path = public as $$
begin
  update session set used_on = on_day, used_from = place where tenant_id = t and id = s and kind = 'token';
end $$;
