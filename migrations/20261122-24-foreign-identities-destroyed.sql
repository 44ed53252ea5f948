-- Who a provider says somebody is, is kept, told and destroyed like the other ways in.

-- What is kept for entering, told to the person themselves and to whoever destroys it: counts and days, never the secrets.
create or replace function access_kept(wanted uuid)
returns table (kind text, said text, at timestamptz, until timestamptz) language sql stable security definer set search_path = public as
$$ select k.kind, k.said, k.at, k.until from (
     select 'password' as kind, '' as said, c.changed_at as at, null::timestamptz as until
       from credential c join account a on a.id = c.account_id where a.person_id = wanted
     union all select 'session', concat_ws(', ', nullif(s.agent, ''), nullif(s.place, '')), s.created_at, s.expires_at from session s join account a on a.id = s.account_id where a.person_id = wanted
     union all select 'link', l.kind, l.created_at, l.expires_at from sign_in_link l join account a on a.id = l.account_id where a.person_id = wanted
     union all select 'token', t.name, t.created_at, t.expires_at from access_token t join account a on a.id = t.account_id where a.person_id = wanted
     union all select 'factor', '', f.made_at, null from second_factor f join account a on a.id = f.account_id where a.person_id = wanted
     union all select 'foreign', f.issuer, f.linked_at, null from foreign_identity f join account a on a.id = f.account_id where a.person_id = wanted
     union all select 'answer', i.action, i.at, null from idempotency i where i.person_id = wanted
   ) k where wanted = app_person() or stands_where_written(wanted) order by k.kind, k.at $$;

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
      steps as (delete from sign_in_step s where s.account_id in (select id from mine) returning 1)
    select 'session', count(*) from sessions union all select 'sign_in_link', count(*) from links
    union all select 'access_token', count(*) from tokens union all select 'credential', count(*) from passwords
    union all select 'idempotency', count(*) from answers union all select 'second_factor', count(*) from factors
    union all select 'second_factor_offer', count(*) from offers union all select 'recovery_code', count(*) from codes
    union all select 'sign_in_step', count(*) from steps union all select 'foreign_identity', count(*) from identities;
end $$;
