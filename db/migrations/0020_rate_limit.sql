-- How often something was asked for, counted by all processes together (kernel/guard/counters.ts). A node table.

-- Unlogged: counting waits for no disk, and after a crash every count begins anew. Keys are keyed hashes.
-- Column order and types are the library's.
create unlogged table rate_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
