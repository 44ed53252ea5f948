import { expect, it } from "vitest";
import { tablesTaken } from "./tables-taken.ts";

const TABLES = [{ key: 2 }, { key: 5 }, { key: 7 }];

it.each([
  [[2, 5, 7], "все войдут в программу."],
  [[2, 5], "в программу войдут 2."],
  [[7], "в программу войдёт 1."],
  [[], "ни один не войдёт в программу."],
])("of three lists %j", (chosen, said) => {
  expect(tablesTaken(TABLES, chosen).replace(/\s/g, " ")).toBe(`В документе 3 перечня мероприятий: ${said}`);
});
