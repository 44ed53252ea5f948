import { sql } from "kysely";
import { outlineOf, type OutlineSection } from "#features/programmes/model/outline.ts";
import { occurrenceInWords } from "#features/obligations/model/text.ts";
import { outlineRows } from "#features/programmes/server/public.ts";
import { timeZoneOf } from "#features/places/server/public.ts";
import type { RequestContext } from "#platform/http/route.ts";
import type { Id } from "#shared/ids.ts";
import type { LocalDate } from "#shared/local-date.ts";
import type { Tx } from "#platform/db/database.ts";
import { byKey, figureOf, type ProgressGroup } from "../model/figure.ts";
import type { ProgrammeSchedule, ScheduleMeasure, ScheduleOccurrence, ScheduleSection } from "../model/schedule.ts";
import { programmeSeen, type ProgrammeRecord } from "./load-programmes.ts";
import { planningOf } from "./planning.ts";
import { isWhole } from "./programme-figures.ts";
import { progressRows, stateSql, type Eyes } from "./progress-groups.ts";

export type ScheduleRequest = RequestContext<{ territoryId: Id; programmeId: Id }, unknown, unknown>;

/** Every measure of a programme with its terms, in the order of the document, as far as the actor sees them. */
export async function readSchedule(context: ScheduleRequest): Promise<ProgrammeSchedule & { title: string }> {
  const { actor, tx, params, clock } = context;
  const programme = await programmeSeen(tx, actor, params.territoryId, params.programmeId);
  const today = clock.today(await timeZoneOf(tx, params.territoryId));
  return {
    title: programme.title,
    today,
    startsOn: programme.starts_on,
    endsOn: programme.ends_on,
    yearKind: programme.year_kind,
    isWhole: isWhole(actor, programme),
    planning: (await planningOf(tx, programme.territory_id))(programme.id),
    roadmaps: await scheduledRoadmaps(tx, programme, await termsOf(tx, programme, actor, today)),
  };
}

interface TermGroup extends ProgressGroup {
  readonly measureId: Id;
  readonly occurrenceKey: string;
  readonly opensOn: LocalDate;
}

/** The terms of each measure, by due day. */
async function termsOf(
  tx: Tx,
  { territory_id: territoryId, id: programmeId }: ProgrammeRecord,
  eyes: Eyes,
  today: LocalDate,
): Promise<ReadonlyMap<Id, ScheduleOccurrence[]>> {
  const counted = await progressRows(tx, territoryId, eyes, { programmeId }, today)
    .clearSelect()
    .select([
      "o.measure_id as measureId",
      "o.occurrence_key as occurrenceKey",
      "o.opens_on as opensOn",
      "o.due_on as dueOn",
      stateSql(today).as("standing"),
      sql<number>`count(*)::int`.as("count"),
    ])
    .groupBy(["o.measure_id", "o.occurrence_key", "o.opens_on", "o.due_on", "standing"])
    .orderBy("o.due_on")
    .orderBy("o.occurrence_key")
    .execute();
  const groups: TermGroup[] = counted.map(({ standing, ...rest }) => ({ ...rest, state: standing }));
  const ofMeasure = byKey(groups, (group) => group.measureId);
  return new Map(
    [...ofMeasure].map(([id, own]) => {
      const occurrences = [...byKey(own, (group) => group.occurrenceKey)].map(([key, same]) => {
        // what does not apply any more keeps the days it once had
        const owed = same.filter(({ state }) => state !== "notApplicable");
        const standing = owed.length > 0 ? owed : same;
        const days = standing.map(({ opensOn, dueOn }) => ({ opensOn, dueOn }));
        const opensOn = days.reduce((first, one) => (one.opensOn < first ? one.opensOn : first), days[0]!.opensOn);
        const dueOn = days.at(-1)!.dueOn;
        const words = occurrenceInWords({ occurrenceKey: key, opensOn, dueOn });
        return { key, words, opensOn, dueOn, figure: figureOf(same, today) };
      });
      return [id, occurrences] as const;
    }),
  );
}

/** Roadmaps with their sections and measures; of what an order took out, what was owed of it. */
async function scheduledRoadmaps(
  tx: Tx,
  { territory_id: territoryId, id: programmeId }: ProgrammeRecord,
  terms: ReadonlyMap<Id, ScheduleOccurrence[]>,
): Promise<ProgrammeSchedule["roadmaps"]> {
  const { roadmaps, sections } = await outlineRows(tx, territoryId, programmeId);
  const records = await tx
    .selectFrom("measure")
    .where("territory_id", "=", territoryId)
    .where("programme_id", "=", programmeId)
    .select(["id", "roadmap_id as roadmapId", "section_id as sectionId", "number", "title"])
    .select(["due_text as dueText", "closed_at as closedAt"])
    .orderBy("ordinal")
    .orderBy("id")
    .execute();
  const measures = records
    .map(({ closedAt, ...measure }) => ({
      ...measure,
      closed: closedAt !== null,
      occurrences: terms.get(measure.id) ?? [],
    }))
    .filter(({ closed, occurrences }) => !closed || occurrences.some(({ figure }) => figure.due > 0));
  type Placed = (typeof measures)[number];
  const shown = (own: readonly Placed[]): ScheduleMeasure[] =>
    own.map(({ roadmapId: _roadmap, sectionId: _section, ...measure }) => measure);
  const flat = (
    nested: readonly OutlineSection<(typeof sections)[number], Placed>[],
    depth: number,
  ): ScheduleSection[] =>
    nested.flatMap(({ section: { id, number, title }, sections: inside, measures: own }) => {
      const below = flat(inside, depth + 1);
      return own.length + below.length === 0 ? [] : [{ id, depth, number, title, measures: shown(own) }, ...below];
    });
  return roadmaps.flatMap((roadmap) => {
    const outline = outlineOf(
      sections.filter(({ roadmapId }) => roadmapId === roadmap.id),
      measures.filter(({ roadmapId }) => roadmapId === roadmap.id),
    );
    const outside = { id: null, depth: 0, number: "", title: "", measures: shown(outline.measures) };
    const all = [...(outline.measures.length > 0 ? [outside] : []), ...flat(outline.sections, 0)];
    return all.length === 0 ? [] : [{ id: roadmap.id, title: roadmap.title, sections: all }];
  });
}
