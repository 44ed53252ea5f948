-- When an account was last invited, and whether that link still opens: so that nobody is said to be invited before a link was made.
create function invitations_of(accounts uuid[], at timestamptz)
returns table (account_id uuid, made_at timestamptz, opens boolean)
language sql stable security definer set search_path = public as
$$ select distinct on (l.account_id) l.account_id, l.created_at, l.used_at is null and l.expires_at > at
   from sign_in_link l where l.account_id = any (accounts) and l.kind = 'invitation'
   order by l.account_id, l.created_at desc $$;
revoke execute on function invitations_of(uuid[], timestamptz) from public;
grant execute on function invitations_of(uuid[], timestamptz) to orientir_app;
