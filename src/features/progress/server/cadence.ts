import { sql } from "kysely";
import type { z } from "zod";
import type { Phase } from "#domain/phrases/term.ts";
import { printTerm } from "#domain/phrases/print-term.ts";
import { localDate, type LocalDate } from "#shared/local-date.ts";
import type { Id } from "#shared/ids.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { occurrenceInWords } from "#features/obligations/model/text.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { outlineRows } from "#features/programmes/server/public.ts";
import { unitOf } from "../model/cadence-kept.ts";
import type { CadenceQuery, CadenceRow, CadenceSlot, ProgrammeCadence } from "../model/cadence.ts";
import { outcomeCounts, type OutcomeAmount } from "../model/outcome.ts";
import { monthsOf } from "../model/period.ts";
import { yearsOf } from "../model/schedule-axis.ts";
import { bearersOf } from "./bearers.ts";
import { programmeSeen, shortTitle, type ProgrammeRecord } from "./load-programmes.ts";
import { outcomeSql } from "./outcome-sql.ts";
import { planningOf } from "./planning.ts";
import { isWhole } from "./programme-figures.ts";
import { progressRows, returnsByCadence, type Eyes } from "./progress-groups.ts";

export type CadenceRequest = RequestContext<
  { territoryId: Id; programmeId: Id },
  z.output<typeof CadenceQuery>,
  unknown
>;

/** How often each recurring measure of a programme was kept, as far as the actor sees. */
export async function readCadence(context: CadenceRequest): Promise<ProgrammeCadence> {
  const { actor, tx, params, query, clock } = context;
  const programme = await programmeSeen(tx, actor, params.territoryId, params.programmeId);
  const today = clock.today(await timeZoneOf(tx, params.territoryId));
  const span = query.year === undefined ? null : spanOf(query.year, programme.year_kind);
  const slots = await slotsOf(tx, programme, actor, span, today);
  const own = query.bearer ? slots.filter(({ bearerKey }) => bearerKey === query.bearer) : slots;
  const bearers = await bearersOf(tx, params.territoryId, [...new Set(slots.map(({ bearerKey }) => bearerKey))]);
  const { rows, without } = await rowsOf(tx, programme, own, new Map(bearers.map(({ key, name }) => [key, name])));
  return {
    today,
    title: shortTitle(programme),
    isWhole: isWhole(actor, programme),
    planning: (await planningOf(tx, programme.territory_id))(programme.id),
    yearKind: programme.year_kind,
    years: yearsOf(programme.starts_on, programme.ends_on, programme.year_kind),
    span,
    rows,
    without,
    bearers: bearers.map((bearer) => ({
      ...bearer,
      counts: outcomeCounts(slots.filter(({ bearerKey }) => bearerKey === bearer.key)),
    })),
  };
}

function spanOf(year: number, kind: ProgrammeRecord["year_kind"]): { from: LocalDate; to: LocalDate } {
  const months = monthsOf(year, kind);
  return { from: months[0]!.from, to: months.at(-1)!.to };
}

interface SlotGroup extends OutcomeAmount {
  readonly measureId: Id;
  readonly occurrenceKey: string;
  readonly bearerKey: string;
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
}

function slotsOf(
  tx: Tx,
  { territory_id: territoryId, id: programmeId }: ProgrammeRecord,
  eyes: Eyes,
  span: { from: LocalDate; to: LocalDate } | null,
  today: LocalDate,
): Promise<SlotGroup[]> {
  const filter = { programmeId, recurring: "yes" as const, on: today, ...span };
  return progressRows(tx, territoryId, eyes, filter, today)
    .clearSelect()
    .select([
      "o.measure_id as measureId",
      "o.occurrence_key as occurrenceKey",
      "o.bearer_key as bearerKey",
      "o.opens_on as opensOn",
      "o.due_on as dueOn",
      outcomeSql({ on: today, today }).as("outcome"),
      sql<number>`count(*)::int`.as("count"),
    ])
    .groupBy(["o.measure_id", "o.occurrence_key", "o.bearer_key", "o.opens_on", "o.due_on", "outcome"])
    .orderBy("o.due_on")
    .orderBy("o.occurrence_key")
    .execute();
}

/** Recurring measures that have a period to show, with all their periods; and how many measures of the programme are not such. */
async function rowsOf(
  tx: Tx,
  { territory_id: territoryId, id: programmeId }: ProgrammeRecord,
  slots: readonly SlotGroup[],
  names: ReadonlyMap<string, string>,
): Promise<{ rows: CadenceRow[]; without: number }> {
  const measures = await tx
    .selectFrom("measure as m")
    .where("m.territory_id", "=", territoryId)
    .where("m.programme_id", "=", programmeId)
    .select(["m.id", "m.section_id", "m.number", "m.title", "m.level", "m.due_text", "m.closed_at", "m.cadence"])
    .select(returnsByCadence.as("recurs"))
    .orderBy("m.ordinal")
    .orderBy("m.id")
    .execute();
  const pathOf = await sectionPaths(tx, territoryId, programmeId);
  const ofMeasure = new Map<Id, SlotGroup[]>();
  for (const slot of slots) ofMeasure.set(slot.measureId, [...(ofMeasure.get(slot.measureId) ?? []), slot]);
  const rows = measures.flatMap((measure): CadenceRow[] => {
    const own = ofMeasure.get(measure.id);
    if (!own) return [];
    const phases = measure.cadence as readonly Phase[];
    return [
      {
        measureId: measure.id,
        number: measure.number,
        title: measure.title,
        level: measure.level,
        section: pathOf(measure.section_id),
        cadence: printTerm({ phrase: "", phases, rest: "" }) || measure.due_text,
        unit: unitOf(own.map(({ occurrenceKey }) => occurrenceKey)),
        slots: presentSlots(own, names),
      },
    ];
  });
  return { rows, without: measures.filter(({ recurs, closed_at }) => !recurs && closed_at === null).length };
}

function presentSlots(own: readonly SlotGroup[], names: ReadonlyMap<string, string>): CadenceSlot[] {
  const keys = [...new Set(own.map(({ occurrenceKey }) => occurrenceKey))];
  return keys.map((key) => {
    const same = own.filter(({ occurrenceKey }) => occurrenceKey === key);
    const opensOn = localDate(same.map((one) => one.opensOn).sort()[0]!);
    // they come by due day: what was put off counts as put off
    const { dueOn } = same.at(-1)!;
    const words = occurrenceInWords({ occurrenceKey: key, opensOn, dueOn });
    const late = same.filter(({ outcome }) => outcome === "late").map(({ bearerKey }) => names.get(bearerKey)!);
    return { key, words, opensOn, dueOn, counts: outcomeCounts(same), late };
  });
}

/** «Преемственность: в технологиях обучения» of a section, whatever dashes and colons the document has put between. */
async function sectionPaths(tx: Tx, territoryId: Id, programmeId: Id): Promise<(sectionId: Id | null) => string> {
  const { sections } = await outlineRows(tx, territoryId, programmeId);
  const pathOf = (sectionId: Id | null): string => {
    const section = sections.find(({ id }) => id === sectionId);
    if (!section) return "";
    const own = [section.number, section.title].filter(Boolean).join(" ");
    const outer = pathOf(section.parentId).replace(/[:.]$/u, "");
    return outer ? `${outer}: ${own.replace(/^[-–—]\s*/u, "")}` : own;
  };
  return pathOf;
}
