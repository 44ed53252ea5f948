import type { z } from "zod";
import { readTerm } from "#domain/phrases/read-term.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { standsIn } from "#features/places/model/registry.ts";
import { doubtFor } from "../model/apart.ts";
import { editsIn, ImportSettings } from "../model/contract.ts";
import type { Arrange, ChangeSettings, Decide, Decision, Taken, Undo } from "../model/contract.ts";
import { checkedEdits } from "../model/checked-edits.ts";
import { periodKept } from "../model/period.ts";
import { importProblem } from "../model/problems.ts";
import { roadmapTables, tableKey } from "../model/source.ts";
import type { ImportView } from "../model/view.ts";
import { loadImport, lockReview, type ImportRecord } from "./load-import.ts";
import { presentImport } from "./read-import-view.ts";
import { openReview, sourceOf, takenOf, type OpenReview } from "./review.ts";

/** Writes answers down, as one step of undo. An answer to what is not asked, or in words not understood, is refused. */
export async function decide(
  context: UseCaseContext,
  territoryId: Id,
  importId: Id,
  body: z.output<typeof Decide>,
): Promise<ImportView> {
  const row = await lockReview(context, territoryId, importId, body.version);
  const review = await openReview(context, row);
  for (const decision of body.decisions) refuseUnfit(decision, review);
  const step = lastStep(review.taken) + 1;
  const answered = new Set(body.decisions.map(({ doubtId }) => doubtId));
  const taken: Taken[] = [...review.taken, ...body.decisions.map((one) => ({ ...one, step }))];
  return save(context, row, "import.answer", { decisions: JSON.stringify(taken) }, { answers: answered.size });
}

function lastStep(taken: readonly Taken[]): number {
  return Math.max(0, ...taken.map(({ step }) => step));
}

/**
 * Writes down what is said of tables, columns and rows, as one step of undo; the reading is made anew from it, and answers to what stays
 * stay. A table called a plan becomes a roadmap at once.
 */
export async function arrange(
  context: UseCaseContext,
  territoryId: Id,
  importId: Id,
  body: z.output<typeof Arrange>,
): Promise<ImportView> {
  const row = await lockReview(context, territoryId, importId, body.version);
  const taken = takenOf(row);
  const checked = checkedEdits(sourceOf(row), editsIn(taken), body.edits);
  if (!checked.ok) throw importProblem(checked.refusal);
  const step = lastStep(taken) + 1;
  const settings = ImportSettings.parse(row.settings);
  const plans = body.edits.flatMap((edit) => (edit.kind === "table" && edit.as === "plan" ? [edit.table] : []));
  const tables = [...new Set([...settings.tables, ...plans])].sort((one, other) => one - other);
  return save(
    context,
    row,
    "import.arrange",
    {
      decisions: JSON.stringify([...taken, ...body.edits.map((edit) => ({ edit, step }))] satisfies Taken[]),
      settings: JSON.stringify({ ...settings, tables }),
    },
    { edits: body.edits.length },
  );
}

function refuseUnfit({ doubtId, option, own }: Decision, { drafted, district }: OpenReview): void {
  const doubt = doubtFor(doubtId, drafted.doubts);
  const fits = own ? option === "own" && doubt?.own === own.kind : doubt?.options.some(({ key }) => key === option);
  if (!doubt || !fits) throw importProblem("answer-unknown");
  if (own?.kind === "term") {
    const { phases, rest } = readTerm(own.text);
    const isUnread = rest !== "" || phases.length === 0 || phases.some(({ kind }) => kind === "unknown");
    if (isUnread) throw importProblem("term-unread", { values: { text: own.text } });
  }
  if (own?.kind === "audience" && !standsIn(district.registry, own.audience)) throw importProblem("audience-unknown");
}

/** Takes the last step away: answers and edits given at once go together. */
export async function undo(
  context: UseCaseContext,
  territoryId: Id,
  importId: Id,
  body: z.output<typeof Undo>,
): Promise<ImportView> {
  const row = await lockReview(context, territoryId, importId, body.version);
  const taken = takenOf(row);
  const last = lastStep(taken);
  if (last === 0) throw importProblem("nothing-to-undo");
  const left = taken.filter(({ step }) => step < last);
  return save(context, row, "import.undo", { decisions: JSON.stringify(left) }, {});
}

/** What the programme will be called, its years, its moments of account, and which tables become roadmaps. */
export async function changeSettings(
  context: UseCaseContext,
  territoryId: Id,
  importId: Id,
  body: z.output<typeof ChangeSettings>,
): Promise<ImportView> {
  const row = await lockReview(context, territoryId, importId, body.version);
  const { source, kept, settings } = await openReview(context, row);
  const known = roadmapTables(source.reading).map(tableKey);
  if (body.settings.tables.some((key) => !known.includes(key) && !kept.tables.includes(key)))
    throw importProblem("table-unknown");
  const changed = periodKept(kept, settings, body.settings);
  return save(context, row, "import.settings", { settings: JSON.stringify(changed) }, {});
}

async function save(
  context: UseCaseContext,
  row: ImportRecord,
  action: string,
  changes: { readonly decisions?: string; readonly settings?: string },
  detail: Readonly<Record<string, unknown>>,
): Promise<ImportView> {
  await context.tx
    .updateTable("document_import")
    .set({ ...changes, version: row.version + 1 })
    .where("territory_id", "=", row.territory_id)
    .where("id", "=", row.id)
    .execute();
  await context.journal({
    territoryId: row.territory_id,
    action,
    subjectKind: "import",
    subjectId: row.id,
    detail,
  });
  return presentImport(context, await loadImport(context, row.territory_id, row.id));
}
