import { shortened } from "#shared/cut-text.ts";
import { quoted } from "#domain/russian/quotes.ts";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { takeStep as nextStatus } from "../model/lifecycle.ts";
import { programmeProblem } from "../model/problems.ts";
import { isUnclear } from "../model/schedule.ts";
import type { ProgrammePage } from "../model/seen.ts";
import type { TakeStep } from "../model/step-form.ts";
import { directiveFields, givenDirective, hasNumberAndDay, settleDirective, type GivenDirective } from "./directive.ts";
import { loadLedProgramme, refusePaused } from "./load-programme.ts";
import { measuresForPlanning, type PlanningMeasure } from "./planning.ts";
import { readProgramme } from "./read-programme.ts";
import { raised } from "./record-change.ts";
import { keepRedaction, withdrawRedactions } from "./redaction-rows.ts";

/** Takes a step of the programme's life: approve by a directive, start, finish, open again. Answers with the programme as it stands now. */
export async function takeStep(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  form: TakeStep,
): Promise<ProgrammePage> {
  const programme = await loadLedProgramme(context, territoryId, programmeId);
  await refusePaused(context, territoryId, programmeId);
  if (programme.version !== form.version)
    throw commonProblem("stale-write", {
      extra: { current: await readProgramme(context, territoryId, programmeId), yours: form },
    });
  const planning = await measuresForPlanning(context.tx, territoryId, programmeId);
  const open = planning!.measures.filter((measure) => !measure.closed);
  const unclear = open.filter(isUnclear);
  const directive = await givenDirective(context, territoryId, form.directive);
  const outcome = nextStatus(programme.status, form.step, {
    today: context.clock.today(await timeZoneOf(context.tx, territoryId)),
    startsOn: programme.starts_on,
    endsOn: programme.ends_on,
    measures: open.length,
    unclear: unclear.map(nameOf),
    hasDirective: hasNumberAndDay(directive),
    confirmed: form.confirmed,
    reason: form.reason,
    reports: form.step === "withdraw" ? await countReports(context, territoryId, programmeId) : 0,
  });
  if (!outcome.ok)
    throw programmeProblem(outcome.refusal.code, {
      values: outcome.refusal.values,
      fields: fieldsOf(outcome.refusal.code, directive),
      extra:
        outcome.refusal.code === "terms-unclear"
          ? { measures: unclear.map(({ id, number, title, dueText }) => ({ id, number, title, dueText })) }
          : undefined,
    });
  const paperId =
    form.step === "approve"
      ? await settleDirective(context, programme, directive, "Об утверждении программы")
      : undefined;
  await context.tx
    .updateTable("programme")
    .set({
      status: outcome.value,
      version: raised(),
      ...(paperId && { paper_id: paperId, approved_at: context.clock.now() }),
    })
    .where("territory_id", "=", territoryId)
    .where("id", "=", programmeId)
    .execute();
  // what is approved is the first redaction, to be read as it was printed then
  if (paperId)
    await keepRedaction(context, programme, {
      paperId,
      effectiveOn: directive.datedOn!,
      importId: null,
      changeId: null,
    });
  if (form.step === "withdraw") await withdrawRedactions(context, territoryId, programmeId);
  await context.journal({
    territoryId,
    action: `programme.${form.step}`,
    subjectKind: "programme",
    subjectId: programmeId,
    programmeId,
    changes: changed(
      { status: programme.status, paperId: programme.paper_id },
      { status: outcome.value, paperId: paperId ?? programme.paper_id },
    ),
    detail: {
      ...(paperId && { paperId }),
      ...(form.reason && { reason: form.reason }),
    },
  });
  // a withdrawn programme owes nothing and a finished one nothing more: every step moves obligations
  await context.send("obligation-replan", { territoryId, programmeId });
  return readProgramme(context, territoryId, programmeId);
}

/** The fields to mark in the form of a step. */
function fieldsOf(code: string, directive: GivenDirective): Record<string, string> {
  if (code === "no-directive") return directiveFields(directive);
  return code === "no-reason" ? { reason: "Напишите причину." } : {};
}

/** «1.3», or the beginning of the title where there is no number. */
function nameOf(measure: PlanningMeasure): string {
  return measure.number || quoted(shortened(measure.title, 40));
}

/** Reports of any state; none can be begun before the commit, because who begins one locks its obligation first. */
async function countReports(context: UseCaseContext, territoryId: Id, programmeId: Id): Promise<number> {
  await context.tx
    .selectFrom("obligation")
    .select("id")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .orderBy("id")
    .forUpdate()
    .execute();
  const { reports } = await context.tx
    .selectFrom("report_obligation as ro")
    .innerJoin("obligation as o", (join) =>
      join.onRef("o.territory_id", "=", "ro.territory_id").onRef("o.id", "=", "ro.obligation_id"),
    )
    .where("ro.territory_id", "=", territoryId)
    .where("o.programme_id", "=", programmeId)
    .select((of) => of.fn.countAll<number>().as("reports"))
    .executeTakeFirstOrThrow();
  return reports;
}
