import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { belongsToTerritory } from "#features/places/model/access.ts";
import { openAt, placeOf, presentObligation } from "#features/obligations/server/public.ts";
import { reportsObligation } from "#features/obligations/model/policy.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { isSmall, MOST_TOGETHER, type SmallList, type SmallQuery } from "../model/together.ts";
import { expectedOf } from "./submit-report.ts";

/** More than any place owes at once; what is beyond it is reported after these. */
const MOST_LOOKED_AT = 300;

/** What the place owes, open by today, answered by no report, that asks for neither number nor document; soonest first. */
export async function listSmall(
  context: RequestContext<unknown, z.output<typeof SmallQuery>, unknown>,
): Promise<SmallList> {
  const { actor, tx, query, clock } = context;
  if (!belongsToTerritory(actor, query.territoryId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, query.territoryId));
  const open = await openAt(tx, actor, query.territoryId, query.organisationId)
    .where("r.id", "is", null)
    .where("o.opens_on", "<=", today)
    .where("o.required", "=", 1)
    .orderBy("o.due_on")
    .orderBy("m.ordinal")
    .orderBy("o.id")
    .limit(MOST_LOOKED_AT)
    .execute();
  const mine = open.filter((row) => reportsObligation(actor, placeOf(row)));
  const expected = await expectedOf(tx, mine, today);
  const small = new Set<Id>(
    expected.obligations.filter((one) => isSmall({ ...expected, obligations: [one] })).map((one) => one.id),
  );
  const rows = mine.filter((row) => small.has(row.id)).slice(0, MOST_TOGETHER);
  return { today, rows: rows.map((row) => presentObligation(row, actor, today)) };
}
