-- Remarks that checkers write again and again: kept once for all who check at the same place, so that schools hear the same demand in
-- the same words whoever checks.
create table saved_remark (
  territory_id uuid not null references territory (id),
  id uuid not null,
  -- the school that checks reports of its own programmes; null: those who run the territory's
  owner_organisation_id uuid,
  text text not null check (text <> ''),
  -- in how many returns it was used: the list is ordered by it
  uses int not null default 0,
  used_at timestamptz,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  closed_at timestamptz,
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, owner_organisation_id) references organisation (territory_id, id)
);
create index on saved_remark (territory_id, owner_organisation_id, uses desc) where closed_at is null;

alter table saved_remark enable row level security;
alter table saved_remark force row level security;
create policy reads on saved_remark for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
create policy adds on saved_remark for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]));
create policy changes on saved_remark for update to orientir_app using (territory_id = any ((select app_writes())::uuid[])) with check (territory_id = any ((select app_writes())::uuid[]));
grant select, insert, update on saved_remark to orientir_app;
