import { expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { draft, read } from "../../../../test/support/import-samples.ts";

it("a bare day is of the month in the row above it; the text stays as printed, and a term of its own is not touched", () => {
  const over = (text: string) => ({ text, cols: 3 });
  const drafted = draft(
    read(
      document(
        table([
          ["Мероприятие", "Срок", "Ответственный"],
          [over("Октябрь 2026")],
          ["Сбор заявок", "до 20", "УО"],
          ["Неделя чтения", "1-я неделя", "УО"],
          ["Отчёт", "15.12.2026", "УО"],
          ["Встреча", "", "УО"],
        ]),
      ),
    ),
  );
  expect(drafted.rows.map(({ measure }) => [measure.dueText, measure.cadence[0]?.windows])).toEqual([
    ["до 20", [{ from: null, to: "2026-10-20" }]],
    ["1-я неделя", [{ from: "2026-10-01", to: "2026-10-07" }]],
    ["15.12.2026", [{ from: "2026-12-15", to: "2026-12-15" }]],
    ["", [{ from: "2026-10-01", to: "2026-10-31" }]],
  ]);
});
