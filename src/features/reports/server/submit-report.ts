import { counted } from "#domain/russian/plural.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { changed } from "#platform/journal/change.ts";
import { notify } from "#features/notices/server/public.ts";
import {
  checkersOf,
  obligationsById,
  plannedValuesOf,
  type ObligationRecord,
} from "#features/obligations/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { missingIn, type Expected } from "../model/completeness.ts";
import type { ReportContent, ReportView } from "../model/contract.ts";
import { step } from "../model/lifecycle.ts";
import { reportProblem } from "../model/problems.ts";
import { readReport } from "./read-report.ts";
import { loadForWriting, storeContent, type Write } from "./save-report.ts";
import { addStep } from "./steps.ts";
import { storedContent } from "./stored-content.ts";

/** Sends the report for checking with what it holds at that moment, and tells those who check it. */
export async function submitReport(context: Write): Promise<ReportView> {
  const { territoryId, reportId } = context.params;
  const { obligations, today } = await sendReport(context, territoryId, reportId, context.body);
  await tellCheckers(context, obligations, `/reports/${territoryId}/${reportId}`, today);
  return readReport(context, territoryId, reportId);
}

/** The sending alone, without a word to the checkers: the obligations it answers, and today. */
export async function sendReport(
  context: UseCaseContext,
  territoryId: Id,
  reportId: Id,
  body: { readonly version: number; readonly content: ReportContent },
): Promise<{ readonly obligations: readonly ObligationRecord[]; readonly today: LocalDate }> {
  const { tx, clock } = context;
  const loaded = await loadForWriting(context, territoryId, reportId, body.version, body.content);
  const next = step(loaded.record.state, "submit");
  if (!next.ok) throw reportProblem(next.refusal);
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const before = await storedContent(tx, territoryId, reportId);
  await storeContent(context, loaded, body.content, next.value);
  const obligations = await obligationsById(tx, territoryId, body.content.obligationIds);
  const fields = missingIn(body.content, await expectedOf(tx, obligations, today));
  if (Object.keys(fields).length > 0) throw reportProblem("report-incomplete", { fields });
  await addStep(context, territoryId, reportId, "submit", "");
  await context.journal({
    territoryId,
    action: "report.submit",
    subjectKind: "report",
    subjectId: reportId,
    programmeId: obligations[0]?.programme_id ?? null,
    changes: changed(before, await storedContent(tx, territoryId, reportId)),
  });
  return { obligations, today };
}

/** What the obligations expect of a report that answers them. */
export async function expectedOf(
  tx: Tx,
  obligations: readonly ObligationRecord[],
  today: LocalDate,
): Promise<Expected> {
  const territoryId = obligations[0]?.territory_id ?? "";
  const plans = await plannedValuesOf(
    tx,
    territoryId,
    obligations.map((row) => row.id),
  );
  const expected = await Promise.all(
    obligations.map(async (row) => {
      const measure = await tx
        .selectFrom("measure")
        .where("territory_id", "=", territoryId)
        .where("id", "=", row.measure_id)
        .select("report_document")
        .executeTakeFirstOrThrow();
      return {
        id: row.id,
        needsEvidence: measure.report_document.trim() !== "",
        plannedValues: plans.get(row.id)!,
      };
    }),
  );
  const opens = obligations.map((row) => row.opens_on).sort();
  return { today, opensOn: opens[0] ?? today, obligations: expected };
}

/** Tells those who check the programmes of the obligations; `link` leads them to what was sent. */
export async function tellCheckers(
  context: UseCaseContext,
  obligations: readonly ObligationRecord[],
  link: string,
  today: LocalDate,
): Promise<void> {
  const first = obligations[0];
  if (!first) return;
  const programmes = await context.tx
    .selectFrom("programme")
    .select(["id", "officer_person_id"])
    .where("territory_id", "=", first.territory_id)
    .where("id", "in", [...new Set(obligations.map((row) => row.programme_id))])
    .execute();
  const told = await Promise.all(
    programmes.map((programme) =>
      checkersOf(
        context.tx,
        {
          territoryId: first.territory_id,
          ownerOrganisationId: first.owner_organisation_id,
          officerPersonId: programme.officer_person_id,
        },
        today,
      ),
    ),
  );
  const more =
    obligations.length > 1
      ? ` (и ещё по ${counted(obligations.length - 1, ["мероприятию", "мероприятиям", "мероприятиям"])})`
      : "";
  await notify(context, {
    territoryId: first.territory_id,
    personIds: told.flat().map((person) => person.id),
    kind: "report-submitted",
    text: `${first.bearer_name ?? first.territory_name}: отчёт ${quoted(first.measure_title)}${more} ждёт проверки`,
    link,
    dedupeKey: null,
  });
}
