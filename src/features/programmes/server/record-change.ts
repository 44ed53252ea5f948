import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { sorted } from "#platform/journal/change.ts";
import type { JournalEntry } from "#platform/journal/journal.ts";
import { diffImages, type RowChange, type RowImage } from "../model/row-change.ts";
import type { Edited } from "../model/seen.ts";
import type { ProgrammeStatus } from "../model/words.ts";
import { toldChanges } from "../model/told-changes.ts";
import { readImage } from "./row-images.ts";

export interface ChangedProgramme {
  readonly territory_id: Id;
  readonly id: Id;
  readonly status: ProgrammeStatus;
}

export interface ChangeLabel {
  /** what was done, as the history tells it: «Изменено мероприятие 1.3» */
  readonly label: string;
  /** stable name for the journal: «measure.edit» */
  readonly action: string;
  readonly subjectKind: "programme" | "roadmap" | "section" | "measure";
  readonly subjectId: Id;
}

/**
 * Runs an edit of a locked programme and keeps its rows before and after, so that it can be undone: one programme_change, one
 * journal row, one replanning. Answers with the id of its subject and that of the change; null where nothing changed, or where the system did it (it has no
 * person who would undo). `measureIds`: the measures whose parties, planned values or papers the work touches; new ones are found.
 */
export async function recordChange(
  context: UseCaseContext,
  programme: ChangedProgramme,
  measureIds: readonly Id[],
  work: () => Promise<ChangeLabel>,
): Promise<Edited> {
  const { territory_id: territoryId, id: programmeId } = programme;
  const before = await readImage(context.tx, territoryId, programmeId, measureIds);
  const { label, action, subjectKind, subjectId } = await work();
  const now = await readImage(context.tx, territoryId, programmeId, measureIds);
  const added = measuresOf(now).filter((id) => !before.has(`measure ${id}`));
  const after =
    added.length === 0 ? now : await readImage(context.tx, territoryId, programmeId, [...measureIds, ...added]);
  const rows = diffImages(before, after);
  if (rows.length === 0) return { id: subjectId, label, changeId: null };
  const changeId = context.actor.kind === "person" ? context.newId() : null;
  if (context.actor.kind === "person" && changeId)
    await context.tx
      .insertInto("programme_change")
      .values({
        territory_id: territoryId,
        id: changeId,
        programme_id: programmeId,
        person_id: context.actor.personId,
        at: context.clock.now(),
        label,
        rows: JSON.stringify(rows),
        undone_at: null,
      })
      .execute();
  await context.journal({
    territoryId,
    action,
    subjectKind,
    subjectId,
    programmeId,
    ...journalledRows(rows, subjectId, changeId),
  });
  await askReplan(context, programme);
  return { id: subjectId, label, changeId };
}

/** A journal row holds this many changed rows; more of them stand with the change, and the journal holds their hash. */
const MOST_ROWS = 60;

/** What the journal keeps of changed rows. */
export function journalledRows(
  rows: readonly RowChange[],
  subjectId: Id,
  changeId: Id | null,
): Pick<JournalEntry, "changes" | "detail"> {
  const detail = { changeId, rows: rows.length };
  if (rows.length <= MOST_ROWS) return { changes: toldChanges(rows, subjectId), detail };
  return { detail: { ...detail, rowsHash: createHash("sha256").update(sorted(rows)).digest("hex") } };
}

/** Obligations follow the programme while it is in force; a draft owes nothing. */
export async function askReplan(context: UseCaseContext, programme: ChangedProgramme): Promise<void> {
  if (programme.status === "draft") return;
  await context.send("obligation-replan", { territoryId: programme.territory_id, programmeId: programme.id });
}

/** Later edits see the programme's row as changed, so that a stale passport is refused. */
export function raised() {
  return sql<number>`version + 1`;
}

function measuresOf(image: RowImage): Id[] {
  return [...image.values()].filter((entry) => entry.table === "measure").map((entry) => entry.key);
}
