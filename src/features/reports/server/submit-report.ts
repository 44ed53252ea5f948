import { counted } from "#domain/russian/plural.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";
import { changed } from "#platform/journal/change.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { notify } from "#features/notices/server/public.ts";
import { checkersOfEach, plannedValuesOf, type ObligationRecord } from "#features/obligations/server/public.ts";
import { missingIn, type Expected } from "../model/completeness.ts";
import type { ReportContent, ReportView } from "../model/contract.ts";
import { step } from "../model/lifecycle.ts";
import { reportProblem } from "../model/problems.ts";
import { asSent, type LoadedReport } from "./load-report.ts";
import { presentReport, type Surroundings } from "./present-report.ts";
import { loadForWriting, storeContent, type Write } from "./save-report.ts";
import { addStep } from "./steps.ts";
import { storedContent } from "./stored-content.ts";

/** Sends the report for checking with what it holds at that moment, and tells those who check it. */
export async function submitReport(context: Write): Promise<ReportView> {
  const { territoryId, reportId } = context.params;
  const { sent, known } = await sendReport(context, territoryId, reportId, context.body);
  await tellCheckers(context, sent.obligations, `/reports/${territoryId}/${reportId}`, sent.today, known.checkers);
  return presentReport(context, sent, known);
}

/** The sending alone, without a word to the checkers: the report as it stands then, with what was read around it. */
export async function sendReport(
  context: UseCaseContext,
  territoryId: Id,
  reportId: Id,
  body: { readonly version: number; readonly content: ReportContent },
): Promise<{ readonly sent: LoadedReport; readonly known: Required<Surroundings> }> {
  const { tx, actor } = context;
  const loaded = await loadForWriting(context, territoryId, reportId, body.version, body.content);
  const next = step(loaded.record.state, "submit");
  if (!next.ok) throw reportProblem(next.refusal);
  const { today } = loaded;
  const { before, record, obligations, plans } = await storeContent(context, loaded, body.content, next.value);
  const [expected, checkers, after] = await Promise.all([
    expectedOf(tx, obligations, today, plans),
    checkersOfEach(tx, obligations, today),
    storedContent(tx, territoryId, reportId),
    addStep(context, territoryId, reportId, "submit", ""),
  ]);
  const fields = missingIn(body.content, expected);
  if (Object.keys(fields).length > 0) throw reportProblem("report-incomplete", { fields });
  await context.journal({
    territoryId,
    action: "report.submit",
    subjectKind: "report",
    subjectId: reportId,
    programmeId: obligations[0]?.programme_id ?? null,
    changes: changed(before, after),
  });
  const me = actor.kind === "person" ? actor.personId : null;
  return { sent: await asSent(context, loaded, record, obligations, me), known: { plans, checkers } };
}

/** What the obligations expect of a report that answers them. */
export async function expectedOf(
  tx: Tx,
  obligations: readonly ObligationRecord[],
  today: LocalDate,
  known?: Surroundings["plans"],
): Promise<Expected> {
  const territoryId = obligations[0]?.territory_id;
  if (!territoryId) return { today, opensOn: today, obligations: [] };
  const [plans, documents] = await Promise.all([
    known ??
      plannedValuesOf(
        tx,
        territoryId,
        obligations.map((row) => row.id),
      ),
    documentsOf(tx, { territoryId, measureIds: [...new Set(obligations.map((row) => row.measure_id))] }),
  ]);
  const documented = new Set(documents.filter((row) => row.report_document.trim() !== "").map((row) => row.id));
  const opens = obligations.map((row) => row.opens_on).sort();
  return {
    today,
    opensOn: opens[0] ?? today,
    obligations: obligations.map((row) => ({
      id: row.id,
      needsEvidence: documented.has(row.measure_id),
      plannedValues: plans.get(row.id)!,
    })),
  };
}

const documentsOf = hot(
  (tx, { territoryId, measureIds }: { readonly territoryId: Id; readonly measureIds: readonly Id[] }) =>
    tx
      .selectFrom("measure")
      .where("territory_id", "=", territoryId)
      .where("id", "in", measureIds)
      .select(["id", "report_document"]),
);

/** Tells those who check the programmes of the obligations; `link` leads them to what was sent. */
export async function tellCheckers(
  context: UseCaseContext,
  obligations: readonly ObligationRecord[],
  link: string,
  today: LocalDate,
  checkers: Required<Surroundings>["checkers"],
): Promise<void> {
  const first = obligations[0];
  if (!first) return;
  const more =
    obligations.length > 1
      ? ` (и ещё по ${counted(obligations.length - 1, ["мероприятию", "мероприятиям", "мероприятиям"])})`
      : "";
  await notify(
    context,
    {
      territoryId: first.territory_id,
      personIds: [...checkers.values()].flat().map((person) => person.id),
      kind: "report-submitted",
      text: `${first.bearer_name ?? first.territory_name}: отчёт ${quoted(first.measure_title)}${more} ждёт проверки`,
      link,
      dedupeKey: null,
    },
    today,
  );
}
