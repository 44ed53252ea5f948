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

-- the owner clears away answers that no retry will ask for
do $$ begin execute format('create policy purge on idempotency to %I using (true)', current_user); end $$;

alter table journal enable row level security;
alter table journal force row level security;
create policy reads on journal for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
create policy adds on journal for insert to orientir_app with check (territory_id is null or territory_id = any ((select app_reads())::uuid[]));
grant select, insert on journal to orientir_app;

-- Who asks, in one step: the session or token by its hash, then the person's own assignments. Runs as the app role, so the
-- policy «own» is what shows them; app.person stays set until the request's reach is entered.
create function standing(session_hash bytea, token_hash bytea, at timestamptz)
returns table (session_id uuid, token_id uuid, account_id uuid, person_id uuid, last_seen_at timestamptz, held jsonb, municipalities jsonb)
language plpgsql volatile set search_path = public as $$
declare
  found record;
begin
  if session_hash is not null then
    select s.session_id, null::uuid as token_id, s.account_id, s.person_id, s.last_seen_at into found from session_by_token(session_hash, at) s;
  else
    select null::uuid as session_id, t.token_id, t.account_id, t.person_id, at as last_seen_at into found from token_actor(token_hash, at) t;
  end if;
  if found.account_id is null then
    return;
  end if;
  perform set_config('app.person', found.person_id::text, true);
  return query select found.session_id, found.token_id, found.account_id, found.person_id, found.last_seen_at,
    (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'territoryId', r.territory_id, 'territoryKind', t.kind, 'timeZone', t.time_zone,
        'organisationId', r.organisation_id, 'from', r.from_on, 'to', r.to_on) order by r.id), '[]')
      from role_assignment r join territory t on t.id = r.territory_id where r.person_id = found.person_id),
    (select coalesce(jsonb_object_agg(m.id, m.parent_id), '{}')
      from territory m where m.parent_id in (select r.territory_id from role_assignment r where r.person_id = found.person_id));
end $$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to orientir_app;
