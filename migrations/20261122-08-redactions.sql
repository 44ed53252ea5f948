-- Redactions of a programme's document: each by an order, in force from a day, readable for ever as it was printed then.
create table redaction (
  territory_id uuid not null references territory (id),
  id uuid not null,
  programme_id uuid not null,
  number int not null check (number > 0),
  paper_id uuid,
  effective_on date not null,
  approved_at timestamptz not null,
  approved_by uuid references person (id),
  import_id uuid,
  -- the edit that brought the programme to it, where one did
  change_id uuid,
  withdrawn_at timestamptz,
  -- the document as it stood: passport facts, roadmaps, sections, measures with their identity
  document jsonb not null,
  primary key (territory_id, id),
  unique (territory_id, programme_id, number),
  foreign key (territory_id, programme_id) references programme (territory_id, id),
  foreign key (territory_id, paper_id) references paper (territory_id, id),
  foreign key (territory_id, import_id) references document_import (territory_id, id),
  foreign key (territory_id, change_id) references programme_change (territory_id, id)
);

alter table redaction enable row level security;
alter table redaction force row level security;
create policy reads on redaction for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
create policy adds on redaction for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]));
create policy changes on redaction for update to orientir_app using (territory_id = any ((select app_writes())::uuid[])) with check (territory_id = any ((select app_writes())::uuid[]));
grant select, insert, update on redaction to orientir_app;

-- A document may be taken in to amend a programme that runs already; which rows are the same measures is a person's word.
alter table document_import add column amends_programme_id uuid;
alter table document_import add column pairs jsonb not null default '{}';
alter table document_import add foreign key (territory_id, amends_programme_id) references programme (territory_id, id);

-- An amendment in force from a day changes nothing of what was due before it.
alter table measure add column binds_from date;
