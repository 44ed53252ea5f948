-- A report may be begun from an earlier one of the same bearer: from which, and whether its writer has said that the words hold now too.
alter table report
  add column based_on uuid,
  add column basis_confirmed boolean not null default false,
  add foreign key (territory_id, based_on) references report (territory_id, id);
