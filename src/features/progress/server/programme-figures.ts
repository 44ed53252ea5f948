import { commonProblem } from "#shared/problem.ts";
import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { ProgrammeFigures, ProgrammeFiguresList } from "../model/contract.ts";
import { byKey, figureOf } from "../model/figure.ts";
import { asksProgress, seesWholeProgramme } from "../model/policy.ts";
import { programmesOf, shortTitle, type ProgrammeRecord } from "./load-programmes.ts";
import { planningOf } from "./planning.ts";
import { coarseGroups } from "./progress-groups.ts";

/** How each programme of a territory that the actor sees goes: for the list of programmes. */
export async function listProgrammeFigures(
  context: RequestContext<unknown, { territoryId: Id }, unknown>,
): Promise<ProgrammeFiguresList> {
  const { actor, tx, query, clock } = context;
  if (!asksProgress(actor, query.territoryId)) throw commonProblem("not-found");
  const today = clock.today(await timeZoneOf(tx, query.territoryId));
  return { today, items: await programmeFigures(tx, actor, query.territoryId, today) };
}

/** As the list of programmes; those under way first. */
export async function programmeFigures(
  tx: Tx,
  actor: Actor,
  territoryId: Id,
  today: LocalDate,
): Promise<ProgrammeFigures[]> {
  const [programmes, planning, seen] = await Promise.all([
    programmesOf(tx, actor, territoryId),
    planningOf(tx, territoryId),
    coarseGroups(tx, territoryId, actor, {}, { today, by: "programme" }),
  ]);
  const all = programmes.every((row) => isWhole(actor, row))
    ? seen
    : await coarseGroups(tx, territoryId, "whole", {}, { today, by: "programme" });
  const figures = (groups: typeof seen) => {
    const ofProgramme = byKey(groups, ({ key }) => key);
    return (id: Id) => figureOf(ofProgramme.get(id) ?? [], today);
  };
  const [seenOf, totalOf] = [figures(seen), figures(all)];
  return programmes.map((row) => ({
    ...presentProgramme(row),
    seen: seenOf(row.id),
    total: totalOf(row.id),
    isWhole: isWhole(actor, row),
    planning: planning(row.id),
  }));
}

/** Whether the figures the actor sees are of all the programme. */
export function isWhole(actor: Actor, row: ProgrammeRecord): boolean {
  return seesWholeProgramme(actor, { territoryId: row.territory_id, ownerOrganisationId: row.owner_organisation_id });
}

/** How pages of progress name a programme. */
export function presentProgramme(row: ProgrammeRecord) {
  return { id: row.id, title: shortTitle(row), status: row.status, startsOn: row.starts_on, endsOn: row.ends_on };
}
