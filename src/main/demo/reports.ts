import { makeId, type Id } from "#shared/ids.ts";
import { addDays, daysBetween, type LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import "#features/reports/server/tables.ts";
import "#features/obligations/server/tables.ts";
import "#features/programmes/server/tables.ts";

interface OwedRow {
  readonly id: Id;
  readonly due_on: LocalDate;
  readonly opens_on: LocalDate;
  readonly measure_id: Id;
  readonly bearer_organisation_id: Id;
  readonly title: string;
  readonly result: string;
}

/** What a school wrote, by how its report stands. */
type Fate = "accepted" | "submitted" | "returned" | "draft" | "notApplicable" | "none";

/**
 * Gives the demo's obligations a history: what was due long ago is accepted but for a few, what was due lately is late at some schools,
 * under review or returned at others. The choice depends on the place of the row alone, so that every start shows the same district.
 */
export function fateOf(owed: { due_on: LocalDate }, at: number, today: LocalDate): Fate {
  const ago = daysBetween(owed.due_on, today);
  if (ago < -20) return "none";
  if (ago < 0) return at % 5 === 0 ? "submitted" : at % 5 === 1 ? "draft" : "none";
  if (ago < 45)
    return (["none", "submitted", "accepted", "returned", "submitted", "none", "accepted", "draft"] as const)[at % 8]!;
  if (ago < 120) return at % 11 === 3 ? "none" : at % 11 === 7 ? "submitted" : "accepted";
  return at % 37 === 5 ? "notApplicable" : "accepted";
}

/** Writes the reports with their steps, values and a link as evidence; returns how many. */
export async function loadReports(
  context: UseCaseContext,
  territoryId: Id,
  today: LocalDate,
  people: { officer: Id; authorOf: (organisationId: Id) => Id },
): Promise<number> {
  const { tx } = context;
  const owed = (await tx
    .selectFrom("obligation as o")
    .innerJoin("measure as m", (join) =>
      join.onRef("m.territory_id", "=", "o.territory_id").onRef("m.id", "=", "o.measure_id"),
    )
    .where("o.territory_id", "=", territoryId)
    .where("o.bearer_organisation_id", "is not", null)
    .select(["o.id", "o.due_on", "o.opens_on", "o.measure_id", "o.bearer_organisation_id", "m.title", "m.result"])
    .orderBy("o.due_on")
    .orderBy("m.ordinal")
    .orderBy("o.bearer_key")
    .execute()) as OwedRow[];
  const organisations = [...new Set(owed.map((row) => row.bearer_organisation_id))];
  let written = 0;
  for (const row of owed) {
    const at = owed.indexOf(row) + organisations.indexOf(row.bearer_organisation_id);
    const fate = fateOf(row, at, today);
    if (fate === "none") continue;
    await loadReport(context, territoryId, row, fate, today, {
      officer: people.officer,
      author: people.authorOf(row.bearer_organisation_id),
    });
    written += 1;
  }
  return written;
}

async function loadReport(
  context: UseCaseContext,
  territoryId: Id,
  owed: OwedRow,
  fate: Exclude<Fate, "none">,
  today: LocalDate,
  people: { officer: Id; author: Id },
): Promise<void> {
  const { tx } = context;
  const id = makeId();
  const doneOn = [addDays(owed.due_on, -3), today, owed.opens_on].sort()[1] as LocalDate;
  const sentAt = instantOf(doneOn < today ? addDays(doneOn, 1) : today, context.clock.now());
  const decidedAt = instantOf(addDays(doneOn, 3) < today ? addDays(doneOn, 3) : today, context.clock.now());
  const state = fate === "notApplicable" ? "accepted" : fate;
  const decided = state === "accepted" || state === "returned";
  await tx
    .insertInto("report")
    .values({
      territory_id: territoryId,
      id,
      organisation_id: owed.bearer_organisation_id,
      state,
      kind: fate === "notApplicable" ? "notApplicable" : "done",
      text: fate === "notApplicable" ? "" : `${owed.result}: сделано, обсудили на совещании при директоре.`,
      reason: fate === "notApplicable" ? "В этот период школа была на капитальном ремонте." : "",
      done_on: fate === "notApplicable" ? null : doneOn,
      author_person_id: people.author,
      created_at: sentAt,
      saved_at: sentAt,
      submitted_at: state === "draft" ? null : sentAt,
      decided_at: decided ? decidedAt : null,
      decided_by: decided ? people.officer : null,
      remark:
        state === "returned"
          ? "Приложен проект без номера и даты. Нужен подписанный документ: скан или фото первой и последней страниц."
          : "",
    })
    .execute();
  await tx
    .insertInto("report_obligation")
    .values({ territory_id: territoryId, report_id: id, obligation_id: owed.id })
    .execute();
  if (fate !== "notApplicable") await loadValues(context, territoryId, id, owed);
  if (fate !== "notApplicable" && fate !== "draft") {
    await tx
      .insertInto("evidence")
      .values({
        territory_id: territoryId,
        id: makeId(),
        report_id: id,
        kind: "link",
        url: "https://school.example/documents",
        ordinal: 0,
      })
      .execute();
  }
  const steps = [
    ...(state === "draft" ? [] : [{ step: "submit" as const, person_id: people.author, at: sentAt, remark: "" }]),
    ...(state === "accepted"
      ? [{ step: "accept" as const, person_id: people.officer, at: decidedAt, remark: "" }]
      : []),
    ...(state === "returned"
      ? [
          {
            step: "return" as const,
            person_id: people.officer,
            at: decidedAt,
            remark:
              "Приложен проект без номера и даты. Нужен подписанный документ: скан или фото первой и последней страниц.",
          },
        ]
      : []),
  ];
  for (const step of steps)
    await tx
      .insertInto("report_step")
      .values({ territory_id: territoryId, id: makeId(), report_id: id, ...step })
      .execute();
}

/** Each bearer reports one of what the district plans, teachers' counts by the dozen. */
async function loadValues(context: UseCaseContext, territoryId: Id, reportId: Id, owed: OwedRow): Promise<void> {
  const planned = await context.tx
    .selectFrom("planned_value")
    .where("territory_id", "=", territoryId)
    .where("measure_id", "=", owed.measure_id)
    .select(["id", "total_value"])
    .execute();
  for (const { id, total_value } of planned) {
    await context.tx
      .insertInto("report_value")
      .values({
        territory_id: territoryId,
        report_id: reportId,
        obligation_id: owed.id,
        planned_value_id: id,
        value: (total_value ?? 1) > 10 ? (total_value ?? 1) + 2 : 1,
      })
      .execute();
  }
}

/** Eleven in the morning, Moscow time, of a local day; never later than now. */
function instantOf(day: LocalDate, now: Date): Date {
  const at = new Date(`${day}T08:00:00Z`);
  return at < now ? at : now;
}
