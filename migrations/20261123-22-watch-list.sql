-- What a person who looks after a territory keeps an eye on: schools, programmes, measures. It is their own, and nobody else's.
create table watch (
  territory_id uuid not null references territory (id),
  id uuid not null,
  person_id uuid not null references person (id),
  organisation_id uuid,
  programme_id uuid,
  measure_id uuid,
  watched_at timestamptz not null,
  primary key (territory_id, id),
  foreign key (territory_id, organisation_id) references organisation (territory_id, id),
  foreign key (territory_id, programme_id) references programme (territory_id, id),
  foreign key (territory_id, measure_id) references measure (territory_id, id),
  check (num_nonnulls(organisation_id, programme_id, measure_id) = 1),
  unique nulls not distinct (territory_id, person_id, organisation_id, programme_id, measure_id)
);

alter table watch enable row level security;
alter table watch force row level security;
create policy reads on watch for select to orientir_app
  using (person_id = (select app_person()) and territory_id = any ((select app_reads())::uuid[]));
create policy adds on watch for insert to orientir_app
  with check (person_id = (select app_person()) and territory_id = any ((select app_writes())::uuid[]));
-- a mark of one's own screen is taken off, not closed: it has no history that anybody is owed
create policy removes on watch for delete to orientir_app
  using (person_id = (select app_person()) and territory_id = any ((select app_writes())::uuid[]));
grant select, insert, delete on watch to orientir_app;
