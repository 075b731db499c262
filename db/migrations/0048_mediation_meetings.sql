-- Sessions agreed on before they are held, and proposals with each side's answer.

create table mediation_meeting (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  mode text not null check (mode in ('site', 'room', 'video', 'phone')),
  held_on date not null,
  from_minute integer not null check (from_minute between 0 and 1439),
  until_minute integer not null check (until_minute > from_minute and until_minute <= 1440),
  room_id uuid,
  -- Where exactly, sealed: it may be somebody's home.
  place bytea not null,
  key_version integer not null,
  state text not null check (state in ('planned', 'held', 'off')),
  by_id uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation_meeting');
create index mediation_meeting_of on mediation_meeting (tenant_id, mediation_id, held_on);
create index mediation_meeting_room on mediation_meeting (tenant_id, room_id, held_on) where state = 'planned' and room_id is not null;
select guard_area('mediation_meeting', 'mediation_id');

create table mediation_proposal (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  -- Whose it is; null where the mediators made it.
  party_id uuid,
  words bytea not null,
  key_version integer not null,
  accepted_by uuid[] not null default '{}',
  refused_by uuid[] not null default '{}',
  by_id uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation_proposal');
create index mediation_proposal_of on mediation_proposal (tenant_id, mediation_id, made_at);
select guard_area('mediation_proposal', 'mediation_id');
