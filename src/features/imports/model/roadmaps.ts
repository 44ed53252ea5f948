import type { ReadTable, Section } from "#domain/tables/reading.ts";
import type { MeasureDraft, RoadmapDraft, SectionDraft } from "#features/programmes/model/roadmap-draft.ts";
import type { ImportSettings } from "./contract.ts";
import { chosenTables, type Source } from "./source.ts";
import type { SourceRow } from "./source-rows.ts";

export interface DraftedRow {
  readonly source: SourceRow;
  readonly measure: MeasureDraft;
}

/** The roadmaps of the tables chosen; a document without them gives one empty roadmap, to be filled by hand. */
export function roadmapsOf(source: Source, settings: ImportSettings, rows: readonly DraftedRow[]): RoadmapDraft[] {
  const tables = chosenTables(source.reading, settings.tables);
  if (tables.length === 0) return [{ title: settings.title, columns: [], importId: null, sections: [], measures: [] }];
  return tables.map((table) => roadmapOf(table, settings, rows));
}

function roadmapOf(table: ReadTable, settings: ImportSettings, rows: readonly DraftedRow[]): RoadmapDraft {
  const own = rows.filter(({ source }) => source.table === table);
  const isMatrix = table.kind === "matrix";
  const inSection = (section: Section): MeasureDraft[] =>
    own.filter(({ source }) => source.path.at(-1) === section).map(({ measure }) => measure);
  const sectionOf = (section: Section): SectionDraft => ({
    // «Шаг № 1. …», «Раздел 1. …»: the number stands in the words, and is not said twice
    number: section.label === null ? (section.number ?? "") : "",
    title: [section.label, section.title].filter(Boolean).join(" ") || "Без раздела",
    source: { cells: section.cells, block: section.block },
    sections: [...section.sections.map(sectionOf), ...(isMatrix ? themesOf(section, own) : [])],
    measures: isMatrix ? [] : inSection(section),
  });
  // rows before the first section stand outside any; later ones keep their place under a section without a name
  const [first] = table.sections;
  const outside = first && isNameless(first) && !isMatrix ? first : undefined;
  return {
    title: table.caption ?? settings.title,
    columns: table.columns,
    importId: null,
    sections: table.sections.filter((section) => section !== outside).map(sectionOf),
    measures: outside ? inSection(outside) : [],
  };
}

function isNameless({ number, title, label, sections }: Section): boolean {
  return number === null && title === null && label === null && sections.length === 0;
}

/** A theme of a matrix is a section of its own: its measures are the instruments of each level. */
function themesOf(section: Section, own: readonly DraftedRow[]): SectionDraft[] {
  return section.measures.map((theme): SectionDraft => ({
    number: theme.number ?? "",
    title: theme.title ?? "Без названия",
    source: { rows: theme.rows },
    sections: [],
    measures: own.filter(({ source }) => source.measure.key === theme.key).map(({ measure }) => measure),
  }));
}
