-- A room is had by one session, panel or clinic at a time. Times only, of no person: whoever plans must see what is taken
-- even where row-level security hides whose it is.
create table room_reservation (
  tenant_id uuid not null,
  -- The id of the session, panel or clinic that has the room.
  id uuid not null,
  room_id uuid not null,
  -- What it belongs to: all its reservations ahead end with it.
  for_id uuid not null,
  day date not null,
  from_minute integer not null,
  to_minute integer not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, room_id) references room (tenant_id, id),
  check (to_minute > from_minute)
);
select distribute('room_reservation');
create index room_reservation_day on room_reservation (tenant_id, room_id, day);
create index room_reservation_for on room_reservation (tenant_id, for_id);
select guard_tenant('room_reservation');

insert into room_reservation
  select m.tenant_id, m.id, m.room_id, m.mediation_id, m.held_on, m.from_minute, m.until_minute, m.made_at
  from mediation_meeting m join room on room.tenant_id = m.tenant_id and room.id = m.room_id where m.state = 'planned';
insert into room_reservation
  select p.tenant_id, p.id, p.room_id, p.id, p.day, p.from_minute, p.to_minute, p.made_at
  from panel p join room on room.tenant_id = p.tenant_id and room.id = p.room_id where p.state in ('convened', 'planned');
insert into room_reservation
  select c.tenant_id, c.id, c.room_id, c.id, c.day, c.from_minute, c.to_minute, c.made_at
  from clinic c join room on room.tenant_id = c.tenant_id and room.id = c.room_id where c.state = 'planned';
drop index mediation_meeting_room;
drop index panel_room;
