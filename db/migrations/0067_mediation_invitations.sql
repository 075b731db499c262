-- Whom the parties agreed to have at a session (人民调解法 art. 20), and that a party has answered on its page.
create table mediation_invitation (
  tenant_id uuid not null,
  id uuid not null,
  mediation_id uuid not null,
  area_pos bigint not null,
  -- To which session.
  meeting_id uuid not null,
  -- Name and why, sealed as one: JSON.
  body bytea not null,
  key_version integer not null,
  by_id uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('mediation_invitation');
create index mediation_invitation_of on mediation_invitation (tenant_id, mediation_id, made_at);
select guard_area('mediation_invitation', 'mediation_id');
select guard_barred('mediation_invitation', 'mediation_id');

alter table mediation_reminder
  drop constraint mediation_reminder_about_check,
  add constraint mediation_reminder_about_check
    check (about in ('confirm', 'limit', 'term', 'follow_up', 'meeting', 'reply', 'wished', 'answered'));

-- A party that complained on its own page, so that it reads the answer there.
alter table mediator_complaint add column party_id uuid;
create index mediator_complaint_party on mediator_complaint (tenant_id, party_id) where party_id is not null;
