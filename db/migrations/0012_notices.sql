-- Notices: moves still to be told of, what somebody should know, what waits to be sent by SMS or e-mail, and every try to send it.

-- Written with the move itself, as one row: who is to be told is looked for afterwards, by the sweep, which takes the row away.
-- turn: 0 is told first (danger), 1 after it. id: of time, so that moves of one matter are told in their order.
create table notice_move (
  tenant_id uuid not null,
  turn integer not null,
  id uuid not null,
  matter_id uuid not null,
  move text not null,
  by_id uuid,
  at timestamptz not null,
  primary key (tenant_id, turn, id)
);
select distribute('notice_move');
select guard_tenant('notice_move');

-- A row is there once a place has changed a kind; until then it is said as modules/notice/usual-kinds.ts has it.
create table notice_kind (
  tenant_id uuid not null,
  code text not null,
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  sms_zh text not null default '',
  sms_en text not null default '',
  urgent boolean not null,
  channels text[] not null check (channels <@ array['inbox', 'sms', 'email']),
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, code)
);
select distribute('notice_kind');
select guard_tenant('notice_kind');

-- From when until when nothing is said that can wait, and when the daily digest comes; minutes of the local day.
create table notice_rule (
  tenant_id uuid not null,
  quiet_from integer not null check (quiet_from between 0 and 1439),
  quiet_to integer not null check (quiet_to between 0 and 1439),
  digest_at integer not null check (digest_at between 0 and 1439),
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id)
);
select distribute('notice_rule');
select guard_tenant('notice_rule');

-- What one person wants otherwise. digest_due: when his next digest is put together; none while nothing waits for it.
create table notice_wish (
  tenant_id uuid not null,
  account_id uuid not null,
  digest_at integer check (digest_at between 0 and 1439),
  quiet text not null default 'usual' check (quiet in ('usual', 'own', 'none')),
  quiet_from integer check (quiet_from between 0 and 1439),
  quiet_to integer check (quiet_to between 0 and 1439),
  email bytea,
  digest_email boolean not null default false,
  digest_due timestamptz,
  digest_on date,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (tenant_id, account_id),
  check (quiet <> 'own' or (quiet_from is not null and quiet_to is not null))
);
select distribute('notice_wish');
create index notice_wish_due on notice_wish (tenant_id, digest_due) where digest_due is not null;
select guard_tenant('notice_wish');

-- One line in somebody's inbox. Said again while unread, it is the same line with a higher count.
create table notice (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  about_kind text not null,
  about_id uuid not null,
  said jsonb not null,
  urgent boolean not null,
  count integer not null default 1,
  not_before timestamptz not null,
  said_at timestamptz not null,
  read_at timestamptz,
  digest_id uuid,
  primary key (tenant_id, id)
);
select distribute('notice');
create unique index notice_once on notice (tenant_id, account_id, kind, about_kind, about_id) where read_at is null;
create index notice_inbox on notice (tenant_id, account_id, said_at, id);
create index notice_about on notice (tenant_id, about_id) where read_at is null;
create index notice_digest on notice (tenant_id, digest_id) where digest_id is not null;
-- The second net: a line of an inbox exists for its owner and for Linli itself, whose interval is the whole tree.
alter table notice enable row level security;
create policy own on notice using (
  tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
  and (account_id = any (string_to_array(current_setting('app.ids', true), ',')::uuid[])
    or (current_setting('app.lo', true) = '0' and current_setting('app.hi', true) = '9007199254740991')));

-- What leaves by SMS or e-mail. Address and message are sealed, and gone thirty days after the matter of it is over.
create table outbox (
  tenant_id uuid not null,
  id uuid not null,
  channel text not null check (channel in ('sms', 'email')),
  kind text not null,
  about_kind text not null,
  about_id uuid not null,
  to_kind text not null check (to_kind in ('account', 'reporter')),
  to_id uuid not null,
  address bytea,
  message bytea,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'given_up')),
  tries integer not null default 0,
  next_at timestamptz,
  since timestamptz not null,
  provider text,
  provider_id text,
  error text,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id)
);
select distribute('outbox');
create index outbox_due on outbox (tenant_id, next_at) where next_at is not null;
create index outbox_newest on outbox (tenant_id, made_at, id);
create index outbox_about on outbox (tenant_id, about_id);
create index outbox_old on outbox (tenant_id, changed_at) where address is not null;
-- The same thing to the same person by the same way waits once.
create unique index outbox_once on outbox (tenant_id, to_id, channel, kind, about_id) where state = 'waiting';
select guard_tenant('outbox');

-- One row per try, written before anything is sent: after a crash it still says unknown, which is the truth.
create table outbox_try (
  tenant_id uuid not null,
  id uuid not null,
  outbox_id uuid not null,
  no integer not null,
  at timestamptz not null,
  ended_at timestamptz,
  result text not null default 'unknown' check (result in ('unknown', 'sent', 'failed')),
  error text,
  primary key (tenant_id, id),
  foreign key (tenant_id, outbox_id) references outbox (tenant_id, id),
  unique (tenant_id, outbox_id, no)
);
select distribute('outbox_try');
select guard_tenant('outbox_try');
