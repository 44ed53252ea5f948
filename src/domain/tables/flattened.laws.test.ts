import fc from "fast-check";
import { expect, it } from "vitest";
import { runs } from "../../../test/support/laws.ts";
import type { Block } from "#shared/document-grids.ts";
import { document } from "../../../test/support/grid-builder.ts";
import { unflatten } from "./flattened.ts";
import { understand } from "./understand.ts";

const LINES = [
  "Мероприятия",
  "Сроки",
  "Ответственный",
  "Результат",
  "1",
  "1.1.",
  "2",
  "Опрос учителей",
  "Показ уроков;",
  "до 1 июня",
  "ежегодно",
  "Директор школы",
  "УО",
  "Справка",
  "Шаг № 1. Работа",
  "2. Раздел второй",
  "и дальше",
  "Скачать материал",
  "Задачи:",
  "– чтение;",
  "Функции куратора",
  "Приказываю:",
  "3. Школам провести опрос.",
  "",
];
const header = fc.constant(["Мероприятия", "Сроки", "Ответственный"]);
const record = fc.tuple(
  fc.constantFrom("1", "1.1.", ""),
  fc.constantFrom("Опрос учителей", "Показ уроков"),
  fc.constantFrom("до 1 июня", "ежегодно", "и дальше"),
  fc.constantFrom("Директор школы", "УО"),
);
const pages = fc
  .array(fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...LINES).map((line) => [line]) }, header, record), {
    maxLength: 24,
  })
  .map((parts) => parts.flat());

const letters = (text: string): string => [...text.replace(/[^\p{L}\d]/gu, "")].sort().join("");
/** Whether one text has every letter of another, as often. */
const holds = (whole: string, part: string): boolean => {
  const count = (text: string): Map<string, number> =>
    [...letters(text)].reduce((all, one) => all.set(one, (all.get(one) ?? 0) + 1), new Map<string, number>());
  const there = count(whole);
  return [...count(part)].every(([letter, times]) => (there.get(letter) ?? 0) >= times);
};
const textIn = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) =>
      block.kind === "paragraph" ? [block.text] : block.cells.flatMap(({ paragraphs }) => paragraphs),
    )
    .join("");

it("a page put back holds every letter it had; the names of columns, printed over each part, stand once", () => {
  fc.assert(
    fc.property(pages, (lines) => {
      const { grids } = unflatten(document(...lines));
      const repeated = ["Мероприятия", "Сроки", "Ответственный", "Результат"];
      const own = lines.filter((line) => !repeated.includes(line));
      const kept = textIn(grids.blocks);
      expect(holds(kept, own.join(""))).toBe(true);
      expect(holds(lines.join(""), kept)).toBe(true);
    }),
    { numRuns: runs(150) },
  );
});

it("whatever the page is, what is read is in a table, a text, or apart with the site's lines; reading twice reads the same", () => {
  fc.assert(
    fc.property(pages, (lines) => {
      const { grids, reading } = understand(document(...lines));
      const own = grids.blocks.filter((block) => block.kind === "paragraph" || block.made?.from === "flattened");
      const texts = reading.texts.flatMap(({ heading, paragraphs, items }) => [
        heading ?? "",
        ...paragraphs,
        ...items.map(({ marker, text }) => `${marker} ${text}`),
      ]);
      const tables = own.filter(({ kind }) => kind === "table");
      const captions = reading.tables.filter(({ kind }) => kind !== "points" && kind !== "duties");
      const kept = letters([...texts, ...captions.map(({ caption }) => caption ?? ""), textIn(tables)].join(""));
      expect(kept.length).toBeGreaterThanOrEqual(letters(textIn(own)).length);
      expect(understand(grids)).toEqual({ grids, reading });
    }),
    { numRuns: runs(50) },
  );
});
