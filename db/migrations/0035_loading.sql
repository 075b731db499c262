-- A load of minutes fills tables that were empty when it began: the planner has to hear of it while it runs, and who loads owns no table.
create function gather_register_statistics() returns void language plpgsql security definer set search_path = public as $$
begin
  analyze person, household, home, rental, organisation, import_special, import_offer;
end $$;

-- Of sealed values nothing is learnt from what is frequent; they are most of the bytes that would be read.
alter table person
  alter column name set statistics 0, alter column phone set statistics 0, alter column birth set statistics 0,
  alter column home_place set statistics 0, alter column need set statistics 0, alter column number set statistics 0;

-- How far into the file a chunk ends, so that the time that is left can be told before anybody knows how many rows there are.
alter table import_chunk add column at_byte bigint not null default 0;
