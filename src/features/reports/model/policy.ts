import type { Actor } from "#shared/actor.ts";
import type { Id } from "#shared/ids.ts";
import { belongsToTerritory, isKnown } from "#features/places/model/access.ts";
import {
  decidesObligation,
  reportsObligation,
  seesDrafts,
  seesObligation,
  type ObligationPlace,
} from "#features/obligations/model/policy.ts";
import { LIFECYCLE, REPORT_ACTIONS, type ReportAction, type ReportState } from "./lifecycle.ts";

export interface ReportPlace {
  readonly territoryId: Id;
  readonly state: ReportState;
  readonly authorPersonId: Id;
  /** who sent it the last time; null while it has never been sent */
  readonly senderPersonId: Id | null;
  readonly obligations: readonly ObligationPlace[];
  /** who may still undo the return just made (`returnUndoneBy`) */
  readonly returnUndoneBy: Id | null;
  /** everyone who runs the programme today */
  readonly deciderIds: readonly Id[];
}

/** Sees the report: whoever sees one of the obligations it answers, and its author while they work in the territory. */
export function seesReport(actor: Actor, report: ReportPlace): boolean {
  if (report.state === "draft" && !seesDrafts(actor, report.territoryId)) return false;
  if (isKnown(actor) && report.authorPersonId === actor.personId && belongsToTerritory(actor, report.territoryId))
    return true;
  return report.obligations.some((place) => seesObligation(actor, place));
}

/** Answers every obligation of the report. */
export function reportsAll(actor: Actor, obligations: readonly ObligationPlace[]): boolean {
  return obligations.length > 0 && obligations.every((place) => reportsObligation(actor, place));
}

/** Runs the programme of every obligation of the report. */
export function decidesAll(actor: Actor, obligations: readonly ObligationPlace[]): boolean {
  return obligations.length > 0 && obligations.every((place) => decidesObligation(actor, place));
}

/**
 * Nobody decides a report they sent while another decider exists, nor one they wrote while there is a third besides its sender; in a
 * district with one officer, or a school with one head, the only one there is may, or the report would wait for ever.
 */
export function isOwnToDecide(actor: Actor, { authorPersonId, senderPersonId, deciderIds }: ReportPlace): boolean {
  if (actor.kind !== "person") return false;
  const others = deciderIds.filter((id) => id !== actor.personId);
  if (senderPersonId === actor.personId) return others.length > 0;
  return authorPersonId === actor.personId && others.some((id) => id !== senderPersonId);
}

/** A return is undone only by its own decider, and not for long; everything else that may be reopened is. */
export function mayReopen(actor: Actor, report: ReportPlace): boolean {
  return report.state !== "returned" || (actor.kind === "person" && report.returnUndoneBy === actor.personId);
}

/** Which steps of the lifecycle this actor may take now. */
export function reportRights(actor: Actor, report: ReportPlace): Record<ReportAction, boolean> {
  const reports = reportsAll(actor, report.obligations);
  const decides = decidesAll(actor, report.obligations) && !isOwnToDecide(actor, report);
  const rights = REPORT_ACTIONS.map((action): [ReportAction, boolean] => {
    const { side, leads } = LIFECYCLE[action];
    const open = leads[report.state] !== undefined && (action !== "reopen" || mayReopen(actor, report));
    return [action, open && (side === "reporter" ? reports : decides)];
  });
  return Object.fromEntries(rights) as Record<ReportAction, boolean>;
}
