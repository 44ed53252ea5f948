-- The spine: programme → roadmap → section → measure → obligation → report.

create table programme (
  territory_id uuid not null references territory (id),
  id uuid not null,
  owner_organisation_id uuid,
  title text not null,
  short_title text not null,
  status text not null default 'draft' check (status in ('draft', 'approved', 'running', 'finished')),
  starts_on date not null,
  ends_on date not null,
  year_kind text not null default 'calendar' check (year_kind in ('calendar', 'school')),
  goal text not null default '',
  tasks jsonb not null default '[]',
  passport jsonb not null default '[]',
  account_moments jsonb not null default '{"kind":"schoolTermEnd"}',
  officer_person_id uuid references person (id),
  paper_id uuid,
  approved_at timestamptz,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, owner_organisation_id) references organisation (territory_id, id),
  foreign key (territory_id, paper_id) references paper (territory_id, id),
  check (ends_on >= starts_on)
);

create table document_import (
  territory_id uuid not null references territory (id),
  id uuid not null,
  programme_id uuid,
  owner_organisation_id uuid,
  file_id uuid,
  name text not null,
  sha256 text not null,
  status text not null check (status in ('reading', 'review', 'approved', 'failed', 'cancelled')),
  stage text not null default '',
  problem jsonb,
  grids jsonb,
  reading jsonb,
  settings jsonb not null default '{}',
  decisions jsonb not null default '[]',
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, programme_id) references programme (territory_id, id),
  foreign key (territory_id, owner_organisation_id) references organisation (territory_id, id),
  foreign key (territory_id, file_id) references stored_file (territory_id, id)
);
create index on document_import (territory_id, sha256);

create table roadmap (
  territory_id uuid not null references territory (id),
  id uuid not null,
  programme_id uuid not null,
  title text not null,
  ordinal int not null,
  columns jsonb not null default '[]',
  import_id uuid,
  closed_at timestamptz,
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, programme_id) references programme (territory_id, id),
  foreign key (territory_id, import_id) references document_import (territory_id, id)
);
create index on roadmap (territory_id, programme_id, ordinal);

create table section (
  territory_id uuid not null references territory (id),
  id uuid not null,
  roadmap_id uuid not null,
  parent_id uuid,
  number text not null default '',
  title text not null,
  ordinal int not null,
  source jsonb,
  closed_at timestamptz,
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, roadmap_id) references roadmap (territory_id, id),
  foreign key (territory_id, parent_id) references section (territory_id, id)
);
create index on section (territory_id, roadmap_id, ordinal);

create table measure (
  territory_id uuid not null references territory (id),
  id uuid not null,
  programme_id uuid not null,
  roadmap_id uuid not null,
  section_id uuid,
  number text not null default '',
  title text not null,
  level text not null default '',
  due_text text not null default '',
  cadence jsonb not null default '[]',
  result text not null default '',
  report_document text not null default '',
  responsible_text text not null default '',
  participants_text text not null default '',
  reporting text not null default 'each' check (reporting in ('each', 'first')),
  account_moments jsonb,
  ordinal int not null,
  source jsonb,
  closed_at timestamptz,
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, programme_id) references programme (territory_id, id),
  foreign key (territory_id, roadmap_id) references roadmap (territory_id, id),
  foreign key (territory_id, section_id) references section (territory_id, id)
);
create index on measure (territory_id, programme_id, ordinal);

create table measure_party (
  territory_id uuid not null references territory (id),
  id uuid not null,
  measure_id uuid not null,
  name text not null,
  part text not null check (part in ('accountable', 'assignee', 'coAssignee', 'participant')),
  audience jsonb,
  ordinal int not null,
  primary key (territory_id, id),
  foreign key (territory_id, measure_id) references measure (territory_id, id)
);
create index on measure_party (territory_id, measure_id, ordinal);

create table planned_value (
  territory_id uuid not null references territory (id),
  id uuid not null,
  measure_id uuid not null,
  label text not null default '',
  unit text not null default 'count' check (unit in ('count', 'percent')),
  aggregation text not null check (aggregation in ('eachYear', 'sum', 'atLeast', 'share')),
  sub_group text not null default '',
  total_text text not null default '',
  total_value numeric,
  ordinal int not null,
  primary key (territory_id, id),
  foreign key (territory_id, measure_id) references measure (territory_id, id)
);
create index on planned_value (territory_id, measure_id, ordinal);

create table planned_year (
  territory_id uuid not null references territory (id),
  planned_value_id uuid not null,
  year int not null,
  text text not null default '',
  value numeric,
  at_least boolean not null default false,
  primary key (territory_id, planned_value_id, year),
  foreign key (territory_id, planned_value_id) references planned_value (territory_id, id)
);

create table measure_paper (
  territory_id uuid not null references territory (id),
  measure_id uuid not null,
  paper_id uuid not null,
  primary key (territory_id, measure_id, paper_id),
  foreign key (territory_id, measure_id) references measure (territory_id, id),
  foreign key (territory_id, paper_id) references paper (territory_id, id)
);

create index on measure_paper (territory_id, paper_id);

