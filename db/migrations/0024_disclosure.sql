-- Who saw what of whom, unmasked, and for what: one row for each person each time, written before the value leaves.
-- The server may add and never change (schema/migrate.ts). The row names the office and not a position in the tree,
-- since a tree may be numbered anew and this row may not.
create table disclosure (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- By which looks at one household count once: the household, else the home, else the person.
  house_id uuid not null,
  at timestamptz not null,
  actor_id uuid not null,
  office_id uuid not null,
  role text not null,
  way text not null check (way in ('unmask', 'export', 'slip')),
  purpose text not null check (purpose in ('matter', 'visit', 'correction', 'merge', 'export', 'slip')),
  purpose_id uuid not null,
  fields text[] not null,
  -- While somebody who reported must be shielded, the person is told a number only (matters: at most 30 days).
  delayed_until timestamptz,
  primary key (tenant_id, id)
);
select distribute('disclosure');
create index disclosure_person on disclosure (tenant_id, person_id, at);
create index disclosure_actor on disclosure (tenant_id, actor_id, at);
create index disclosure_at on disclosure (tenant_id, at);
select guard_tenant('disclosure');

-- How many a day somebody in a role may open or look up. Without a row the usual numbers hold (reveal/limits.ts).
create table register_limit (
  tenant_id uuid not null,
  role text not null,
  kind text not null check (kind in ('households', 'numbers')),
  most integer not null check (most between 0 and 100000),
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, role, kind)
);
select distribute('register_limit');
select guard_tenant('register_limit');

-- What an account has used up on a day. The row is locked by whoever counts up, so that two at once cannot both be the last.
create table register_spent (
  tenant_id uuid not null,
  account_id uuid not null,
  day date not null,
  kind text not null check (kind in ('households', 'numbers')),
  n integer not null,
  primary key (tenant_id, account_id, day, kind)
);
select distribute('register_spent');
select guard_tenant('register_spent');

-- Looks at an entry that was merged into another are looks at the same person.
create index person_merged on person (tenant_id, merged_into) where merged_into is not null;
