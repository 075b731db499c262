-- Periods of mediation as rows, and the days on which somebody is reminded of one that runs out.

-- Periods as a district changed them; the usual ones stand in the program (usual-rules.ts), each with its basis.
create table mediation_rule (
  tenant_id uuid not null,
  code text not null,
  numbers integer[] not null,
  basis text not null,
  version integer not null default 1,
  primary key (tenant_id, code)
);
select distribute('mediation_rule');
select guard_tenant('mediation_rule');

-- Planned with the period it belongs to, taken away when it was said or is over.
create table mediation_reminder (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  about text not null check (about in ('confirm', 'limit', 'term', 'follow_up', 'meeting')),
  -- The agreement, the file, the term, the follow-up or the session.
  subject_id uuid not null,
  remind_on date not null,
  primary key (tenant_id, id)
);
select distribute('mediation_reminder');
create unique index mediation_reminder_once on mediation_reminder (tenant_id, mediation_id, about, subject_id, remind_on);
create index mediation_reminder_due on mediation_reminder (tenant_id, remind_on);
select guard_area('mediation_reminder', 'mediation_id');
