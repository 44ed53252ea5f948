import { expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { acceptAll, DISTRICT, draft, read } from "../../../../test/support/import-samples.ts";
import { isUnreported } from "./unreported.ts";

const source = read(
  document(
    table([
      ["№", "Мероприятие", "Срок", "Ответственные"],
      ["1", "Общий сбор", "май 2022", "УО"],
      ["2", "Встречи", "июнь 2022", "руководители РМО"],
      ["3", "Выставка", "июнь 2022", "ИРО"],
      ["4", "Сборник", "июнь 2022", "ИРО, УО"],
      ["5", "Ответы на вопросы", "по запросу", "ИРО"],
    ]),
  ),
);
const silent = (rows: ReturnType<typeof draft>["rows"]) =>
  rows.filter((row) => isUnreported(row, DISTRICT)).map(({ measure }) => measure.number);

it("is said of a measure that names only those who are not here, once it is known who they are", () => {
  expect(silent(draft(source).rows)).toEqual(["3"]);
  expect(silent(acceptAll(source).drafted.rows)).toEqual(["2", "3"]);
});