-- a numbered and dated paper stands in the register once
create unique index paper_once on paper (territory_id, kind, number, dated_on, issuer_organisation_id) nulls not distinct
  where number <> '' and dated_on is not null;

-- One undoable edit of a programme: the rows before and after.
create table programme_change (
  territory_id uuid not null references territory (id),
  id uuid not null,
  programme_id uuid not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  label text not null,
  rows jsonb not null,
  undone_at timestamptz,
  primary key (territory_id, id),
  foreign key (territory_id, programme_id) references programme (territory_id, id)
);
create index on programme_change (territory_id, programme_id, at desc);

create table obligation (
  territory_id uuid not null references territory (id),
  id uuid not null,
  origin_kind text not null default 'measure' check (origin_kind in ('measure')),
  programme_id uuid not null,
  measure_id uuid not null,
  bearer_kind text not null check (bearer_kind in ('organisation', 'person', 'community', 'territory')),
  bearer_organisation_id uuid,
  bearer_person_id uuid references person (id),
  bearer_key text not null,
  part text not null check (part in ('accountable', 'assignee', 'coAssignee')),
  occurrence_key text not null,
  opens_on date not null,
  due_on date not null,
  due_moved boolean not null default false,
  required int not null default 1,
  delegated_to uuid references person (id),
  closed_at timestamptz,
  close_reason text,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (territory_id, id),
  unique (territory_id, measure_id, bearer_key, occurrence_key),
  foreign key (territory_id, programme_id) references programme (territory_id, id),
  foreign key (territory_id, measure_id) references measure (territory_id, id),
  foreign key (territory_id, bearer_organisation_id) references organisation (territory_id, id)
);
create index on obligation (territory_id, bearer_organisation_id, due_on) where closed_at is null;
create index on obligation (territory_id, programme_id, due_on) where closed_at is null;
create index on obligation (territory_id, due_on) where closed_at is null;
create index on obligation (territory_id, due_on, id);
create index on obligation (territory_id, delegated_to) where delegated_to is not null;
create index on obligation (territory_id, bearer_person_id) where bearer_person_id is not null;

create table report (
  territory_id uuid not null references territory (id),
  id uuid not null,
  organisation_id uuid,
  state text not null check (state in ('draft', 'submitted', 'returned', 'accepted')),
  kind text not null default 'done' check (kind in ('done', 'notApplicable')),
  text text not null default '',
  done_on date,
  reason text not null default '',
  author_person_id uuid not null references person (id),
  created_at timestamptz not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references person (id),
  remark text not null default '',
  version int not null default 1,
  primary key (territory_id, id),
  foreign key (territory_id, organisation_id) references organisation (territory_id, id)
);
create index on report (territory_id, state, submitted_at);
create index on report (territory_id, organisation_id, state);

create table report_obligation (
  territory_id uuid not null references territory (id),
  report_id uuid not null,
  obligation_id uuid not null,
  primary key (territory_id, report_id, obligation_id),
  foreign key (territory_id, report_id) references report (territory_id, id),
  foreign key (territory_id, obligation_id) references obligation (territory_id, id)
);
-- an obligation is answered by one live report at a time
create unique index report_obligation_once on report_obligation (territory_id, obligation_id);

create table report_value (
  territory_id uuid not null references territory (id),
  report_id uuid not null,
  obligation_id uuid not null,
  planned_value_id uuid not null,
  value numeric not null,
  denominator numeric,
  primary key (territory_id, report_id, obligation_id, planned_value_id),
  foreign key (territory_id, report_id) references report (territory_id, id),
  foreign key (territory_id, obligation_id) references obligation (territory_id, id),
  foreign key (territory_id, planned_value_id) references planned_value (territory_id, id)
);

create table evidence (
  territory_id uuid not null references territory (id),
  id uuid not null,
  report_id uuid not null,
  kind text not null check (kind in ('file', 'paper', 'link')),
  file_id uuid,
  paper_id uuid,
  url text,
  ordinal int not null,
  primary key (territory_id, id),
  foreign key (territory_id, report_id) references report (territory_id, id),
  foreign key (territory_id, file_id) references stored_file (territory_id, id),
  foreign key (territory_id, paper_id) references paper (territory_id, id)
);
create index on evidence (territory_id, report_id, ordinal);
create index on evidence (territory_id, paper_id) where paper_id is not null;

create table report_step (
  territory_id uuid not null references territory (id),
  id uuid not null,
  report_id uuid not null,
  step text not null check (step in ('submit', 'withdraw', 'return', 'accept', 'reopen', 'delegate')),
  person_id uuid not null references person (id),
  at timestamptz not null,
  remark text not null default '',
  primary key (territory_id, id),
  foreign key (territory_id, report_id) references report (territory_id, id)
);
create index on report_step (territory_id, report_id, at);

create table phone_call (
  territory_id uuid not null references territory (id),
  id uuid not null,
  organisation_id uuid not null,
  called_by uuid not null references person (id),
  called_at timestamptz not null,
  note text not null default '',
  primary key (territory_id, id),
  foreign key (territory_id, organisation_id) references organisation (territory_id, id)
);
create index on phone_call (territory_id, organisation_id, called_at desc);
