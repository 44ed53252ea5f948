import { expect, it } from "vitest";
import { document, table } from "../../../../test/support/grid-builder.ts";
import { draft, read } from "../../../../test/support/import-samples.ts";

const sectionOf = (heading: string) => {
  const { roadmaps } = draft(
    read(
      document(
        table([
          ["№", "Мероприятие", "Срок", "Ответственный"],
          [heading, "", "", ""],
          ["1.1", "Сбор заявок", "март", "УО"],
          ["1.2", "Неделя чтения", "апрель", "УО"],
        ]),
      ),
    ),
  );
  const [{ number, title } = { number: "", title: "" }] = roadmaps[0]!.sections;
  return [number, title];
};

it.each([
  ["Раздел 1. Организация", "", "Раздел 1. Организация"],
  ["Шаг № 1. Организация", "", "Шаг № 1. Организация"],
  ["1. Организация", "1", "Организация"],
  ["Организация", "", "Организация"],
])("the section «%s» says its number once", (heading, number, title) => {
  expect(sectionOf(heading)).toEqual([number, title]);
});
