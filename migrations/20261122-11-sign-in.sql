-- Sign-in: the second step, what is counted against guessing, and sessions that end when nobody is at them (decision 015).
-- None of these tables is readable by the app role: narrow functions look one row up.

-- A factor in force; its secret is sealed with a key that is not in the database.
create table second_factor (
  account_id uuid primary key references account (id),
  sealed bytea not null,
  -- tells by which key it was sealed
  key_id text not null,
  made_at timestamptz not null,
  -- the newest thirty-second step whose code was taken: a code works once
  last_step bigint not null
);
-- A secret that was shown and waits for its first code; the factor in force stays until then.
create table second_factor_offer (
  account_id uuid primary key references account (id),
  sealed bytea not null,
  key_id text not null,
  expires_at timestamptz not null
);
create table recovery_code (
  account_id uuid not null references account (id),
  number smallint not null,
  hash text not null,
  used_at timestamptz,
  primary key (account_id, number)
);
-- A sign-in that gave the first proof and owes the second: good for nothing else, and for five minutes.
create table sign_in_step (
  token_hash bytea primary key,
  account_id uuid not null references account (id),
  first_proof text not null check (first_proof in ('password', 'link', 'foreign')),
  expires_at timestamptz not null
);
create index on sign_in_step (account_id);
-- Wrong guesses by what they are counted for; the key is a hash, so nobody's login or address stands here.
create table guess (
  key bytea primary key,
  times int not null,
  until timestamptz not null
);
create index on guess (until);

-- confirmed_at: when the person last proved who they are; place: the network it was opened from, without the last part of the address
alter table session add column confirmed_at timestamptz not null default now();
alter table session add column place text not null default '';
comment on column session.place is 'personal';
comment on column session.agent is 'personal';

-- One statement counts and answers, so that guesses sent at once do not all read the same number.
create function take_guess(wanted bytea, at timestamptz, seconds int) returns int language sql security definer set search_path = public as
$$ insert into guess as g (key, times, until) values (wanted, 1, at + make_interval(secs => seconds))
   on conflict (key) do update set times = case when g.until <= at then 1 else g.times + 1 end,
     until = case when g.until <= at then excluded.until else g.until end
   returning times $$;
create function guesses_of(wanted bytea[], at timestamptz) returns table (key bytea, times int)
language sql stable security definer set search_path = public as
$$ select g.key, g.times from guess g where g.key = any (wanted) and g.until > at $$;
create function forget_guesses(wanted bytea[]) returns void language sql security definer set search_path = public as
$$ delete from guess where key = any (wanted) $$;

create function factor_of(account uuid)
returns table (sealed bytea, key_id text, made_at timestamptz, last_step bigint, codes_left int)
language sql stable security definer set search_path = public as
$$ select f.sealed, f.key_id, f.made_at, f.last_step,
     (select count(*)::int from recovery_code c where c.account_id = account and c.used_at is null)
   from second_factor f where f.account_id = account $$;
create function offer_factor(account uuid, secret bytea, sealed_by text, until timestamptz) returns void
language sql security definer set search_path = public as
$$ insert into second_factor_offer (account_id, sealed, key_id, expires_at) values (account, secret, sealed_by, until)
   on conflict (account_id) do update set sealed = excluded.sealed, key_id = excluded.key_id, expires_at = excluded.expires_at $$;
create function offered_factor(account uuid, at timestamptz) returns table (sealed bytea, key_id text)
language sql stable security definer set search_path = public as
$$ select o.sealed, o.key_id from second_factor_offer o where o.account_id = account and o.expires_at > at $$;
-- The offer becomes the factor in force; false where another request took it already.
create function keep_factor(account uuid, step bigint, at timestamptz) returns boolean language sql security definer set search_path = public as
$$ with taken as (delete from second_factor_offer where account_id = account and expires_at > at returning sealed, key_id),
        kept as (insert into second_factor (account_id, sealed, key_id, made_at, last_step) select account, sealed, key_id, at, step from taken
          on conflict (account_id) do update set sealed = excluded.sealed, key_id = excluded.key_id, made_at = excluded.made_at,
            last_step = excluded.last_step returning 1)
   select exists (select from kept) $$;
create function use_factor_step(account uuid, step bigint) returns boolean language sql security definer set search_path = public as
$$ with used as (update second_factor set last_step = step where account_id = account and last_step < step returning 1)
   select exists (select from used) $$;
create function drop_factor(account uuid) returns void language sql security definer set search_path = public as
$$ delete from recovery_code where account_id = account; delete from second_factor_offer where account_id = account;
   delete from second_factor where account_id = account $$;
create function put_recovery_codes(account uuid, hashes text[]) returns void language sql security definer set search_path = public as
$$ delete from recovery_code where account_id = account;
   insert into recovery_code (account_id, number, hash) select account, at, hash from unnest(hashes) with ordinality as made (hash, at) $$;
create function recovery_codes_of(account uuid) returns table (number smallint, hash text)
language sql stable security definer set search_path = public as
$$ select c.number, c.hash from recovery_code c where c.account_id = account and c.used_at is null order by c.number $$;
create function use_recovery_code(account uuid, wanted int, at timestamptz) returns boolean language sql security definer set search_path = public as
$$ with used as (update recovery_code set used_at = at where account_id = account and number = wanted and used_at is null returning 1)
   select exists (select from used) $$;

create function open_step(hash bytea, account uuid, proof text, until timestamptz) returns void language sql security definer set search_path = public as
$$ insert into sign_in_step (token_hash, account_id, first_proof, expires_at) values (hash, account, proof, until) $$;
create function step_by_token(hash bytea, at timestamptz) returns table (account_id uuid, first_proof text)
language sql stable security definer set search_path = public as
$$ select s.account_id, s.first_proof from sign_in_step s join account a on a.id = s.account_id
   where s.token_hash = hash and s.expires_at > at and a.status = 'active' $$;
