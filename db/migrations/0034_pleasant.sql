-- Lists of the few among the many: who has left or died, and who is registered elsewhere, of whom a street has some hundreds.

create index person_gone_area on person (tenant_id, state, area_pos, id) where state <> 'here';
create index person_floating_area on person (tenant_id, area_pos, id) where class = 'floating';

-- Grids of a city are asked for by level: two thousand among seventy thousand areas.
create index area_level on area (tenant_id, level, area_pos) where valid_to is null;
