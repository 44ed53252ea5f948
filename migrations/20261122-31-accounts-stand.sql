-- What is done to an account or by it is noted where its person stands, so that their head finds it (decision 016). Rows written before
-- stand in no territory and stay so: a row of the journal is not changed.

-- A person has one such place: a role or position held on that day, as its territory counts days, before one that is over, and that before
-- one to come; of those held the oldest, of those over the last. Nothing where they stand nowhere.
create function territory_of_account(wanted uuid, moment timestamptz) returns uuid
language sql stable security definer set search_path = public as
$$ select held.territory_id from account a join (
     select r.person_id, r.territory_id, r.from_on, r.to_on from role_assignment r
     union all select m.person_id, m.territory_id, m.from_on, m.to_on from membership m) held on held.person_id = a.person_id
     join territory t on t.id = held.territory_id
     cross join lateral (select (moment at time zone t.time_zone)::date as day) now
   where a.id = wanted
   order by held.from_on <= day and (held.to_on is null or held.to_on >= day) desc,
     case when held.to_on < day then held.to_on end desc nulls last, held.from_on, held.territory_id limit 1 $$;

-- Whether the person of an account stands or stood there: a place that is given meanwhile refuses no sign-in.
create function account_stands_in(wanted uuid, place uuid) returns boolean language sql stable security definer set search_path = public as
$$ select exists (select from account a join role_assignment r on r.person_id = a.person_id where a.id = wanted and r.territory_id = place)
     or exists (select from account a join membership m on m.person_id = a.person_id where a.id = wanted and m.territory_id = place) $$;
revoke execute on function territory_of_account(uuid, timestamptz), account_stands_in(uuid, uuid) from public;
grant execute on function territory_of_account(uuid, timestamptz), account_stands_in(uuid, uuid) to orientir_app;

drop policy adds on journal;
create policy adds on journal for insert to orientir_app with check (
  territory_id is null or territory_id = any ((select app_writes())::uuid[])
  or subject_kind = 'account' and programme_id is null and account_stands_in(subject_id, territory_id));

drop index journal_subject_id_at_idx;
create index on journal (subject_id, at) where subject_kind = 'account';

-- From where a deed came that nobody was signed in for, a try of a password or the use of a link: told where the account stands to whoever
-- writes there, whom the program narrows to administrators. The journal's own walls hold within.
create policy of_accounts on journal_origin for select to orientir_app using (person_id is null and exists (
  select from journal j where j.origin_id = journal_origin.id and j.person_id is null and j.subject_kind = 'account'
    and j.territory_id = any ((select app_writes())::uuid[])));
create index on journal (origin_id) where person_id is null;

-- Such addresses go with the person whose account it was, wherever the deed stands; beside `erase_journal_of`, which reaches those that
-- stand in no territory.
create function erase_tries_of(wanted uuid) returns int language sql volatile security definer set search_path = public as
$$ with gone as (delete from journal_origin o
     where (stands_where_written(wanted) or app_person() = wanted) and o.id in (
       select j.origin_id from account a join journal j on j.subject_id = a.id
       where a.person_id = wanted and j.subject_kind = 'account' and j.person_id is null)
     returning 1) select count(*)::int from gone $$;
revoke execute on function erase_tries_of(uuid) from public;
grant execute on function erase_tries_of(uuid) to orientir_app;
