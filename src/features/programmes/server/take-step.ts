import { quoted } from "#domain/russian/quotes.ts";
import type { Id } from "#shared/ids.ts";
import { commonProblem } from "#shared/problem.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { paperOf, registerPaper } from "#features/papers/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { takeStep as nextStatus } from "../model/lifecycle.ts";
import { programmeProblem } from "../model/problems.ts";
import { isUnclear } from "../model/schedule.ts";
import type { ProgrammePage } from "../model/seen.ts";
import type { Directive, TakeStep } from "../model/step-form.ts";
import { loadLedProgramme, type ProgrammeRecord } from "./load-programme.ts";
import { measuresForPlanning, type PlanningMeasure } from "./planning.ts";
import { readProgramme } from "./read-programme.ts";
import { raised } from "./record-change.ts";

/** Takes a step of the programme's life: approve by a directive, start, finish, open again. Answers with the programme as it stands now. */
export async function takeStep(
  context: UseCaseContext,
  territoryId: Id,
  programmeId: Id,
  form: TakeStep,
): Promise<ProgrammePage> {
  const programme = await loadLedProgramme(context, territoryId, programmeId);
  if (programme.version !== form.version)
    throw commonProblem("stale-write", {
      extra: { current: await readProgramme(context, territoryId, programmeId), yours: form },
    });
  const planning = await measuresForPlanning(context.tx, territoryId, programmeId);
  const open = planning!.measures.filter((measure) => !measure.closed);
  const unclear = open.filter(isUnclear);
  const cited =
    form.directive && "paperId" in form.directive
      ? await citedPaper(context, territoryId, form.directive.paperId)
      : undefined;
  const outcome = nextStatus(programme.status, form.step, {
    today: context.clock.today(await timeZoneOf(context.tx, territoryId)),
    startsOn: programme.starts_on,
    endsOn: programme.ends_on,
    measures: open.length,
    unclear: unclear.map(nameOf),
    hasDirective: hasNumberAndDay(cited ?? form.directive),
    confirmed: form.confirmed,
    reason: form.reason,
    reports: form.step === "withdraw" ? await countReports(context, territoryId, programmeId) : 0,
  });
  if (!outcome.ok)
    throw programmeProblem(outcome.refusal.code, {
      values: outcome.refusal.values,
      fields: fieldsOf(outcome.refusal.code, cited ?? form.directive),
      extra:
        outcome.refusal.code === "terms-unclear"
          ? { measures: unclear.map(({ id, number, title, dueText }) => ({ id, number, title, dueText })) }
          : undefined,
    });
  const paperId =
    form.step === "approve" ? (cited?.id ?? (await registerDirective(context, programme, form.directive!))) : undefined;
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
  await context.journal({
    territoryId,
    action: `programme.${form.step}`,
    subjectKind: "programme",
    subjectId: programmeId,
    programmeId,
    detail: {
      from: programme.status,
      to: outcome.value,
      ...(paperId && { paperId }),
      ...(form.reason && { reason: form.reason }),
    },
  });
  // a withdrawn programme owes nothing and a finished one nothing more: every step moves obligations
  await context.send("obligation-replan", { territoryId, programmeId });
  return readProgramme(context, territoryId, programmeId);
}

async function citedPaper(context: UseCaseContext, territoryId: Id, paperId: Id) {
  return paperOf(context, territoryId, paperId).catch(() => {
    throw programmeProblem("paper-unknown");
  });
}

function hasNumberAndDay(directive: object | undefined): boolean {
  const { number, datedOn } = (directive ?? {}) as { number?: string; datedOn?: string | null };
  return Boolean(number) && Boolean(datedOn);
}

/** The fields to mark in the form of approval. */
function fieldsOf(code: string, directive: object | undefined): Record<string, string> {
  const { number, datedOn } = (directive ?? {}) as { number?: string; datedOn?: string | null };
  if (code === "no-directive")
    return {
      ...(number ? {} : { "directive.number": "Укажите номер приказа." }),
      ...(datedOn ? {} : { "directive.datedOn": "Укажите дату приказа." }),
    };
  return code === "no-reason" ? { reason: "Напишите причину." } : {};
}

function registerDirective(
  context: UseCaseContext,
  programme: ProgrammeRecord,
  directive: Directive,
): Promise<Id> | undefined {
  if ("paperId" in directive) return undefined;
  return registerPaper(context, {
    territoryId: programme.territory_id,
    kind: "directive",
    number: directive.number,
    datedOn: directive.datedOn,
    title: directive.title || `Об утверждении программы ${quoted(programme.title)}`.slice(0, 1000),
    issuerOrganisationId: directive.issuerOrganisationId ?? programme.owner_organisation_id,
    fileId: directive.fileId,
  });
}

/** «1.3», or the beginning of the title where there is no number. */
function nameOf(measure: PlanningMeasure): string {
  return measure.number || quoted(`${measure.title.slice(0, 40)}${measure.title.length > 40 ? "…" : ""}`);
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
