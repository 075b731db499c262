-- 迁居: somebody moves from one community to another. The one tells, the other confirms; until then he stands where he stood.

-- As guard_area, for a row that two areas share: whoever sees one of its two places sees it.
create function guard_both(name regclass, other_pos text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format($p$create policy area on %s using (
    tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and ((area_pos between nullif(current_setting('app.lo', true), '')::bigint and nullif(current_setting('app.hi', true), '')::bigint
          and not area_pos <@ nullif(current_setting('app.gaps', true), '')::int8multirange)
      or (%I between nullif(current_setting('app.lo', true), '')::bigint and nullif(current_setting('app.hi', true), '')::bigint
          and not %I <@ nullif(current_setting('app.gaps', true), '')::int8multirange)))$p$, name, other_pos, other_pos);
end $$;

create table relocation (
  tenant_id uuid not null,
  id uuid not null,
  -- Nobody once it is settled: what is left is no track of anyone.
  person_id uuid,
  -- What the other community sees of him until it has confirmed: masked, and sealed all the same. Nothing once settled.
  shown bytea,
  key_version integer not null default 1,
  -- The community he leaves; the place in the tree is that of his grid.
  from_area_id uuid not null,
  from_pos bigint not null,
  to_area_id uuid not null,
  area_pos bigint not null,
  day date not null,
  state text not null check (state in ('open', 'confirmed', 'declined', 'recalled')),
  reason text check (reason in ('notHere', 'elsewhere', 'entered')),
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('relocation');
create index relocation_to on relocation (tenant_id, area_pos, made_at) where state = 'open';
create index relocation_from on relocation (tenant_id, from_pos, made_at) where state in ('open', 'declined');
create index relocation_person on relocation (tenant_id, person_id) where person_id is not null;
select guard_both('relocation', 'from_pos');
