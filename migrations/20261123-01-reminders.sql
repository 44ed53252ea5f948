-- Reminders of what is due: the rules of a municipality, what has been told, whom letters reach and how often (decision 023).

-- Until a municipality sets its own, the usual rules of the program hold (reminders/model/rules.ts).
create table reminder_rules (
  territory_id uuid primary key references territory (id),
  -- days before the due day; null: this step is off
  early_days int check (early_days between 2 and 60),
  near_days int check (near_days between 1 and 30),
  on_due_day boolean not null,
  -- days after the due day
  late_days int check (late_days between 1 and 30),
  weekly boolean not null,
  escalation_days int check (escalation_days between 1 and 365),
  escalates_to text not null check (escalates_to in ('authority_head', 'administrator', 'officer')),
  -- hours of the territory's own zone
  send_hour int not null check (send_hour between 0 and 23),
  quiet_from int not null check (quiet_from between 0 and 23),
  quiet_to int not null check (quiet_to between 0 and 23),
  working_days_only boolean not null,
  version int not null default 1
);

-- One round of reminders a day; its row is written with everything that it tells.
create table reminder_round (
  territory_id uuid not null references territory (id),
  on_day date not null,
  made_at timestamptz not null,
  primary key (territory_id, on_day)
);

-- A step that was told of an obligation, once for each due day: one that is moved begins anew.
create table reminder (
  territory_id uuid not null references territory (id),
  obligation_id uuid not null,
  due_on date not null,
  step text not null check (step ~ '^(early|near|dueDay|late|escalation|week-[1-9][0-9]*)$'),
  on_day date not null,
  primary key (territory_id, obligation_id, due_on, step),
  foreign key (territory_id, obligation_id) references obligation (territory_id, id)
);
create index on reminder (territory_id, on_day);

do $$
declare
  tenant text;
begin
  foreach tenant in array array['reminder_rules', 'reminder_round', 'reminder'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format('alter table %I force row level security', tenant);
    execute format('create policy reads on %I for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]))', tenant);
    execute format('create policy adds on %I for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]))', tenant);
  end loop;
end $$;
create policy changes on reminder_rules for update to orientir_app
  using (territory_id = any ((select app_writes())::uuid[])) with check (territory_id = any ((select app_writes())::uuid[]));
grant select, insert, update on reminder_rules to orientir_app;
grant select, insert on reminder_round, reminder to orientir_app;

-- How often letters come: a person's own word, the same wherever they stand. Without a row once a day.
create table letter_choice (
  person_id uuid primary key references person (id),
  rhythm text not null check (rhythm in ('atOnce', 'daily', 'weekly', 'never')),
  version int not null default 1
);
alter table letter_choice enable row level security;
alter table letter_choice force row level security;
create policy reads on letter_choice for select to orientir_app using (person_id = (select app_person()) or stands_where_written(person_id));
create policy adds on letter_choice for insert to orientir_app with check (person_id = (select app_person()));
create policy changes on letter_choice for update to orientir_app
  using (person_id = (select app_person())) with check (person_id = (select app_person()));
grant select, insert, update on letter_choice to orientir_app;

-- A notice goes into one letter. What people wrote in it with their own hand is not sent by mail: `letter_text` then stands in its place.
alter table notice add column letter_text text;
alter table notice add column lettered_at timestamptz;
-- what was told before there were letters of it is not sent now
update notice set lettered_at = created_at;
create index on notice (territory_id, person_id) where lettered_at is null;

-- When each territory reminds, and when it last did; asked by the clock of the program, which stands in no territory.
create function reminder_hours()
returns table (territory_id uuid, time_zone text, send_hour int, quiet_from int, quiet_to int, working_days_only boolean, last_on date)
language sql stable security definer set search_path = public as
$$ select t.id, t.time_zone, r.send_hour, r.quiet_from, r.quiet_to, r.working_days_only,
     (select max(d.on_day) from reminder_round d where d.territory_id = t.id)
   from territory t left join reminder_rules r on r.territory_id = t.id where t.kind = 'municipality' order by t.id $$;
revoke execute on function reminder_hours() from public;
grant execute on function reminder_hours() to orientir_app;
do $$
begin
  -- the owner answers this question also where it is no superuser
  execute format('create policy owner_reads on reminder_rules for select to %I using (true)', current_user);
  execute format('create policy owner_reads on reminder_round for select to %I using (true)', current_user);
  execute format('create policy owner_destroys on letter_choice to %I using (true)', current_user);
end $$;
