-- Work in the background outlives the process that does it.

-- Processes that do background work, each telling of itself every two seconds: the jobs of one that fell silent go back to their queues.
create table worker_process (
  id uuid primary key,
  seen_at timestamptz not null default now()
);

-- Which process does which job now, and how many processes ended in the midst of it.
create table job_run (
  job_id uuid primary key,
  worker_id uuid not null,
  deaths int not null default 0
);
create index on job_run (worker_id);

-- Jobs that failed every time they were tried: an administrator sees them and has them done again or puts them aside.
create table dead_job (
  id uuid primary key,
  -- null: of the whole installation
  territory_id uuid references territory (id),
  queue text not null,
  data jsonb not null,
  -- «failed» at its work, or «killed»: the process ended in the midst of it again and again
  reason text not null check (reason in ('failed', 'killed')),
  died_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid references person (id),
  settlement text check (settlement in ('again', 'aside')),
  check ((settled_at is null) = (settlement is null))
);
create index on dead_job (territory_id, died_at desc);

alter table dead_job enable row level security;
alter table dead_job force row level security;
create policy reads on dead_job for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
create policy settles on dead_job for update to orientir_app using (territory_id = any ((select app_writes())::uuid[]))
  with check (territory_id = any ((select app_writes())::uuid[]));
grant select on dead_job to orientir_app;
grant update (settled_at, settled_by, settlement) on dead_job to orientir_app;
