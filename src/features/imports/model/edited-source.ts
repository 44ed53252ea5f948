import { measuresOf, type Doubt, type Reading } from "#domain/tables/reading.ts";
import { understand } from "#domain/tables/understand.ts";
import { editRows } from "./edit-rows.ts";
import type { Source } from "./source.ts";
import { choicesOf, editsInForce, type TableEdit } from "./table-edits.ts";

/**
 * The document as the officer has it: understood anew where something was said of its tables or columns, then with the rows as they were
 * changed by hand. Keys of measures stay where rows stay, so that answers given to them stay too. Without edits it is the stored reading.
 */
export function editedSource(stored: Source, edits: readonly TableEdit[]): Source {
  const inForce = editsInForce(edits);
  if (inForce.length === 0) return stored;
  const choices = choicesOf(inForce);
  const source = choices.length > 0 ? understoodAnew(stored, choices) : stored;
  const rows = inForce.flatMap((edit) => (edit.kind === "row" || edit.kind === "part" ? [edit] : []));
  if (rows.length === 0) return source;
  const tables = source.reading.tables.map((table) => editRows(table, rows, source));
  const doubts = doubtsLeft(source.reading, { ...source.reading, tables }, rows);
  return { ...source, reading: { ...source.reading, tables, doubts } };
}

function understoodAnew(stored: Source, choices: Parameters<typeof understand>[1]): Source {
  const { grids, reading } = understand(stored.grids, choices);
  return { grids, reading: { ...reading, document: stored.reading.document } };
}

const OF_A_ROW: ReadonlySet<Doubt["kind"]> = new Set([
  "continued-row",
  "split-row",
  "group-row",
  "empty-row",
  "total-row",
  "footnote",
  "listed-measures",
  "several-terms",
]);

/** What the officer said of a row is not asked again, and nothing is asked of a measure that is gone. */
function doubtsLeft(before: Reading, after: Reading, rows: readonly { table: number; row: number }[]): Doubt[] {
  const keysOf = ({ tables }: Reading) =>
    new Set(tables.flatMap((table) => measuresOf(table).map(({ measure }) => measure.key)));
  const [were, are] = [keysOf(before), keysOf(after)];
  return before.doubts.filter(({ kind, where: { address, measure } }) => {
    if (measure !== null && were.has(measure) && !are.has(measure)) return false;
    const isEdited = rows.some(({ table, row }) => address?.table === table && address.row === row);
    return !(isEdited && OF_A_ROW.has(kind));
  });
}
