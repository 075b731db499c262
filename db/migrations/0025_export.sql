-- 导出: who asked to carry a list out of the house, of what, for what, and which second person agreed. The file itself is
-- never stored: it is made when it is fetched. By tenant and not by area, since a privacy officer reads no area.
create table register_export (
  tenant_id uuid not null,
  id uuid not null,
  no text not null,
  area_id uuid not null,
  area_pos bigint not null,
  class text not null check (class in ('registered', 'floating')),
  columns text[] not null,
  format text not null check (format in ('xlsx', 'csv-utf8', 'csv-gb18030')),
  reason text not null check (reason in ('service', 'emergency', 'check', 'statistics')),
  -- A matter or a document that asks for it: one of the two.
  matter_id uuid,
  document_no text,
  -- Holds unmasked values: then every person in it is told.
  in_full boolean not null,
  persons integer not null,
  asked_by uuid not null,
  office_id uuid not null,
  role text not null,
  asked_at timestamptz not null,
  -- A second person must agree.
  second boolean not null,
  agreed boolean,
  decided_by uuid,
  decided_at timestamptz,
  until timestamptz,
  fetched integer not null default 0,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  check ((matter_id is null) <> (document_no is null))
);
select distribute('register_export');
create index register_export_asked on register_export (tenant_id, asked_by, asked_at);
create index register_export_at on register_export (tenant_id, asked_at);
select guard_tenant('register_export');

-- Persons of a day's exports count beside households opened and numbers looked up.
alter table register_spent drop constraint register_spent_kind_check;
alter table register_spent add constraint register_spent_kind_check check (kind in ('households', 'numbers', 'persons'));
