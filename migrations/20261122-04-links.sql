-- Links made for an account lose their force together: with the first one used, and when the account is closed,
-- so that an invitation still lying in somebody's mail does not open an account that was closed and opened again.
create function spend_links(account uuid, at timestamptz) returns void language sql security definer set search_path = public as
$$ update sign_in_link set used_at = at where account_id = account and used_at is null $$;
revoke execute on function spend_links(uuid, timestamptz) from public;
grant execute on function spend_links(uuid, timestamptz) to orientir_app;
