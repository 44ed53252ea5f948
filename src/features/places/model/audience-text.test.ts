import { describe, expect, it } from "vitest";
import { localDate } from "#shared/local-date.ts";
import { audienceText, bearersOn } from "./audience-text.ts";
import type { Audience } from "./audience.ts";
import { isInn } from "./inn.ts";
import { inForce, isOpen, type Registry } from "./registry.ts";
import { dictionaryFrom } from "./usual-codes.ts";

const day = localDate;
const organisation = (id: string, kind: "school" | "kindergarten", closedOn: string | null = null) => ({
  id,
  kind,
  name: id,
  shortName: id,
  closedOn: closedOn ? day(closedOn) : null,
});
const registry: Registry = {
  territoryId: "t",
  organisations: [
    organisation("a", "school"),
    organisation("b", "school", "2021-06-01"),
    organisation("c", "kindergarten"),
  ],
  designations: [
    { organisationId: "a", kind: "low_results", from: day("2021-01-01"), to: day("2021-12-31") },
    { organisationId: "b", kind: "low_results", from: day("2019-01-01"), to: null },
  ],
  positions: [
    { personId: "p", organisationId: "a", position: "педагог-психолог", from: day("2020-09-01"), to: null },
    { personId: "q", organisationId: "c", position: "Психолог", from: day("2020-09-01"), to: day("2021-08-31") },
    { personId: "r", organisationId: "b", position: "психолог", from: day("2020-09-01"), to: null },
  ],
  roles: [],
};

describe("bearers of an audience on a day", () => {
  it.each<[string, Audience, number]>([
    ["2021-05-31", { kind: "organisationKind", kinds: ["school"] }, 2],
    ["2021-06-01", { kind: "organisationKind", kinds: ["school"] }, 1],
    ["2021-06-01", { kind: "organisationKind", kinds: ["school", "kindergarten"] }, 2],
    ["2020-12-31", { kind: "designation", designations: ["low_results"] }, 1],
    ["2021-05-31", { kind: "designation", designations: ["low_results"] }, 2],
    ["2022-01-01", { kind: "designation", designations: ["low_results"] }, 0],
    ["2021-08-31", { kind: "position", words: "психолог" }, 2],
    ["2021-09-01", { kind: "position", words: "психолог" }, 1],
    ["2021-08-31", { kind: "position", words: "психолог", organisationKind: "kindergarten" }, 1],
    ["2021-06-01", { kind: "organisation", id: "b" }, 0],
    ["2021-06-01", { kind: "outside" }, 0],
    ["2021-06-01", { kind: "territory" }, 1],
  ])("%s %j: %i", (on, audience, count) => expect(bearersOn(audience, registry, day(on))).toBe(count));
});

describe("words", () => {
  const names = { organisation: (id: string) => (id === "a" ? "СОШ № 1" : undefined), person: () => undefined };
  it.each<[Audience, string]>([
    [{ kind: "organisation", id: "a" }, "СОШ № 1"],
    [{ kind: "organisation", id: "z" }, "организация, которой больше нет"],
    [{ kind: "person", id: "z" }, "человек, которого больше нет"],
    [{ kind: "designation", designations: ["low_results", "lead_school"] }, "организации со статусом ШНОР, ШЛ"],
    [{ kind: "organisationKind", kinds: ["school"] }, "все организации вида: школа"],
    [{ kind: "position", words: "психолог" }, "должность «психолог»"],
  ])("%j", (audience, text) => expect(audienceText(audience, names)).toBe(text));
});

describe("the dictionary", () => {
  it("puts the district's meaning in place of the usual one, however the code is typed", () => {
    const own = { code: "OO", matchKey: "оо", audience: { kind: "territory" }, own: true } as const;
    const same = dictionaryFrom([own]).filter((meaning) => meaning.matchKey === "оо");
    expect(same).toEqual([own]);
  });

  it("has every usual code once", () => {
    const keys = dictionaryFrom([]).map((meaning) => meaning.matchKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("days", () => {
  it("of a fact include both ends; a closed organisation is not open on its closing day", () => {
    const fact = { from: day("2021-01-01"), to: day("2021-12-31") };
    expect(["2020-12-31", "2021-01-01", "2021-12-31", "2022-01-01"].map((on) => inForce(fact, day(on)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isOpen({ closedOn: day("2021-01-01") }, day("2020-12-31"))).toBe(true);
    expect(isOpen({ closedOn: day("2021-01-01") }, day("2021-01-01"))).toBe(false);
  });
});

describe("taxpayer's numbers", () => {
  it.each([
    ["7707083893", true],
    ["7707083894", false],
    ["770708389", false],
    ["77070838933", false],
    ["77070838ab", false],
  ])("%s: %s", (text, valid) => expect(isInn(text)).toBe(valid));
});
