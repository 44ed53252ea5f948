import { numberAfter, outlineOf, type OutlineSection } from "../../model/outline.ts";
import type { MeasureSeen, RoadmapSeen, SectionSeen } from "../../model/seen.ts";

/** Where a measure or a section may stand: a roadmap outside its sections, or one of them. */
export interface Place {
  /** the section, or the roadmap for what stands outside sections */
  readonly value: string;
  readonly label: string;
  readonly roadmapId: string;
  readonly sectionId: string | null;
}

const INDENT = "\u2003";

/** Open places of a roadmap in the order of the document, sections inside sections deeper; `named`: with the roadmap's title before each. */
export function placesOf(roadmap: RoadmapSeen, named: boolean): Place[] {
  const prefix = named ? `${roadmap.title}: ` : "";
  const under = (sections: readonly OutlineSection<SectionSeen, MeasureSeen>[], depth: number): Place[] =>
    sections
      .filter(({ section }) => !section.closed)
      .flatMap(({ section, sections: inner }) => [
        {
          value: section.id,
          label: `${INDENT.repeat(depth)}${prefix}${[section.number, section.title].filter(Boolean).join(" ")}`,
          roadmapId: roadmap.id,
          sectionId: section.id,
        },
        ...under(inner, depth + 1),
      ]);
  return [
    { value: roadmap.id, label: `${prefix}вне разделов`, roadmapId: roadmap.id, sectionId: null },
    ...under(outlineOf(roadmap.sections, roadmap.measures).sections, 0),
  ];
}

/** Open places of all open roadmaps. */
export function placesIn(roadmaps: readonly RoadmapSeen[]): Place[] {
  const open = roadmaps.filter((roadmap) => !roadmap.closed);
  return open.flatMap((roadmap) => placesOf(roadmap, open.length > 1));
}

/** Where a new measure goes when only the roadmap is said: into its last section, outside sections where it has none. */
export function lastPlace(roadmap: RoadmapSeen): Place {
  return placesOf(roadmap, false).at(-1)!;
}

/** The number that a new measure would have in a place: after the last one there, closed ones too, so that no number is given twice. */
export function numberIn(roadmaps: readonly RoadmapSeen[], place: Place): string {
  const roadmap = roadmaps.find((one) => one.id === place.roadmapId);
  if (!roadmap) return "";
  const siblings = roadmap.measures.filter((measure) => measure.sectionId === place.sectionId);
  const section = roadmap.sections.find((one) => one.id === place.sectionId);
  return numberAfter(
    siblings.map((measure) => measure.number),
    section?.number ?? "",
  );
}
