import type { z } from "zod";
import { readTerm } from "#domain/phrases/read-term.ts";
import type { Id } from "#shared/ids.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { doubtFor } from "../model/apart.ts";
import type { ChangeSettings, Decide, Decision, TakenDecision, Undo } from "../model/contract.ts";
import { periodKept } from "../model/period.ts";
import { importProblem } from "../model/problems.ts";
import { roadmapTables, tableKey } from "../model/source.ts";
import type { ImportView } from "../model/view.ts";
import { loadImport, lockReview, type ImportRecord } from "./load-import.ts";
import { presentImport } from "./read-import-view.ts";
import { openReview, sourceOf, type OpenReview } from "./review.ts";

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
  const step = Math.max(0, ...review.decisions.map((taken) => taken.step)) + 1;
  const answered = new Set(body.decisions.map(({ doubtId }) => doubtId));
  const decisions: TakenDecision[] = [...review.decisions, ...body.decisions.map((one) => ({ ...one, step }))];
  return save(context, row, "import.answer", { decisions: JSON.stringify(decisions) }, { answers: answered.size });
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
  if (own?.kind === "audience" && own.audience.kind === "organisation") {
    const { id } = own.audience;
    if (!district.registry.organisations.some((one) => one.id === id)) throw importProblem("audience-unknown");
  }
}

/** Takes the last answers away: those given at once go together. */
export async function undo(
  context: UseCaseContext,
  territoryId: Id,
  importId: Id,
  body: z.output<typeof Undo>,
): Promise<ImportView> {
  const row = await lockReview(context, territoryId, importId, body.version);
  const { decisions } = await openReview(context, row);
  const last = Math.max(0, ...decisions.map(({ step }) => step));
  if (last === 0) throw importProblem("nothing-to-undo");
  const left = decisions.filter(({ step }) => step < last);
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
  const known = roadmapTables(sourceOf(row).reading).map(tableKey);
  if (body.settings.tables.some((key) => !known.includes(key))) throw importProblem("table-unknown");
  const { kept, settings } = await openReview(context, row);
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
