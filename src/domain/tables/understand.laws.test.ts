import fc from "fast-check";
import { expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import { document, table, type CellSketch } from "../../../test/support/grid-builder.ts";
import type { Block, DocumentGrids } from "#shared/document-grids.ts";
import { fold, foldAll } from "./fold.ts";
import { measuresOf, type ColumnRole, type Reading, type Section, type TableKind } from "./reading.ts";
import { PLAN_KINDS } from "./table-kind.ts";
import type { TableChoice } from "./table-choice.ts";
import { understand } from "./understand.ts";

const word = fc.constantFrom(
  "опрос",
  "сбор",
  "май",
  "ежегодно",
  "Центр",
  "директор",
  "справка",
  "1",
  "2.",
  "1.1",
  "IV",
  "10",
  "1; 10",
  ".",
  "и",
  "чтение,",
  "Раздел 2.",
  "УO",
  "",
);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(" ").trim());
const cell = fc.oneof(
  { weight: 5, arbitrary: text },
  fc.record({
    text,
    cols: fc.integer({ min: 1, max: 5 }),
    rows: fc.integer({ min: 1, max: 3 }),
  }) as fc.Arbitrary<CellSketch>,
);
const HEADERS = [
  ["№", "Мероприятие", "Срок", "Ответственный", "Результат"],
  ["Мероприятия", "Срок", "Исполнитель"],
  ["Темы", "ОО", "срок", "УО", "срок"],
  ["Направление", "Мероприятие", "Срок"],
] as const;
const grid = fc
  .tuple(
    fc.constantFrom(...HEADERS, null),
    fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
  )
  .map(([header, rows]) => {
    const drawn = table(header ? [header, ...rows] : rows);
    const cells = drawn.cells.map((one) => ({ ...one, rowSpan: Math.min(one.rowSpan, drawn.rows - one.row) }));
    return { ...drawn, cells } as Block;
  });
/** Every text but bare numbers and headers gets a word of its own, so that a lost cell cannot hide behind its twin. */
function tagged(drawn: DocumentGrids): DocumentGrids {
  let count = 0;
  const headers = new Set<string>(HEADERS.flat());
  const tag = (one: string): string =>
    headers.has(one) || !/\p{L}/u.test(one) || /^[IVX.]+$/.test(one) ? one : `${one} я${(count += 1)}`;
  const blocks = drawn.blocks.map((block): Block => {
    if (block.kind === "paragraph") return { ...block, text: tag(block.text) };
    return { ...block, cells: block.cells.map((one) => ({ ...one, paragraphs: one.paragraphs.map(tag) })) };
  });
  return { ...drawn, blocks };
}

const anyDocument: fc.Arbitrary<DocumentGrids> = fc
  .array(fc.oneof(grid, text), { minLength: 1, maxLength: 6 })
  .map((parts) => tagged(document(...parts)));

const role = fc.constantFrom<ColumnRole>(
  "number",
  "title",
  "term",
  "responsible",
  "result",
  "planYear",
  "section",
  "instrument",
  "instrumentTerm",
  "other",
);
/** A person may say anything of any table. */
const choices: fc.Arbitrary<readonly TableChoice[]> = fc.array(
  fc
    .record({
      table: fc.integer({ min: 0, max: 3 }),
      kind: fc.option(fc.constantFrom<TableKind>("plan", "matrix", "reference", "indicators", "form", "layout"), {
        nil: undefined,
      }),
      roles: fc.dictionary(fc.constantFrom("0", "1", "2", "3", "4"), fc.record({ role, key: fc.constant("2026") })),
    })
    .map(({ kind, ...rest }) => ({ ...rest, ...(kind && { kind }) })),
  { maxLength: 3 },
);

function textsIn(reading: Reading): string {
  const all: string[] = [];
  const walk = (sections: readonly Section[]): void => {
    for (const { number, label, title, sections: inner, measures } of sections) {
      all.push(number ?? "", label ?? "", title ?? "");
      for (const {
        numberRaw,
        title: name,
        term,
        responsible,
        coResponsible,
        participants,
        result,
        reportDocument,
        plan,
        extra,
        instruments,
      } of measures) {
        all.push(
          ...[numberRaw, name, term, responsible, coResponsible, participants, result, reportDocument].map(
            (one) => one ?? "",
          ),
        );
        all.push(
          ...Object.values(plan ?? {}),
          ...Object.values(extra ?? {}),
          ...Object.values(instruments ?? {}).flatMap((one) => [one.text, one.term]),
        );
      }
      walk(inner);
    }
  };
  for (const { caption, columns, bannerRow, sections, rows } of reading.tables) {
    all.push(caption ?? "", ...columns, bannerRow ?? "", ...rows.flat());
    walk(sections);
  }
  all.push(
    ...reading.texts.flatMap(({ heading, paragraphs, items }) => [
      heading ?? "",
      ...paragraphs,
      ...items.flatMap(({ marker, text: own }) => [marker, own]),
    ]),
  );
  return all.join(" ");
}

