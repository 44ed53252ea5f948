-- A programme or a measure stands still: from a day, for a reason, perhaps by an order, until it is resumed. Nothing of it is removed:
-- a pause is a row of its own, and what it covers is read from it.
create table pause (
  territory_id uuid not null references territory (id),
  id uuid not null,
  programme_id uuid not null,
  -- null: the whole programme
  measure_id uuid,
  from_on date not null,
  reason text not null check (reason <> ''),
  paper_id uuid,
  paused_by uuid not null references person (id),
  paused_at timestamptz not null,
  -- the first day of work again; null while it stands
  resumed_on date check (resumed_on >= from_on),
  resumed_by uuid references person (id),
  resumed_at timestamptz,
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, programme_id) references programme (territory_id, id),
  foreign key (territory_id, measure_id) references measure (territory_id, id),
  foreign key (territory_id, paper_id) references paper (territory_id, id),
  check ((resumed_on is null) = (resumed_by is null) and (resumed_on is null) = (resumed_at is null))
);
-- the same thing is not paused twice at once
create unique index pause_once on pause (territory_id, programme_id, measure_id) nulls not distinct where resumed_on is null;
create index on pause (territory_id, programme_id, from_on);

alter table pause enable row level security;
alter table pause force row level security;
create policy reads on pause for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
create policy adds on pause for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]));
create policy changes on pause for update to orientir_app using (territory_id = any ((select app_writes())::uuid[])) with check (territory_id = any ((select app_writes())::uuid[]));
grant select, insert, update on pause to orientir_app;
