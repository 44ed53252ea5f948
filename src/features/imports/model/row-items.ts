import type { ReadMeasure, ReadTable, RowAddress, Section } from "#domain/tables/reading.ts";

/** The body of a table as a list in printed order, so that its rows can be changed one by one. */
export type Item =
  | { readonly kind: "section"; readonly depth: number; readonly section: SectionHead }
  | { readonly kind: "measure"; readonly measure: ReadMeasure };

type SectionHead = Omit<Section, "sections" | "measures">;

export function itemsOf({ sections }: Pick<ReadTable, "sections">): Item[] {
  const walk = ({ sections: inner, measures, ...section }: Section, depth: number): Item[] => [
    { kind: "section", depth, section },
    ...measures.map((measure): Item => ({ kind: "measure", measure })),
    ...inner.flatMap((one) => walk(one, depth + 1)),
  ];
  return sections.flatMap((section) => walk(section, 0));
}

interface Growing {
  readonly depth: number;
  readonly head: SectionHead;
  readonly sections: Growing[];
  readonly measures: ReadMeasure[];
}

const NAMELESS: SectionHead = { number: null, label: null, title: null, cells: [], block: null };

/** The sections again; a section without a name that lost all its rows is gone. */
export function sectionsOf(items: readonly Item[]): Section[] {
  const roots: Growing[] = [];
  const path: Growing[] = [];
  const open = (head: SectionHead, depth: number): Growing => {
    while ((path.at(-1)?.depth ?? -1) >= depth) path.pop();
    const grown: Growing = { depth, head, sections: [], measures: [] };
    (path.at(-1)?.sections ?? roots).push(grown);
    path.push(grown);
    return grown;
  };
  for (const item of items) {
    if (item.kind === "section") open(item.section, item.depth);
    else (path.at(-1) ?? open(NAMELESS, 0)).measures.push(item.measure);
  }
  return roots.flatMap(closed);
}

function closed({ head, sections, measures }: Growing): Section[] {
  const inner = sections.flatMap(closed);
  const isNameless = head.number === null && head.title === null && head.label === null;
  return isNameless && inner.length === 0 && measures.length === 0 ? [] : [{ ...head, sections: inner, measures }];
}

/** The row an item begins in; null for a section that is a paragraph between tables. */
export function firstRow(item: Item): RowAddress | null {
  if (item.kind === "measure") return item.measure.rows[0] ?? null;
  return item.section.cells[0] ?? null;
}
