-- A handing over that is taken back removes the row it had made; reminders of that row go with it.
alter table reminder drop constraint reminder_territory_id_obligation_id_fkey;
alter table reminder add foreign key (territory_id, obligation_id) references obligation (territory_id, id) on delete cascade;
