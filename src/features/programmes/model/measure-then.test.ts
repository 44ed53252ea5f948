import { describe, expect, it } from "vitest";
import { measure, redaction, section } from "../../../../test/support/redaction-samples.ts";
import { measureThen } from "./measure-then.ts";

const said = (title: string, number = "1.1") => redaction([section("s", "Шаг", [measure("m", title, { number })])]);
const without = redaction([section("s", "Шаг", [])]);

describe("what became of a measure since a redaction", () => {
  it.each([
    ["the last redaction is the one asked of", [said("Опрос")]],
    ["the words stand, but for dashes and quotes", [said("Опрос «А»", "1.1."), said('Опрос "А"', "1.1")]],
    ["they were changed and changed back", [said("Опрос"), said("Беседа"), said("Опрос")]],
    ["the redaction did not have it yet", [without, said("Опрос")]],
  ])("nothing is told where %s", (_when, documents) => {
    expect(measureThen(documents, "m")).toBeUndefined();
  });

  it.each([
    ["other words", [said("Опрос"), said("Опрос"), said("Беседа")], 2, false],
    ["another number alone", [said("Опрос"), said("Опрос", "1.2")], 1, false],
    ["taken out", [said("Опрос"), said("Беседа"), without], 1, true],
  ])("%s: the words of then, the first redaction that has others", (_what, documents, changedIn, removed) => {
    const then = measureThen(documents, "m");
    expect(then).toMatchObject({ measure: { title: "Опрос", number: "1.1" }, changedIn, removed });
  });
});
