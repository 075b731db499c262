-- How many days before a mediator's term ends it was last said; none while nothing was, and none again once it is renewed.
alter table mediator add column told_days integer;
