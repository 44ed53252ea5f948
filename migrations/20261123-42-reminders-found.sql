-- When each bearer was last reminded of what is late is asked whenever the dialog of reminders opens; the journal holds everything else too.
create index on journal (territory_id, at) where action = 'late.remind';
