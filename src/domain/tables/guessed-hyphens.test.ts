import { expect, it } from "vitest";
import { document, table } from "../../../test/support/grid-builder.ts";
import { understand } from "./understand.ts";

it("a word torn by a line end of which nothing tells whether it is one is noted at its cell", () => {
  const { reading } = understand(
    document(
      table([
        ["№", "Мероприятие", "Срок"],
        ["1", "Открытие учебно\u00ADметодического кабинета", "май 2027"],
        ["2", "Опрос учителей", "июнь 2027"],
      ]),
    ),
  );
  expect(reading.doubts.filter(({ kind }) => kind === "guessed-hyphen")).toEqual([
    expect.objectContaining({
      weight: "note",
      where: expect.objectContaining({ address: { table: 0, row: 1, col: 1 } }),
      text: expect.stringContaining("«учебнометодического»"),
    }),
  ]);
});
