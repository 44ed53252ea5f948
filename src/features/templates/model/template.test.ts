import { expect, it } from "vitest";
import { bodyOfLibrary } from "./from-library.ts";
import { LIBRARY } from "./library.ts";
import { measuresOfTemplate } from "./template.ts";

const { roadmaps } = bodyOfLibrary(LIBRARY[0]!);
const [first, ...others] = roadmaps[0]!.sections[0]!.measures;
const keysOf = (...titles: string[]) =>
  measuresOfTemplate({
    roadmaps: [{ ...roadmaps[0]!, measures: titles.map((title) => ({ ...first!, title })), sections: [] }],
  }).map(({ key }) => key);

it("tells rows of the same words apart, also where the words begin with a number", () => {
  const keys = keysOf("Встреча", "2 Встреча", "Встреча", "1 2 Встреча");
  expect(new Set(keys).size).toBe(keys.length);
});

it("leaves the keys of the other rows alone when one is put before them", () => {
  const before = others.map(({ title }) => title);
  expect(keysOf("Новая строка", ...before).slice(1)).toEqual(keysOf(...before));
});
