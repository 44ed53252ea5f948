import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { fold } from "#domain/tables/fold.ts";
import { measuresOf, type ReadMeasure, type Reading } from "#domain/tables/reading.ts";
import { understand } from "#domain/tables/understand.ts";
import { openDocument } from "#platform/office/open-document.ts";

const SOURCES = process.env["ORIENTIR_SOURCES"] ?? resolve(import.meta.dirname, "../../../shared/sources");
const FIELDS = ["number", "title", "term", "responsible", "participants", "result", "reportDocument"] as const;

interface ExpectedSection {
  readonly title: string | null;
  readonly measures?: readonly ExpectedMeasure[];
  readonly sections?: readonly ExpectedSection[];
}
type ExpectedMeasure = Readonly<Partial<Record<(typeof FIELDS)[number], string | null>>> & {
  readonly plan?: Readonly<Record<string, string>>;
  readonly instruments?: Readonly<Record<string, { readonly text: string; readonly term: string }>>;
};
interface Expected {
  readonly tables: readonly { readonly kind?: string; readonly sections?: readonly ExpectedSection[] }[];
}

/** The cells of a measure by the field they stand in; a final dot of a number is its own. */
function cellsOf(section: string | null, measure: ExpectedMeasure): Map<string, string> {
  const cells = new Map([["section", fold(section ?? "")]]);
  for (const field of FIELDS) {
    const text = fold(measure[field] ?? "");
    if (text !== "") cells.set(field, field === "number" ? text.replace(/\.$/, "") : text);
  }
  for (const [year, value] of Object.entries(measure.plan ?? {})) cells.set(`plan ${year}`, fold(value));
  for (const [level, { text, term }] of Object.entries(measure.instruments ?? {})) {
    cells.set(level, fold(text));
    cells.set(`${level} term`, fold(term));
  }
  return cells;
}

function expectedCells({ tables }: Expected): Map<string, string>[] {
  const walk = ({ title, measures = [], sections = [] }: ExpectedSection): Map<string, string>[] => [
    ...measures.map((one) => cellsOf(title, one)),
    ...sections.flatMap(walk),
  ];
  return tables
    .filter(({ kind }) => kind !== "reference" && kind !== "form" && kind !== "nested")
    .flatMap(({ sections = [] }) => sections.flatMap(walk));
}

const ownMeasures = ({ tables }: Reading) =>
  tables.filter(({ kind }) => kind === "plan" || kind === "matrix").flatMap(measuresOf);
const isAsked = ({ doubts }: Reading, { key }: ReadMeasure, field: string): boolean =>
  doubts.some(({ where }) => where.measure === key && where.field === field);

describe
  .skipIf(!existsSync(SOURCES))
  .each([
    "kovrov-network-programme",
    "social-contract-2.0",
    "teacher-growth-model",
    "uglich-school-support-roadmap",
    "tobolsk-partner-schools",
  ])("%s as text", (name) => {
  const load = async () => {
    const opened = await openDocument(await readFile(join(SOURCES, `${name}.txt`)), `${name}.txt`);
    if (!opened.ok) throw new Error(opened.refusal.text);
    const expected = JSON.parse(await readFile(join(SOURCES, `${name}.expected.json`), "utf8")) as Expected;
    return { ...understand(opened.value), expected: expectedCells(expected) };
  };

  it("gives at least 97 of 100 cells, and each that differs carries a doubt", async () => {
    const { reading, expected } = await load();
    const read = ownMeasures(reading);
    expect(read).toHaveLength(expected.length);
    let wrong = 0;
    expected.forEach((cells, at) => {
      const { path, measure } = read[at]!;
      const own = cellsOf(path.at(-1)?.title ?? null, measure);
      for (const [field, text] of cells) {
        if (own.get(field) === text) continue;
        wrong += 1;
        expect([field, text, isAsked(reading, measure, field)]).toEqual([field, text, true]);
      }
    });
    const all = expected.reduce((sum, { size }) => sum + size, 0);
    expect(wrong).toBeLessThanOrEqual(all * 0.03);
  });

  it("asks about every text that is not printed in the row itself", async () => {
    const { reading } = await load();
    const unasked = ownMeasures(reading).flatMap(({ measure }) =>
      Object.entries(measure.cells).flatMap(([field, addresses]) => {
        const [first] = addresses;
        const own = !first || measure.rows.some(({ table, row }) => table === first.table && row === first.row);
        return own || isAsked(reading, measure, field) ? [] : [[measure.key, field]];
      }),
    );
    expect(unasked).toEqual([]);
  });
});
