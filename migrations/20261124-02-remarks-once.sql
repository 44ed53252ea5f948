-- The same words are kept once, whoever saves them at the same moment; of those that stand twice the one used most stays.
alter table saved_remark no force row level security;
update saved_remark s set closed_at = now(), version = version + 1
where closed_at is null and exists (
  select from saved_remark o
  where o.territory_id = s.territory_id and o.owner_organisation_id is not distinct from s.owner_organisation_id
    and o.text = s.text and o.closed_at is null and (o.uses, o.id) > (s.uses, s.id));
alter table saved_remark force row level security;
create unique index on saved_remark (territory_id, owner_organisation_id, md5(text)) nulls not distinct where closed_at is null;
