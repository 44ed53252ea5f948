-- Personal data by law: what is personal, consents where they are the basis, what people ask about their data, what was destroyed.

-- What names a person or speaks of them beside their names: the register of processing is made from these comments.
comment on column membership.position is 'personal';

-- A consent is given to the authority of one territory, in one edition of its wording.
create table consent (
  territory_id uuid not null references territory (id),
  id uuid not null,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('phone_to_colleagues')),
  edition text not null,
  given_at timestamptz not null,
  given_how text not null check (given_how in ('program', 'paper')),
  given_paper text not null default '',
  given_by uuid not null references person (id),
  withdrawn_at timestamptz,
  withdrawn_how text check (withdrawn_how in ('program', 'paper')),
  withdrawn_paper text not null default '',
  withdrawn_by uuid references person (id),
  primary key (territory_id, id),
  check ((withdrawn_at is null) = (withdrawn_how is null) and (withdrawn_at is null) = (withdrawn_by is null))
);
-- one consent of a kind holds at a time
create unique index consent_once on consent (territory_id, person_id, kind) where withdrawn_at is null;
create index on consent (person_id);
-- number and day of the paper, as written by whoever keeps it
comment on column consent.given_paper is 'personal';
comment on column consent.withdrawn_paper is 'personal';

-- What a person asks about their own data; answered within working days counted by law.
create table data_request (
  territory_id uuid not null references territory (id),
  id uuid not null,
  person_id uuid not null references person (id),
  kind text not null check (kind in ('correction', 'explanation', 'destruction')),
  text text not null,
  state text not null default 'open' check (state in ('open', 'done', 'refused')),
  asked_on date not null,
  due_on date not null,
  asked_at timestamptz not null,
  answer text not null default '',
  settled_at timestamptz,
  settled_by uuid references person (id),
  version int not null default 1,
  primary key (territory_id, id),
  check ((state = 'open') = (settled_at is null))
);
create index on data_request (territory_id, due_on) where state = 'open';
create index on data_request (person_id);
comment on column data_request.text is 'personal';
comment on column data_request.answer is 'personal';

-- What was destroyed, when, by whom and why: the act and the extract are printed from it. It holds no name of the person.
create table destruction (
  territory_id uuid not null references territory (id),
  id uuid not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  on_day date not null,
  made_by uuid not null references person (id),
  reason text not null check (reason in ('purpose_achieved', 'consent_withdrawn', 'demanded', 'unlawful', 'inaccurate')),
  -- number and day of the paper that asked for it
  basis text not null default '',
  -- [{ column, category, count }]: what was erased, never what stood there
  erased jsonb not null,
  -- what the act says of backup copies: until which day one may still hold the data
  copies_until date,
  primary key (territory_id, id)
);
create index on destruction (territory_id, at desc);
create index on destruction (person_id);

do $$
declare
  tenant text;
begin
  foreach tenant in array array['consent', 'data_request', 'destruction'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy adds on %I for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]))', tenant);
  end loop;
end $$;
-- a person's own rows are read by them and by those who write where the rows stand; colleagues read neither requests nor acts
create policy reads on consent for select to orientir_app
  using (person_id = (select app_person()) or territory_id = any ((select app_reads())::uuid[]));
create policy reads on data_request for select to orientir_app
  using (person_id = (select app_person()) or territory_id = any ((select app_writes())::uuid[]));
create policy reads on destruction for select to orientir_app using (territory_id = any ((select app_writes())::uuid[]));
create policy changes on consent for update to orientir_app
  using (territory_id = any ((select app_writes())::uuid[])) with check (territory_id = any ((select app_writes())::uuid[]));
create policy changes on data_request for update to orientir_app
  using (territory_id = any ((select app_writes())::uuid[])) with check (territory_id = any ((select app_writes())::uuid[]));
grant select, insert, update on consent, data_request to orientir_app;
grant select, insert on destruction to orientir_app;
-- a reader, who writes nowhere, still speaks for themselves
create policy adds_own on data_request for insert to orientir_app
  with check (person_id = (select app_person()) and territory_id = any ((select app_reads())::uuid[]));
