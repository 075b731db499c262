-- A load of minutes fills tables that were empty when it began: the planner has to hear of it while it runs, and who loads owns no table.
create function gather_register_statistics() returns void language plpgsql security definer set search_path = public as $$
begin
  analyze person, household, home, rental, organisation, import_special, import_offer;
end $$;

-- Of sealed values nothing is learnt from what is frequent; they are most of the bytes that would be read.
alter table person
  alter column name set statistics 0, alter column phone set statistics 0, alter column birth set statistics 0,
  alter column home_place set statistics 0, alter column need set statistics 0, alter column number set statistics 0;

-- Who has a number is held against entries without one by name, birth and address: they are few, and so is what is looked through.
create index person_same_bare on person (tenant_id, same_mac) where same_mac is not null and number_mac is null;

-- The rule of guard_register for rows that are written, asked once for a statement and not for each of its thousands of rows.
create function check_register_once(name regclass) returns void language plpgsql as $$
begin
  execute format($p$alter policy area on %s with check (
    tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
    and ((area_pos between (select nullif(current_setting('app.lo', true), '')::bigint) and (select nullif(current_setting('app.hi', true), '')::bigint)
          and not area_pos <@ (select nullif(current_setting('app.gaps', true), '')::int8multirange))
      or id = any (coalesce((select string_to_array(current_setting('app.ids', true), ',')::uuid[]), '{}')))
    and (batch_id is null or batch_id <> all (coalesce((select string_to_array(current_setting('app.hidden', true), ',')::uuid[]), '{}'))))$p$, name);
end $$;
select check_register_once('home'), check_register_once('household'), check_register_once('person');

-- How far into the file a chunk ends, so that the time that is left can be told before anybody knows how many rows there are.
alter table import_chunk add column at_byte bigint not null default 0;
