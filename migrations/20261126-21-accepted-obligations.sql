-- That an obligation's report is accepted stands with the obligation itself: what a place still has to do is then found by an index of its
-- own. Asked of the reports, each home page looked at all that the place had done in its years.
alter table obligation add column accepted boolean not null default false;
update obligation o set accepted = true
  from report_obligation ro join report r on r.territory_id = ro.territory_id and r.id = ro.report_id
  where ro.territory_id = o.territory_id and ro.obligation_id = o.id and r.state = 'accepted';
create index on obligation (territory_id, bearer_organisation_id, due_on) where closed_at is null and not accepted;
