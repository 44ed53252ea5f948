import { expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { read } from "../../../../test/support/import-samples.ts";
import { longestPiece } from "./hyphenate.ts";
import { paperOf } from "./paper.ts";

const ROWS = [
  ["№", "Мероприятие", "Срок", "Ответственные исполнители"],
  ["1", "Собрать команду наставников и обсудить с ней год", "май 2022", "УО"],
  ["2", "Обсудить опыт соседей на совете", "июнь 2022", "УО"],
];
const widthsIn = (widths?: readonly number[]) => paperOf(read(document(table(ROWS, widths))))[0]!.parts[0]!.widths;

it.each([
  ["the file gives it", [2, 80, 8, 2]],
  ["nothing is given", undefined],
])("no column is narrower than a piece of its words where %s", (_, given) => {
  const widths = widthsIn(given);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0);
  widths.forEach((width, col) => {
    const longest = Math.max(...ROWS.map((row) => longestPiece(row[col]!)));
    // a letter of the paper is some 7.3 px of a sheet of 600
    expect((width / 100) * 600).toBeGreaterThan(longest * 7.3);
  });
  expect(Math.max(...widths)).toBe(widths[1]);
});

it("a section is called by its number and its name", () => {
  const [paper] = paperOf(
    read(document(table([ROWS[0]!, [{ text: "1. Опора и «Рост»", cols: 4 }], ["1.1", ...ROWS[1]!.slice(1)]]))),
  );
  expect(paper!.parts[0]!.rows.flatMap(({ section }) => section ?? [])).toEqual([
    "Раздел 1 «Опора и „Рост“», 1\u00A0мероприятие",
  ]);
});
