-- An obligation handed to another bearer by a person: the row it came from stays closed with the reason, and the new one is kept by
-- replanning for as long as its measure has the occurrence, whoever the plan means.
alter table obligation add column reassigned_from uuid;
alter table obligation add foreign key (territory_id, reassigned_from) references obligation (territory_id, id);
