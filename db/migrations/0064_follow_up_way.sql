-- How a follow-up was made, and whether the two sides were content with how it was mediated: the form of 2010 asks for both.
alter table follow_up
  add column way text check (way in ('visit', 'phone', 'message')),
  add column content text check (content in ('both', 'one', 'neither'));
