-- Letters that wait to be sent, or were. What is in them (a name, an address, a link that opens an account) is sealed with a key that
-- is not in the database, and taken away once the letter is sent or given up.
create table letter (
  id uuid primary key,
  sealed bytea,
  queued_at timestamptz not null,
  -- afterwards the letter is of no use: its link has run out
  until timestamptz not null,
  tries int not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  -- why the last try failed: a code, never what the mail server said
  why text
);
create index on letter (queued_at);

create function put_letter(wanted uuid, content bytea, at timestamptz, useful_until timestamptz) returns void
language sql security definer set search_path = public as
$$ insert into letter (id, sealed, queued_at, until) values (wanted, content, at, useful_until) $$;
create function letter_to_send(wanted uuid) returns table (sealed bytea, until timestamptz, tries int)
language sql stable security definer set search_path = public as
$$ select l.sealed, l.until, l.tries from letter l where l.id = wanted and l.sealed is not null $$;
create function note_letter(wanted uuid, sent timestamptz, gave_up timestamptz, reason text) returns void
language sql security definer set search_path = public as
$$ update letter set tries = tries + 1, sent_at = sent, given_up_at = gave_up, why = reason,
     sealed = case when sent is null and gave_up is null then sealed end where id = wanted $$;

-- Who may be written to about an account, and under what name; asked by background work, which stands in no territory.
create function addressee(account uuid) returns table (login text, given_name text, patronymic text, status text)
language sql stable security definer set search_path = public as
$$ select a.login, p.given_name, p.patronymic, a.status from account a join person p on p.id = a.person_id where a.id = account $$;

do $$
declare
  made text;
begin
  foreach made in array array['put_letter(uuid, bytea, timestamptz, timestamptz)', 'letter_to_send(uuid)',
    'note_letter(uuid, timestamptz, timestamptz, text)', 'addressee(uuid)'] loop
    execute format('revoke execute on function %s from public', made);
    execute format('grant execute on function %s to orientir_app', made);
  end loop;
end $$;
