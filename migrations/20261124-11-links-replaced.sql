-- A link that another took the place of says so to whoever opens it: told as used, it would look as if a stranger had been there.
alter table sign_in_link add column replaced boolean not null default false;
create function replace_links(account uuid, at timestamptz) returns void language sql security definer set search_path = public as
$$ update sign_in_link set used_at = at, replaced = true where account_id = account and used_at is null and expires_at > at $$;
create function link_replaced(hash bytea) returns boolean language sql stable security definer set search_path = public as
$$ select exists (select from sign_in_link l join account a on a.id = l.account_id where l.token_hash = hash and l.replaced and a.status <> 'closed') $$;
revoke execute on function replace_links(uuid, timestamptz), link_replaced(bytea) from public;
grant execute on function replace_links(uuid, timestamptz), link_replaced(bytea) to orientir_app;
