-- What mediators have learned, and within how many days something is due: rows that a district may change.

create table committee_rule (
  tenant_id uuid not null,
  code text not null check (code in ('training', 'term_ends')),
  days integer not null check (days between 1 and 3650),
  basis text not null,
  version integer not null default 1,
  primary key (tenant_id, code)
);
select distribute('committee_rule');
select guard_tenant('committee_rule');

create table mediator_training (
  tenant_id uuid not null,
  id uuid not null,
  -- None once it has ended whose it was.
  mediator_id uuid,
  course text not null,
  hours integer not null check (hours between 1 and 999),
  on_day date not null,
  certificate text not null default '',
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, mediator_id) references mediator (tenant_id, id)
);
select distribute('mediator_training');
create index mediator_training_of on mediator_training (tenant_id, mediator_id, on_day);
select guard_tenant('mediator_training');
