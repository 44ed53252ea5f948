import type { CellAddress, DocumentGrids } from "#shared/document-grids.ts";
import { BESIDE_TITLE, FIELD_NAMES } from "./measure-fields.ts";
import { doubtOf, short } from "./notes.ts";
import type { Doubt, Instrument, MeasureField, ReadMeasure, ReadTable, Section } from "./reading.ts";

/**
 * A text shows no merged cells: what one cell held for several rows is printed in the first of them alone. Where everything beside a
 * title is empty, or a level of a matrix is, the row above in the same section speaks for it; each such field is asked about.
 */
export function takeFromAbove(
  table: ReadTable,
  { blocks }: DocumentGrids,
): { readonly table: ReadTable; readonly doubts: readonly Doubt[] } {
  const unmerged = new Set(
    blocks.flatMap((block) => (block.kind === "table" && block.unmerged === true ? [block.index] : [])),
  );
  if (!table.tableIndexes.some((index) => unmerged.has(index))) return { table, doubts: [] };
  const doubts: Doubt[] = [];
  const fields = BESIDE_TITLE.filter((field) => table.roles.some(({ role }) => role === field));
  const filled = (measure: ReadMeasure, above: ReadMeasure | undefined): ReadMeasure => {
    if (!above || !unmerged.has(measure.rows[0]!.table) || measure.group) return measure;
    if (table.kind === "matrix") return withLevels(measure, above, doubts);
    return withFields(measure, above, fields, doubts);
  };
  const walk = (section: Section): Section => {
    const measures: ReadMeasure[] = [];
    for (const measure of section.measures) measures.push(filled(measure, measures.at(-1)));
    return { ...section, measures, sections: section.sections.map(walk) };
  };
  return { table: { ...table, sections: table.sections.map(walk) }, doubts };
}

function withFields(
  measure: ReadMeasure,
  above: ReadMeasure,
  fields: readonly MeasureField[],
  doubts: Doubt[],
): ReadMeasure {
  const empty = fields.every((field) => measure[field] === null) && !measure.plan && !measure.extra;
  const taken = fields.filter((field) => above[field] !== null);
  if (!empty || fields.length < 2 || taken.length === 0) return measure;
  for (const field of taken) doubts.push(asked(measure, field, FIELD_NAMES[field], above[field]!));
  return {
    ...measure,
    ...Object.fromEntries(taken.map((field) => [field, above[field]])),
    cells: { ...measure.cells, ...Object.fromEntries(taken.map((field) => [field, above.cells[field] ?? []])) },
  };
}

function withLevels(measure: ReadMeasure, above: ReadMeasure, doubts: Doubt[]): ReadMeasure {
  const instruments: Record<string, Instrument> = { ...measure.instruments };
  const cells: Record<string, readonly CellAddress[]> = { ...measure.cells };
  for (const [level, instrument] of Object.entries(above.instruments ?? {})) {
    if (instruments[level]) continue;
    instruments[level] = instrument;
    for (const [field, text] of [
      [level, instrument.text],
      [`${level} term`, instrument.term],
    ] as const) {
      cells[field] = above.cells[field] ?? [];
      if (text !== "") doubts.push(asked(measure, field, field.replace(/ term$/, ", срок"), text));
    }
  }
  return { ...measure, instruments, cells };
}

function asked(measure: ReadMeasure, field: string, name: string, text: string): Doubt {
  const place = measure.number === null ? `«${short(measure.title ?? "без названия")}»` : `строки ${measure.number}`;
  const col = measure.cells[field]?.[0]?.col ?? measure.cells["title"]?.[0]?.col ?? 0;
  return doubtOf(
    {
      kind: "empty-cell",
      weight: "question",
      address: { ...measure.rows[0]!, col },
      measure: measure.key,
      field,
      text: `У ${place} пусто: ${name}. Объединённых ячеек в тексте не видно: прочитано как в строке выше.`,
      suggestion: "above",
      options: [
        { key: "above", label: "Как в строке выше", hint: short(text), value: text },
        { key: "leave", label: "Оставить пустым", value: "" },
      ],
    },
    0,
  );
}
