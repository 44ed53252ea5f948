-- Pictures of first pages, drawn by the worker and kept in the store like any file; none where the file cannot be drawn.
create table file_preview (
  territory_id uuid not null,
  file_id uuid not null,
  size text not null check (size in ('small', 'large')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  -- pixels
  width int not null check (width > 0),
  height int not null check (height > 0),
  primary key (territory_id, file_id, size),
  foreign key (territory_id, file_id) references stored_file (territory_id, id) on delete cascade
);
create index file_preview_content on file_preview (sha256);
-- made, or given up: nobody draws it a second time
alter table stored_file add column preview_state text not null default 'none' check (preview_state in ('none', 'made', 'failed'));

do $$
begin
  alter table file_preview enable row level security;
  alter table file_preview force row level security;
  create policy reads on file_preview for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
  create policy adds on file_preview for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]));
  create policy changes on file_preview for update to orientir_app
    using (territory_id = any ((select app_writes())::uuid[])) with check (territory_id = any ((select app_writes())::uuid[]));
  create policy removes on file_preview for delete to orientir_app using (territory_id = any ((select app_writes())::uuid[]));
  execute format('create policy owner_reads on file_preview for select to %I using (true)', current_user);
  grant select, insert, update, delete on file_preview to orientir_app;
end $$;

create or replace view named_content as
  select sha256 from stored_file union select sha256 from document_import union select sha256 from file_preview;
