-- A dispute that another body refers: its letter, by when it wants an answer, and the answer.
alter table mediation
  add column letter_no text,
  add column letter_on date,
  -- Of a court: before a case is filed, after it, after it in the simplified procedure.
  add column letter_stage text check (letter_stage in ('before', 'ordinary', 'simplified')),
  add column reply_by date,
  add column replied_on date,
  add column reply bytea;

alter table mediation_reminder
  drop constraint mediation_reminder_about_check,
  add constraint mediation_reminder_about_check
    check (about in ('confirm', 'limit', 'term', 'follow_up', 'meeting', 'reply', 'wished'));

alter table mediation_evidence
  drop constraint mediation_evidence_paper_check,
  add constraint mediation_evidence_paper_check
    check (paper in ('evidence', 'title', 'identity', 'proxy', 'receipt', 'signed', 'ruling', 'letter', 'other'));
