-- 人民调解: a file from the first knock to its follow-ups. What people say is sealed; what one side says alone lies apart.

-- Kinds of disputes as a district changed them; the usual ones stand in the program (dispute-kinds.ts).
create table dispute_kind (
  tenant_id uuid not null,
  code text not null,
  zh text not null,
  en text not null,
  -- How long a mediation of this kind may take, in days, and on which basis.
  days integer not null,
  basis text not null,
  retired boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, code)
);
select distribute('dispute_kind');
select guard_tenant('dispute_kind');

create table mediation (
  tenant_id uuid not null,
  id uuid not null,
  -- （2026）邻街人调字第41号, allotted when it is accepted.
  no text,
  grid_id uuid not null,
  area_pos bigint not null,
  matter_id uuid,
  source text not null check (source in ('applied', 'initiative', 'referred')),
  referred_by text check (referred_by in ('court', 'police', 'procuratorate', 'petition', 'labour', 'other')),
  -- 1 community, 2 subdistrict, 3 justice office and specialised bodies.
  tier integer not null check (tier between 1 and 3),
  -- 三调联动: one lead, whoever helps.
  procedure text not null check (procedure in ('people', 'administrative', 'judicial')),
  committee_id uuid,
  kind text not null,
  title text not null,
  address text not null,
  home_id uuid,
  facts bytea not null,
  requests bytea not null,
  key_version integer not null,
  state text not null check (state in ('applied', 'declined', 'accepted', 'mediating', 'suspended', 'agreed', 'performing',
    'failed', 'withdrawn', 'refused', 'terminated', 'handedOn', 'settled', 'archived')),
  outcome text check (outcome in ('written', 'oral', 'failed', 'withdrawn', 'refused', 'terminated', 'handedOn')),
  lead_id uuid,
  mediator_ids uuid[] not null default '{}',
  -- What a mediator is handed to read closed notes by: nobody else ever holds this id.
  notes_id uuid not null,
  -- What to do, never what a person is.
  care text[] not null default '{}',
  applied_at timestamptz not null,
  accepted_at timestamptz,
  rights_told_on date,
  due_on date,
  suspended_at timestamptz,
  closed_at timestamptz,
  reopened integer not null default 0,
  made_by uuid not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation');
create unique index mediation_no on mediation (tenant_id, no) where no is not null;
create index mediation_area on mediation (tenant_id, area_pos, changed_at desc);
create index mediation_due on mediation (tenant_id, due_on) where state in ('accepted', 'mediating');
create index mediation_matter on mediation (tenant_id, matter_id) where matter_id is not null;
create index mediation_home on mediation (tenant_id, home_id) where home_id is not null;
select guard_area('mediation', 'id');

create table mediation_party (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  side text not null check (side in ('applicant', 'respondent')),
  kind text not null check (kind in ('person', 'group', 'organisation')),
  sort integer not null,
  name bytea not null,
  phone bytea,
  -- Sex, age, occupation, address, who represents it: what the forms of 2010 print of a party, as JSON.
  details bytea not null,
  key_version integer not null,
  person_id uuid,
  -- The party, a group, that this one represents.
  represents uuid,
  -- The party's agent, and how far his word goes.
  agent_of uuid,
  agent_scope text check (agent_scope in ('general', 'special')),
  consent text not null default 'open' check (consent in ('open', 'agreed', 'refused')),
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation_party');
create index mediation_party_of on mediation_party (tenant_id, mediation_id, sort);
select guard_area('mediation_party', 'mediation_id');

-- 走访、调查、调解笔录: what both sides may read.
create table mediation_record (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  kind text not null check (kind in ('visit', 'investigation', 'session')),
  mode text not null check (mode in ('site', 'room', 'video', 'phone')),
  held_on date not null,
  from_minute integer not null check (from_minute between 0 and 1439),
  until_minute integer not null check (until_minute between 0 and 1440),
  room_id uuid,
  -- Where, who was there, what was said, undisputed facts, what came of it: JSON.
  body bytea not null,
  key_version integer not null,
  undisputed integer not null default 0,
  by_id uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation_record');
create index mediation_record_of on mediation_record (tenant_id, mediation_id, held_on);
select guard_area('mediation_record', 'mediation_id');

-- 单方谈话: what one side said alone. No area opens it, only the id that its mediators hold; and Linli itself, to end it.
create table closed_note (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  notes_id uuid not null,
  party_id uuid not null,
  area_pos bigint not null,
  held_on date not null,
  words bytea not null,
  key_version integer not null,
  by_id uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('closed_note');
create index closed_note_of on closed_note (tenant_id, mediation_id, made_at);
alter table closed_note enable row level security;
create policy apart on closed_note using (
  tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
  and (notes_id = any (string_to_array(current_setting('app.ids', true), ',')::uuid[])
    or (current_setting('app.lo', true) = '0' and current_setting('app.hi', true) = '9007199254740991')));

create table mediation_evidence (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  party_id uuid,
  -- 证据, 产权证明, 身份证明, 授权委托书, 履行凭证, 签字页: which row of the file it is for.
  paper text not null check (paper in ('evidence', 'title', 'identity', 'proxy', 'receipt', 'signed', 'ruling', 'other')),
  name bytea not null,
  key_version integer not null,
  original boolean not null,
  pages integer not null check (pages between 1 and 2000),
  given_on date not null,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation_evidence');
create index mediation_evidence_of on mediation_evidence (tenant_id, mediation_id, made_at);
select guard_area('mediation_evidence', 'mediation_id');

create table mediation_agreement (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  form text not null check (form in ('written', 'oral')),
  -- Facts, what was in dispute, each side's part: JSON.
  body bytea not null,
  key_version integer not null,
  copies integer not null,
  -- Every party's hand, the mediator's, the stamp: art. 29. Null until the last of them.
  effective_on date,
  -- 三十日内: the last day to ask the court, counted from the day after (art. 33).
  confirm_until date,
  confirmation text not null default 'none' check (confirmation in ('none', 'asked', 'taken', 'confirmed', 'rejected')),
  court text,
  court_no text,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
select distribute('mediation_agreement');
create index mediation_agreement_of on mediation_agreement (tenant_id, mediation_id, made_at);
select guard_area('mediation_agreement', 'mediation_id');

create table mediation_term (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  agreement_id uuid not null,
  area_pos bigint not null,
  sort integer not null,
  words bytea not null,
  key_version integer not null,
  fen bigint,
  due_on date,
  done_on date,
  broken_on date,
  primary key (tenant_id, id)
);
select distribute('mediation_term');
create index mediation_term_of on mediation_term (tenant_id, agreement_id, sort);
select guard_area('mediation_term', 'mediation_id');

create table mediation_signature (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  agreement_id uuid not null,
  area_pos bigint not null,
  -- A party, a mediator's account, or the committee whose stamp it is.
  signer_id uuid not null,
  role text not null check (role in ('party', 'mediator', 'stamp')),
  way text not null check (way in ('paper', 'drawn', 'stamp')),
  signed_on date not null,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation_signature');
create unique index mediation_signature_once on mediation_signature (tenant_id, agreement_id, signer_id);
select guard_area('mediation_signature', 'mediation_id');

-- 回访: planned by rule when an agreement takes effect; a late one stays due, and planning anew adds none twice.
create table follow_up (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  home_id uuid,
  owner_id uuid not null,
  due_on date not null,
  state text not null check (state in ('planned', 'done', 'dropped')),
  done_on date,
  -- Done together with the visit of another plan for the same home.
  with_id uuid,
  holds boolean,
  words bytea,
  key_version integer not null,
  version integer not null default 1,
  primary key (tenant_id, id)
);
select distribute('follow_up');
create unique index follow_up_once on follow_up (tenant_id, mediation_id, due_on) where state <> 'dropped';
create index follow_up_due on follow_up (tenant_id, area_pos, due_on) where state = 'planned';
create index follow_up_home on follow_up (tenant_id, home_id, due_on) where state = 'planned' and home_id is not null;
select guard_area('follow_up', 'mediation_id');

-- Handing up, down or out: the whole file goes along, and whoever gets it signs for it.
create table mediation_handover (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  from_tier integer not null,
  to_tier integer not null,
  from_committee uuid,
  to_committee uuid,
  -- Outside of Linli: which kind of body.
  to_body text check (to_body in ('court', 'police', 'procuratorate', 'petition', 'labour', 'administrative', 'discipline', 'other')),
  words bytea not null,
  key_version integer not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  received_by uuid,
  received_at timestamptz,
  receipt_no text,
  primary key (tenant_id, id)
);
select distribute('mediation_handover');
create index mediation_handover_of on mediation_handover (tenant_id, mediation_id, sent_at);
select guard_area('mediation_handover', 'mediation_id');

-- What has happened to a file, for both sides to read.
create table mediation_step (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  move text not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  reason text,
  routes text[] not null default '{}',
  words bytea,
  key_version integer not null,
  primary key (tenant_id, id)
);
select distribute('mediation_step');
create index mediation_step_of on mediation_step (tenant_id, mediation_id, at);
select guard_area('mediation_step', 'mediation_id');
