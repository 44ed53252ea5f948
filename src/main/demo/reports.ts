import { makeId, type Id } from "#shared/ids.ts";
import { addDays, daysBetween, type LocalDate } from "#shared/local-date.ts";
import type { UseCaseContext } from "#platform/http/route.ts";
import { markAccepted, tellAllChanged } from "#features/obligations/server/public.ts";
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

/** What became of what was due lately, newest first; each organisation begins at its own place, so that every state is somewhere. */
const LATELY = ["draft", "none", "returned", "submitted", "accepted", "accepted", "submitted"] as const;
const LATELY_DAYS = 75;
const AHEAD_DAYS = 20;

/**
 * How the report of each obligation of one organisation stands: what was due long ago is accepted but for a few that did not apply,
 * what was due lately is late, a draft, under review, returned or accepted. Depends on the places of the rows alone, so that every
 * start shows the same district. `owed` is one organisation's, `shift` its place among the organisations.
 */
export function fatesOf(owed: readonly { readonly due_on: LocalDate }[], shift: number, today: LocalDate): Fate[] {
  const lately = owed
    .map((row, at) => ({ at, ago: daysBetween(row.due_on, today) }))
    .filter(({ ago }) => ago <= LATELY_DAYS && ago >= -AHEAD_DAYS)
    .sort((a, b) => a.ago - b.ago || a.at - b.at)
    .map(({ at }) => at);
  return owed.map((row, at): Fate => {
    if (daysBetween(row.due_on, today) < -AHEAD_DAYS) return "none";
    const place = lately.indexOf(at);
    if (place >= 0) return LATELY[(place + shift) % LATELY.length]!;
    return (at + shift) % 23 === 11 ? "notApplicable" : "accepted";
  });
}

export interface DemoAuthors {
  readonly officer: Id;
  authorOf(organisationId: Id): Id;
  /** place of the organisation in the story: the first one shows every state */
  placeOf(organisationId: Id): number;
}

/** Writes the reports with their steps, values and a link as evidence; returns how many. */
export async function loadReports(
  context: UseCaseContext,
  territoryId: Id,
  today: LocalDate,
  people: DemoAuthors,
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
  const organisations = [...new Set(owed.map((row) => row.bearer_organisation_id))].sort(
    (one, other) => people.placeOf(one) - people.placeOf(other),
  );
  let written = 0;
  for (const [shift, organisationId] of organisations.entries()) {
    const own = owed.filter((row) => row.bearer_organisation_id === organisationId);
    const fates = fatesOf(own, shift, today);
    for (const [at, row] of own.entries()) {
      const fate = fates[at]!;
      if (fate === "none") continue;
      await loadReport(context, territoryId, row, fate, today, {
        officer: people.officer,
        author: people.authorOf(organisationId),
        bearers: answersAYear(owed, row),
      });
      written += 1;
    }
  }
  await tellAllChanged(tx, territoryId);
  return written;
}

async function loadReport(
  context: UseCaseContext,
  territoryId: Id,
  owed: OwedRow,
  fate: Exclude<Fate, "none">,
  today: LocalDate,
  people: { officer: Id; author: Id; bearers: number },
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
  if (state === "accepted") await markAccepted(tx, territoryId, [owed.id], true);
  if (fate !== "notApplicable") await loadValues(context, territoryId, id, owed, people.bearers);
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

/** How many reports of a year together answer the measure's yearly plan. */
function answersAYear(owed: readonly OwedRow[], row: OwedRow): number {
  const year = row.due_on.slice(0, 4);
  return owed.filter((other) => other.measure_id === row.measure_id && other.due_on.startsWith(year)).length;
}

/** Each bearer reports its share of what the district plans for the year; of large counts a little more than planned. */
async function loadValues(
  context: UseCaseContext,
  territoryId: Id,
  reportId: Id,
  owed: OwedRow,
  bearers: number,
): Promise<void> {
  const planned = await context.tx
    .selectFrom("planned_value")
    .where("territory_id", "=", territoryId)
    .where("measure_id", "=", owed.measure_id)
    .select(["id", "total_value"])
    .execute();
  for (const { id, total_value } of planned) {
    const whole = total_value ?? 1;
    await context.tx
      .insertInto("report_value")
      .values({
        territory_id: territoryId,
        report_id: reportId,
        obligation_id: owed.id,
        planned_value_id: id,
        year: Number(owed.due_on.slice(0, 4)),
        value: Math.max(1, Math.round(whole / bearers)) + (whole > 10 ? 2 : 0),
      })
      .execute();
  }
}

/** Eleven in the morning, Moscow time, of a local day; never later than now. */
function instantOf(day: LocalDate, now: Date): Date {
  const at = new Date(`${day}T08:00:00Z`);
  return at < now ? at : now;
}
