-- What belongs to a file on paper: scanned pages, the sealed archive, and who may open it again.

alter table file drop constraint file_purpose_check;
alter table file add constraint file_purpose_check
  check (purpose in ('reported', 'finished', 'voice', 'scan', 'archive'));

-- Pages of one paper of a file, in their order: each a stored picture. None once their time is over.
create table mediation_scan (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  -- The paper whose pages these are, and where it is a receipt, of which term.
  evidence_id uuid not null,
  term_id uuid,
  file_ids uuid[] not null check (cardinality(file_ids) between 0 and 9),
  by_id uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation_scan');
create index mediation_scan_of on mediation_scan (tenant_id, mediation_id, made_at);
select guard_area('mediation_scan', 'mediation_id');

-- 归档: the file as it was sealed. A relapse ends it; what comes then is sealed anew.
create table mediation_archive (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  -- SHA-256 of the archive's list of parts, in hex; printed on the back cover.
  seal text not null check (length(seal) = 64),
  archive_file uuid not null,
  whole_file uuid not null,
  pages integer not null check (pages > 0),
  -- 保管期限 short or long, and the day until which it is kept.
  kept text not null check (kept in ('short', 'long')),
  keep_until date not null,
  filer text not null,
  checker text not null,
  sealed_by uuid not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation_archive');
create index mediation_archive_of on mediation_archive (tenant_id, mediation_id, sealed_at desc);
select guard_area('mediation_archive', 'mediation_id');

-- A sealed file is opened for one person and a short time: asked for with its ground, agreed to by a second one.
create table mediation_opening (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  ground text not null check (ground in ('released', 'court', 'complaint', 'relapse')),
  -- The court's number, or what the complaint or relapse is.
  words bytea not null,
  key_version integer not null,
  -- Of the parties, who released it.
  released_by uuid[] not null default '{}',
  asked_by uuid not null,
  asked_at timestamptz not null,
  agreed boolean,
  decided_by uuid,
  decided_at timestamptz,
  until timestamptz,
  looks integer not null default 0,
  version integer not null default 1,
  primary key (tenant_id, id),
  check (decided_by <> asked_by)
);
select distribute('mediation_opening');
create index mediation_opening_of on mediation_opening (tenant_id, mediation_id, asked_at desc);
select guard_area('mediation_opening', 'mediation_id');

-- A party that stands in the register reads, with all other looks at his data, that his sealed file was opened.
alter table disclosure drop constraint disclosure_purpose_check;
alter table disclosure add constraint disclosure_purpose_check
  check (purpose in ('matter', 'visit', 'correction', 'merge', 'export', 'slip', 'mediation'));
