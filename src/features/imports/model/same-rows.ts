import { measuresOf, type Reading, type ReadMeasure } from "#domain/tables/reading.ts";
import { TEXT_FIELDS } from "#domain/tables/measure-fields.ts";

/**
 * Rows of a later document that say word for word what rows of an earlier one say, by their addresses: «t0r5» → «t2r7». Their numbers may
 * be others. Where several rows of a document say the same, none of them is known.
 */
export function sameRows(before: Reading, after: Reading): ReadonlyMap<string, string> {
  const [earlier, later] = [onlyOnes(before), onlyOnes(after)];
  return new Map(
    [...earlier].flatMap(([words, { rows }]) => {
      const found = later.get(words)?.rows ?? [];
      return found.length === rows.length
        ? rows.map((row, at) => [addressOf(row), addressOf(found[at]!)] as const)
        : [];
    }),
  );
}

function addressOf({ table, row }: ReadMeasure["rows"][number]): string {
  return `t${table}r${row}`;
}

/** Measures by their words, those that are not the only ones left out. */
function onlyOnes({ tables }: Reading): ReadonlyMap<string, ReadMeasure> {
  const found = new Map<string, ReadMeasure>();
  const repeated = new Set<string>();
  for (const { measure } of tables.flatMap(measuresOf)) {
    const words = wordsOf(measure);
    if (found.has(words)) repeated.add(words);
    found.set(words, measure);
  }
  for (const words of repeated) found.delete(words);
  return found;
}

function wordsOf({ plan, extra, instruments, control, group, ...measure }: ReadMeasure): string {
  const texts = TEXT_FIELDS.map((field) => measure[field] ?? "");
  return JSON.stringify([texts, ...[plan, extra, instruments].map(inOrder), control ?? "", group ?? false]);
}

/** A stored reading keeps no order of names. */
function inOrder(texts: Readonly<Record<string, unknown>> = {}): [string, unknown][] {
  return Object.entries(texts)
    .map(([name, text]): [string, unknown] => [name, isRecord(text) ? inOrder(text) : text])
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
