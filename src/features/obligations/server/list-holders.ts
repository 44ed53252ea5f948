import type { z } from "zod";
import { addDays } from "#shared/local-date.ts";
import { commonProblem } from "#shared/problem.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { seesOrganisation } from "#features/places/model/access.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { Holders, HoldersQuery } from "../model/holders.ts";
import { delegatesObligation } from "../model/policy.ts";
import { colleaguesOf } from "./delegate.ts";
import { seenBy, selectObligations } from "./obligation-rows.ts";
import { placeOf, presentObligation } from "./present-obligation.ts";

/** A school hands out the work of the year that it stands in, not of all years of a programme. */
const AHEAD_DAYS = 366;
const MOST_SHOWN = 1000;

/** What the organisation has still to report, late first, with whoever may be given it. */
export async function listHolders(
  context: RequestContext<unknown, z.output<typeof HoldersQuery>, unknown>,
): Promise<Holders> {
  const { actor, tx, query, clock } = context;
  const { territoryId, organisationId } = query;
  if (!seesOrganisation(actor, territoryId, organisationId)) throw commonProblem("not-found");
  const zone = await timeZoneOf(tx, territoryId);
  const today = clock.today(zone);
  const rows = await selectObligations(tx, territoryId)
    .where(seenBy(actor, territoryId))
    .where("o.bearer_organisation_id", "=", organisationId)
    .where("o.closed_at", "is", null)
    .where((eb) => eb.or([eb("r.state", "is", null), eb("r.state", "in", ["draft", "returned"])]))
    .where("o.due_on", "<=", addDays(today, AHEAD_DAYS))
    .orderBy("o.due_on")
    .orderBy("m.ordinal")
    .orderBy("o.id")
    .limit(MOST_SHOWN)
    .execute();
  const handed = rows.find((row) => delegatesObligation(actor, placeOf(row)));
  return {
    today,
    zone,
    rows: rows.map((row) => presentObligation(row, actor, today)),
    people: handed ? await colleaguesOf(tx, handed, today) : [],
  };
}