/** A final dot of a number is not a loss. */
const tokens = (whole: string): Set<string> =>
  new Set(
    fold(whole)
      .split(" ")
      .map((one) => one.replace(/(?<=[\dIVX])[.)]+$/, "")),
  );

it("no word of a document is lost: it is in the reading, in a doubt, or in a row that only names columns", () => {
  fc.assert(
    fc.property(anyDocument, fc.oneof(fc.constant([]), choices), (drawn, chosen) => {
      const { grids, reading } = understand(drawn, chosen);
      const naming = new Set(
        reading.tables.flatMap(({ headerRows }) => headerRows.map(({ table: at, row }) => `${at}/${row}`)),
      );
      const found = tokens(
        `${textsIn(reading)} ${reading.doubts.map(({ text: said, suggestion }) => `${said} ${suggestion ?? ""}`).join(" ")}`,
      );
      for (const block of grids.blocks) {
        if (block.kind === "paragraph") continue;
        for (const { row, paragraphs } of block.cells) {
          if (naming.has(`${block.index}/${row}`)) continue;
          for (const one of tokens(foldAll(paragraphs)))
            expect(
              [...found].some((other) => other.includes(one)),
              `«${one}» in ${block.index}/${row}`,
            ).toBe(true);
        }
      }
    }),
    { numRuns: runs(80) },
  );
});

it("doubts have names of their own, the same on every reading, and point at cells that exist", () => {
  fc.assert(
    fc.property(anyDocument, fc.oneof(fc.constant([]), choices), (drawn, chosen) => {
      const { grids, reading } = understand(drawn, chosen);
      const ids = reading.doubts.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(understand(drawn, chosen).reading.doubts.map(({ id }) => id)).toEqual(ids);
      const rows = new Map(
        grids.blocks.flatMap((block) => (block.kind === "table" ? [[block.index, block.rows] as const] : [])),
      );
      for (const { where } of reading.doubts)
        if (where.address) expect(where.address.row).toBeLessThan(rows.get(where.address.table) ?? 0);
    }),
    { numRuns: runs(30) },
  );
});

it("every measure has a key of its own and the rows it came from", () => {
  fc.assert(
    fc.property(anyDocument, fc.oneof(fc.constant([]), choices), (drawn, chosen) => {
      const measures = understand(drawn, chosen).reading.tables.flatMap((one) =>
        measuresOf(one).map(({ measure }) => measure),
      );
      expect(new Set(measures.map(({ key }) => key)).size).toBe(measures.length);
      for (const { rows, key } of measures) expect(key).toBe(`t${rows[0]!.table}r${rows[0]!.row}`);
    }),
    { numRuns: runs(30) },
  );
});

it("each row of a plan is told once, as a header or as what it was taken for", () => {
  fc.assert(
    fc.property(anyDocument, fc.oneof(fc.constant([]), choices), (drawn, chosen) => {
      const told: string[] = [];
      const { grids, reading } = understand(drawn, chosen, (step) => {
        if (step.step === "row" && step.row) told.push(`${step.row.table}/${step.row.row}`);
      });
      expect(new Set(told).size).toBe(told.length);
      const plans = reading.tables.filter(({ kind, columns }) => columns.length > 0 && PLAN_KINDS.has(kind));
      for (const { tableIndexes, headerRows } of plans) {
        const heads = new Set(headerRows.map(({ table: at, row }) => `${at}/${row}`));
        for (const block of grids.blocks) {
          if (block.kind === "paragraph" || !tableIndexes.includes(block.index)) continue;
          const filled = block.cells.filter(({ paragraphs }) => foldAll(paragraphs) !== "");
          for (const place of new Set(filled.map(({ row }) => `${block.index}/${row}`)))
            expect([...told, ...heads], place).toContain(place);
        }
      }
    }),
    { numRuns: runs(30) },
  );
});
