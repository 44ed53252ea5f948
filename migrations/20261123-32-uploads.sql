-- A file on its way in parts: what came stays when the line is lost, and the rest goes on from there. Seen by whoever sends it and by nobody
-- else; what stands still for days is forgotten (decision 026).
create table file_upload (
  territory_id uuid not null references territory (id),
  id uuid not null,
  person_id uuid not null references person (id),
  name text not null,
  -- of the whole file, as its device says
  bytes bigint not null check (bytes > 0 and bytes <= 31457280),
  -- when its device last saved it: the same name, length and moment are the same file
  saved_at timestamptz not null,
  received bigint not null default 0 check (received >= 0 and received <= bytes),
  touched_at timestamptz not null,
  -- the file it became
  file_id uuid,
  primary key (territory_id, id),
  foreign key (territory_id, file_id) references stored_file (territory_id, id) on delete cascade
);
create index on file_upload (territory_id, person_id);

create table file_upload_part (
  territory_id uuid not null,
  upload_id uuid not null,
  -- where in the file it begins
  at_byte bigint not null check (at_byte >= 0),
  bytes int not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (territory_id, upload_id, at_byte),
  foreign key (territory_id, upload_id) references file_upload (territory_id, id) on delete cascade
);
create index file_upload_part_content on file_upload_part (sha256);

-- Whoever sends it, where they may write; the program itself, which stands for no person, forgets what stood still.
do $$
declare
  mine text := 'territory_id = any ((select app_writes())::uuid[])
    and (person_id = (select app_person()) or (select app_person()) is null)';
  part_of_mine text := 'exists (select from file_upload u where u.territory_id = file_upload_part.territory_id and u.id = upload_id)';
begin
  alter table file_upload enable row level security;
  alter table file_upload force row level security;
  execute format('create policy mine on file_upload to orientir_app using (%s) with check (%s)', mine, mine);
  execute format('create policy owner_reads on file_upload for select to %I using (true)', current_user);
  grant select, insert, update, delete on file_upload to orientir_app;
  alter table file_upload_part enable row level security;
  alter table file_upload_part force row level security;
  execute format('create policy mine on file_upload_part to orientir_app using (%s) with check (%s)', part_of_mine, part_of_mine);
  execute format('create policy owner_reads on file_upload_part for select to %I using (true)', current_user);
  grant select, insert, update, delete on file_upload_part to orientir_app;
end $$;

create or replace view named_content as
  select sha256 from stored_file union select sha256 from document_import union select sha256 from file_preview
  union select sha256 from file_upload_part;
