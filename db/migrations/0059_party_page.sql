-- The page that a party's code leads to: a new code makes a new page, and the old code leads nowhere.
alter table mediation_party add column page_id uuid;
update mediation_party set page_id = id;
