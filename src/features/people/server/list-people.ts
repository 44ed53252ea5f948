import { sql } from "kysely";
import type { z } from "zod";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import { namedSo, partOf, typedWords } from "#platform/db/word-search.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { isKnown } from "#features/places/model/access.ts";
import { addsPeople, seesRegistry } from "#features/places/model/policy.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { PeopleList, PeopleQuery } from "../model/people-contract.ts";
import { fullName } from "../model/names.ts";
import { grantsOf } from "./grants.ts";
import { invitationsOf } from "./invitations.ts";
import { presentStandings } from "./present-standings.ts";
import { standingsSeen } from "./standings-seen.ts";

const PAGE = 50;
/** What one answer carries where the whole list is asked for. */
const WHOLE = 5000;

/** People of a territory whom the actor sees, 50 a page or whole, by organisation, role, present or former, and name. */
export async function listPeople(
  context: UseCaseContext,
  query: z.output<typeof PeopleQuery>,
): Promise<z.infer<typeof PeopleList>> {
  const { actor, tx, clock } = context;
  const { territoryId, organisationId, role, state, q, view, page } = query;
  if (!isKnown(actor) || !seesRegistry(actor, territoryId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const words = typedWords(q);
  const standing = sql`(
    select person_id, organisation_id, null::text as role, from_on, to_on from membership where territory_id = ${territoryId}
    union all
    select person_id, organisation_id, role, from_on, to_on from role_assignment where territory_id = ${territoryId})`;
  const found = sql`from person p where exists (select from ${standing} s where s.person_id = p.id
      and ${standingsSeen(actor, territoryId)}
      ${organisationId ? sql`and s.organisation_id = ${organisationId}` : sql``}
      ${role ? sql`and s.role = ${role}` : sql``}
      ${state === "current" ? sql`and s.from_on <= ${today} and (s.to_on is null or s.to_on >= ${today})` : sql``}
      ${state === "former" ? sql`and s.to_on < ${today}` : sql``})
    ${words ? sql`and (concat_ws(' ', p.family_name, p.given_name, p.patronymic) ilike ${partOf(words)} or ${namedSo(words, "person", "p.id")})` : sql``}`;
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx);
  const { rows } = await sql<{ id: Id; family_name: string; given_name: string; patronymic: string }>`
    select p.id, p.family_name, p.given_name, p.patronymic ${found}
    order by p.family_name collate "ru-x-icu", p.given_name collate "ru-x-icu", p.id
    limit ${view === "whole" ? WHOLE : PAGE} offset ${view === "whole" ? 0 : (page - 1) * PAGE}`.execute(tx);
  const ids = rows.map((row) => row.id);
  const standings = await presentStandings(context, territoryId, ids);
  const accounts = await accountsOf(context, ids);
  const waiting = [...accounts.values()].flatMap(({ id, status }) => (status === "invited" ? [id] : []));
  const invitations = await invitationsOf(context, territoryId, waiting);
  return {
    items: rows.map((row) => {
      const { positions, roles } = standings.get(row.id)!;
      const manages = [...positions, ...roles].some((one) => addsPeople(actor, territoryId, one.organisationId));
      const account = manages ? accounts.get(row.id) : undefined;
      return {
        id: row.id,
        familyName: row.family_name,
        givenName: row.given_name,
        patronymic: row.patronymic,
        fullName: fullName(row),
        positions,
        roles,
        account: manages ? (account?.status ?? "none") : null,
        invitation: (account && invitations.get(account.id)) ?? null,
      };
    }),
    total: counted[0]!.total,
    page,
    can: await grantsOf(context, territoryId),
  };
}

async function accountsOf(context: UseCaseContext, ids: readonly Id[]) {
  if (ids.length === 0) return new Map<Id, { id: Id; status: "invited" | "active" | "closed" }>();
  const rows = await context.tx
    .selectFrom("account")
    .where("person_id", "in", ids)
    .select(["id", "person_id", "status"])
    .orderBy("created_at")
    .execute();
  return new Map(rows.map((row) => [row.person_id, { id: row.id, status: row.status }]));
}
