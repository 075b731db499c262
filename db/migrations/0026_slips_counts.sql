-- Slips from the desk, by which a person sees and corrects his own entry; counts of each grid, kept with every change.

alter table directory drop constraint directory_kind_check;
alter table directory add constraint directory_kind_check
  check (kind in ('login', 'session', 'code', 'receipt', 'invitation', 'room', 'open311', 'slip'));

-- Whoever comes with his slip sees the requests he made.
drop policy area on correction;
select guard_area('correction', 'person_id');

-- How many there are in a grid, or in a community of what lies in none of its grids.
create table register_count (
  tenant_id uuid not null,
  grid_id uuid not null,
  area_pos bigint not null,
  class text not null check (class in ('registered', 'floating', 'home', 'rented', 'special', 'organisation', 'school', 'property')),
  n integer not null,
  primary key (tenant_id, grid_id, class)
);
select distribute('register_count');
create index register_count_area on register_count (tenant_id, area_pos);
select guard_area('register_count', 'grid_id');
