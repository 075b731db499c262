-- 三调联动: beside the procedure that leads (people's, administrative or judicial), the bodies that take part.
alter table mediation add column joint text[] not null default '{}';
