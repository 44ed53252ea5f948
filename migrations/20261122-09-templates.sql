-- Own templates: programmes kept as patterns for later ones. What they hold names no school and no person.
create table programme_template (
  territory_id uuid not null references territory (id),
  id uuid not null,
  -- the school whose own template it is; null: the territory's
  owner_organisation_id uuid,
  title text not null,
  about text not null default '',
  body jsonb not null,
  made_from uuid,
  made_by uuid references person (id),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (territory_id, id),
  foreign key (territory_id, owner_organisation_id) references organisation (territory_id, id),
  foreign key (territory_id, made_from) references programme (territory_id, id)
);

alter table programme_template enable row level security;
alter table programme_template force row level security;
create policy reads on programme_template for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
create policy adds on programme_template for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]));
create policy changes on programme_template for update to orientir_app using (territory_id = any ((select app_writes())::uuid[])) with check (territory_id = any ((select app_writes())::uuid[]));
grant select, insert, update on programme_template to orientir_app;
