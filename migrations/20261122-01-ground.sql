-- The ground: places, people, access, papers and files. Tenant tables start with territory_id in every key.
-- The app role owns nothing: it reads and writes rows that row-level security lets through (decision 004).

create function app_reads() returns uuid[] language sql stable parallel safe as
$$ select coalesce(string_to_array(nullif(current_setting('app.reads', true), ''), ',')::uuid[], '{}') $$;
create function app_writes() returns uuid[] language sql stable parallel safe as
$$ select coalesce(string_to_array(nullif(current_setting('app.writes', true), ''), ',')::uuid[], '{}') $$;
create function app_person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- Global and small: territories, organisations' registry, persons, accounts.

create table territory (
  id uuid primary key,
  kind text not null check (kind in ('region', 'municipality')),
  parent_id uuid references territory (id),
  name text not null,
  short_name text not null,
  time_zone text not null default 'Europe/Moscow',
  is_demo boolean not null default false,
  version int not null default 1,
  check ((kind = 'region') = (parent_id is null))
);
create index on territory (parent_id);

create table organisation (
  id uuid primary key,
  territory_id uuid not null references territory (id),
  kind text not null check (kind in ('school', 'kindergarten', 'additional_education', 'methodological_centre', 'authority',
    'culture', 'sport', 'enterprise', 'university', 'regional_institute')),
  name text not null,
  short_name text not null,
  inn text,
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  closed_on date,
  version int not null default 1,
  unique (territory_id, id),
  unique (territory_id, inn)
);
create index on organisation (territory_id, kind);

create table person (
  id uuid primary key,
  family_name text not null,
  given_name text not null,
  patronymic text not null default '',
  phone text not null default '',
  version int not null default 1
);
comment on column person.family_name is 'personal';
comment on column person.given_name is 'personal';
comment on column person.patronymic is 'personal';
comment on column person.phone is 'personal';

create table account (
  id uuid primary key,
  person_id uuid not null references person (id),
  login text not null unique check (login = lower(login)),
  status text not null default 'active' check (status in ('invited', 'active', 'closed')),
  created_at timestamptz not null default now(),
  version int not null default 1
);
comment on column account.login is 'personal';
create index on account (person_id);

-- Never readable by the app role: only the look-ups below touch these.
create table credential (
  account_id uuid primary key references account (id),
  password_hash text not null,
  changed_at timestamptz not null default now()
);
create table session (
  token_hash bytea primary key,
  id uuid not null unique,
  account_id uuid not null references account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_seen_at timestamptz not null,
  agent text not null default ''
);
create index on session (account_id);
create table sign_in_link (
  token_hash bytea primary key,
  kind text not null check (kind in ('invitation', 'recovery')),
  account_id uuid not null references account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create table access_token (
  token_hash bytea primary key,
  id uuid not null unique,
  account_id uuid not null references account (id),
  name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create function credential_by_login(wanted text)
returns table (account_id uuid, person_id uuid, status text, password_hash text)
language sql stable security definer set search_path = public as
$$ select a.id, a.person_id, a.status, c.password_hash
   from account a left join credential c on c.account_id = a.id where a.login = lower(wanted) $$;
create function credential_of(wanted uuid) returns text language sql stable security definer set search_path = public as
$$ select password_hash from credential where account_id = wanted $$;
create function set_credential(wanted uuid, hash text, at timestamptz) returns void language sql security definer set search_path = public as
$$ insert into credential (account_id, password_hash, changed_at) values (wanted, hash, at)
   on conflict (account_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at $$;
create function session_by_token(hash bytea, at timestamptz)
returns table (session_id uuid, account_id uuid, person_id uuid, expires_at timestamptz, last_seen_at timestamptz)
language sql stable security definer set search_path = public as
$$ select s.id, s.account_id, a.person_id, s.expires_at, s.last_seen_at
   from session s join account a on a.id = s.account_id
   where s.token_hash = hash and s.expires_at > at and a.status = 'active' $$;
create function token_actor(hash bytea, at timestamptz)
returns table (token_id uuid, account_id uuid, person_id uuid) language sql stable security definer set search_path = public as
$$ select t.id, t.account_id, a.person_id from access_token t join account a on a.id = t.account_id
   where t.token_hash = hash and t.expires_at > at and t.revoked_at is null and a.status = 'active' $$;
create function open_session(hash bytea, new_id uuid, account uuid, at timestamptz, until timestamptz, agent text)
returns void language sql security definer set search_path = public as
$$ insert into session (token_hash, id, account_id, created_at, expires_at, last_seen_at, agent)
   values (hash, new_id, account, at, until, at, agent) $$;
create function touch_session(wanted uuid, at timestamptz) returns void language sql security definer set search_path = public as
$$ update session set last_seen_at = at where id = wanted $$;
create function close_session(wanted uuid) returns void language sql security definer set search_path = public as
$$ delete from session where id = wanted $$;
create function close_other_sessions(account uuid, kept uuid) returns void language sql security definer set search_path = public as
$$ delete from session where account_id = account and id is distinct from kept $$;
create function sessions_of(account uuid)
returns table (id uuid, created_at timestamptz, last_seen_at timestamptz, agent text)
language sql stable security definer set search_path = public as
$$ select id, created_at, last_seen_at, agent from session where account_id = account order by last_seen_at desc $$;
create function make_link(hash bytea, link_kind text, account uuid, at timestamptz, until timestamptz)
returns void language sql security definer set search_path = public as
$$ insert into sign_in_link (token_hash, kind, account_id, created_at, expires_at) values (hash, link_kind, account, at, until) $$;
create function link_by_token(hash bytea, at timestamptz)
returns table (kind text, account_id uuid, person_id uuid, login text, status text)
language sql stable security definer set search_path = public as
$$ select l.kind, l.account_id, a.person_id, a.login, a.status from sign_in_link l join account a on a.id = l.account_id
   where l.token_hash = hash and l.expires_at > at and l.used_at is null and a.status <> 'closed' $$;
create function use_link(hash bytea, at timestamptz) returns boolean language sql security definer set search_path = public as
$$ with taken as (update sign_in_link set used_at = at where token_hash = hash and used_at is null and expires_at > at returning account_id),
        opened as (update account set status = 'active' where id in (select account_id from taken) and status = 'invited')
   select exists (select from taken) $$;

-- Tenant tables.

create table stored_file (
  territory_id uuid not null references territory (id),
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  owner_kind text check (owner_kind in ('report', 'paper', 'import')),
  owner_id uuid,
  uploaded_by uuid not null references person (id),
  uploaded_at timestamptz not null,
  primary key (territory_id, id),
  check ((owner_kind is null) = (owner_id is null))
);
create index on stored_file (territory_id, owner_kind, owner_id);

create table paper (
  territory_id uuid not null references territory (id),
  id uuid not null,
  kind text not null check (kind in ('directive', 'minutes', 'note', 'agreement', 'regulation', 'plan', 'report', 'other')),
  number text not null default '',
  dated_on date,
  title text not null,
  issuer_organisation_id uuid references organisation (id),
  file_id uuid,
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, file_id) references stored_file (territory_id, id)
);
create index on paper (territory_id, kind, dated_on);

create table designation (
  territory_id uuid not null references territory (id),
  id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('low_results', 'adverse_conditions', 'lead_school', 'resource_school', 'internship_site')),
  from_on date not null,
  to_on date,
  paper_id uuid,
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, organisation_id) references organisation (territory_id, id),
  foreign key (territory_id, paper_id) references paper (territory_id, id),
  check (to_on is null or to_on >= from_on)
);
create index on designation (territory_id, organisation_id);

