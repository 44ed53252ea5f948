-- The filters of a list that a person keeps under a name: their own, and those shown to everybody who stands at the territory itself.
create table saved_view (
  territory_id uuid not null references territory (id),
  id uuid not null,
  person_id uuid not null references person (id),
  -- which list: a word of the program's own
  list text not null check (list <> ''),
  name text not null check (name <> ''),
  -- words of the address: {"state": "late"}; read again by the list's own rules whenever they are shown
  filter jsonb not null,
  -- seen by all who stand at the territory
  shared boolean not null default false,
  -- the list begins with it when its author opens it
  opens boolean not null default false,
  made_at timestamptz not null,
  closed_at timestamptz,
  version int not null default 1,
  primary key (territory_id, id)
);
create unique index on saved_view (territory_id, person_id, list, lower(name)) where closed_at is null;
create unique index on saved_view (territory_id, person_id, list) where opens and closed_at is null;
create index on saved_view (territory_id, list) where shared and closed_at is null;

alter table saved_view enable row level security;
alter table saved_view force row level security;
-- Whoever stands at an organisation alone has no part in what those at the territory show one another.
create policy reads on saved_view for select to orientir_app using (
  territory_id = any ((select app_reads())::uuid[]) and (person_id = (select app_person())
    or shared and exists (select from role_assignment r where r.territory_id = saved_view.territory_id
      and r.person_id = (select app_person()) and r.organisation_id is null)));
create policy adds on saved_view for insert to orientir_app
  with check (person_id = (select app_person()) and territory_id = any ((select app_writes())::uuid[]));
create policy changes on saved_view for update to orientir_app
  using (territory_id = any ((select app_writes())::uuid[]) and (person_id = (select app_person()) or shared))
  with check (territory_id = any ((select app_writes())::uuid[]) and (person_id = (select app_person()) or shared));
grant select, insert, update on saved_view to orientir_app;

-- Goes with the person, beside `destroy_access`, whose guard is this one's too.
create function destroy_views(wanted uuid) returns bigint language plpgsql security definer set search_path = public as $$
declare
  gone bigint;
begin
  if exists (select from role_assignment r where r.person_id = wanted and not r.territory_id = any (app_writes()))
    or exists (select from membership m where m.person_id = wanted and not m.territory_id = any (app_writes()))
    or not stands_where_written(wanted)
  then
    raise exception 'a person who stands elsewhere too is not destroyed from here';
  end if;
  delete from saved_view v where v.person_id = wanted;
  get diagnostics gone = row_count;
  return gone;
end $$;
do $$
begin
  -- the function is the owner's, who has no bypass where it is no superuser
  execute format('create policy owner_removes on saved_view for all to %I using (true) with check (true)', current_user);
end $$;
revoke execute on function destroy_views(uuid) from public;
grant execute on function destroy_views(uuid) to orientir_app;
