-- People's mediation committees 人民调解委员会, and the mediators who sit in them (人民调解法 art. 8, 9, 10, 13, 34).

-- What a committee may be: how many sit in it, how many of them full-time, whether it has a stamp of its own.
create table committee_kind (
  tenant_id uuid not null,
  code text not null,
  zh text not null,
  en text not null,
  basis text not null,
  -- The level of area it belongs to; none: any.
  level text check (level in ('district', 'subdistrict', 'community')),
  -- None: it works under another committee and uses that one's stamp.
  stamp boolean not null,
  members_min integer not null check (members_min between 0 and 99),
  members_max integer check (members_max between members_min and 99),
  -- The staffing norm; a district may set its own, and says where it stands.
  full_time integer not null check (full_time between 0 and 99),
  norm_basis text not null,
  sort integer not null,
  retired boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, code)
);
select distribute('committee_kind');
select guard_tenant('committee_kind');

-- What a mediator may be versed in: a kind of dispute, or a language it can be held in.
create table mediation_skill (
  tenant_id uuid not null,
  code text not null,
  family text not null check (family in ('dispute', 'language')),
  zh text not null,
  en text not null,
  sort integer not null,
  retired boolean not null default false,
  version integer not null default 1,
  primary key (tenant_id, code)
);
select distribute('mediation_skill');
select guard_tenant('mediation_skill');

create table mediation_committee (
  tenant_id uuid not null,
  id uuid not null,
  area_id uuid not null,
  area_pos bigint not null,
  kind text not null,
  name text not null,
  name_en text not null,
  -- As it stands in the numbers of its files: 邻街 in （2026）邻街人调字第041号.
  word text not null,
  parent_id uuid,
  -- Whose stamp its agreements carry: its own id, or that of the committee it works under.
  stamp_owner uuid not null,
  -- What it deals with, where its kind is one of an industry; codes of mediation_skill.
  industry text[] not null default '{}',
  phone text not null default '',
  term_start date not null,
  term_end date not null check (term_end >= term_start),
  -- 人民调解法 art. 8: there are women among the members. A tick, so that nobody's sex is kept.
  women boolean not null,
  state text not null check (state in ('open', 'ended')),
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, word),
  unique (tenant_id, name),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, kind) references committee_kind (tenant_id, code),
  foreign key (tenant_id, parent_id) references mediation_committee (tenant_id, id),
  foreign key (tenant_id, stamp_owner) references mediation_committee (tenant_id, id)
);
select distribute('mediation_committee');
create index mediation_committee_place on mediation_committee (tenant_id, area_pos);
select guard_tenant('mediation_committee');

create table mediator (
  tenant_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  -- None once it has ended whose row this was.
  account_id uuid,
  mode text not null check (mode in ('full_time', 'part_time', 'invited')),
  way text not null check (way in ('elected', 'hired')),
  head boolean not null default false,
  certificate text not null default '',
  -- Codes of mediation_skill.
  skills text[] not null default '{}',
  languages text[] not null default '{}',
  -- The building he says he lives in, so that he is not asked to mediate among his own neighbours.
  home_id uuid,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  left_on date check (left_on >= from_on),
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, committee_id) references mediation_committee (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id),
  foreign key (tenant_id, home_id) references area (tenant_id, id)
);
select distribute('mediator');
create index mediator_committee on mediator (tenant_id, committee_id) where left_on is null;
create index mediator_account on mediator (tenant_id, account_id);
select guard_tenant('mediator');
