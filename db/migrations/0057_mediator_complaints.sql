-- Complaints against mediators (人民调解法 art. 15): answered within the days of a rule. No count per mediator is kept or shown.
create table mediator_complaint (
  tenant_id uuid not null,
  id uuid not null,
  mediator_id uuid not null,
  area_pos bigint not null,
  -- The four things the article forbids, and anything else.
  about text not null check (about in ('partial', 'insult', 'gift', 'leak', 'other')),
  -- What was complained of, by whom, and how to reach him: JSON.
  body bytea not null,
  key_version integer not null,
  state text not null check (state in ('open', 'answered')),
  outcome text check (outcome in ('none', 'criticism', 'removal')),
  answer bytea,
  due_on date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  answered_by uuid,
  answered_on date,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediator_complaint');
create index mediator_complaint_area on mediator_complaint (tenant_id, area_pos, made_at);
create index mediator_complaint_mediator on mediator_complaint (tenant_id, mediator_id);
select guard_tenant('mediator_complaint');
