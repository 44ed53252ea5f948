import type { Selectable } from "kysely";
import type { SchoolCalendar } from "#domain/schedule/school-calendar.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { AccountMoments, Cadence } from "../model/cadence.ts";
import { isUnclear, nextDue, plannedYearsOf, scheduleOf, type ScheduleFrame } from "../model/schedule.ts";
import type { MeasureSeen, PartySeen, PlannedValueSeen, RoadmapSeen, SectionSeen } from "../model/seen.ts";
import { grouped } from "#shared/grouped.ts";
import { outlineRows } from "./outline-rows.ts";
import type { MeasureTable } from "./tables.ts";

/** What the schedule of measures is counted by. */
export interface ReadingFrame {
  readonly programme: ScheduleFrame;
  readonly calendar: SchoolCalendar;
  readonly today: LocalDate;
}

/** The roadmaps of a programme with all their sections and measures, in the order of the document. Asks no rights. */
export async function readRoadmaps(
  tx: Tx,
  territoryId: Id,
  programmeId: Id,
  frame: ReadingFrame,
): Promise<RoadmapSeen[]> {
  const { roadmaps, sections } = await outlineRows(tx, territoryId, programmeId);
  const measures = await measuresOf(tx, territoryId, frame, { programmeId });
  return roadmaps.map(({ id, version, title, closed }) => ({
    id,
    version,
    title,
    closed,
    sections: sections.filter((section) => section.roadmapId === id).map(presentSection),
    measures: measures.filter((measure) => measure.roadmapId === id),
  }));
}

function presentSection({ id, version, parentId, number, title, closed }: SectionSeen): SectionSeen {
  return { id, version, parentId, number, title, closed };
}

/** One measure with its parts; undefined where there is none in the programme. Asks no rights. */
export async function readMeasure(
  tx: Tx,
  territoryId: Id,
  programmeId: Id,
  measureId: Id,
  frame: ReadingFrame,
): Promise<MeasureSeen | undefined> {
  const [measure] = await measuresOf(tx, territoryId, frame, { programmeId, measureId });
  return measure;
}

async function measuresOf(
  tx: Tx,
  territoryId: Id,
  frame: ReadingFrame,
  which: { readonly programmeId: Id; readonly measureId?: Id },
): Promise<MeasureSeen[]> {
  const rows = await tx
    .selectFrom("measure")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", which.programmeId)
    .$if(which.measureId !== undefined, (query) => query.where("id", "=", which.measureId!))
    .orderBy("ordinal")
    .orderBy("id")
    .execute();
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [parties, values, papers] = [
    grouped(await partiesOf(tx, territoryId, ids), (row) => row.measureId),
    grouped(await valuesOf(tx, territoryId, ids), (row) => row.measureId),
    grouped(
      await tx
        .selectFrom("measure_paper")
        .select(["measure_id", "paper_id"])
        .where("territory_id", "=", territoryId)
        .where("measure_id", "in", ids)
        .orderBy("paper_id")
        .execute(),
      (row) => row.measure_id,
    ),
  ];
  return rows.map((row) => {
    const plannedValues = (values.get(row.id) ?? []).map((value) => value.seen);
    return {
      ...presentMeasure(row, plannedYearsOf(plannedValues), frame),
      parties: (parties.get(row.id) ?? []).map((party) => party.seen),
      plannedValues,
      paperIds: (papers.get(row.id) ?? []).map((paper) => paper.paper_id),
    };
  });
}

function presentMeasure(
  row: Selectable<MeasureTable>,
  plannedYears: readonly number[],
  frame: ReadingFrame,
): Omit<MeasureSeen, "parties" | "plannedValues" | "paperIds"> {
  const cadence = row.cadence as Cadence;
  const accountMoments = row.account_moments as AccountMoments | null;
  const term = { dueText: row.due_text, cadence, accountMoments, plannedYears };
  return {
    id: row.id,
    version: row.version,
    roadmapId: row.roadmap_id,
    sectionId: row.section_id,
    number: row.number,
    title: row.title,
    level: row.level,
    dueText: row.due_text,
    cadence: cadence as MeasureSeen["cadence"],
    result: row.result,
    reportDocument: row.report_document,
    responsibleText: row.responsible_text,
    participantsText: row.participants_text,
    reporting: row.reporting,
    accountMoments,
    closed: row.closed_at !== null,
    nextDueOn: nextDue(scheduleOf(term, frame.programme, frame.calendar), frame.today),
    unclear: isUnclear(term),
  };
}

async function partiesOf(tx: Tx, territoryId: Id, measureIds: readonly Id[]) {
  const rows = await tx
    .selectFrom("measure_party")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("measure_id", "in", [...measureIds])
    .orderBy("ordinal")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    measureId: row.measure_id,
    seen: { id: row.id, name: row.name, part: row.part, audience: row.audience as PartySeen["audience"] },
  }));
}

async function valuesOf(tx: Tx, territoryId: Id, measureIds: readonly Id[]) {
  const rows = await tx
    .selectFrom("planned_value")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where("measure_id", "in", [...measureIds])
    .orderBy("ordinal")
    .orderBy("id")
    .execute();
  if (rows.length === 0) return [];
  const years = await tx
    .selectFrom("planned_year")
    .selectAll()
    .where("territory_id", "=", territoryId)
    .where(
      "planned_value_id",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("year")
    .execute();
  const yearsOf = grouped(years, (row) => row.planned_value_id);
  return rows.map((row) => ({
    measureId: row.measure_id,
    seen: {
      id: row.id,
      label: row.label,
      unit: row.unit,
      aggregation: row.aggregation,
      subGroup: row.sub_group,
      totalText: row.total_text,
      totalValue: row.total_value,
      years: (yearsOf.get(row.id) ?? []).map((year) => ({
        year: year.year,
        text: year.text,
        value: year.value,
        atLeast: year.at_least,
      })),
    } satisfies PlannedValueSeen,
  }));
}
