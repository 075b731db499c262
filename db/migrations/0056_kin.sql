-- 亲属回避: what a worker's declared relatives and own household bring in is opened by another worker alone.
-- Which rows an account does not see, wherever they lie and whoever handed them to him: as hard a rule as the area.
create table barred (
  tenant_id uuid not null,
  id uuid not null,
  -- None once it has ended whose row this was.
  account_id uuid not null,
  subject_id uuid not null,
  -- What it came from: an entry of kin.
  source_id uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
select distribute('barred');
create unique index barred_account on barred (tenant_id, account_id, subject_id, source_id) where ended_at is null;
create index barred_subject on barred (tenant_id, subject_id) where ended_at is null;
create index barred_source on barred (tenant_id, source_id) where ended_at is null;
select guard_tenant('barred');

-- Somebody asked for a row by its id that he does not see.
create table barred_attempt (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  subject_id uuid not null,
  operation text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('barred_attempt');
create index barred_attempt_at on barred_attempt (tenant_id, at);
select guard_tenant('barred_attempt');

-- With the owner's rights: what somebody does not see must not depend on what he sees. It tells ids and nothing else.
create function barred_from(tenant uuid, account uuid) returns text language sql stable security definer set search_path = public as $$
  select string_agg(subject_id::text, ',') from barred where tenant_id = tenant and account_id = account and ended_at is null
$$;

-- As before, and what is barred from whoever asks: the first of his ids is his own.
create or replace function set_scope(tenant text, lo text, hi text, gaps text, ids text) returns void language plpgsql as $$
declare
  hidden text;
  barred text;
begin
  execute format('set local app.tenant_id = %L', tenant);
  execute format('set local app.lo = %L', lo);
  execute format('set local app.hi = %L', hi);
  execute format('set local app.gaps = %L', gaps);
  execute format('set local app.ids = %L', ids);
  if tenant <> '' then
    hidden := hidden_batches(tenant::uuid);
    if ids <> '' then
      barred := barred_from(tenant::uuid, split_part(ids, ',', 1)::uuid);
    end if;
  end if;
  execute format('set local app.hidden = %L', coalesce(hidden, ''));
  execute format('set local app.barred = %L', coalesce(barred, ''));
end $$;

-- Beside whatever else lets a row be seen: its id is not among those barred from the asker.
create function guard_barred(name regclass, id_column text) returns void language plpgsql as $$
begin
  execute format($p$create policy barred_%s on %s as restrictive using (
    %I is null or %I <> all (string_to_array(current_setting('app.barred', true), ',')::uuid[]))$p$, id_column, name, id_column, id_column);
end $$;

select guard_barred('matter', 'id');
select guard_barred('matter_step', 'matter_id');
select guard_barred('matter_clock', 'matter_id');
select guard_barred('matter_pause', 'matter_id');
select guard_barred('matter_request', 'matter_id');
select guard_barred('file', 'subject_id');
select guard_barred('mediation', 'id');
select guard_barred('mediation_party', 'mediation_id');
select guard_barred('mediation_record', 'mediation_id');
select guard_barred('closed_note', 'mediation_id');
select guard_barred('mediation_evidence', 'mediation_id');
select guard_barred('mediation_agreement', 'mediation_id');
select guard_barred('mediation_term', 'mediation_id');
select guard_barred('mediation_signature', 'mediation_id');
select guard_barred('follow_up', 'mediation_id');
select guard_barred('mediation_handover', 'mediation_id');
select guard_barred('mediation_step', 'mediation_id');
select guard_barred('mediation_disclosure', 'mediation_id');
select guard_barred('mediation_avoidance', 'mediation_id');
select guard_barred('mediation_reminder', 'mediation_id');
select guard_barred('mediation_scan', 'mediation_id');
select guard_barred('mediation_archive', 'mediation_id');
select guard_barred('mediation_opening', 'mediation_id');
select guard_barred('mediation_meeting', 'mediation_id');
select guard_barred('mediation_proposal', 'mediation_id');
select guard_barred('home', 'id');
select guard_barred('home_visit', 'home_id');
select guard_barred('rental', 'home_id');
select guard_barred('household', 'home_id');
select guard_barred('person', 'home_id');
select guard_barred('person', 'id');
select guard_barred('person_past', 'person_id');
select guard_barred('tie', 'person_id');
select guard_barred('correction', 'person_id');

-- Whom a worker has declared, to the privacy officer alone.
create table kin (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  tie text not null check (tie in ('household', 'relative')),
  -- The home it is about: his own, or a relative's.
  home_id uuid,
  -- Name, phone and address, as he wrote them: JSON.
  body bytea not null,
  phone_mac bytea,
  key_version integer not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
select distribute('kin');
create index kin_account on kin (tenant_id, account_id);
create index kin_phone on kin (tenant_id, phone_mac) where phone_mac is not null and ended_at is null;
create index kin_home on kin (tenant_id, home_id) where home_id is not null and ended_at is null;
select guard_tenant('kin');
