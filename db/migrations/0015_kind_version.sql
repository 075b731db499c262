-- Kinds count their versions, so that two desks do not overwrite each other; duties can be retired; limits say their basis in English, too.

alter table place_kind add column version integer not null default 1;
alter table team_kind add column version integer not null default 1;
alter table body_kind add column version integer not null default 1;
alter table means_kind add column version integer not null default 1;
alter table duty_kind add column version integer not null default 1;
alter table duty_kind add column retired boolean not null default false;

alter table matter_limit add column basis_en text not null default '';
alter table matter_clock add column basis_en text not null default '';
