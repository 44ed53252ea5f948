import type { CellAddress } from "#shared/document-grids.ts";
import { closeMeasure, type OpenMeasure } from "./measure.ts";
import { timeAbove, timeBeside } from "./time-above.ts";
import { narrowed, type TimeSpan } from "./time-context.ts";
import type { Section } from "./reading.ts";
import { keptDepth, type SectionTitle } from "./section-title.ts";

interface OpenSection {
  readonly heading: SectionTitle | null;
  readonly cells: readonly CellAddress[];
  readonly block: number | null;
  readonly sections: OpenSection[];
  readonly measures: OpenMeasure[];
}

/** Sections of one table while rows are read: where the next section hangs and where the next measure goes. */
export interface Outline {
  readonly begin: (
    heading: SectionTitle,
    cells: readonly CellAddress[],
    block: number | null,
    firstNumber: string | null,
  ) => void;
  readonly add: (measure: OpenMeasure) => void;
  readonly close: () => readonly Section[];
}

/** `time` is what the title of the whole table says of month and year; `hasTerms`: measures have a cell for their own term. */
export function outline(time: TimeSpan | undefined, hasTerms: boolean): Outline {
  const top: OpenSection[] = [];
  let open: OpenSection[] = [];

  return {
    begin: (heading, cells, block, firstNumber) => {
      const path = open.flatMap(({ heading: one, measures }) =>
        one ? [{ ...one, hasMeasures: measures.length > 0 }] : [],
      );
      const depth = keptDepth(path, heading, firstNumber);
      open = open.filter((one) => one.heading !== null).slice(0, depth);
      const section: OpenSection = { heading, cells, block, sections: [], measures: [] };
      (open.at(-1)?.sections ?? top).push(section);
      open.push(section);
    },
    add: (measure) => {
      if (open.length === 0) {
        const nameless: OpenSection = { heading: null, cells: [], block: null, sections: [], measures: [] };
        top.push(nameless);
        open = [nameless];
      }
      open.at(-1)!.measures.push(measure);
    },
    close: () => top.map((one) => closed(one, time, hasTerms)),
  };
}

function closed(
  { heading, cells, block, sections, measures }: OpenSection,
  above: TimeSpan | undefined,
  hasTerms: boolean,
): Section {
  const title = heading?.title ?? "";
  const time = narrowed(above, timeAbove(title) ?? (hasTerms ? undefined : timeBeside(title)));
  return {
    number: heading?.number ?? null,
    label: heading?.label ?? null,
    title: heading?.title ?? null,
    cells,
    block,
    sections: sections.map((one) => closed(one, time, hasTerms)),
    measures: measures.map((one) => closeMeasure(one, time)),
  };
}
