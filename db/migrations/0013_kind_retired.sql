-- Kinds of places, teams, partner bodies and means can be retired: no longer to be chosen, still named where they stand.

alter table place_kind add column retired boolean not null default false;
alter table team_kind add column retired boolean not null default false;
alter table body_kind add column retired boolean not null default false;
alter table means_kind add column retired boolean not null default false;