create table membership (
  territory_id uuid not null references territory (id),
  id uuid not null,
  person_id uuid not null references person (id),
  organisation_id uuid not null,
  position text not null,
  from_on date not null,
  to_on date,
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, organisation_id) references organisation (territory_id, id),
  check (to_on is null or to_on >= from_on)
);
create index on membership (territory_id, organisation_id);
create index on membership (person_id);

create table role_assignment (
  territory_id uuid not null references territory (id),
  id uuid not null,
  person_id uuid not null references person (id),
  role text not null check (role in ('administrator', 'region_specialist', 'region_expert', 'officer', 'methodologist', 'authority_head',
    'school_head', 'deputy', 'curator', 'network_administrator', 'community_head', 'teacher', 'reader')),
  organisation_id uuid,
  from_on date not null,
  to_on date,
  paper_id uuid,
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, organisation_id) references organisation (territory_id, id),
  foreign key (territory_id, paper_id) references paper (territory_id, id),
  check (to_on is null or to_on >= from_on)
);
create index on role_assignment (person_id);
create index on role_assignment (territory_id, organisation_id);

create table role_code (
  territory_id uuid not null references territory (id),
  match_key text not null,
  code text not null,
  audience jsonb not null,
  version int not null default 1,
  primary key (territory_id, match_key)
);

create table school_calendar (
  territory_id uuid not null references territory (id),
  school_year int not null check (school_year between 2000 and 2100),
  terms jsonb not null,
  version int not null default 1,
  primary key (territory_id, school_year)
);

create table notice (
  territory_id uuid not null references territory (id),
  id uuid not null,
  person_id uuid not null references person (id),
  kind text not null,
  text text not null,
  link text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  dedupe_key text,
  primary key (territory_id, id),
  unique (territory_id, person_id, dedupe_key)
);
create index on notice (person_id, created_at desc);

create table journal (
  territory_id uuid references territory (id),
  id uuid primary key,
  at timestamptz not null,
  person_id uuid references person (id),
  actor text not null check (actor in ('person', 'token', 'system', 'public')),
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  programme_id uuid,
  detail jsonb not null default '{}'
);
create index on journal (territory_id, subject_kind, subject_id, at);
create index on journal (territory_id, programme_id, at);

create table idempotency (
  person_id uuid not null references person (id),
  key text not null,
  action text not null,
  request_hash text not null,
  status int not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (person_id, key)
);

create table setting (
  key text primary key,
  value jsonb not null
);
