-- How many views name somebody, those that only their author sees too: whoever destroys a person's data learns that the name stands there,
-- and neither whose views these are nor what they say. Of the territories that one writes.
create function views_naming(part text, words text[]) returns int language sql stable security definer set search_path = public as $$
  select count(*)::int from saved_view v
  where v.territory_id = any (app_writes())
    and exists (select from unnest(words) as word
      where position(word in lower(case part when 'name' then v.name else v.filter::text end)) > 0)
$$;
revoke execute on function views_naming(text, text[]) from public;
grant execute on function views_naming(text, text[]) to orientir_app;
