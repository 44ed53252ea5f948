import { sql, type Insertable } from "kysely";
import { quoted } from "#domain/russian/quotes.ts";
import { commonProblem } from "#shared/problem.ts";
import type { Id } from "#shared/ids.ts";
import { hot } from "#platform/db/hot.ts";
import type { Tables } from "#platform/db/tables.ts";
import type { RequestContext, UseCaseContext } from "#platform/http/route.ts";
import { changed } from "#platform/journal/change.ts";
import { shortName } from "#features/people/model/names.ts";
import { notify } from "#features/notices/server/public.ts";
import { answerersOf, markAccepted, tellChanged, workersOf } from "#features/obligations/server/public.ts";
import type { ReportView } from "../model/contract.ts";
import { LIFECYCLE, step, withdrawnTo, type ReportAction } from "../model/lifecycle.ts";
import { decidesAll, isOwnToDecide, mayReopen, reportsAll } from "../model/policy.ts";
import { reportProblem } from "../model/problems.ts";
import { loadReport, type LoadedReport } from "./load-report.ts";
import { presentReport } from "./present-report.ts";
import { readReport } from "./read-report.ts";

type StepName = Exclude<ReportAction, "save">;
/** a step that changes no content */
type StatelessStep = Exclude<StepName, "submit">;
type StepRequest = RequestContext<{ territoryId: Id; reportId: Id }, unknown, { version: number; remark?: string }>;

/** Writes a step into the history of the report, by the person who takes it. */
export async function addStep(
  context: UseCaseContext,
  territoryId: Id,
  reportId: Id,
  name: StepName,
  remark: string,
): Promise<void> {
  const { actor, tx, clock } = context;
  if (actor.kind !== "person") throw commonProblem("not-allowed");
  await written(tx, {
    territory_id: territoryId,
    id: context.newId(),
    report_id: reportId,
    step: name,
    person_id: actor.personId,
    at: clock.now(),
    remark,
  });
}

const written = hot((tx, row: Insertable<Tables["report_step"]>) => tx.insertInto("report_step").values(row));

/** Withdraws, returns, accepts or reopens: whatever of the lifecycle changes no content. */
export function takeStep(name: StatelessStep) {
  return async (context: StepRequest): Promise<ReportView> => {
    const { territoryId, reportId } = context.params;
    const obligationIds = await stepReport(context, name, { territoryId, reportId, ...context.body });
    await noteAccepted(context.tx, name, territoryId, obligationIds);
    return readReport(context, territoryId, reportId);
  };
}

export interface StepOfReport {
  readonly territoryId: Id;
  readonly reportId: Id;
  readonly version: number;
  readonly remark?: string;
}

/**
 * Takes a step of one report; whatever is refused is refused before anything is written. Gives back its obligations, for `noteAccepted`.
 */
export async function stepReport(
  context: UseCaseContext,
  name: StatelessStep,
  body: StepOfReport,
): Promise<readonly Id[]> {
  const { actor, tx, clock } = context;
  const { territoryId, reportId } = body;
  const loaded = await loadReport(context, territoryId, reportId, true);
  authorize(context, loaded, name);
  const remark = body.remark ?? "";
  const next = step(loaded.record.state, name, remark);
  if (!next.ok) {
    if (LIFECYCLE[name].side === "checker" && loaded.record.decided_by && loaded.record.decided_by !== meOf(context))
      await refuseDecided(context, loaded);
    throw reportProblem(
      next.refusal,
      next.refusal === "remark-needed" ? { fields: { remark: reportProblem("remark-needed").message } } : {},
    );
  }
  if (name === "reopen" && !mayReopen(actor, loaded.place)) throw reportProblem("undo-too-late");
  if (loaded.record.version !== body.version)
    throw commonProblem("stale-write", {
      extra: { yours: body, theirs: await presentReport(context, loaded) },
    });
  const decides = name === "accept" || name === "return";
  const withdrawn = name === "withdraw" ? await beforeSending(context, territoryId, reportId) : {};
  const after = { state: next.value, ...withdrawn };
  await tx
    .updateTable("report")
    .set({
      ...after,
      ...(decides ? { decided_at: clock.now(), decided_by: meOf(context), remark } : {}),
      ...(name === "reopen" ? { decided_at: null, decided_by: null, remark: "" } : {}),
      version: sql`version + 1`,
    })
    .where("territory_id", "=", territoryId)
    .where("id", "=", reportId)
    .execute();
  const obligationIds = loaded.obligations.map((row) => row.id);
  await tellChanged(tx, territoryId, obligationIds);
  await addStep(context, territoryId, reportId, name, remark);
  await context.journal({
    territoryId,
    action: `report.${name}`,
    subjectKind: "report",
    subjectId: reportId,
    programmeId: loaded.obligations[0]?.programme_id ?? null,
    changes: changed(
      { state: loaded.record.state, remark: loaded.record.remark },
      { state: after.state, remark: decides ? remark : name === "reopen" ? "" : loaded.record.remark },
    ),
  });
  if (name !== "withdraw") await tellReporters(context, loaded, name, remark);
  return obligationIds;
}

