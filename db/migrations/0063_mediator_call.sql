-- Recruitment of mediators 选聘: a committee calls, people apply, the desk answers each. Calls are public; who applied is sealed.
create table mediator_call (
  tenant_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  area_pos bigint not null,
  places integer not null check (places > 0),
  mode text not null check (mode in ('full_time', 'part_time', 'invited')),
  wants_zh text not null,
  wants_en text not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  -- How many applied on its last busy day: one call takes so many a day and no more.
  came_on date,
  came integer not null default 0,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, committee_id) references mediation_committee (tenant_id, id)
);
select distribute('mediator_call');
create index mediator_call_of on mediator_call (tenant_id, committee_id, to_on);
create index mediator_call_open on mediator_call (tenant_id, to_on);
select guard_tenant('mediator_call');

create table mediator_applicant (
  tenant_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  area_pos bigint not null,
  state text not null check (state in ('applied', 'shortlisted', 'appointed', 'declined', 'withdrawn')),
  -- {name, phone, about}, as he wrote it.
  body bytea,
  -- What he was told when he was not taken.
  answer bytea,
  key_version integer not null,
  -- Of one who was appointed: his seat.
  mediator_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, call_id) references mediator_call (tenant_id, id)
);
select distribute('mediator_applicant');
create index mediator_applicant_of on mediator_applicant (tenant_id, call_id, made_at);
select guard_area('mediator_applicant', 'id');
