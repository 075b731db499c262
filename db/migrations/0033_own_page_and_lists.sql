-- Codes sent to a telephone, by which somebody opens his own entry: no number and no code stands here, only keyed hashes.
create table own_code (
  tenant_id uuid not null,
  id uuid not null,
  phone_mac bytea not null,
  code_mac bytea not null,
  ends_at timestamptz not null,
  -- Wrong codes: they end this code alone, since anybody may send them.
  wrong_codes integer not null default 0,
  -- Wrong last figures after the right code: only who holds the telephone can send these, so they lock the way.
  wrong_tails integer not null default 0,
  used_at timestamptz,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('own_code');
create index own_code_phone on own_code (tenant_id, phone_mac, made_at);
select guard_tenant('own_code');

-- A code is sent to somebody who is neither at work here nor has reported anything.
alter table outbox drop constraint outbox_to_kind_check;
alter table outbox add constraint outbox_to_kind_check check (to_kind in ('account', 'reporter', 'resident'));

-- Lists of homes and of organisations leave as lists of people do. `lines` is how long a list is; `persons` how many people
-- it says something of.
alter table register_export add column lines integer not null default 0;
update register_export set lines = persons;
alter table register_export drop constraint register_export_class_check;
alter table register_export add constraint register_export_class_check
  check (class in ('registered', 'floating', 'home', 'organisation', 'school', 'property'));
