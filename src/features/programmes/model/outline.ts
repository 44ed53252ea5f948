/** A section with what stands in it, in the order of the document. */
export interface OutlineSection<Section, Measure> {
  readonly section: Section;
  readonly sections: readonly OutlineSection<Section, Measure>[];
  readonly measures: readonly Measure[];
}

export interface Outline<Section, Measure> {
  /** measures outside any section */
  readonly measures: readonly Measure[];
  readonly sections: readonly OutlineSection<Section, Measure>[];
}

/** The tree of a roadmap out of its rows; the rows are in order among their siblings. */
export function outlineOf<
  Section extends { readonly id: string; readonly parentId: string | null },
  Measure extends { readonly sectionId: string | null },
>(sections: readonly Section[], measures: readonly Measure[]): Outline<Section, Measure> {
  const under = (parentId: string | null): OutlineSection<Section, Measure>[] =>
    sections
      .filter((section) => section.parentId === parentId)
      .map((section) => ({
        section,
        sections: under(section.id),
        measures: measures.filter((measure) => measure.sectionId === section.id),
      }));
  return { measures: measures.filter((measure) => measure.sectionId === null), sections: under(null) };
}

/** All measures in a section and in the sections inside it. */
export function measuresIn<Section, Measure>(section: OutlineSection<Section, Measure>): readonly Measure[] {
  return [...section.measures, ...section.sections.flatMap(measuresIn)];
}

/** The number that would follow the last one among siblings: «1.3» → «1.4»; empty where they are not numbered. */
export function numberAfter(numbers: readonly string[], parentNumber: string): string {
  const last = numbers.at(-1);
  if (last === undefined) return parentNumber ? `${parentNumber.replace(/\.$/, "")}.1` : "";
  const parts = /^(.*?)(\d+)(\D*)$/.exec(last);
  return parts ? `${parts[1]}${Number(parts[2]) + 1}${parts[3]}` : "";
}
