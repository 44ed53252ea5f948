import { expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { read } from "../../../../test/support/import-samples.ts";
import { editRows } from "./edit-rows.ts";
import { joinedText } from "./join-texts.ts";

it.each([
  [null, "УО", "УО"],
  ["ШНСУ", null, "ШНСУ"],
  ["ШНСУ", "УО", "ШНСУ; УО"],
  ["ШНСУ,", "УО", "ШНСУ, УО"],
  ["ШНСУ;", "УО", "ШНСУ; УО"],
  ["ОО", "учителя", "ОО; учителя"],
  ["Директора", "Учителя", "Директора; Учителя"],
  ["Руководители", "школ", "Руководители школ"],
  ["УО", "и МЦ", "УО и МЦ"],
  ["УО, МЦ и", "ОО", "УО, МЦ и ОО"],
  ["Школы (ШНОР", "ШНСУ)", "Школы (ШНОР ШНСУ)"],
  ["УО, МЦ", "МЦ, ОО", "УО, МЦ; ОО"],
  ["УО", "уо", "УО"],
])("doers «%s» and «%s» are «%s»", (above, below, both) => {
  expect(joinedText("responsible", above, below)).toBe(both);
});

it("words of a title go on with a space", () => {
  expect(joinedText("title", "Сбор", "заявок")).toBe("Сбор заявок");
});

it("rows joined by hand keep their doers apart", () => {
  const source = read(
    document(
      table([
        ["№", "Мероприятие", "Срок", "Ответственные"],
        ["4", "Сбор заявок", "май 2022", "ШНСУ"],
        ["5", "Отбор заявок", "май 2022", "УО"],
      ]),
    ),
  );
  const [edited] = source.reading.tables.map((one) =>
    editRows(one, [{ kind: "row", table: 0, row: 2, as: "join" }], source),
  );
  const { measures } = edited!.sections[0]!;
  expect(measures.map(({ title, responsible }) => [title, responsible])).toEqual([
    ["Сбор заявок Отбор заявок", "ШНСУ; УО"],
  ]);
});
