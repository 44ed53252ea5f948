-- When an obligation came to its bearer from another one: of the days before, it was the other one's. Set again where a row that had stood
-- closed is handed back.
alter table obligation add column reassigned_at timestamptz;
update obligation set reassigned_at = created_at where reassigned_from is not null;
alter table obligation add check ((reassigned_from is null) = (reassigned_at is null));