create policy adds_own on consent for insert to orientir_app
  with check (person_id = (select app_person()) and territory_id = any ((select app_reads())::uuid[]));
create policy withdraws_own on consent for update to orientir_app
  using (person_id = (select app_person())) with check (person_id = (select app_person()));

-- Whose data were destroyed: the row stays so that reports keep their author, and is never filled again.
alter table person add column destroyed_at timestamptz;

-- One's own phone, by oneself: a person is otherwise changed only by whoever writes where they stand.
create function set_own_phone(wanted text) returns int language sql security definer set search_path = public as
$$ update person set phone = wanted, version = version + 1 where id = app_person() and destroyed_at is null returning version $$;

-- What is kept for entering, told to the person themselves and to whoever destroys it: counts and days, never the secrets.
create function access_kept(wanted uuid)
returns table (kind text, said text, at timestamptz, until timestamptz) language sql stable security definer set search_path = public as
$$ select k.kind, k.said, k.at, k.until from (
     select 'password' as kind, '' as said, c.changed_at as at, null::timestamptz as until
       from credential c join account a on a.id = c.account_id where a.person_id = wanted
     union all select 'session', concat_ws(', ', nullif(s.agent, ''), nullif(s.place, '')), s.created_at, s.expires_at from session s join account a on a.id = s.account_id where a.person_id = wanted
     union all select 'link', l.kind, l.created_at, l.expires_at from sign_in_link l join account a on a.id = l.account_id where a.person_id = wanted
     union all select 'token', t.name, t.created_at, t.expires_at from access_token t join account a on a.id = t.account_id where a.person_id = wanted
     union all select 'factor', '', f.made_at, null from second_factor f join account a on a.id = f.account_id where a.person_id = wanted
     union all select 'answer', i.action, i.at, null from idempotency i where i.person_id = wanted
   ) k where wanted = app_person() or stands_where_written(wanted) order by k.kind, k.at $$;

-- Destroys what the app role may not touch, of a person all of whose places are where the actor writes; returns how much of each went.
create function destroy_access(wanted uuid) returns table (place text, gone bigint) language plpgsql security definer set search_path = public as $$
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
      steps as (delete from sign_in_step s where s.account_id in (select id from mine) returning 1)
    select 'session', count(*) from sessions union all select 'sign_in_link', count(*) from links
    union all select 'access_token', count(*) from tokens union all select 'credential', count(*) from passwords
    union all select 'idempotency', count(*) from answers union all select 'second_factor', count(*) from factors
    union all select 'second_factor_offer', count(*) from offers union all select 'recovery_code', count(*) from codes
    union all select 'sign_in_step', count(*) from steps;
end $$;

-- Answers kept for retries of other people's writes may quote the person: they are blanked of these words, the retry still finds its answer.
create function scrub_answers(words text[], pseudonym text) returns bigint language plpgsql security definer set search_path = public as $$
declare
  word text;
  touched bigint := 0;
  changed bigint;
begin
  if cardinality(app_writes()) = 0 then
    raise exception 'nobody who writes nowhere scrubs';
  end if;
  foreach word in array words loop
    continue when length(word) < 4;
    -- as the word stands inside a JSON text, without its quotes
    update idempotency set answer = replace(answer::text, substr(to_json(word)::text, 2, length(to_json(word)::text) - 2), pseudonym)::jsonb
      where position(substr(to_json(word)::text, 2, length(to_json(word)::text) - 2) in answer::text) > 0;
    get diagnostics changed = row_count;
    touched := touched + changed;
  end loop;
  return touched;
end $$;

revoke execute on function set_own_phone(text), access_kept(uuid), destroy_access(uuid), scrub_answers(text[], text) from public;
grant execute on function set_own_phone(text), access_kept(uuid), destroy_access(uuid), scrub_answers(text[], text) to orientir_app;
