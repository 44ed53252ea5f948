import { matchKey } from "#domain/russian/match-key.ts";
import { addDays, localDate } from "#shared/local-date.ts";
import type { MeasureSeen, ProgrammeTable, RoadmapSeen } from "../../model/seen.ts";

export interface MeasureFilter {
  readonly q: string;
  /** the name of a party, or "all" */
  readonly party: string;
  readonly state: string;
}

export const STATE_OPTIONS = [
  { value: "all", label: "все" },
  { value: "late", label: "просрочены" },
  { value: "soon", label: "подходит срок" },
  { value: "unclear", label: "срок не понят" },
  { value: "closed", label: "закрытые" },
] as const;

/** «Скоро» is within two weeks, as for obligations. */
export const SOON_DAYS = 14;

export function isSoon(measure: MeasureSeen, today: string): boolean {
  return measure.nextDueOn !== null && measure.nextDueOn <= addDays(localDate(today), SOON_DAYS);
}

/** The roadmaps with the measures that pass the filter and the sections they stand in. Closed ones are shown only when asked for. */
export function narrowed(table: ProgrammeTable, filter: MeasureFilter): RoadmapSeen[] {
  const isPlain = filter.q === "" && filter.party === "all" && filter.state === "all";
  return table.roadmaps.flatMap((roadmap) => {
    const closedPlaces = closedSections(roadmap);
    const measures = roadmap.measures.filter((measure) => {
      const closed =
        roadmap.closed || measure.closed || (measure.sectionId !== null && closedPlaces.has(measure.sectionId));
      return closed === (filter.state === "closed") && passes(measure, table, filter);
    });
    if (isPlain) {
      if (roadmap.closed) return [];
      return [{ ...roadmap, measures, sections: roadmap.sections.filter((section) => !closedPlaces.has(section.id)) }];
    }
    if (measures.length === 0) return [];
    const needed = new Set<string | null>();
    for (const measure of measures)
      for (let at = measure.sectionId; at !== null; at = parentOf(roadmap, at)) needed.add(at);
    return [{ ...roadmap, measures, sections: roadmap.sections.filter((section) => needed.has(section.id)) }];
  });
}

function passes(measure: MeasureSeen, table: ProgrammeTable, { q, party, state }: MeasureFilter): boolean {
  if (party !== "all" && !measure.parties.some((one) => one.name === party)) return false;
  const facts = table.facts?.measures[measure.id];
  if (state === "late" && !facts?.late) return false;
  if (state === "soon" && !(facts ? facts.soon > 0 : isSoon(measure, table.today))) return false;
  if (state === "unclear" && !measure.unclear) return false;
  const words = [measure.number, measure.title, measure.result, measure.dueText, measure.reportDocument].join(" ");
  return matchKey(words).includes(matchKey(q));
}

function closedSections(roadmap: RoadmapSeen): ReadonlySet<string> {
  const closed = new Set<string>();
  for (const section of roadmap.sections)
    for (let at: string | null = section.id; at !== null; at = parentOf(roadmap, at))
      if (roadmap.sections.find((each) => each.id === at)?.closed) closed.add(section.id);
  return closed;
}

function parentOf(roadmap: RoadmapSeen, sectionId: string): string | null {
  return roadmap.sections.find((section) => section.id === sectionId)?.parentId ?? null;
}

/** Names of the parties of open measures, the most frequent first. */
export function partiesIn(table: ProgrammeTable): string[] {
  const counts = new Map<string, number>();
  for (const roadmap of table.roadmaps)
    for (const measure of roadmap.measures)
      for (const name of new Set(measure.parties.map((party) => party.name)))
        counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b, "ru")).map(([name]) => name);
}
