import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { programmeProblem } from "../model/problems.ts";
import { applyChanges, conflictsOf, inverted, isWhole, standingOn, type RowChange } from "../model/row-change.ts";
import type { Edited } from "../model/seen.ts";
import { undoRefusal } from "../model/undo-rule.ts";
import { refuseReported } from "./edit-measure.ts";
import { closeWhatIsHeld } from "./held-rows.ts";
import { loadEditableProgramme } from "./load-programme.ts";
import { loadsRoadmap } from "./loads-roadmap.ts";
import { askReplan, journalledRows } from "./record-change.ts";
import { broughtBy, redactionHeads } from "./redaction-heads.ts";
import { readImage } from "./row-images.ts";
import { writeRows } from "./write-rows.ts";

/**
 * Undoes an edit of a programme, or does an undone one again. Every row goes back to what it was; where a row has changed since,
 * nothing is touched and the refusal says so. A row that something else already hangs on (obligations, reports) is closed
 * instead of removed.
 */
export async function undoChange(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  changeId: Id,
  direction: "undo" | "redo",
): Promise<Edited> {
  const programme = await loadEditableProgramme(context, territoryId, programmeId);
  const change = await context.tx
    .selectFrom("programme_change")
    .selectAll()
    .select(loadsRoadmap("rows").as("loads_roadmap"))
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .where("id", "=", changeId)
    .executeTakeFirst();
  if (!change) throw commonProblem("not-found");
  if (direction === "undo" && change.undone_at) throw programmeProblem("already-undone");
  if (direction === "redo" && !change.undone_at) throw programmeProblem("not-undone");
  const redaction = broughtBy(await redactionHeads(context.tx, territoryId, programmeId), changeId);
  const refusal = undoRefusal(direction, {
    status: programme.status,
    loadsRoadmap: change.loads_roadmap,
    redaction,
  });
  if (refusal) throw programmeProblem(refusal);
  const restored = await restore(context, territoryId, programmeId, change.rows as RowChange[], direction);
  await context.tx
    .updateTable("programme_change")
    .set({ undone_at: direction === "undo" ? context.clock.now() : null })
    .where("territory_id", "=", territoryId)
    .where("id", "=", changeId)
    .execute();
  // no redaction of a draft is in force, whatever is done again in it
  if (redaction)
    await context.tx
      .updateTable("redaction")
      .set({ withdrawn_at: direction === "undo" || programme.status === "draft" ? context.clock.now() : null })
      .where("territory_id", "=", territoryId)
      .where("id", "=", redaction.id)
      .execute();
  await context.journal({
    territoryId,
    action: `programme.${direction}`,
    subjectKind: "programme",
    subjectId: programmeId,
    programmeId,
    ...journalledRows(restored, programmeId, changeId),
  });
  await askReplan(context, programme);
  return { id: programmeId, label: change.label, changeId };
}

async function restore(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  recorded: readonly RowChange[],
  direction: "undo" | "redo",
): Promise<readonly RowChange[]> {
  const changes = direction === "undo" ? inverted(recorded) : recorded;
  const changedSince = direction === "undo" ? "changed-since" : "redone-changed";
  const now = await readImage(context.tx, territoryId, programmeId, await measuresOf(context, territoryId, changes));
  const wanted = changes.map((change) => standingOn(now, change));
  if (conflictsOf(now, wanted).length > 0) throw programmeProblem(changedSince);
  const final = await closeWhatIsHeld(context, territoryId, wanted);
  await refuseReported(
    context,
    territoryId,
    final.filter((change) => change.table === "planned_value" && !change.after).map((change) => change.key),
  );
  if (!isWhole(applyChanges(now, final))) throw programmeProblem(changedSince);
  await writeRows(context.tx, territoryId, final);
  return final;
}

/** Measures whose parts the change touches. */
async function measuresOf(context: UseCaseContext, territoryId: Id, changes: readonly RowChange[]): Promise<Id[]> {
  const named = changes.flatMap((change) => {
    if (change.table === "measure") return [change.key];
    const measureId = (change.after ?? change.before)?.["measure_id"];
    return typeof measureId === "string" ? [measureId] : [];
  });
  const valueIds = changes
    .filter((change) => change.table === "planned_year")
    .map((change) => String((change.after ?? change.before)?.["planned_value_id"]));
  const ofYears =
    valueIds.length === 0
      ? []
      : await context.tx
          .selectFrom("planned_value")
          .select("measure_id")
          .where("territory_id", "=", territoryId)
          .where("id", "in", valueIds)
          .execute();
  return [...new Set([...named, ...ofYears.map((row) => row.measure_id)])];
}
