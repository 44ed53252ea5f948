-- Files under watch: what a file may do when opened, whether it was looked at for viruses, whether it is still whole.
alter table stored_file
  -- shown in the browser's own window; everything else is saved to the disk
  add column opens_inline boolean not null default false,
  -- none: no scanner was set when it came; waiting: in quarantine, given to nobody
  add column scan_state text not null default 'none' check (scan_state in ('none', 'waiting', 'clean', 'infected')),
  add column scanned_at timestamptz,
  -- what a sweep found of its content: rows are told of, never removed
  add column fault text check (fault in ('missing', 'altered')),
  -- when the hash of its content was last compared
  add column checked_at timestamptz,
  -- the organisation for which it was put up, where its uploader stands in one: quotas are counted by it
  add column organisation_id uuid,
  add foreign key (territory_id, organisation_id) references organisation (territory_id, id);
update stored_file set opens_inline = true where media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp');
-- quotas are sums over these
create index stored_file_kept_by on stored_file (territory_id, organisation_id) include (bytes);
create index stored_file_content on stored_file (sha256);
create index stored_file_waiting on stored_file (territory_id, id) where scan_state = 'waiting';
create index document_import_content on document_import (sha256);

-- The sweep, the backup and the health page ask about files of all territories, as the owner of the tables: also where that is no superuser.
do $$
begin
  execute format('create policy owner_reads on stored_file for select to %I using (true)', current_user);
  execute format('create policy owner_reads on document_import for select to %I using (true)', current_user);
end $$;

-- Every content that a row names: what lies in the store beside these is nobody's.
create view named_content as
  select sha256 from stored_file union select sha256 from document_import;

-- What each sweep of the store found; of the whole installation, for the owner alone.
create table file_sweep (
  id uuid primary key,
  at timestamptz not null,
  -- contents in the store, and their bytes
  files bigint not null,
  bytes bigint not null,
  -- contents that no row named and that were taken away
  removed bigint not null,
  -- contents that no row names and that stayed: too many at once to be believed
  suspicious bigint not null,
  -- rows whose content is not there, or is another
  missing bigint not null,
  altered bigint not null,
  -- contents whose hash was compared this time
  compared bigint not null
);
