import type { Aim } from "./aims.ts";
import type { Kept, Persona } from "./place.ts";
import type { Registry } from "./registry.ts";
import { HEADS, LEADS, type standingOf } from "./standing.ts";

/** Whether the persona may have an answer from this action at this aim; undefined where what the answer holds is judged by its rows. */
export type MayAsk = (persona: Persona, action: string, aim: Aim) => boolean | undefined;

/**
 * Who may ask what is for few: work lists of a territory, forms of those who edit, previews of what would be written. Their answers hold
 * nothing that is hidden from others row by row, so that rows alone would not tell of a guard that is gone.
 */
export function askOracle(
  { now, holds, seesWhole, isOfRegion, leads }: ReturnType<typeof standingOf>,
  registry: Registry,
): MayAsk {
  const administers = (persona: Persona, { ids }: Aim): boolean => {
    const territoryId = ids["territoryId"] as string;
    return holds(persona, territoryId, LEADS, null) || isOfRegion(persona, territoryId, ["administrator"]);
  };
  const isHead = (persona: Persona, { ids }: Aim): boolean =>
    now(persona).some(
      (held) => held.territoryId === ids["territoryId"] && held.role === "school_head" && held.organisationId,
    );
  const builds = (persona: Persona, { ids }: Aim): boolean =>
    now(persona).some(
      (held) =>
        held.territoryId === ids["territoryId"] &&
        (held.organisationId ? HEADS.includes(held.role) : LEADS.includes(held.role)),
    );
  const watches = (persona: Persona, { ids }: Aim): boolean => seesWhole(persona, ids["territoryId"] as string);
  const runs = (persona: Persona, { row }: Aim): boolean => {
    const programme = registry.byId.get(row?.programmeId ?? "");
    return !!programme && leads(persona, programme.territoryId, programme.ownerOrganisationId);
  };
  const hands = (persona: Persona, { row }: Aim): boolean => !!row && delegates(persona, row);
  const delegates = (persona: Persona, row: Kept): boolean =>
    holds(persona, row.territoryId, HEADS, row.organisationId) ||
    (row.organisationKind === "authority" && holds(persona, row.territoryId, LEADS, null));
  const asked: Readonly<Record<string, (persona: Persona, aim: Aim) => boolean>> = {
    "organisation-sheet.read": administers,
    "organisation-sheet.check": administers,
    "staff-sheet.read": (persona, aim) => administers(persona, aim) || isHead(persona, aim),
    "staff-sheet.check": (persona, aim) => administers(persona, aim) || isHead(persona, aim),
    "programme.outlook": runs,
    "measure.weigh": runs,
    "obligation.colleagues": hands,
    "obligation.attached": (persona, { ids }) =>
      now(persona).some((held) => held.territoryId === ids["territoryId"] && held.role === "curator"),
    "progress.home": watches,
    "progress.region": watches,
    "progress.calls": watches,
    "template.list": builds,
    "template.read": builds,
  };
  return (persona, action, aim) => asked[action]?.(persona, aim);
}
