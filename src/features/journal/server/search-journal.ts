import { sql, type RawBuilder } from "kysely";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { addDays } from "#shared/local-date.ts";
import { partOf } from "#platform/db/word-search.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { shortName } from "#features/people/model/names.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { EVERYDAY } from "../model/action-groups.ts";
import type { Entry, JournalPage, SearchQuery } from "../model/contract.ts";
import { searchesJournal } from "../model/policy.ts";
import { TRIES } from "../model/who-did.ts";
import { countRows, journalRows } from "./journal-rows.ts";
import { DRAFT_ACTIONS, presentEntries } from "./present.ts";
import type { JournalSights } from "./read-history.ts";

const PAGE = 50;
/** counted and exported at most */
const MOST = 10_000;

type Filter = Omit<SearchQuery, "page">;

/** One search over everything that was done in a territory, the latest first. */
export async function searchJournal(
  context: UseCaseContext,
  sights: JournalSights,
  { page, ...filter }: SearchQuery,
): Promise<JournalPage> {
  const where = await conditions(context, filter);
  const counted = await countRows(context.tx, where, MOST);
  return {
    items: await entries(context, sights, filter.territoryId, where, { limit: PAGE, offset: (page - 1) * PAGE }),
    total: Math.min(counted, MOST),
    more: counted > MOST,
    pageSize: PAGE,
    people: await peopleOf(context, filter),
  };
}

/** All that fits, for a workbook. */
export async function wholeJournal(
  context: UseCaseContext,
  sights: JournalSights,
  filter: Filter,
): Promise<readonly Entry[]> {
  const where = await conditions(context, filter);
  return entries(context, sights, filter.territoryId, where, { limit: MOST, offset: 0 });
}

async function entries(
  context: UseCaseContext,
  { ofPerson }: JournalSights,
  territoryId: Id,
  where: RawBuilder<unknown>,
  part: { readonly limit: number; readonly offset: number },
): Promise<Entry[]> {
  const rows = await journalRows(context.tx, where, part);
  return presentEntries(context, territoryId, rows, {
    drafts: false,
    ofPerson: (personId) => ofPerson(context, territoryId, personId),
  });
}

async function conditions(context: UseCaseContext, filter: Filter): Promise<RawBuilder<unknown>> {
  const { territoryId, person, action, kind, subject, from, to, q } = filter;
  if (!searchesJournal(context.actor, territoryId)) throw commonProblem("not-found");
  const zone = await timeZoneOf(context.tx, territoryId);
  const parts = [sql`j.territory_id = ${territoryId}`];
  // what was done at their account before they were signed in is theirs too
  if (person)
    parts.push(
      sql`(j.person_id = ${person} or j.actor = 'public' and j.subject_kind = 'account' and j.subject_id = any (array(select a.id from account a where a.person_id = ${person})))`,
    );
  parts.push(
    action
      ? sql`(j.action = ${action} or starts_with(j.action, ${`${action}.`}))`
      : sql`not (j.action = any (${[...EVERYDAY]}))`,
  );
  if (kind) parts.push(sql`j.subject_kind = ${kind}`);
  if (subject) parts.push(sql`j.subject_id = ${subject}`);
  if (from) parts.push(sql`j.at >= (${from}::date)::timestamp at time zone ${zone}`);
  if (to) parts.push(sql`j.at < (${addDays(to, 1)}::date)::timestamp at time zone ${zone}`);
  // what a draft held is not shown here, so neither is it found
  const words = q.trim();
  if (words !== "")
    parts.push(
      sql`(j.changes::text || j.detail::text) ilike ${partOf(words)} and not (j.action = any (${[...DRAFT_ACTIONS]}))`,
    );
  return sql.join(parts, sql` and `);
}

/** Who did what the search may find, whoever is chosen, and the one who is chosen. */
async function peopleOf(
  { tx }: UseCaseContext,
  { territoryId, person, action }: Filter,
): Promise<JournalPage["people"]> {
  const shown = action ? sql`true` : sql`not (j.action = any (${[...EVERYDAY]}))`;
  const { rows } = await sql<{ id: Id; family_name: string; given_name: string; patronymic: string }>`
    select p.id, p.family_name, p.given_name, p.patronymic from person p
    where p.id in (
      select j.person_id from journal j where j.territory_id = ${territoryId} and j.person_id is not null and ${shown}
      union select a.person_id from journal j join account a on a.id = j.subject_id
        where j.territory_id = ${territoryId} and j.actor = 'public' and j.subject_kind = 'account'
          and not (j.action = any (${[...TRIES]})) and ${shown}
      union select ${person ?? null}::uuid)
    order by p.family_name collate "ru-x-icu", p.given_name limit 300`.execute(tx);
  return rows.map((row) => ({ id: row.id, name: shortName(row) }));
}
