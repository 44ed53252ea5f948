import type { z } from "zod";
import { readTerm } from "#domain/phrases/read-term.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed, listChanged } from "#platform/journal/change.ts";
import { standsIn } from "#features/places/model/registry.ts";
import { doubtFor } from "../model/apart.ts";
import { editsIn, ImportSettings } from "../model/contract.ts";
import type { Arrange, ChangeSettings, Decide, Decision, Taken, Undo } from "../model/contract.ts";
import { checkedEdits } from "../model/checked-edits.ts";
import { periodKept } from "../model/period.ts";
import { importProblem } from "../model/problems.ts";
import { roadmapTables, tableKey } from "../model/source.ts";
import { isReadWhole } from "../model/term-questions.ts";
import type { ImportView } from "../model/view.ts";
import { loadImport, lockReview, type ImportRecord } from "./load-import.ts";
import { presentImport } from "./read-import-view.ts";
import { openReview, sourceOf, takenOf, type OpenReview } from "./review.ts";

/** One step of a review: over the version seen, to what is kept. */
type ReviewStep<Body> = (context: UseCaseContext, territoryId: Id, importId: Id, body: Body) => Promise<ImportView>;

interface Change {
  readonly action: string;
  readonly taken?: readonly Taken[];
  readonly settings?: ImportSettings;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Answers, as one step of undo. An answer to what is not asked, or in words not understood, is refused. */
export const decide = reviewStep<z.output<typeof Decide>>(async (context, row, { decisions }) => {
  const review = await openReview(context, row);
  for (const decision of decisions) refuseUnfit(decision, review);
  const step = lastStep(review.taken) + 1;
  const answers = new Set(decisions.map(({ doubtId }) => doubtId)).size;
  const taken = [...review.taken, ...decisions.map((one) => ({ ...one, step }))];
  return { action: "import.answer", taken, detail: { answers } };
});

/**
 * What is said of tables, columns and rows, as one step of undo; the reading is made anew from it, and answers to what stays stay. A table
 * called a plan becomes a roadmap at once.
 */
export const arrange = reviewStep<z.output<typeof Arrange>>((_, row, { edits }) => {
  const before = takenOf(row);
  const checked = checkedEdits(sourceOf(row), editsIn(before), edits);
  if (!checked.ok) throw importProblem(checked.refusal);
  const step = lastStep(before) + 1;
  const settings = ImportSettings.parse(row.settings);
  const plans = edits.flatMap((edit) => (edit.kind === "table" && edit.as === "plan" ? [edit.table] : []));
  const tables = [...new Set([...settings.tables, ...plans])].sort((one, other) => one - other);
  return {
    action: "import.arrange",
    taken: [...before, ...edits.map((edit) => ({ edit, step }))],
    settings: { ...settings, tables },
    detail: { edits: edits.length },
  };
});

/** Takes the last step away: answers and edits given at once go together. */
export const undo = reviewStep<z.output<typeof Undo>>((_, row) => {
  const taken = takenOf(row);
  const last = lastStep(taken);
  if (last === 0) throw importProblem("nothing-to-undo");
  return { action: "import.undo", taken: taken.filter(({ step }) => step < last) };
});

/** What the programme will be called, its years, its moments of account, and which tables become roadmaps. */
export const changeSettings = reviewStep<z.output<typeof ChangeSettings>>(
  async (context, row, { settings: wished }) => {
    const { source, kept, settings } = await openReview(context, row);
    const known = roadmapTables(source.reading).map(tableKey);
    if (wished.tables.some((key) => !known.includes(key) && !kept.tables.includes(key)))
      throw importProblem("table-unknown");
    return { action: "import.settings", settings: periodKept(kept, settings, wished) };
  },
);

function reviewStep<Body extends { readonly version: number }>(
  changeOf: (context: UseCaseContext, row: ImportRecord, body: Body) => Change | Promise<Change>,
): ReviewStep<Body> {
  return async (context, territoryId, importId, body) => {
    const row = await lockReview(context, territoryId, importId, body.version);
    const { action, taken, settings, detail = {} } = await changeOf(context, row, body);
    await context.tx
      .updateTable("document_import")
      .set({
        ...(taken && { decisions: JSON.stringify(taken) }),
        ...(settings && { settings: JSON.stringify(settings) }),
        version: row.version + 1,
      })
      .where("territory_id", "=", territoryId)
      .where("id", "=", importId)
      .execute();
    const changes = [
      ...listChanged("decisions", takenOf(row), taken ?? takenOf(row)),
      ...(settings ? changed(row.settings as Record<string, unknown>, { ...settings }) : []),
    ];
    await context.journal({ territoryId, action, subjectKind: "import", subjectId: importId, changes, detail });
    return presentImport(context, await loadImport(context, territoryId, importId));
  };
}

function lastStep(taken: readonly Taken[]): number {
  return Math.max(0, ...taken.map(({ step }) => step));
}

function refuseUnfit({ doubtId, option, own }: Decision, { drafted, district }: OpenReview): void {
  const doubt = doubtFor(doubtId, drafted.doubts);
  const fits = own ? option === "own" && doubt?.own === own.kind : doubt?.options.some(({ key }) => key === option);
  if (!doubt || !fits) throw importProblem("answer-unknown");
  if (own?.kind === "term" && !isReadWhole(readTerm(own.text)))
    throw importProblem("term-unread", { values: { text: own.text } });
  if (own?.kind === "audience" && !standsIn(district.registry, own.audience)) throw importProblem("audience-unknown");
}
