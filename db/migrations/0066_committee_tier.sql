-- Of which tier a kind of committee is when a file is handed up to it: community, subdistrict, specialised.
alter table committee_kind
  add column tier integer not null default 2 check (tier between 1 and 3);
update committee_kind set tier = 1 where code in ('community', 'enterprise');
update committee_kind set tier = 3 where code in ('industry', 'posted');
