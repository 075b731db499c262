-- 专家会诊: a panel on a dispute that does not settle. What is put to it and what its members write is sealed.
create table panel (
  tenant_id uuid not null,
  id uuid not null,
  area_pos bigint not null,
  mediation_id uuid not null,
  room_id uuid not null,
  day date not null,
  from_minute integer not null,
  to_minute integer not null check (to_minute > from_minute),
  -- The question and what its members are told of the dispute, without a name.
  put bytea not null,
  -- 一案一策; why it was not taken.
  plan bytea,
  key_version integer not null,
  state text not null check (state in ('convened', 'planned', 'followed', 'declined', 'done', 'cancelled')),
  convened_by uuid not null,
  member_ids uuid[] not null,
  closed_at timestamptz,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('panel');
create index panel_mediation on panel (tenant_id, mediation_id);
create index panel_room on panel (tenant_id, room_id, day);
select guard_area('panel', 'id');

create table panel_member (
  tenant_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  account_id uuid not null,
  role text not null check (role in ('lawyer', 'expert', 'department')),
  state text not null check (state in ('asked', 'given', 'aside')),
  -- His opinion with what it rests on, or why he steps aside.
  opinion bytea,
  key_version integer not null,
  said_at timestamptz,
  primary key (tenant_id, id)
);
select distribute('panel_member');
create unique index panel_member_once on panel_member (tenant_id, panel_id, account_id);
select guard_area('panel_member', 'panel_id');

create table panel_measure (
  tenant_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  no integer not null,
  -- What is done, and by whom.
  body bytea not null,
  due_on date not null,
  done_on date,
  key_version integer not null,
  primary key (tenant_id, id)
);
select distribute('panel_measure');
create index panel_measure_panel on panel_measure (tenant_id, panel_id, no);
select guard_area('panel_measure', 'panel_id');

-- Whoever was handed the file works on its panels, wherever his post is; members are handed the panel alone.
create policy file on panel using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
  and mediation_id = any (string_to_array(current_setting('app.ids', true), ',')::uuid[]));
create policy file on panel_member using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
  and mediation_id = any (string_to_array(current_setting('app.ids', true), ',')::uuid[]));
create policy file on panel_measure using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
  and mediation_id = any (string_to_array(current_setting('app.ids', true), ',')::uuid[]));
