-- Disclosure of interest and avoidance 回避: what each mediator says of himself and the parties, and whom a party wants replaced.

-- Kinds of ties as a district changed them; the usual ones stand in the program (tie-kinds.ts).
create table tie_kind (
  tenant_id uuid not null,
  code text not null,
  zh text not null,
  en text not null,
  basis text not null,
  retired boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, code)
);
select distribute('tie_kind');
select guard_tenant('tie_kind');

create table mediation_disclosure (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  mediator_id uuid not null,
  -- Which ties to which party, and his words: JSON.
  body bytea not null,
  key_version integer not null,
  -- Whether there is any tie; then it waits for the parties to be told.
  tied boolean not null,
  told_on date,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation_disclosure');
create index mediation_disclosure_of on mediation_disclosure (tenant_id, mediation_id, made_at);
select guard_area('mediation_disclosure', 'mediation_id');

create table mediation_avoidance (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  -- Who is asked to step out.
  mediator_id uuid not null,
  -- Which party asks; none: the mediator himself, or the desk.
  party_id uuid,
  -- Kind of tie and reason, and the reason of the decision: JSON.
  body bytea not null,
  key_version integer not null,
  state text not null check (state in ('asked', 'granted', 'refused')),
  asked_by uuid not null,
  asked_on date not null,
  due_on date not null,
  decision bytea,
  decided_by uuid,
  decided_on date,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation_avoidance');
create index mediation_avoidance_of on mediation_avoidance (tenant_id, mediation_id, made_at);
create unique index mediation_avoidance_open on mediation_avoidance (tenant_id, mediation_id, mediator_id) where state = 'asked';
select guard_area('mediation_avoidance', 'mediation_id');

-- Within how many days a request is decided and a complaint answered, and when a term that ends is told of again.
alter table committee_rule drop constraint committee_rule_code_check;
alter table committee_rule add constraint committee_rule_code_check
  check (code in ('training', 'term_ends', 'term_last', 'avoidance', 'complaint'));
