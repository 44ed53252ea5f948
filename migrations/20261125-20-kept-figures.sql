-- Whose obligations changed since the figures kept of them were counted: one row of its own a change, so that nobody waits for another.
-- Written in the transaction of the change, taken away by the counting that saw it. An empty key: anybody's of the territory.
create table obligation_change (
  territory_id uuid not null references territory (id),
  id uuid not null default gen_random_uuid(),
  bearer_key text not null,
  primary key (territory_id, id)
);
create index on obligation_change (territory_id, bearer_key);
alter table obligation_change enable row level security;
alter table obligation_change force row level security;
create policy reads on obligation_change for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
create policy adds on obligation_change for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]));
create policy removes on obligation_change for delete to orientir_app using (territory_id = any ((select app_writes())::uuid[]));
grant select, insert, delete on obligation_change to orientir_app;

-- Figures of each bearer as they stand on one day, all of a territory's on the same one: what a region adds up. Counted from obligations
-- and counted again at any time; nothing else hangs on them.
create table kept_figure (
  territory_id uuid not null references territory (id),
  bearer_key text not null,
  span text not null check (span in ('all', 'month')),
  on_day date not null,
  due int not null,
  planned int not null,
  accepted int not null,
  late int not null,
  soon int not null,
  ahead int not null,
  submitted int not null,
  returned int not null,
  paused int not null,
  not_applicable int not null,
  primary key (territory_id, bearer_key, span)
);
alter table kept_figure enable row level security;
alter table kept_figure force row level security;
create policy reads on kept_figure for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
create policy adds on kept_figure for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]));
create policy removes on kept_figure for delete to orientir_app using (territory_id = any ((select app_writes())::uuid[]));
grant select, insert, delete on kept_figure to orientir_app;

-- one bearer's obligations, closed ones too: what changed since is counted anew without touching the others'
create index on obligation (territory_id, bearer_key);
