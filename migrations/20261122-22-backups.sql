-- Jobs that waited when a backup was made: a restore puts them here, and the program takes them up at its next start. The tables of the
-- queue are not restored themselves: their shape is its library's and changes with it.
create table restored_job (
  id uuid primary key,
  queue text not null,
  data jsonb,
  start_after timestamptz not null
);

-- Backups and drills of the whole installation: what is due is claimed by one copy of the program, by the unique key.
create table backup_run (
  id uuid primary key,
  kind text not null check (kind in ('backup', 'drill')),
  -- the moment of the schedule it stands for; of one asked for by hand, when it was asked for
  due_at timestamptz not null,
  started_at timestamptz not null,
  -- told every half a minute while it runs: a run that is silent was cut off
  beat_at timestamptz not null,
  finished_at timestamptz,
  outcome text check (outcome in ('done', 'failed')),
  tries int not null default 1,
  -- name of the file, without its folder
  file text,
  bytes bigint,
  -- of a failure or of what is not well: a sentence without personal data
  sentence text,
  detail jsonb not null default '{}',
  unique (kind, due_at),
  check ((finished_at is null) = (outcome is null))
);
create index on backup_run (kind, started_at desc);

-- Running copies of the program, each telling of itself every minute: any of them may be asked how the whole stands.
create table program_copy (
  id uuid primary key,
  version text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  disk_free bigint not null,
  disk_total bigint not null,
  -- the moment of the next backup by this copy's settings; null: none is asked of it
  next_backup_at timestamptz,
  drills boolean not null default false
);

grant select on backup_run, program_copy, migration to orientir_app;
