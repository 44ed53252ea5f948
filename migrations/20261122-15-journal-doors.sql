-- The queue, the seals and the sealer's row belong to nobody's territory: the app role only adds to the queue and has no right to the
-- others, so they need no policies. Personal values are read where the actor reads, their own ones too.
do $$
declare
  kept text;
  rule record;
begin
  foreach kept in array array['journal_unsealed', 'journal_seal', 'journal_sealer'] loop
    for rule in select policyname from pg_policies where schemaname = 'public' and tablename = kept loop
      execute format('drop policy %I on %I', rule.policyname, kept);
    end loop;
    execute format('alter table %I no force row level security', kept);
    execute format('alter table %I disable row level security', kept);
  end loop;
end $$;
drop policy reads on journal_personal;
create policy reads on journal_personal for select to orientir_app using (territory_id = any ((select app_reads())::uuid[]));
