import type { Id } from "#shared/ids.ts";
import { localDateAt, type LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { hot } from "#platform/db/hot.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { shortName } from "#features/people/model/names.ts";
import { fileFacts } from "#features/files/server/public.ts";
import {
  checkersOfEach,
  isPaused,
  plannedValuesOf,
  presentObligation,
  type ObligationRecord,
} from "#features/obligations/server/public.ts";
import type { PlannedValueOfYear } from "#features/obligations/model/contract.ts";
import { occurrenceInWords } from "#features/obligations/model/text.ts";
import { citedPaper, paperName, type PaperKind } from "#features/papers/model/words.ts";
import { measureThen, type AmendedSince } from "#features/programmes/server/public.ts";
import { firstSentAt } from "../model/first-sent.ts";
import type { EvidenceView, ReportView } from "../model/contract.ts";
import { withoutUndone } from "../model/undone.ts";
import { reportRights } from "../model/policy.ts";
import type { LoadedReport } from "./load-report.ts";
import { evidenceRows, stepsOf, twinsOf, valuesOf } from "./report-parts.ts";

/** What stands around a report, where whoever wrote it has it at hand. */
export interface Surroundings {
  readonly plans?: Awaited<ReturnType<typeof plannedValuesOf>>;
  readonly checkers?: Awaited<ReturnType<typeof checkersOfEach>>;
}

/** A report as it leaves the server, whole, with its history and what this actor may do. */
export async function presentReport(
  context: UseCaseContext,
  loaded: LoadedReport,
  known: Surroundings = {},
): Promise<ReportView> {
  const { tx, actor } = context;
  const { record, obligations, place, zone, today } = loaded;
  const territoryId = record.territory_id;
  const at = { territoryId, reportId: record.id };
  const ids = obligations.map((row) => row.id);
  const [values, steps, people, plans, checkers, twins, evidence, basedOn] = await Promise.all([
    valuesOf(tx, at),
    stepsOf(tx, at),
    peopleOf(tx, { ids: [record.author_person_id, ...(record.decided_by ? [record.decided_by] : [])] }),
    known.plans ?? plannedValuesOf(tx, territoryId, ids),
    known.checkers ?? checkersOfEach(tx, obligations, today),
    twinsOf(tx, territoryId, ids),
    evidenceOf(tx, territoryId, record.id),
    basisOf(tx, record),
  ]);
  const nameOf = (id: Id | null) => {
    const person = people.find((one) => one.id === id);
    return person ? shortName(person) : null;
  };
  const first = obligations[0];
  const paused = obligations.some((row) => isPaused(row, today));
  const rights = reportRights(actor, place);
  const cameAt = firstSentAt(steps) ?? record.submitted_at;
  const judgedOn = cameAt ? localDateAt(cameAt, zone) : today;
  // what is still to be sent, or sent again, answers the words of today
  const saidAt = record.state === "submitted" || record.state === "accepted" ? record.submitted_at : null;
  return {
    id: record.id,
    territoryId,
    version: record.version,
    state: record.state,
    kind: record.kind,
    text: record.text,
    doneOn: record.done_on,
    reason: record.reason,
    remark: record.remark,
    bearerName: first ? presentObligation(first, actor, today).bearer.name : "",
    bearerOrganisationId: first?.bearer_organisation_id ?? null,
    ownerOrganisationId: first?.owner_organisation_id ?? null,
    paused,
    obligations: await Promise.all(
      obligations.map((row) => presentAnswered(context, row, plans.get(row.id)!, twins.has(row.id), saidAt, judgedOn)),
    ),
    values,
    evidence,
    basedOn,
    authorName: nameOf(record.author_person_id) ?? "",
    deciderName: nameOf(record.decided_by),
    checkers: first ? [...new Set(checkers.get(first.programme_id)!.map((person) => person.name))] : [],
    savedAt: record.saved_at.toISOString(),
    submittedAt: record.submitted_at?.toISOString() ?? null,
    decidedAt: record.decided_at?.toISOString() ?? null,
    steps: withoutUndone(
      steps.map((one) => ({
        step: one.step,
        personName: shortName(one),
        at: one.at.toISOString(),
        remark: one.remark,
      })),
    ),
    can: {
      save: rights.save && !paused,
      submit: rights.submit && !paused,
      withdraw: rights.withdraw,
      return: rights.return,
      accept: rights.accept,
      reopen: rights.reopen,
    },
  };
}

const peopleOf = hot((tx, { ids }: { readonly ids: readonly Id[] }) =>
  tx.selectFrom("person").select(["id", "family_name", "given_name", "patronymic"]).where("id", "in", ids),
);

/** The report it was begun from, by the first days that one answers. */
async function basisOf(tx: Tx, { territory_id, based_on, basis_confirmed }: LoadedReport["record"]) {
  if (based_on === null) return null;
  const first = await tx
    .selectFrom("report_obligation as ro")
    .innerJoin("obligation as o", (join) =>
      join.onRef("o.territory_id", "=", "ro.territory_id").onRef("o.id", "=", "ro.obligation_id"),
    )
    .where("ro.territory_id", "=", territory_id)
    .where("ro.report_id", "=", based_on)
    .select(["o.occurrence_key as occurrenceKey", "o.opens_on as opensOn", "o.due_on as dueOn"])
    .orderBy("o.due_on")
    .orderBy("o.id")
    .limit(1)
    .executeTakeFirst();
  return first ? { reportId: based_on, confirmed: basis_confirmed, occurrence: occurrenceInWords(first) } : null;
}

async function presentAnswered(
  context: UseCaseContext,
  row: ObligationRecord,
  plans: readonly PlannedValueOfYear[],
  planIsShared: boolean,
  saidAt: Date | null,
  judgedOn: LocalDate,
): Promise<ReportView["obligations"][number]> {
  const days = { occurrenceKey: row.occurrence_key, opensOn: row.opens_on, dueOn: row.due_on };
  const now = { measureNumber: row.measure_number, measureTitle: row.measure_title };
  const amended = saidAt && (await measureThen(context, row.territory_id, row.programme_id, row.measure_id, saidAt));
  return {
    id: row.id,
    programmeId: row.programme_id,
    programmeTitle: row.programme_title,
    measureId: row.measure_id,
    ...(amended ? { measureNumber: amended.measure.number, measureTitle: amended.measure.title } : now),
    amended: amended
      ? { ...now, removed: amended.removed, order: amended.order, before: amended.before, after: amended.after }
      : null,
    occurrence: occurrenceInWords(days),
    dueOn: row.due_on,
    late: row.due_on < judgedOn,
    planIsShared,
    plannedValues: plans.map((plan) => (amended ? plannedThen(plan, amended.measure) : plan)),
  };
}

/** A planned value as it was worded then; one that the document did not have yet stands as it is. */
function plannedThen(plan: PlannedValueOfYear, { plannedValues }: AmendedSince["measure"]): PlannedValueOfYear {
  const value = plannedValues.find(({ id }) => id === plan.id);
  const year = value?.years.find((one) => one.year === plan.year);
  return value && year ? { ...plan, label: value.label, subGroup: value.subGroup, ...year } : plan;
}

async function evidenceOf(tx: Tx, territoryId: Id, reportId: Id): Promise<EvidenceView[]> {
  const rows = await evidenceRows(tx, { territoryId, reportId });
  const files = await fileFacts(
    tx,
    territoryId,
    rows.flatMap((row) => (row.file_id ? [row.file_id] : [])),
  );
  return rows.map((row) => {
    const file = row.file_id ? files.get(row.file_id) : undefined;
    return {
      kind: row.kind,
      fileId: row.file_id,
      paperId: row.paper_id,
      url: row.url,
      name: file?.name ?? (row.paper_kind ? paperCited({ ...row, kind: row.paper_kind }) : (row.url ?? "")),
      bytes: file?.bytes ?? null,
      file: file ?? null,
    };
  });
}

function paperCited(row: {
  readonly kind: PaperKind;
  readonly number: string | null;
  readonly dated_on: LocalDate | null;
  readonly issuer: string | null;
  readonly title: string | null;
}): string {
  const { kind, number, dated_on: datedOn, issuer: issuerShortName, title } = row;
  return citedPaper(paperName({ kind, number: number ?? "", datedOn, issuerShortName }), title ?? "");
}
