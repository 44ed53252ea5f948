-- One report may answer the plans of several years: a term without a year of its own («2021–2023») is reported once, its facts by year.
alter table report_value add column year int;

update report_value v set year = case
  when p.year_kind = 'school' and o.occurrence_key ~ '^\d{4}/(SY|T\d)$' then left(o.occurrence_key, 4)::int
  when p.year_kind = 'school' then extract(year from o.due_on)::int - (extract(month from o.due_on) < 9)::int
  when o.occurrence_key ~ '^\d{4}($|-|/[^T])' and o.occurrence_key !~ '/SY$' then left(o.occurrence_key, 4)::int
  else extract(year from o.due_on)::int end
from obligation o join programme p on p.territory_id = o.territory_id and p.id = o.programme_id
where o.territory_id = v.territory_id and o.id = v.obligation_id;

alter table report_value alter column year set not null;
alter table report_value drop constraint report_value_pkey;
alter table report_value add primary key (territory_id, report_id, obligation_id, planned_value_id, year);
