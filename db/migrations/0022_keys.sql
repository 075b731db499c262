-- With which algorithms this database was begun, and which versions of its root key rows may be sealed with.

alter table key_check add column profile text not null default 'aes' check (profile in ('aes', 'sm'));

-- What each version makes of a fixed word, so that a file that lacks one, or holds another under its number, is refused
-- at the start. A retired version is destroyed; its row stays, so that a server that still seals with it does not start.
create table key_version (
  no integer primary key check (no between 1 and 255),
  mac bytea not null,
  made_at timestamptz not null,
  retired_at timestamptz
);
