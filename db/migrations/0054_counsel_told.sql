-- Whoever booked is told when his session was moved or cancelled; a booking that fits no time of it any more is lost.
alter table clinic_booking add column to_tell boolean not null default false;
alter table clinic_booking add column lost boolean not null default false;
