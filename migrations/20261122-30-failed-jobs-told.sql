-- Failed jobs reach the administrator on every installation.

-- The owner lays them before the administrator and settles them by command, also where it is no superuser.
do $$ begin
  execute format('create policy owner_reads on dead_job for select to %I using (true)', current_user);
  execute format('create policy owner_adds on dead_job for insert to %I with check (true)', current_user);
  execute format('create policy owner_settles on dead_job for update to %I using (true)', current_user);
end $$;

-- Those that stand in no territory are of the whole installation: how many there are is told, nothing of what they hold.
create function dead_jobs_of_installation() returns int language sql stable security definer set search_path = public as
$$ select count(*)::int from dead_job where territory_id is null and settled_at is null $$;
revoke execute on function dead_jobs_of_installation() from public;
grant execute on function dead_jobs_of_installation() to orientir_app;
