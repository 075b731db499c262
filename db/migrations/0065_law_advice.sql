-- What people asked the law 法律咨询, and legal-aid referrals 法律援助转介: kept without a name unless somebody wants to be
-- called back or is referred, and then sealed and for a short time.

-- The legal-aid centre that a district refers to.
create table aid_centre (
  tenant_id uuid not null,
  id uuid not null,
  zh text not null,
  en text not null,
  phone text not null,
  address text not null,
  ended_at timestamptz,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('aid_centre');
select guard_tenant('aid_centre');

create table law_advice (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  on_day date not null,
  way text not null check (way in ('clinic', 'visit', 'phone', 'desk')),
  topic text not null,
  outcome text not null check (outcome in ('answered', 'lawyer', 'aid', 'mediation', 'court')),
  state text not null check (state in ('noted', 'referred', 'accepted', 'refused')),
  -- Name and phone, only of whoever wants it: {name, phone}.
  person bytea,
  -- Why he may have legal aid, and what the centre said: {ground, words}.
  aid bytea,
  key_version integer not null,
  centre_id uuid,
  letter_no text not null default '',
  referred_on date,
  answered_on date,
  by_id uuid not null,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, centre_id) references aid_centre (tenant_id, id)
);
select distribute('law_advice');
create index law_advice_area on law_advice (tenant_id, area_pos, on_day);
create index law_advice_letter on law_advice (tenant_id, referred_on) where state = 'referred';
select guard_area('law_advice', 'id');
