-- What the people and households of a grid come to, counted once and kept until one of them changes.
-- `changes` counts the changes, `counted` how many of them the figures have seen: equal means they hold.

create table grid_portrait (
  tenant_id uuid not null,
  grid_id uuid not null,
  area_pos bigint not null,
  changes bigint not null default 1,
  counted bigint not null default 0,
  -- Ages are by year of birth, so the figures hold until the year ends.
  year integer not null default 0,
  -- A number for each band of age and sex, and for each kind of household (register/portrait/bands.ts).
  people integer[] not null default '{}',
  households integer[] not null default '{}',
  primary key (tenant_id, grid_id)
);
select distribute('grid_portrait');
create index grid_portrait_area on grid_portrait (tenant_id, area_pos);
create index grid_portrait_stale on grid_portrait (tenant_id, grid_id) where changes <> counted;
select guard_area('grid_portrait', 'grid_id');
