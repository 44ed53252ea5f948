import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import { addDays } from "#shared/local-date.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { AttachedHome } from "../model/contract.ts";
import { organisationsCurated } from "../model/policy.ts";
import { endOfWeek } from "../model/state.ts";
import { SOON_SHOWN_DAYS } from "./home.ts";
import { pausedSql } from "./paused.ts";
import { selectObligations } from "./obligation-rows.ts";
import { presentObligation } from "./present-obligation.ts";

const collator = new Intl.Collator("ru", { numeric: true });
/** «СОШ № 9» stands before «СОШ № 10». */
const byName = (one: { short_name: string }, other: { short_name: string }) =>
  collator.compare(one.short_name, other.short_name);

/** What the organisations owe to which a curator is attached, all of them at once, by organisation. */
export async function readAttached(
  context: RequestContext<unknown, { territoryId: Id }, unknown>,
): Promise<AttachedHome> {
  const { actor, tx, query, clock } = context;
  const { territoryId } = query;
  const attached = organisationsCurated(actor, territoryId);
  if (attached.length === 0) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const organisations = await tx
    .selectFrom("organisation")
    .where("territory_id", "=", territoryId)
    .where("id", "in", attached)
    .select(["id", "short_name"])
    .execute();
  const rows = await selectObligations(tx, territoryId)
    .where("o.bearer_organisation_id", "in", attached)
    .where("o.closed_at", "is", null)
    .where((eb) =>
      eb.or([
        eb("r.state", "=", "submitted"),
        eb.and([eb("r.state", "=", "returned"), eb.not(pausedSql(today))]),
        eb.and([
          eb.not(pausedSql(today)),
          eb("o.due_on", "<=", addDays(today, SOON_SHOWN_DAYS)),
          eb.or([eb("r.state", "is", null), eb("r.state", "=", "draft")]),
        ]),
      ]),
    )
    .orderBy("o.due_on")
    .orderBy("m.ordinal")
    .orderBy("o.id")
    .execute();
  const owed = rows.map((row) => presentObligation(row, actor, today));
  const weekEnds = endOfWeek(today);
  return {
    today,
    organisations: organisations.sort(byName).map(({ id, short_name: name }) => {
      const own = owed.filter((row) => row.bearer.organisationId === id);
      const waiting = own.filter((row) => row.state !== "submitted" && row.state !== "returned");
      return {
        id,
        name,
        late: waiting.filter((row) => row.dueOn < today),
        returned: own.filter((row) => row.state === "returned"),
        week: waiting.filter((row) => row.dueOn >= today && row.dueOn <= weekEnds),
        soon: waiting.filter((row) => row.dueOn > weekEnds),
        submitted: own.filter((row) => row.state === "submitted").length,
      };
    }),
  };
}
