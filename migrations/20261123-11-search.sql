-- Finding by words (decision 024): Russian forms by the configuration «russian», misprints by trigrams. Nothing is kept twice: the words of
-- a row are an expression over its columns with an index of its own, so what was changed or destroyed is found no more at once.
create extension if not exists pg_trgm;

-- A text letter by letter as it is compared: small letters, ё as е.
create function search_letters(words text) returns text language sql immutable parallel safe as
$$ select translate(lower(words), 'ё', 'е') $$;

-- The same with nothing but letters, figures and single spaces, and without the marks that are not seen. Names are written in full because
-- an index is built without a search path.
create function search_key(words text) returns text language sql immutable parallel safe cost 50 as
$$ select btrim(regexp_replace(translate(public.search_letters(words), U&'\00AD\200B\200C\200D\2060\FEFF', ''), '[^[:alnum:]]+', ' ', 'g')) $$;

-- The words of a row: those of its name weigh more (A) than those of its text (D).
create function search_words(name text, body text) returns tsvector language sql immutable parallel safe cost 1000 as
$$ select setweight(to_tsvector('pg_catalog.russian', public.search_key(name)), 'A')
     || setweight(to_tsvector('pg_catalog.russian', public.search_key(body)), 'D') $$;

-- What is asked for: every word in any of its forms, parts of «540/1» or «научно-методический» one after another; of an unfinished question the
-- last word may be a beginning. `weights` «A» asks for names alone. Words that mean nothing alone («на») count only where nothing else is asked.
-- Null where nothing is asked.
create function search_query(words text, unfinished boolean, weights text default '') returns tsquery
language plpgsql immutable parallel safe as $$
declare
  typed text[] := regexp_split_to_array(btrim(words), '\s+');
  tokens text[];
  phrase tsquery;
  token tsquery;
  answer tsquery;
  bare tsquery;
begin
  for at in 1 .. array_length(typed, 1) loop
    tokens := string_to_array(nullif(public.search_key(typed[at]), ''), ' ');
    phrase := null;
    for part in 1 .. coalesce(array_length(tokens, 1), 0) loop
      token := to_tsquery('pg_catalog.simple', tokens[part] || ':*' || weights);
      continue when numnode(token) = 0;
      bare := coalesce(bare && token, token);
      if not (unfinished and at = array_length(typed, 1) and part = array_length(tokens, 1) and length(tokens[part]) > 1) then
        token := null;
      end if;
      -- a word of the language's stop list has no forms
      if array_length(tsvector_to_array(to_tsvector('pg_catalog.russian', tokens[part])), 1) > 0 then
        token := coalesce(to_tsquery('pg_catalog.russian', tokens[part] || ':' || weights) || token,
          to_tsquery('pg_catalog.russian', tokens[part] || ':' || weights));
      elsif array_length(tokens, 1) + array_length(typed, 1) > 2 then
        token := null;
      end if;
      phrase := coalesce(phrase <-> token, token, phrase);
    end loop;
    answer := coalesce(answer && phrase, phrase, answer);
  end loop;
  return coalesce(answer, bare);
end $$;

-- What a kind of paper is called, so that «приказ 540» finds it.
create function paper_kind_words(kind text) returns text language sql immutable parallel safe as
$$ select case kind when 'directive' then 'приказ' when 'minutes' then 'протокол' when 'note' then 'справка' when 'agreement' then 'соглашение'
     when 'regulation' then 'положение' when 'plan' then 'план' when 'report' then 'отчёт' else 'документ' end $$;

-- The text of a file, read once by the worker; of a long one its beginning.
create table file_text (
  territory_id uuid not null,
  file_id uuid not null,
  -- empty where the file has no text that can be read
  body text not null,
  words tsvector generated always as (search_words('', body)) stored,
  read_at timestamptz not null,
  primary key (territory_id, file_id),
  foreign key (territory_id, file_id) references stored_file (territory_id, id) on delete cascade
);
-- files whose reading was not asked for, or was given up
alter table stored_file add column text_state text not null default 'none' check (text_state in ('none', 'read', 'failed'));

do $$
declare
  searched text;
begin
  alter table file_text enable row level security;
  alter table file_text force row level security;
  create policy reads on file_text for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
  create policy adds on file_text for insert to orientir_app with check (territory_id = any ((select app_writes())::uuid[]));
  create policy changes on file_text for update to orientir_app
    using (territory_id = any ((select app_writes())::uuid[])) with check (territory_id = any ((select app_writes())::uuid[]));
  create policy removes on file_text for delete to orientir_app using (territory_id = any ((select app_writes())::uuid[]));
  grant select, insert, update, delete on file_text to orientir_app;
  -- the look-ups below run as the owner of the tables, also where that is no superuser
  foreach searched in array array['programme', 'measure', 'report', 'paper', 'file_text'] loop
    execute format('create policy owner_reads on %I for select to %I using (true)', searched, current_user);
  end loop;
end $$;

create index programme_words on programme using gin (search_words(title || ' ' || short_title, goal));
create index measure_words on measure using gin (search_words(number || ' ' || title,
  level || ' ' || result || ' ' || report_document || ' ' || responsible_text || ' ' || participants_text || ' ' || due_text));
