import { describe, expect, it } from "vitest";
import { document, table } from "../../../test/support/grid-builder.ts";
import { doubtKinds, HEADER, lines, only } from "../../../test/support/read-views.ts";
import { measuresOf } from "./reading.ts";

const down = (text: string, rows: number) => ({ text, rows });

describe("rows", () => {
  it("with cells merged downwards repeat them", () => {
    const read = only(
      document(table([HEADER, ["1", "Опрос", down("май", 2), down("УО / ОО", 2), "Справка"], ["2", "Сбор", "План"]])),
    );
    expect(measuresOf(read).map(({ measure }) => [measure.term, measure.responsible, measure.result])).toEqual([
      ["май", "УО / ОО", "Справка"],
      ["май", "УО / ОО", "План"],
    ]);
  });

  it("whose title goes over several lines are one measure, with a doubt", () => {
    const grids = document(
      table([
        HEADER,
        [down("1", 2), down("Опрос", 2), "май", "Центр", "Справка"],
        ["июнь", "Школа", "Отчёт"],
        ["2", "Сбор", "июль", "Центр", "План"],
      ]),
    );
    expect(measuresOf(only(grids))[0]?.measure).toMatchObject({
      title: "Опрос",
      term: "май июнь",
      responsible: "Центр Школа",
      result: "Справка Отчёт",
    });
    expect(doubtKinds(grids)).toContain("split-row");
  });

  it("without a number column take the number typed before the title or counted by a list", () => {
    const read = only(
      document(
        table([
          ["Мероприятие", "Срок"],
          ["1. Опрос", "май"],
          [{ text: "Сбор", marks: ["2."] }, "июнь"],
        ]),
      ),
    );
    expect(lines(read)).toEqual([" 1 Опрос", " 2 Сбор"]);
  });

  it("keep texts of columns without a role", () => {
    const read = only(
      document(
        table([
          ["№", "Мероприятие", "Срок", "Место", "Финансирование"],
          ["1", "Опрос", "май", "Центр", "без затрат"],
        ]),
      ),
    );
    expect(measuresOf(read)[0]?.measure.extra).toEqual({ Место: "Центр", Финансирование: "без затрат" });
  });

  it("count columns of one label apart", () => {
    const read = only(
      document(
        table([
          ["№", "Мероприятие", "Срок", "Заметки", "Заметки", "Заметки"],
          ["1", "Опрос", "май", "зал", "чай", "стол"],
        ]),
      ),
    );
    expect(measuresOf(read)[0]?.measure.extra).toEqual({ Заметки: "зал", "Заметки (2)": "чай", "Заметки (3)": "стол" });
  });
});
