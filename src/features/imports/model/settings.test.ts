import { expect, it } from "vitest";
import type { Block } from "#shared/document-grids.ts";
import { document, heading, table } from "../../../../test/support/grid-builder.ts";
import { read, TODAY } from "../../../../test/support/import-samples.ts";
import { proposeSettings } from "./settings.ts";

const PLAN = table([
  ["№", "Мероприятие", "Срок", "Ответственные"],
  ["1", "Собрать команду", "май 2022", "УО"],
  ["2", "Обсудить опыт", "июнь 2022", "УО"],
]);
const names = (...blocks: readonly (string | Block)[]) => {
  const { title, shortTitle } = proposeSettings(read(document(...blocks)).reading, TODAY);
  return [title, shortTitle];
};

it.each([
  [
    "the caption of its plan",
    [heading("II. «Дорожная карта» помощи школам на 2021-2023 годы."), PLAN],
    ["«Дорожная карта» помощи школам на 2021–2023 годы", "Помощь школам"],
  ],
  [
    "a heading that says it is a programme, over the caption",
    [heading("РАЙОННАЯ ПРОГРАММА помощи школам"), "Школы помогают друг другу.", heading("План встреч"), PLAN],
    ["Районная программа помощи школам", "Помощь школам"],
  ],
  [
    "a heading of some length, where there is no plan",
    [heading("УПРАВЛЕНИЕ"), "Район.", heading("О порядке работы школ."), "Школы работают вместе."],
    ["О порядке работы школ", "О порядке работы школ"],
  ],
] as const)("a programme is named by %s", (_, blocks, expected) => {
  expect(names(...blocks)).toEqual(expected);
});

it("a heading of pictures is cut between them", () => {
  const cut = names(heading(`a${"😀".repeat(400)}`), PLAN);
  expect(cut.map((name) => name.slice(0, 3))).toEqual(["A😀", "A😀"]);
  for (const name of cut) expect(name).not.toMatch(/\p{Surrogate}/u);
});
