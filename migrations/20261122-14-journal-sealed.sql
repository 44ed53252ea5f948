-- The journal cannot be quietly altered (decision 016): each row carries the hash of its content, seals chain the hashes in batches and
-- stand outside the database too. Personal values and addresses lie apart, where erasure reaches them; a row holds their hashes alone.

-- what is noted outlives what it speaks of: a territory that is removed, a person whose data is destroyed
alter table journal drop constraint journal_territory_id_fkey, drop constraint journal_person_id_fkey;
alter table journal
  -- what has no identifier of its own: the word of a dictionary, the school year of a calendar
  add column subject_key text,
  add column origin_id uuid,
  add column changes jsonb not null default '[]',
  add column hash bytea check (octet_length(hash) = 32);

-- A row as one text: each field by its length, so that nothing can move from one to the next (src/platform/journal/row-text.ts).
create function pg_temp.field(value text) returns text language sql immutable as
$$ select coalesce(octet_length(value) || ':' || value, '-') $$;
alter table journal no force row level security;
update journal set hash = sha256(convert_to(
  pg_temp.field('1') || pg_temp.field(id::text) || pg_temp.field(territory_id::text)
  || pg_temp.field(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
  || pg_temp.field(person_id::text) || pg_temp.field(actor) || pg_temp.field(action) || pg_temp.field(subject_kind)
  || pg_temp.field(subject_id::text) || pg_temp.field(subject_key) || pg_temp.field(programme_id::text) || pg_temp.field(origin_id::text)
  || pg_temp.field(detail::text) || pg_temp.field(changes::text), 'UTF8'));
alter table journal alter column hash set not null;
alter table journal force row level security;
create index on journal (territory_id, at desc, id desc);
create index on journal (territory_id, person_id, at desc);
create index on journal (territory_id, subject_kind, subject_key, at) where subject_key is not null;
-- the note of sign-ins and passwords stands in no territory
create index on journal (subject_id, at) where territory_id is null;

-- Where from: once a session, an address and a day. The identifier is made of the content, so that a row vouches for it; pruned by age.
create table journal_origin (
  id uuid primary key,
  day date not null,
  person_id uuid,
  session_id uuid,
  token_id uuid,
  address text not null,
  device text not null check (device in ('computer', 'phone', 'tablet', 'program', 'unknown'))
);
comment on column journal_origin.address is 'personal';
create index on journal_origin (person_id);
create index on journal_origin (day);

-- Values of personal columns before and after, salted: the row in the journal keeps hashes that say nothing once these are gone.
create table journal_personal (
  id uuid primary key,
  territory_id uuid,
  journal_id uuid not null,
  person_id uuid not null,
  salt bytea not null,
  before text,
  after text
);
comment on column journal_personal.before is 'personal';
comment on column journal_personal.after is 'personal';
create index on journal_personal (person_id);
create index on journal_personal (journal_id);

-- Rows that no seal covers yet: written with the row, taken by the sealer. A transaction that ends late is sealed late, never missed.
create table journal_unsealed (
  journal_id uuid primary key,
  hash bytea not null
);

-- A seal: identifiers and hashes of its rows (16 + 32 bytes each), bound to the seal before it.
create table journal_seal (
  no bigint primary key check (no > 0),
  at timestamptz not null,
  previous bytea not null,
  rows int not null check (rows > 0),
  members bytea not null check (octet_length(members) = rows * 48),
  hash bytea not null
);
-- one copy of the program seals at a time: it holds this row
create table journal_sealer (one int primary key check (one = 1));
insert into journal_sealer values (1);

insert into journal_unsealed (journal_id, hash) select id, hash from journal;

do $$
declare
  kept text;
begin
  foreach kept in array array['journal_origin', 'journal_personal', 'journal_unsealed', 'journal_seal', 'journal_sealer'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('alter table %I force row level security', kept);
    -- the owner seals, verifies and prunes; not even the owner changes a row of the journal or a seal
    execute format('create policy owner_reads on %I for select to %I using (true)', kept, current_user);
  end loop;
  execute format('create policy owner_reads on journal for select to %I using (true)', current_user);
  execute format('create policy owner_removes on journal_origin for delete to %I using (true)', current_user);
  execute format('create policy owner_removes on journal_personal for delete to %I using (true)', current_user);
  execute format('create policy owner_removes on journal_unsealed for delete to %I using (true)', current_user);
  execute format('create policy owner_locks on journal_sealer for update to %I using (true)', current_user);
  execute format('create policy owner_adds on journal_seal for insert to %I with check (true)', current_user);
  -- «for update skip locked» takes the rows of the queue
  execute format('create policy owner_locks on journal_unsealed for update to %I using (true)', current_user);
end $$;

create policy adds on journal_unsealed for insert to orientir_app with check (true);
grant insert on journal_unsealed to orientir_app;

create policy reads on journal_personal for select to orientir_app using (
  person_id = (select app_person()) or territory_id = any ((select app_reads())::uuid[]));
create policy adds on journal_personal for insert to orientir_app with check (
  territory_id is null or territory_id = any ((select app_writes())::uuid[]));
grant select, insert on journal_personal to orientir_app;

create policy reads on journal_origin for select to orientir_app using (person_id = (select app_person()) or stands_where_written(person_id));
create policy adds on journal_origin for insert to orientir_app with check (person_id is not distinct from (select app_person()));
grant select, insert on journal_origin to orientir_app;

-- A person's own notes of sign-ins and passwords stand in no territory: they are read by whoever they are about.
create policy own on journal for select to orientir_app using (territory_id is null and person_id = (select app_person()));

-- Destroys a person's values and addresses in the journal; the chain stands, since it covers hashes. Only where the actor writes of them.
create function erase_journal_of(wanted uuid) returns table (personal_values int, origins int)
language plpgsql volatile security definer set search_path = public as $$
begin
  if not stands_where_written(wanted) and app_person() is distinct from wanted then
    raise exception 'this person is not the actor''s to erase' using errcode = '42501';
  end if;
  delete from journal_personal p where p.person_id = wanted;
  get diagnostics personal_values = row_count;
  delete from journal_origin o where o.person_id = wanted
    or o.id in (select j.origin_id from journal j join account a on a.id = j.subject_id
      where j.subject_kind = 'account' and j.territory_id is null and j.person_id is null and a.person_id = wanted);
  get diagnostics origins = row_count;
  return next;
end $$;
revoke execute on function erase_journal_of(uuid) from public;
grant execute on function erase_journal_of(uuid) to orientir_app;
