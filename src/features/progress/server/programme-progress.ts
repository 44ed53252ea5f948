import type { z } from "zod";
import { measuresIn, outlineOf } from "#features/programmes/model/outline.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import type { RequestContext } from "#platform/http/route.ts";
import { calendarOf } from "#features/calendar/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import { outlineRows } from "#features/programmes/server/public.ts";
import type { ProgrammeProgress, ProgressQuery } from "../model/contract.ts";
import { byKey, figureOf, type ProgressGroup } from "../model/figure.ts";
import { periodOf, periodsWithin, standingAmong, type NamedPeriod } from "../model/period.ts";
import { progressProblem } from "../model/problems.ts";
import { bearersOf } from "./bearers.ts";
import { programmeSeen, type ProgrammeRecord } from "./load-programmes.ts";
import { planningOf } from "./planning.ts";
import { isWhole, presentProgramme } from "./programme-figures.ts";
import { progressGroups } from "./progress-groups.ts";

type Asked = RequestContext<{ territoryId: Id; programmeId: Id }, z.output<typeof ProgressQuery>, unknown>;

/** How one programme goes in a period: the whole, its sections, its bearers. */
export async function readProgrammeProgress(context: Asked): Promise<ProgrammeProgress> {
  const { actor, tx, params, query, clock } = context;
  const { territoryId, programmeId } = params;
  const programme = await programmeSeen(tx, actor, territoryId, programmeId);
  const today = clock.today(await timeZoneOf(tx, territoryId));
  const calendar = await calendarFor(tx, programme);
  const span = { from: programme.starts_on, to: programme.ends_on };
  const periods = periodsWithin(query.kind, span, calendar);
  const period =
    query.period === undefined ? (standingAmong(periods, today) ?? null) : periodOf(query.period, calendar);
  if (period === undefined) throw progressProblem("period-unknown");
  const filter = { programmeId, ...(period ? { from: period.from, to: period.to } : {}) };
  const seen = await progressGroups(tx, territoryId, actor, filter, today);
  const whole = isWhole(actor, programme);
  const all = whole ? seen : await progressGroups(tx, territoryId, "whole", filter, today);
  const ofBearer = byKey(seen, (group) => group.bearerKey);
  const bearers = await bearersOf(tx, territoryId, [...ofBearer.keys()]);
  return {
    ...presentProgramme(programme),
    today,
    isWhole: whole,
    planning: (await planningOf(tx, territoryId))(programmeId),
    seen: figureOf(seen, today),
    total: figureOf(all, today),
    period: period && presentPeriod(period),
    periods: periods.map(presentPeriod),
    roadmaps: await sectionFigures(
      tx,
      territoryId,
      programmeId,
      byKey(seen, (group) => group.measureId),
      today,
    ),
    bearers: bearers.map((bearer) => ({ ...bearer, figure: figureOf(ofBearer.get(bearer.key)!, today) })),
  };
}

/** The school calendar over a programme's years, one more on each side. */
export function calendarFor(tx: Tx, programme: Pick<ProgrammeRecord, "territory_id" | "starts_on" | "ends_on">) {
  const yearOf = (day: LocalDate) => Number(day.slice(0, 4));
  return calendarOf(tx, programme.territory_id, yearOf(programme.starts_on) - 1, yearOf(programme.ends_on) + 1);
}

/** A period as pages choose and show it. */
export function presentPeriod({ key, words, from, to }: NamedPeriod) {
  return { key, words, from, to };
}

type Groups = ReadonlyMap<Id, readonly ProgressGroup[]>;

/** Figures of roadmaps and of their sections, each with the sections inside it, in the order of the document. */
async function sectionFigures(
  tx: Tx,
  territoryId: Id,
  programmeId: Id,
  ofMeasure: Groups,
  today: LocalDate,
): Promise<ProgrammeProgress["roadmaps"]> {
  const { roadmaps, sections } = await outlineRows(tx, territoryId, programmeId);
  // closed places too: what was done there stays counted
  const measures = await measurePlaces(tx, territoryId, programmeId);
  const figure = (within: readonly { readonly id: Id }[]) =>
    figureOf(
      within.flatMap(({ id }) => ofMeasure.get(id) ?? []),
      today,
    );
  return roadmaps.map((roadmap) => {
    const own = measures.filter((measure) => measure.roadmapId === roadmap.id);
    const outline = outlineOf(
      sections.filter((section) => section.roadmapId === roadmap.id),
      own,
    );
    const flat = (nested: typeof outline.sections, depth: number): ProgrammeProgress["roadmaps"][number]["sections"] =>
      nested.flatMap((node) => {
        const { id, parentId, number, title } = node.section;
        const within = measuresIn(node);
        const row = { id, parentId, depth, number, title, figure: figure(within), measures: within.length };
        return [row, ...flat(node.sections, depth + 1)];
      });
    return { id: roadmap.id, title: roadmap.title, figure: figure(own), sections: flat(outline.sections, 0) };
  });
}

/** Where each measure of a programme stands, closed ones too, in the order of the document. */
export function measurePlaces(tx: Tx, territoryId: Id, programmeId: Id) {
  return tx
    .selectFrom("measure")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .select(["id", "roadmap_id as roadmapId", "section_id as sectionId"])
    .orderBy("ordinal")
    .orderBy("id")
    .execute();
}
