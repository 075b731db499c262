-- Whose data was shown to whom is written and never changed: the server may not delete it. After three years it ends all the same
-- (个人信息保护法 art. 19, 56), by the database's own clock, so that nobody who moves another clock takes away a younger one.
create function end_looks(tenant uuid, ids uuid[]) returns void language sql security definer set search_path = public as $$
  delete from disclosure where tenant_id = tenant and id = any (ids) and at < now() - interval '3 years'
$$;
