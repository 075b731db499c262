-- What a dry run tells of a file (so many are there already) is an answer to whoever made up its rows: so many files a day, and no more.
alter table register_limit drop constraint register_limit_kind_check;
alter table register_limit add constraint register_limit_kind_check check (kind in ('households', 'numbers', 'files'));
alter table register_spent drop constraint register_spent_kind_check;
alter table register_spent add constraint register_spent_kind_check check (kind in ('households', 'numbers', 'persons', 'files'));