-- A half-open sign-in is finished once; false where it was finished or has run out.
create function close_step(hash bytea, at timestamptz) returns boolean language sql security definer set search_path = public as
$$ with closed as (delete from sign_in_step where token_hash = hash and expires_at > at returning 1) select exists (select from closed) $$;
create function close_steps(account uuid) returns void language sql security definer set search_path = public as
$$ delete from sign_in_step where account_id = account $$;

drop function open_session(bytea, uuid, uuid, timestamptz, timestamptz, text);
create function open_session(hash bytea, new_id uuid, account uuid, at timestamptz, until timestamptz, agent text, place text default '')
returns void language sql security definer set search_path = public as
$$ insert into session (token_hash, id, account_id, created_at, expires_at, last_seen_at, confirmed_at, agent, place)
   values (hash, new_id, account, at, until, at, at, agent, place) $$;
-- Another secret for the same session, when its person has proved anew who they are.
create function rotate_session(wanted uuid, hash bytea, at timestamptz) returns void language sql security definer set search_path = public as
$$ update session set token_hash = hash, confirmed_at = at, last_seen_at = at where id = wanted $$;
create function session_confirmed_at(wanted uuid) returns timestamptz language sql stable security definer set search_path = public as
$$ select confirmed_at from session where id = wanted $$;
-- the session that a browser holds, when its person signs in again: it ends with the new one
create function close_session_of_token(hash bytea) returns void language sql security definer set search_path = public as
$$ delete from session where token_hash = hash $$;
-- an hour without a request ends a session, twelve hours end it anyway
create or replace function session_by_token(hash bytea, at timestamptz)
returns table (session_id uuid, account_id uuid, person_id uuid, expires_at timestamptz, last_seen_at timestamptz)
language sql stable security definer set search_path = public as
$$ select s.id, s.account_id, a.person_id, s.expires_at, s.last_seen_at
   from session s join account a on a.id = s.account_id
   where s.token_hash = hash and s.expires_at > at and s.last_seen_at > at - interval '1 hour' and a.status = 'active' $$;
drop function sessions_of(uuid);
create function sessions_of(account uuid, at timestamptz)
returns table (id uuid, created_at timestamptz, last_seen_at timestamptz, agent text, place text)
language sql stable security definer set search_path = public as
$$ select s.id, s.created_at, s.last_seen_at, s.agent, s.place from session s
   where s.account_id = account and s.expires_at > at and s.last_seen_at > at - interval '1 hour' order by s.last_seen_at desc $$;

-- Whose these accounts are is known to whoever asks; whether a second step guards them is told beside.
create function guarded_by_factor(accounts uuid[]) returns table (account_id uuid)
language sql stable security definer set search_path = public as
$$ select f.account_id from second_factor f where f.account_id = any (accounts) $$;

drop function standing(bytea, bytea, timestamptz);
create function standing(session_hash bytea, token_hash bytea, at timestamptz)
returns table (session_id uuid, token_id uuid, account_id uuid, person_id uuid, last_seen_at timestamptz, held jsonb, municipalities jsonb, factor boolean)
language plpgsql volatile set search_path = public as $$
declare
  found record;
begin
  if session_hash is not null then
    select s.session_id, null::uuid as token_id, s.account_id, s.person_id, s.last_seen_at into found from session_by_token(session_hash, at) s;
  else
    select null::uuid as session_id, t.token_id, t.account_id, t.person_id, at as last_seen_at into found from token_actor(token_hash, at) t;
  end if;
  if found.account_id is null then
    return;
  end if;
  perform set_config('app.person', found.person_id::text, true);
  return query select found.session_id, found.token_id, found.account_id, found.person_id, found.last_seen_at,
    (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'territoryId', r.territory_id, 'territoryKind', t.kind, 'timeZone', t.time_zone,
        'organisationId', r.organisation_id, 'from', r.from_on, 'to', r.to_on) order by r.id), '[]')
      from role_assignment r join territory t on t.id = r.territory_id where r.person_id = found.person_id),
    (select coalesce(jsonb_object_agg(m.id, m.parent_id), '{}')
      from territory m where m.parent_id in (select r.territory_id from role_assignment r where r.person_id = found.person_id)),
    exists (select from guarded_by_factor(array[found.account_id]));
end $$;

do $$
declare
  made text;
begin
  foreach made in array array['take_guess(bytea, timestamptz, int)', 'guesses_of(bytea[], timestamptz)', 'forget_guesses(bytea[])',
    'factor_of(uuid)', 'offer_factor(uuid, bytea, text, timestamptz)', 'offered_factor(uuid, timestamptz)',
    'keep_factor(uuid, bigint, timestamptz)', 'use_factor_step(uuid, bigint)', 'drop_factor(uuid)', 'put_recovery_codes(uuid, text[])',
    'recovery_codes_of(uuid)', 'use_recovery_code(uuid, int, timestamptz)', 'open_step(bytea, uuid, text, timestamptz)',
    'step_by_token(bytea, timestamptz)', 'close_step(bytea, timestamptz)', 'close_steps(uuid)',
    'open_session(bytea, uuid, uuid, timestamptz, timestamptz, text, text)', 'rotate_session(uuid, bytea, timestamptz)',
    'session_confirmed_at(uuid)', 'close_session_of_token(bytea)', 'sessions_of(uuid, timestamptz)', 'guarded_by_factor(uuid[])',
    'standing(bytea, bytea, timestamptz)'] loop
    execute format('revoke execute on function %s from public', made);
    execute format('grant execute on function %s to orientir_app', made);
  end loop;
end $$;
