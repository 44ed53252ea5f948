-- The second wall around what is global: the registry and the territories are read by all and written where the actor writes; people and
-- their accounts are seen where they stand (decision 014). The owner of the tables is not held: the command line works with all of them.

-- Somebody of the region above: their names stand under what they did in its municipalities.
create function stands_above(wanted uuid) returns boolean language sql stable security definer set search_path = public as
$$ select exists (select from role_assignment r join territory t on t.parent_id = r.territory_id
     where r.person_id = wanted and t.id = any (app_reads())) $$;
-- Somebody who stands where the actor writes.
create function stands_where_written(wanted uuid) returns boolean language sql stable security definer set search_path = public as
$$ select exists (select from role_assignment r where r.person_id = wanted and r.territory_id = any (app_writes()))
     or exists (select from membership m where m.person_id = wanted and m.territory_id = any (app_writes())) $$;
-- Somebody new, whose first place is written after them.
create function stands_nowhere(wanted uuid) returns boolean language sql stable security definer set search_path = public as
$$ select not exists (select from role_assignment r where r.person_id = wanted) and not exists (select from membership m where m.person_id = wanted) $$;
-- Whose these logins are, wherever they stand: a login is one for the whole installation.
create function login_owners(wanted text[]) returns table (login text, person_id uuid, family_name text)
language sql stable security definer set search_path = public as
$$ select a.login, p.id, p.family_name from account a join person p on p.id = a.person_id where a.login = any (wanted) $$;

do $$
declare
  walled text;
begin
  -- the owner answers these questions also where it is no superuser
  execute format('create policy owner_reads on role_assignment for select to %I using (true)', current_user);
  execute format('create policy owner_reads on membership for select to %I using (true)', current_user);
  foreach walled in array array['territory', 'organisation', 'person', 'account'] loop
    execute format('alter table %I enable row level security', walled);
  end loop;
end $$;

create policy reads on territory for select to orientir_app using (true);
create policy adds on territory for insert to orientir_app with check (
  id = any ((select app_writes())::uuid[]) or parent_id = any ((select app_writes())::uuid[]));
create policy changes on territory for update to orientir_app
  using (id = any ((select app_writes())::uuid[])) with check (id = any ((select app_writes())::uuid[]));

create policy reads on organisation for select to orientir_app using (true);
create policy adds on organisation for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]));
create policy changes on organisation for update to orientir_app
  using (territory_id = any ((select app_writes())::uuid[])) with check (territory_id = any ((select app_writes())::uuid[]));

create policy reads on person for select to orientir_app using (
  id = (select app_person())
  or exists (select from membership m where m.person_id = person.id)
  or exists (select from role_assignment r where r.person_id = person.id)
  or stands_above(id));
-- a person has no place yet when their row is made
create policy adds on person for insert to orientir_app with check (cardinality((select app_writes())) > 0);
create policy changes on person for update to orientir_app using (stands_where_written(id)) with check (stands_where_written(id));

create policy reads on account for select to orientir_app using (exists (select from person p where p.id = account.person_id));
create policy adds on account for insert to orientir_app
  with check (cardinality((select app_writes())) > 0 and (stands_where_written(person_id) or stands_nowhere(person_id)));
create policy changes on account for update to orientir_app using (stands_where_written(person_id)) with check (stands_where_written(person_id));

revoke execute on function stands_above(uuid), stands_where_written(uuid), stands_nowhere(uuid), login_owners(text[]) from public;
grant execute on function stands_above(uuid), stands_where_written(uuid), stands_nowhere(uuid), login_owners(text[]) to orientir_app;

-- What is noted stands where its effect may stand.
drop policy adds on journal;
create policy adds on journal for insert to orientir_app with check (territory_id is null or territory_id = any ((select app_writes())::uuid[]));
