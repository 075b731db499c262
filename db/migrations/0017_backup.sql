-- Backups and proofs of this machine, and what this database was restored from. Node tables: about a machine, not about a district.

-- One row per try; left out of backups, since it says what lies where on this machine.
create table backup_run (
  id uuid primary key,
  -- taken: a backup. proved: one was restored into a scratch database and compared row by row.
  kind text not null check (kind in ('taken', 'proved')),
  folder text not null,
  -- Of the backup; unknown until it is whole.
  backup_id uuid,
  taken_at timestamptz,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome text not null default 'running' check (outcome in ('running', 'whole', 'failed', 'stopped')),
  rows bigint not null default 0,
  files bigint not null default 0,
  bytes bigint not null default 0,
  -- Why it failed, in words for whoever keeps the machine.
  error text not null default ''
);
create index backup_run_newest on backup_run (kind, started_at);

-- One row per restore. While the newest has not been released, no message leaves (kernel/isolation.ts).
create table restored (
  era integer primary key,
  backup_id uuid not null,
  taken_at timestamptz not null,
  restored_at timestamptz not null,
  released_at timestamptz
);
