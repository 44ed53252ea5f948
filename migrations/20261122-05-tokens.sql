-- Keys issued to programs for an account stop working when it is closed: the app role may not touch them otherwise.
create function revoke_tokens(account uuid, at timestamptz) returns void language sql security definer set search_path = public as
$$ update access_token set revoked_at = at where account_id = account and revoked_at is null $$;
revoke execute on function revoke_tokens(uuid, timestamptz) from public;
grant execute on function revoke_tokens(uuid, timestamptz) to orientir_app;
