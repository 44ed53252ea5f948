import type { z } from "zod";
import { commonProblem } from "#shared/problem.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { seesOrganisation } from "#features/places/model/access.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { figureOf } from "../model/figure.ts";
import type { Standing, StandingQuery } from "../model/standing.ts";
import { programmesOf } from "./load-programmes.ts";
import { presentProgramme } from "./programme-figures.ts";
import { coarseGroups } from "./progress-groups.ts";

/** The figures of one organisation by programme; what its people do not see is not counted, as in every figure. */
export async function readStanding(
  context: RequestContext<unknown, z.output<typeof StandingQuery>, unknown>,
): Promise<Standing> {
  const { actor, tx, query, clock } = context;
  const { territoryId, organisationId } = query;
  if (!seesOrganisation(actor, territoryId, organisationId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const groups = await coarseGroups(tx, territoryId, actor, { organisationId }, { today, by: "programme" });
  const programmes = await programmesOf(tx, actor, territoryId);
  const items = programmes
    .map((row) => {
      const own = groups.filter((group) => group.key === row.id);
      return { ...presentProgramme(row), figure: figureOf(own, today) };
    })
    .filter(({ figure }) => figure.due > 0)
    .sort((one, other) => other.figure.late - one.figure.late);
  const shown = new Set<string>(items.map((item) => item.id));
  // a programme that is not shown would make a total that its rows do not add up to
  const total = figureOf(
    groups.filter((group) => shown.has(group.key)),
    today,
  );
  return { today, total, opensTotal: total.due === figureOf(groups, today).due, items };
}
