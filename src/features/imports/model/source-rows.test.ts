import { expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { draft, read } from "../../../../test/support/import-samples.ts";
import type { Source } from "./source.ts";

/** As a database gives a stored object back: shorter names first. */
function stored(source: Source): Source {
  const reordered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reordered);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).sort(([one], [other]) => one.length - other.length || (one < other ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, reordered(inner)]));
  };
  return reordered(source) as Source;
}

const matrix = read(
  document(
    table([
      [
        { text: "Темы", rows: 2 },
        { text: "Инструменты реализации", cols: 6 },
      ],
      ["МОУО", "срок", "ОО", "срок", "ТО", "срок"],
      [
        "Учимся друг у друга",
        "Дни открытых уроков",
        "1 раз в четверть",
        "Взаимные посещения",
        "ежемесячно",
        "Выезды",
        "май",
      ],
      ["Отвечаем вместе", "Доклад", "август", "Собрания", "1 раз в четверть", "Форум", "октябрь"],
    ]),
  ),
);

it("the levels of a theme keep the order of their columns, even after the reading was stored", () => {
  const levels = (source: Source) => draft(source).rows.map(({ measure }) => measure.level);
  expect(levels(matrix)).toEqual(["МОУО", "ОО", "ТО", "МОУО", "ОО", "ТО"]);
  expect(levels(stored(matrix))).toEqual(["МОУО", "ОО", "ТО", "МОУО", "ОО", "ТО"]);
});