create index report_words on report using gin (search_words('', text || ' ' || reason || ' ' || remark));
create index organisation_words on organisation using gin (search_words(name || ' ' || short_name || ' ' || coalesce(inn, ''), address));
create index person_words on person using gin (search_words(family_name || ' ' || given_name || ' ' || patronymic, ''));
create index paper_words on paper using gin (search_words(paper_kind_words(kind) || ' ' || number || ' ' || title, ''));
create index stored_file_words on stored_file using gin (search_words(name, ''));
create index file_text_words on file_text using gin (words);

create index programme_letters on programme using gin (search_key(title || ' ' || short_title) gin_trgm_ops);
create index measure_letters on measure using gin (search_key(title) gin_trgm_ops);
create index organisation_letters on organisation using gin (search_key(name || ' ' || short_name) gin_trgm_ops);
create index person_letters on person using gin (search_key(family_name || ' ' || given_name || ' ' || patronymic) gin_trgm_ops);
create index paper_letters on paper using gin (search_key(title) gin_trgm_ops);
create index stored_file_letters on stored_file using gin (search_key(name) gin_trgm_ops);

-- A policy keeps an index of words from being used: no operator of words is known to tell nothing of rows that are hidden. These look the
-- words up past the policies and give back identifiers alone, of the territories that the transaction reads; whoever asks joins them with
-- the rows that the actor sees.
create function found_texts(kind text, query tsquery) returns table (territory_id uuid, id uuid)
language plpgsql stable security definer set search_path = public rows 200 as $$
declare
  here uuid[] := app_reads();
begin
  case kind
    when 'programme' then return query select p.territory_id, p.id from programme p
      where search_words(p.title || ' ' || p.short_title, p.goal) @@ query and p.territory_id = any (here);
    when 'measure' then return query select m.territory_id, m.id from measure m
      where search_words(m.number || ' ' || m.title, m.level || ' ' || m.result || ' ' || m.report_document || ' ' || m.responsible_text || ' '
        || m.participants_text || ' ' || m.due_text) @@ query and m.territory_id = any (here);
    when 'report' then return query select r.territory_id, r.id from report r
      where search_words('', r.text || ' ' || r.reason || ' ' || r.remark) @@ query and r.territory_id = any (here);
    when 'organisation' then return query select o.territory_id, o.id from organisation o
      where search_words(o.name || ' ' || o.short_name || ' ' || coalesce(o.inn, ''), o.address) @@ query and o.territory_id = any (here);
    -- a person stands in no territory by themselves: who asks joins them with their places
    when 'person' then return query select null::uuid, p.id from person p
      where search_words(p.family_name || ' ' || p.given_name || ' ' || p.patronymic, '') @@ query;
    when 'paper' then return query select p.territory_id, p.id from paper p
      where search_words(paper_kind_words(p.kind) || ' ' || p.number || ' ' || p.title, '') @@ query and p.territory_id = any (here);
    when 'file' then return query
      select f.territory_id, f.id from stored_file f where search_words(f.name, '') @@ query and f.territory_id = any (here)
      union select t.territory_id, t.file_id from file_text t where t.words @@ query and t.territory_id = any (here);
  end case;
end $$;

-- Names with a word written almost so: by at least so great a part of its trigrams. Some of them, in no order: what is asked for is how the
-- word is written, and names that hold it are many.
create function alike_texts(kind text, word text, alike real) returns table (territory_id uuid, id uuid)
language plpgsql stable security definer set search_path = public set pg_trgm.word_similarity_threshold = 0.6 rows 100 as $$
declare
  here uuid[] := app_reads();
  most int := 500;
begin
  perform set_config('pg_trgm.word_similarity_threshold', alike::text, true);
  case kind
    when 'programme' then return query select p.territory_id, p.id from programme p
      where word <% search_key(p.title || ' ' || p.short_title) and p.territory_id = any (here) limit most;
    when 'measure' then return query select m.territory_id, m.id from measure m
      where word <% search_key(m.title) and m.territory_id = any (here) limit most;
    when 'organisation' then return query select o.territory_id, o.id from organisation o
      where word <% search_key(o.name || ' ' || o.short_name) and o.territory_id = any (here) limit most;
    when 'person' then return query select null::uuid, p.id from person p
      where word <% search_key(p.family_name || ' ' || p.given_name || ' ' || p.patronymic) limit most;
    when 'paper' then return query select p.territory_id, p.id from paper p
      where word <% search_key(p.title) and p.territory_id = any (here) limit most;
    when 'file' then return query select f.territory_id, f.id from stored_file f
      where word <% search_key(f.name) and f.territory_id = any (here) limit most;
    else return;
  end case;
end $$;

revoke execute on function search_letters(text), search_key(text), search_words(text, text), search_query(text, boolean, text), paper_kind_words(text),
  found_texts(text, tsquery), alike_texts(text, text, real) from public;
grant execute on function search_letters(text), search_key(text), search_words(text, text), search_query(text, boolean, text), paper_kind_words(text),
  found_texts(text, tsquery), alike_texts(text, text, real) to orientir_app;
