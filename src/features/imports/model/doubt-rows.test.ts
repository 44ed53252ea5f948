import { expect, it } from "vitest";
import { DISTRICT, draft, planGrids, read } from "../../../../test/support/import-samples.ts";
import { doubtRows, rowName, rowsListed } from "./doubt-rows.ts";
import { reviewRows } from "./review-row.ts";

const source = read(planGrids());
const drafted = draft(source);
const rows = reviewRows(drafted, DISTRICT, source);
const at = (...numbers: string[]) => ({
  places: rows
    .filter(({ number }) => numbers.includes(number))
    .map(({ key }) => ({ measureKey: key, field: "term", table: 0, row: 0, col: 0 })),
});

it.each([
  [[], ""],
  [["1.3"], "Строка 1.3"],
  [["1.3", "2.1"], "Строки 1.3 и 2.1"],
  [["1.1", "1.2", "1.3", "1.4", "2.1"], "Строки 1.1, 1.2, 1.3, 1.4 и другие, всего 5"],
])("a doubt in rows %j is said to stand in «%s»", (numbers, words) => {
  expect(doubtRows(at(...numbers), rows)).toBe(words);
});

it("a row without a number is called by its first words", () => {
  expect(rowName({ number: "", title: "Памятка" })).toBe("«Памятка»");
  expect(rowName({ number: "", title: "Проведение встреч, бесед и других дел для учителей района" })).toBe(
    "«Проведение встреч, бесед и других дел для…»",
  );
});

it("of a row without a number one is named, and of a matrix row the level that is asked about", () => {
  const [row] = rows;
  const of = (level: string, title: string) => ({ ...row!, key: `t1r1/${level}`, level, number: "", title });
  const matrix = [of("ОО", "Встречи"), of("ТО", "Беседы"), { ...of("ТО", "Выезды"), key: "t1r2/ТО" }];
  const place = (measureKey: string) => ({ measureKey, field: "ТО", table: 1, row: 1, col: 1 });
  expect(doubtRows({ places: [place("t1r1")] }, matrix)).toBe("Строка «Беседы»");
  expect(doubtRows({ places: [place("t1r1"), place("t1r2")] }, matrix)).toBe("Строка «Беседы» и другие, всего 2");
});

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...rows[0]!,
    key: `t0r${index + 1}`,
    number: String(index + 1),
    rows: [{ table: 0, row: index + 1 }],
  }));

it.each([
  [0, ""],
  [1, "1"],
  [8, "1, 2, 3, 4, 5, 6, 7, 8"],
  [11, "1, 2, 3, 4, 5, 6, 7, 8 и ещё 3"],
])("%i rows are listed as «%s»", (count, words) => {
  const all = numbered(count);
  expect(
    rowsListed(
      all.map(({ key }) => key),
      all,
    ),
  ).toBe(words);
});

it("a number that another table has too is told with the first words of its row", () => {
  const [one, two] = numbered(2);
  const other = { ...one!, key: "t1r1", title: "Выезды", rows: [{ table: 1, row: 1 }] };
  const all = [{ ...one!, title: "Встречи" }, two!, other];
  const of = (...keys: string[]) => ({
    places: keys.map((measureKey) => ({ measureKey, field: "term", table: 0, row: 0, col: 0 })),
  });
  expect(doubtRows(of("t1r1"), all)).toBe("Строка 1 «Выезды»");
  expect(doubtRows(of("t0r1", "t1r1"), all)).toBe("Строка 1 «Встречи» и другие, всего 2");
  expect(doubtRows(of("t0r2"), all)).toBe("Строка 2");
});