/**
 * After all the reports of a request: a plan that changes takes the obligations of a programme in their order, and whoever took them report
 * by report would wait for it in a ring.
 */
export async function noteAccepted(
  tx: UseCaseContext["tx"],
  name: StatelessStep,
  territoryId: Id,
  obligationIds: readonly Id[],
): Promise<void> {
  if (name === "accept" || name === "reopen") await markAccepted(tx, territoryId, obligationIds, name === "accept");
}

/** The report as it was before the sending that is taken back; one that had been returned is returned again, by whom and when it was. */
async function beforeSending({ tx }: UseCaseContext, territoryId: Id, reportId: Id) {
  const steps = await tx
    .selectFrom("report_step")
    .where("territory_id", "=", territoryId)
    .where("report_id", "=", reportId)
    .where("step", "<>", "delegate")
    .select(["step", "person_id", "at"])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();
  const decision = steps.findIndex((one) => ["return", "accept", "reopen"].includes(one.step));
  const state = withdrawnTo(steps[decision]?.step);
  if (state === "draft") return { state, submitted_at: null };
  const { at, person_id } = steps[decision]!;
  const sent = steps.slice(decision).find((one) => one.step === "submit");
  return { state, submitted_at: sent?.at ?? null, decided_at: at, decided_by: person_id };
}

function meOf(context: UseCaseContext): Id | null {
  return context.actor.kind === "person" ? context.actor.personId : null;
}

function authorize(context: UseCaseContext, { place }: LoadedReport, name: StepName): void {
  const { actor } = context;
  const may = LIFECYCLE[name].side === "reporter" ? reportsAll : decidesAll;
  if (!may(actor, place.obligations)) throw commonProblem("not-allowed");
  if (LIFECYCLE[name].side === "checker" && isOwnToDecide(actor, place)) throw reportProblem("own-report");
}

async function refuseDecided(context: UseCaseContext, { record }: LoadedReport): Promise<never> {
  const decider = await context.tx
    .selectFrom("person")
    .selectAll()
    .where("id", "=", record.decided_by!)
    .executeTakeFirstOrThrow();
  throw reportProblem("already-decided", {
    values: {
      decider: shortName(decider),
      decision: record.state === "accepted" ? "принят" : "возвращён на доработку",
    },
  });
}

async function tellReporters(
  context: UseCaseContext,
  { record, obligations, today }: LoadedReport,
  name: "accept" | "return" | "reopen",
  remark: string,
): Promise<void> {
  const title = quoted(obligations[0]?.measure_title ?? "");
  const told = {
    accept: { kind: "report-accepted", text: `Отчёт ${title} принят` },
    return: {
      kind: "report-returned",
      text: `Отчёт ${title} вернули на доработку: ${remark}`,
      letterText: `Отчёт ${title} вернули на доработку`,
    },
    reopen: { kind: "report-reopened", text: `Отчёт ${title} снова на проверке: решение по нему отменили` },
  }[name];
  const heads = record.organisation_id
    ? await answerersOf(context.tx, record.territory_id, [record.organisation_id], today)
    : [];
  const sender = await context.tx
    .selectFrom("report_step")
    .select("person_id")
    .where("territory_id", "=", record.territory_id)
    .where("report_id", "=", record.id)
    .where("step", "=", "submit")
    .execute();
  const workers = record.organisation_id
    ? await workersOf(context.tx, record.territory_id, record.organisation_id, today)
    : null;
  // whoever wrote it may have gone to another school since
  const writers = [record.author_person_id, ...sender.map((one) => one.person_id)].filter(
    (id) => workers === null || workers.some((person) => person.id === id),
  );
  await notify(context, {
    territoryId: record.territory_id,
    personIds: [...writers, ...heads.map((one) => one.id)],
    ...told,
    link: `/reports/${record.territory_id}/${record.id}`,
    dedupeKey: null,
  });
}
