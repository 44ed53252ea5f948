import { expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { draft, read } from "../../../../test/support/import-samples.ts";

const planned = (...years: readonly string[]) => {
  const { rows, doubts } = draft(
    read(
      document(
        table([
          ["№", "Мероприятие", "Ответственный", "2020", "2021", "2022"],
          ["1", "Сбор заявок", "УО", ...years],
          ["2", "Неделя чтения", "УО", "3", "4", "5"],
        ]),
      ),
    ),
  );
  return { measure: rows[0]!.measure, asked: doubts.filter(({ places }) => places[0]!.row === 1).map(({ id }) => id) };
};

it.each([
  [["–", "–", "2"], [2022], []],
  [["—", "", "не менее 3"], [2022], []],
  [["-", "х", "50 %"], [2022], []],
  [["1 раз в год", "–", "несколько"], [2020, 2022], ["plan:t0r1"]],
  [["–", "-", "х"], [], ["undated:t0r1"]],
])("of the years %j the plan is due in %j alone", (cells, years, asked) => {
  const drafted = planned(...cells);
  const due = drafted.measure.cadence.flatMap(({ windows }) => windows.map(({ to }) => Number(to?.slice(0, 4))));
  expect(due).toEqual(years);
  expect(drafted.measure.plannedValues.flatMap((value) => value.years.map(({ year }) => year))).toEqual(years);
  expect(drafted.asked).toEqual(asked);
});

it.each(["-", "–", "—", " – "])("a cell of «%s» alone is an empty one: nothing in it is asked about", (dash) => {
  const drafted = draft(
    read(
      document(
        table([
          ["Мероприятие", "Срок", "Ответственный", "Участники", "Результат"],
          ["Сбор заявок", dash, dash, dash, dash],
          ["Отчёт", "15.12.2026", "УО", "УО", "Доклад"],
        ]),
      ),
    ),
  );
  const { dueText, responsibleText, participantsText, result, parties } = drafted.rows[0]!.measure;
  expect([dueText, responsibleText, participantsText, result, parties]).toEqual(["", "", "", "", []]);
  expect(drafted.doubts.map(({ id }) => id.split(":")[0])).not.toEqual(expect.arrayContaining(["term"]));
  expect(drafted.doubts.flatMap(({ quote }) => (quote.trim() === dash.trim() ? [quote] : []))).toEqual([]);
});
