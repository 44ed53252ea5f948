-- What was destroyed is found nowhere: not in the answers kept for other people's retries, not in a letter that waits for its mail server.

-- Values of one's own that were changed in no territory (one's phone, by oneself) are told to that person and to nobody else.
create policy own on journal_personal for select to orientir_app
  using (territory_id is null and person_id = (select app_person()));

-- Whose account a letter is about: it is not sent once they are destroyed.
alter table letter add column account_id uuid;
create index on letter (account_id);
comment on column letter.sealed is 'personal';
drop function put_letter(uuid, bytea, timestamptz, timestamptz);
create function put_letter(wanted uuid, account uuid, content bytea, at timestamptz, useful_until timestamptz) returns void
language sql security definer set search_path = public as
$$ insert into letter (id, account_id, sealed, queued_at, until) values (wanted, account, content, at, useful_until) $$;

-- Destroys what the app role may not touch, of a person all of whose places are where the actor writes; returns how much of each went.
create or replace function destroy_access(wanted uuid) returns table (place text, gone bigint) language plpgsql security definer set search_path = public as $$
begin
  if exists (select from role_assignment r where r.person_id = wanted and not r.territory_id = any (app_writes()))
    or exists (select from membership m where m.person_id = wanted and not m.territory_id = any (app_writes()))
    or not stands_where_written(wanted)
  then
    raise exception 'a person who stands elsewhere too is not destroyed from here';
  end if;
  return query
    with mine as (select a.id from account a where a.person_id = wanted),
      sessions as (delete from session s where s.account_id in (select id from mine) returning 1),
      links as (delete from sign_in_link l where l.account_id in (select id from mine) returning 1),
      tokens as (delete from access_token t where t.account_id in (select id from mine) returning 1),
      passwords as (delete from credential c where c.account_id in (select id from mine) returning 1),
      answers as (delete from idempotency i where i.person_id = wanted returning 1),
      factors as (delete from second_factor f where f.account_id in (select id from mine) returning 1),
      offers as (delete from second_factor_offer f where f.account_id in (select id from mine) returning 1),
      codes as (delete from recovery_code c where c.account_id in (select id from mine) returning 1),
      identities as (delete from foreign_identity f where f.account_id in (select id from mine) returning 1),
      letters as (delete from letter l where l.account_id in (select id from mine) returning 1),
      steps as (delete from sign_in_step s where s.account_id in (select id from mine) returning 1)
    select 'session', count(*) from sessions union all select 'sign_in_link', count(*) from links
    union all select 'access_token', count(*) from tokens union all select 'credential', count(*) from passwords
    union all select 'idempotency', count(*) from answers union all select 'second_factor', count(*) from factors
    union all select 'second_factor_offer', count(*) from offers union all select 'recovery_code', count(*) from codes
    union all select 'sign_in_step', count(*) from steps union all select 'foreign_identity', count(*) from identities
    union all select 'letter', count(*) from letters;
end $$;

-- Answers kept for retries of other people's writes may quote the person. Those that do, by identifier, by one of the `signs` or by the
-- pattern of their names, lose the names and the values that stand in them as a whole; the retry still finds its answer.
drop function scrub_answers(text[], text);
create function scrub_answers(wanted uuid, signs text[], names text, wholes text, pseudonym text) returns bigint
language plpgsql security definer set search_path = public as $$
declare
  changed bigint;
begin
  if not stands_where_written(wanted) then
    raise exception 'this person is not the actor''s to destroy';
  end if;
  update idempotency set answer = regexp_replace(regexp_replace(answer::text, names, pseudonym, 'g'), wholes, '""', 'g')::jsonb
    where position(wanted::text in answer::text) > 0
      or exists (select from unnest(signs) sign where position(sign in answer::text) > 0 and answer::text ~ names);
  get diagnostics changed = row_count;
  return changed;
end $$;

revoke execute on function put_letter(uuid, uuid, bytea, timestamptz, timestamptz), scrub_answers(uuid, text[], text, text, text) from public;
grant execute on function put_letter(uuid, uuid, bytea, timestamptz, timestamptz), scrub_answers(uuid, text[], text, text, text) to orientir_app;
