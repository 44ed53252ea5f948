-- A link by which a calendar program reads what its person owes. Only the hash of its secret is stored; the app role touches it by the
-- functions below alone, each of which speaks of the asking person's own link.
create table calendar_feed (
  token_hash bytea primary key,
  id uuid not null unique,
  account_id uuid not null references account (id),
  made_at timestamptz not null,
  revoked_at timestamptz
);
create index on calendar_feed (account_id);

-- The link made last is the only one that works.
create function make_feed(hash bytea, new_id uuid, account uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from account a where a.id = account and a.person_id = app_person()) then
    return false;
  end if;
  update calendar_feed set revoked_at = at where account_id = account and revoked_at is null;
  insert into calendar_feed (token_hash, id, account_id, made_at) values (hash, new_id, account, at);
  return true;
end $$;
create function feed_of(account uuid) returns table (id uuid, made_at timestamptz)
language sql stable security definer set search_path = public as
$$ select f.id, f.made_at from calendar_feed f join account a on a.id = f.account_id
   where f.account_id = account and f.revoked_at is null and a.person_id = app_person() $$;
create function revoke_feed(account uuid, at timestamptz) returns boolean
language sql security definer set search_path = public as
$$ with gone as (update calendar_feed f set revoked_at = at from account a
     where a.id = f.account_id and a.person_id = app_person() and f.account_id = account and f.revoked_at is null returning f.id)
   select exists (select from gone) $$;
-- Whose calendar a secret opens: nobody's where it is revoked or its account is not in use.
create function feed_by_token(hash bytea) returns table (feed_id uuid, account_id uuid, person_id uuid)
language sql stable security definer set search_path = public as
$$ select f.id, f.account_id, a.person_id from calendar_feed f join account a on a.id = f.account_id
   where f.token_hash = hash and f.revoked_at is null and a.status = 'active' $$;

-- What stops working when an account is closed: keys of programs, and the calendar's link.
create or replace function revoke_tokens(account uuid, at timestamptz) returns void language sql security definer set search_path = public as
$$ update access_token set revoked_at = at where account_id = account and revoked_at is null;
   update calendar_feed set revoked_at = at where account_id = account and revoked_at is null $$;

-- The links of a person, told to them and to whoever destroys their data: since when, never the secret.
create function feeds_kept(wanted uuid) returns table (made_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = public as
$$ select f.made_at, f.revoked_at from calendar_feed f join account a on a.id = f.account_id
   where a.person_id = wanted and (wanted = app_person() or stands_where_written(wanted)) order by f.made_at $$;
-- Goes with the person, beside `destroy_access`, whose guard is this one's too.
create function destroy_letter_ways(wanted uuid) returns table (place text, gone bigint)
language plpgsql security definer set search_path = public as $$
begin
  if exists (select from role_assignment r where r.person_id = wanted and not r.territory_id = any (app_writes()))
    or exists (select from membership m where m.person_id = wanted and not m.territory_id = any (app_writes()))
    or not stands_where_written(wanted)
  then
    raise exception 'a person who stands elsewhere too is not destroyed from here';
  end if;
  return query
    with feeds as (delete from calendar_feed f using account a where a.id = f.account_id and a.person_id = wanted returning 1),
      choices as (delete from letter_choice c where c.person_id = wanted returning 1)
    select 'calendar_feed', count(*) from feeds union all select 'letter_choice', count(*) from choices;
end $$;

do $$
declare
  made text;
begin
  foreach made in array array['make_feed(bytea, uuid, uuid, timestamptz)', 'feed_of(uuid)', 'revoke_feed(uuid, timestamptz)',
    'feed_by_token(bytea)', 'feeds_kept(uuid)', 'destroy_letter_ways(uuid)'] loop
    execute format('revoke execute on function %s from public', made);
    execute format('grant execute on function %s to orientir_app', made);
  end loop;
end $$;
