-- Who a provider of OpenID Connect says somebody is, and whose account that is. Only accounts that exist are linked (decision 015).
create table foreign_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account (id),
  linked_at timestamptz not null,
  primary key (issuer, subject),
  -- a mail address that the provider gave to somebody else must not open the account of who had it before
  unique (account_id, issuer)
);
comment on column foreign_identity.subject is 'personal';

create function foreign_account(by_issuer text, wanted text) returns table (account_id uuid, status text)
language sql stable security definer set search_path = public as
$$ select a.id, a.status from foreign_identity f join account a on a.id = f.account_id where f.issuer = by_issuer and f.subject = wanted $$;
-- Links, and opens an account that waits for its invitation; false where the account is linked to somebody else there already.
create function link_foreign(by_issuer text, wanted text, account uuid, at timestamptz) returns boolean
language sql security definer set search_path = public as
$$ with linked as (insert into foreign_identity (issuer, subject, account_id, linked_at) values (by_issuer, wanted, account, at)
          on conflict do nothing returning account_id),
        opened as (update account set status = 'active' where id in (select account_id from linked) and status = 'invited')
   select exists (select from linked) $$;
create function foreign_of(account uuid) returns table (issuer text, linked_at timestamptz)
language sql stable security definer set search_path = public as
$$ select f.issuer, f.linked_at from foreign_identity f where f.account_id = account $$;
create function drop_foreign(account uuid) returns void language sql security definer set search_path = public as
$$ delete from foreign_identity where account_id = account $$;

do $$
declare
  made text;
begin
  foreach made in array array['foreign_account(text, text)', 'link_foreign(text, text, uuid, timestamptz)', 'foreign_of(uuid)',
    'drop_foreign(uuid)'] loop
    execute format('revoke execute on function %s from public', made);
    execute format('grant execute on function %s to orientir_app', made);
  end loop;
end $$;
