-- Callbacks: other systems that are called when something happens to a public matter; and questions of Open311 as rows.

-- Where calls may go at all. inside: its addresses may be of an intranet or this machine, and http will do.
create table callback_host (
  tenant_id uuid not null,
  id uuid not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  inside boolean not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
select distribute('callback_host');
create unique index callback_host_once on callback_host (tenant_id, host, port) where ended_at is null;
select guard_tenant('callback_host');

-- Who is called. off: Linli gave up by itself; paused: an administrator's hand; ended: for good, its secret is gone.
create table callback_receiver (
  tenant_id uuid not null,
  id uuid not null,
  owner text not null,
  contact text not null,
  url text not null,
  lang text not null check (lang in ('zh', 'en')),
  events text[] not null,
  -- Sealed; the old one signs besides until old_until.
  secret bytea,
  old_secret bytea,
  old_until timestamptz,
  state text not null check (state in ('on', 'paused', 'off', 'ended')),
  -- Failed tries since the last that went well, and since when.
  failures integer not null default 0,
  failing_since timestamptz,
  last_sent_at timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id)
);
select distribute('callback_receiver');
select guard_tenant('callback_receiver');

-- Written with a move of a matter, in its transaction, while anybody is to be called; taken away by the look that writes the calls.
create table callback_move (
  tenant_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  move text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
select distribute('callback_move');
create index callback_move_next on callback_move (tenant_id, at, id);
select guard_tenant('callback_move');

-- One call to one receiver. at: when it happened; the calls about one matter leave in that order.
create table callback_delivery (
  tenant_id uuid not null,
  id uuid not null,
  receiver_id uuid not null,
  matter_id uuid,
  no text,
  event text not null,
  at timestamptz not null,
  body text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'parked')),
  tries integer not null default 0,
  -- Of the tries, those made since it was last set off.
  since_try integer not null default 0,
  next_at timestamptz,
  status integer,
  fault text,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, receiver_id) references callback_receiver (tenant_id, id)
);
select distribute('callback_delivery');
create index callback_delivery_due on callback_delivery (tenant_id, receiver_id, next_at) where next_at is not null;
create index callback_delivery_order on callback_delivery (tenant_id, receiver_id, matter_id, at, id) where next_at is not null;
create index callback_delivery_log on callback_delivery (tenant_id, receiver_id, made_at, id);
create index callback_delivery_old on callback_delivery (tenant_id, made_at);
select guard_tenant('callback_delivery');

-- One row per try, written before anything is sent: after a crash it still says unknown, which is the truth.
create table callback_try (
  tenant_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  no integer not null,
  at timestamptz not null,
  ended_at timestamptz,
  result text not null default 'unknown' check (result in ('unknown', 'sent', 'failed')),
  status integer,
  fault text,
  -- The beginning of what was answered.
  answer text,
  primary key (tenant_id, id),
  foreign key (tenant_id, delivery_id) references callback_delivery (tenant_id, id),
  unique (tenant_id, delivery_id, no)
);
select distribute('callback_try');
select guard_tenant('callback_try');

-- What Open311 asks beside the words. kind: of this kind of matters alone; '' for every kind.
create table open311_question (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  code text not null,
  datatype text not null check (datatype in ('string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist')),
  required boolean not null,
  asks_zh text not null,
  asks_en text not null,
  help_zh text not null,
  help_en text not null,
  -- [{ key, zh, en }] of the two lists.
  choices jsonb not null,
  sort integer not null,
  retired_at timestamptz,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, kind, code)
);
select distribute('open311_question');
select guard_tenant('open311_question');

-- Districts that were founded before have the four that were fixed until now.
insert into open311_question (tenant_id, id, kind, code, datatype, required, asks_zh, asks_en, help_zh, help_en, choices, sort, changed_at)
select tenant.id, gen_random_uuid(), '', q.code, q.datatype, false, q.asks_zh, q.asks_en, q.help_zh, q.help_en, q.choices::jsonb, q.sort, now()
from tenant, (values
  ('SPOT', 'string', 10, '具体在哪里', 'Where exactly', '比如“一层楼道”“北门外路灯”，最多 60 个字。请不要写门牌号和姓名。',
    'For example “ground floor landing”; at most 60 characters. Please leave out flat numbers and names.', '[]'),
  ('LASTS', 'singlevaluelist', 20, '现在怎样', 'How it is now', '选一个。', 'Choose one.',
    '[{"key":"now","zh":"刚刚发生","en":"It has just happened"},{"key":"always","zh":"一直这样","en":"It is like this all the time"},{"key":"sometimes","zh":"时有时无","en":"It comes and goes"},{"key":"over","zh":"现在没有了","en":"It is over for now"}]'),
  ('HINDERS', 'multivaluelist', 30, '影响到谁', 'Who is hindered', '可以选几个。', 'Choose as many as fit.',
    '[{"key":"walking","zh":"走路的人","en":"People on foot"},{"key":"wheels","zh":"轮椅、婴儿车","en":"Wheelchairs and prams"},{"key":"cars","zh":"车辆","en":"Vehicles"},{"key":"rescue","zh":"消防车、救护车","en":"Fire engines and ambulances"},{"key":"homes","zh":"楼里的住户","en":"Those who live there"}]'),
  ('SINCE', 'datetime', 40, '从什么时候开始', 'Since when', '日期，或者日期和时间（W3C 格式）。', 'A date, or a date and time (W3C form).', '[]')
) as q (code, datatype, sort, asks_zh, asks_en, help_zh, help_en, choices);
