-- The second wall: what the app role may touch, and which rows.
do $$
declare
  tenant text;
  tenants text[] := array['stored_file', 'paper', 'designation', 'membership', 'role_assignment', 'role_code', 'school_calendar', 'notice',
    'programme', 'document_import', 'roadmap', 'section', 'measure', 'measure_party', 'planned_value', 'planned_year', 'measure_paper',
    'programme_change', 'obligation', 'report', 'report_obligation', 'report_value', 'evidence', 'report_step', 'phone_call'];
begin
  if not exists (select from pg_roles where rolname = 'orientir_app') then
    create role orientir_app nologin nobypassrls;
  end if;
  -- a single-login installation enters the app role inside each transaction
  execute format('grant orientir_app to %I', current_user);
  grant usage on schema public to orientir_app;
  foreach tenant in array tenants loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy reads on %I for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]))', tenant);
    execute format('create policy adds on %I for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]))', tenant);
    execute format('create policy changes on %I for update to orientir_app using (territory_id = any ((select app_writes())::uuid[])) with check (territory_id = any ((select app_writes())::uuid[]))', tenant);
    execute format('create policy removes on %I for delete to orientir_app using (territory_id = any ((select app_writes())::uuid[]))', tenant);
    execute format('grant select, insert, update, delete on %I to orientir_app', tenant);
  end loop;
end $$;

-- A person always sees their own assignments and memberships: this is how a session learns its territories.
create policy own on role_assignment for select to orientir_app using (person_id = (select app_person()));
create policy own on membership for select to orientir_app using (person_id = (select app_person()));
-- A notice is its person's own.
drop policy reads on notice;
create policy reads on notice for select to orientir_app using (person_id = (select app_person()) or territory_id = any ((select app_writes())::uuid[]));
create policy read_by_person on notice for update to orientir_app using (person_id = (select app_person())) with check (person_id = (select app_person()));

grant select, insert, update on territory, organisation, person, account, setting to orientir_app;
grant select, insert, delete on idempotency to orientir_app;

alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy own on idempotency to orientir_app using (person_id = (select app_person())) with check (person_id = (select app_person()));

alter table journal enable row level security;
alter table journal force row level security;
create policy reads on journal for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
create policy adds on journal for insert to orientir_app with check (territory_id is null or territory_id = any ((select app_reads())::uuid[]));
grant select, insert on journal to orientir_app;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to orientir_app;
